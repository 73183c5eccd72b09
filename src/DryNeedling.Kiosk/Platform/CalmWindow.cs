namespace DryNeedling.Kiosk.Platform;

/// <summary>
/// A full-screen window without OpenGL behind the kiosk's own: what is seen while that one is started anew. A machine that
/// can show only one window (bare KMS) has none.
/// </summary>
internal sealed class CalmWindow : IDisposable
{
    private const string Title = "Calm picture";

    private readonly Action<nint, int, int, int> paint;
    private nint window;

    private CalmWindow(nint window, Action<nint, int, int, int> paint) => (this.window, this.paint) = (window, paint);

    /// <param name="paint">Fills pixels (blue, green, red, unused): address, width, height, bytes a row.</param>
    /// <returns>Null where there is no display to show it on.</returns>
    public static CalmWindow? TryOpen(Action<nint, int, int, int> paint)
    {
        if (Environment.GetEnvironmentVariable("DISPLAY") is not { Length: > 0 } && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is not { Length: > 0 })
            return null;
        try
        {
            Sdl.Init();
            (int width, int height) = Sdl.DesktopSize((1280, 800));
            CalmWindow calm = new(Sdl.CreateWindow(Title, width, height, Sdl.WindowFullscreenDesktop | Sdl.WindowBorderless), paint);
            Sdl.ShowCursor(false);
            calm.Refresh();
            return calm;
        }
        catch (PlatformException)
        {
            return null;
        }
    }

    /// <summary>Takes what the system asks of the window, and paints again when it was uncovered.</summary>
    public void Pump()
    {
        bool isStale = false;
        while (Sdl.Poll(out SdlEvent e))
            isStale |= e.Type == SdlEvent.Window;
        if (isStale)
            Refresh();
    }

    public void Dispose()
    {
        if (window == 0)
            return;
        Sdl.DestroyWindow(window);
        Sdl.Quit();
        window = 0;
    }

    private void Refresh() => Sdl.Paint(window, paint);
}
