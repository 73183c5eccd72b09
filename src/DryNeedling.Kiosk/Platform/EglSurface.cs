using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Touch;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Platform;

/// <summary>
/// A screen in memory: the same GL without display, window or GPU. Used by snapshots, replays and tests.
/// </summary>
internal sealed class EglSurface : ISurface
{
    private readonly nint display = Egl.OpenDisplay();
    private nint context;
    private uint colour;

    /// <exception cref="PlatformException">No EGL, OpenGL older than 3.3, or a screen larger than the driver can draw.</exception>
    public EglSurface(ScreenMetrics screen)
    {
        Screen = screen;
        CreateContext();
    }

    public ScreenMetrics Screen { get; private set; }

    public GL Gl { get; private set; } = null!;

    public uint Framebuffer { get; private set; }

    /// <summary>Settable, so that tests can pull the plug.</summary>
    public bool IsContextLost { get; set; }

    public bool TakeExposed() => false;

    public void RecreateContext()
    {
        DestroyContext();
        CreateContext();
        IsContextLost = false;
    }

    public void MakeCurrent() => Egl.MakeCurrent(display, context);

    public void Present() => Gl.Flush();

    public void Pump(InputBuffer input, TimeSpan now)
    {
    }

    public void WaitForEvents(TimeSpan timeout)
    {
    }

    public void ReadPixels(Span<byte> rgba)
    {
        Gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, Framebuffer);
        GlDoor.ReadTopDown(Gl, Screen.WidthPx, Screen.HeightPx, rgba);
    }

    /// <summary>Gives the screen another size, as turning a display does.</summary>
    public void Resize(ScreenMetrics screen)
    {
        Screen = screen;
        Gl.DeleteFramebuffer(Framebuffer);
        Gl.DeleteRenderbuffer(colour);
        CreateScreen();
    }

    public void Dispose() => DestroyContext();

    private void CreateContext()
    {
        context = Egl.CreateContext(display);
        MakeCurrent();
        Gl = GlDoor.Open(Egl.GetProcAddress);
        CreateScreen();
    }

    private void CreateScreen()
    {
        int limit = Gl.GetInteger(GetPName.MaxRenderbufferSize);
        if (Screen.WidthPx > limit || Screen.HeightPx > limit)
            throw new PlatformException($"A picture of {Screen.WidthPx}x{Screen.HeightPx} is larger than this driver's {limit}x{limit}.");

        colour = Gl.GenRenderbuffer();
        Gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, colour);
        Gl.RenderbufferStorage(
            RenderbufferTarget.Renderbuffer, InternalFormat.Rgba8, (uint)Screen.WidthPx, (uint)Screen.HeightPx);
        Framebuffer = Gl.GenFramebuffer();
        Gl.BindFramebuffer(FramebufferTarget.Framebuffer, Framebuffer);
        Gl.FramebufferRenderbuffer(
            FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, RenderbufferTarget.Renderbuffer, colour);
    }

    private void DestroyContext()
    {
        if (context == 0)
            return;

        Egl.MakeCurrent(display, 0);
        Egl.DestroyContext(display, context);
        Gl.Dispose();
        context = 0;
    }
}
