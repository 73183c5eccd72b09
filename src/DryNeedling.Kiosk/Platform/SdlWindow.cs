using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Touch;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Platform;

/// <summary>The kiosk's window on a real display: full screen, or of a given size. One per process.</summary>
internal sealed class SdlWindow : ISurface
{
    // Displays that report nothing sensible (projectors, virtual screens) say 0, 1 or absurd figures.
    private const float LeastDotsPerInch = 20, MostDotsPerInch = 700;

    private readonly SurfaceOptions options;
    private readonly SdlInput input = new();
    private nint window;
    private nint context;
    private bool exposed = true, isDisposed;
    private bool reportsResets, isOutdated;
    private readonly XWatch? watch;

    /// <exception cref="PlatformException">No display, no SDL, or OpenGL older than 3.3.</exception>
    public SdlWindow(SurfaceOptions options)
    {
        this.options = options;
        AskForOneStreamOfTouches();
        Sdl.Init();
        Open();
        watch = !options.Windowed && Sdl.IsX11 ? XWatch.TryStart(Wake) : null;
    }

    public ScreenMetrics Screen { get; private set; }

    /// <summary>Overrides what the display says about its own size; null believes the display.</summary>
    public float? DiagonalInches
    {
        get;
        set
        {
            field = value;
            Screen = Measure();
        }
    }

    public GL Gl { get; private set; } = null!;

    public uint Framebuffer => 0;

    public bool IsContextLost => isOutdated || reportsResets && Gl.GetGraphicsResetStatus() != GLEnum.NoError;

    public bool TakeExposed()
    {
        bool was = exposed;
        exposed = false;
        return was;
    }

    public void RecreateContext()
    {
        DeleteContext();
        if (isOutdated)
            Reopen();
        else
            CreateContext();
        exposed = true;
    }

    public void MakeCurrent() => Sdl.MakeCurrent(window, context);

    public void Present() => Sdl.Swap(window);

    public void Pump(InputBuffer into, TimeSpan now)
    {
        if (watch?.TakeChange() == true)
            isOutdated = true;
        input.BeginFrame(now, Sdl.Ticks, Screen, WindowScale());
        while (Sdl.Poll(out SdlEvent e))
        {
            if (e.Type == SdlEvent.Window)
                ReadWindowEvent(e.WindowEvent, into);
            else
                input.Read(e, into);
        }

        // Nobody will hear when those fingers lift.
        if (isOutdated)
            input.CancelAll(into);
    }

    public void WaitForEvents(TimeSpan timeout) =>
        Sdl.Wait((int)Math.Clamp(timeout.TotalMilliseconds, 0, int.MaxValue));

    /// <summary>Ends <see cref="WaitForEvents"/> early; may be called on any thread.</summary>
    public static void Wake() => Sdl.PushUserEvent();

    public void ReadPixels(Span<byte> rgba)
    {
        Gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, 0);
        GlDoor.ReadTopDown(Gl, Screen.WidthPx, Screen.HeightPx, rgba);
    }

    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        DeleteContext();
        DestroyWindow();
        Sdl.Quit();
    }

    private void Open()
    {
        AskForContext(robust: true);
        OpenWindow();
        CreateContext();
        Screen = Measure();
        // A cursor on a touch screen is a speck that nobody can wipe off.
        Sdl.ShowCursor(options.Windowed);
        Sdl.StartTextInput();
        if (!options.Windowed)
            Sdl.TakeAllKeys(window);
    }

    /// <summary>The screen turned or changed its size, or a touch panel came: SDL must look anew.</summary>
    private void Reopen()
    {
        DestroyWindow();
        Sdl.RestartVideo();
        Open();
        isOutdated = false;
    }

    private void DeleteContext()
    {
        if (context == 0)
            return;
        Sdl.DeleteContext(context);
        Gl.Dispose();
        context = 0;
    }

    private void DestroyWindow()
    {
        if (window != 0)
            Sdl.DestroyWindow(window);
        window = 0;
    }

    private static void AskForOneStreamOfTouches()
    {
        // Without these every touch arrives a second time as a mouse, and every click as a touch.
        Sdl.SetHint("SDL_TOUCH_MOUSE_EVENTS", "0");
        Sdl.SetHint("SDL_MOUSE_TOUCH_EVENTS", "0");
        Sdl.SetHint("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0");
        Sdl.SetHint("SDL_VIDEO_ALLOW_SCREENSAVER", "0");
    }

    private static void AskForContext(bool robust)
    {
        Sdl.SetAttribute(Sdl.GlMajor, 3);
        Sdl.SetAttribute(Sdl.GlMinor, 3);
        Sdl.SetAttribute(Sdl.GlProfile, Sdl.ProfileCore);
        Sdl.SetAttribute(Sdl.GlDoubleBuffer, 1);
        Sdl.SetAttribute(Sdl.GlDepth, 0);
        Sdl.SetAttribute(Sdl.GlStencil, 0);
        Sdl.SetAttribute(Sdl.GlFlags, robust ? Sdl.FlagRobust : 0);
        Sdl.SetAttribute(Sdl.GlResetNotification, robust ? Sdl.LoseContextOnReset : 0);
    }

    private void OpenWindow()
    {
        uint flags = Sdl.WindowOpenGl | Sdl.WindowHighDpi
            | (options.Windowed ? Sdl.WindowResizable : Sdl.WindowFullscreenDesktop | Sdl.WindowBorderless);
        // A bare X server has no window manager that would make the window as large as the screen.
        (int width, int height) = options.Windowed ? (options.Width, options.Height) : Sdl.DesktopSize((options.Width, options.Height));
        window = Sdl.CreateWindow(options.Title, width, height, flags);
    }

    private void CreateContext()
    {
        context = Sdl.TryCreateContext(window);
        if (context == 0)
        {
            // Drivers without reset reports refuse the whole context instead of leaving them out.
            AskForContext(robust: false);
            context = Sdl.TryCreateContext(window);
        }

        if (context == 0)
            throw new PlatformException(GlDoor.TooOld);

        MakeCurrent();
        Gl = GlDoor.Open(Sdl.GetProcAddress);
        reportsResets = GlDoor.ReportsResets(Gl);
        Sdl.WaitForRefresh(true);
    }

    private void ReadWindowEvent(byte kind, InputBuffer into)
    {
        switch (kind)
        {
            case SdlEvent.WindowFocusLost:
                input.CancelAll(into);
                break;
            case SdlEvent.WindowSizeChanged:
                input.CancelAll(into);
                Screen = Measure();
                exposed = true;
                break;
            case SdlEvent.WindowExposed:
                exposed = true;
                break;
        }
    }

    private ScreenMetrics Measure()
    {
        (int width, int height) = Sdl.DrawableSize(window);
        if (DiagonalInches is float diagonal)
            return ScreenMetrics.FromDiagonal(width, height, diagonal);

        float dpi = Sdl.DotsPerInch(window) * WindowScale();
        return dpi is >= LeastDotsPerInch and <= MostDotsPerInch
            ? new(width, height, dpi / ScreenMetrics.MillimetresPerInch)
            : ScreenMetrics.FromDiagonal(width, height, ScreenMetrics.DefaultDiagonalInches);
    }

    /// <summary>Device pixels per window unit: above 1 on scaled desktops.</summary>
    private float WindowScale() => (float)Sdl.DrawableSize(window).Width / Math.Max(1, Sdl.WindowSize(window).Width);
}
