using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Touch;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Platform;

/// <summary>
/// Where the kiosk draws and where fingers come from: a window (<see cref="SdlWindow"/>) or memory
/// (<see cref="EglSurface"/>). A surface belongs to the thread that made it, and so do all GL calls.
/// </summary>
internal interface ISurface : IDisposable
{
    ScreenMetrics Screen { get; }

    /// <summary>The GL functions of the current context; a new object after <see cref="RecreateContext"/>.</summary>
    GL Gl { get; }

    /// <summary>Name of the framebuffer that is the screen.</summary>
    uint Framebuffer { get; }

    /// <summary>The driver was reset: nothing on the GPU exists any more. Cheap, asked once a frame.</summary>
    bool IsContextLost { get; }

    /// <summary>
    /// The system lost what the screen showed (first show, uncovered, resized): present again. Reading clears it.
    /// </summary>
    bool TakeExposed();

    /// <summary>Destroys the context and makes a new one. Everything made with the old one is gone.</summary>
    /// <exception cref="PlatformException">The machine refuses a new one.</exception>
    void RecreateContext();

    void MakeCurrent();

    /// <summary>Shows what was drawn into <see cref="Framebuffer"/>, at most once per refresh of the display.</summary>
    void Present();

    /// <summary>Adds what fingers, mouse and keys did since the last call, stamped relative to <paramref name="now"/>.</summary>
    void Pump(InputBuffer input, TimeSpan now);

    /// <summary>Sleeps until something arrives or the time is over; what arrived waits for <see cref="Pump"/>.</summary>
    void WaitForEvents(TimeSpan timeout);

    /// <summary>Reads the screen as RGBA rows from the top, 4 bytes a pixel; call before <see cref="Present"/>.</summary>
    void ReadPixels(Span<byte> rgba);
}
