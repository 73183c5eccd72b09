using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Platform;

/// <summary>The calls of SDL 2 that the window needs, each behind one checked door.</summary>
internal static unsafe partial class Sdl
{
    public const uint WindowFullscreenDesktop = 0x1001, WindowOpenGl = 2, WindowBorderless = 0x10, WindowResizable = 0x20, WindowHighDpi = 0x2000;
    public const int GlDoubleBuffer = 5, GlMajor = 17, GlMinor = 18, GlFlags = 20, GlProfile = 21, GlResetNotification = 25;
    public const int GlDepth = 6, GlStencil = 7, ProfileCore = 1, FlagRobust = 4, LoseContextOnReset = 1;

    private const string Library = "libSDL2-2.0.so.0";
    private const uint InitVideo = 0x20, InitEvents = 0x4000;
    private const int WindowCentred = 0x2FFF0000;
    private const int FirstDisplay = 0;

    /// <exception cref="PlatformException">SDL is missing or no display can be opened.</exception>
    public static void Init()
    {
        try
        {
            // Where no session runs, libwayland would complain on standard error.
            bool hasSession = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 };
            SetHint("SDL_VIDEODRIVER", hasSession ? "x11,wayland,kmsdrm" : "x11,kmsdrm");
            if (SDL_Init(InitVideo | InitEvents) < 0)
                throw NoDisplay(Error);
            // Some versions then draw for nobody.
            if (Marshal.PtrToStringUTF8(SDL_GetCurrentVideoDriver()) == "offscreen" && !IsDriverNamed)
            {
                SDL_Quit();
                throw NoDisplay("there is none");
            }
        }
        catch (DllNotFoundException)
        {
            throw new PlatformException("SDL 2 is missing: apt install libsdl2-2.0-0.");
        }
    }

    public static void Quit() => SDL_Quit();

    /// <summary>Looks anew at what screens and touch panels there are; every window must be gone. Events go on.</summary>
    /// <exception cref="PlatformException">There is no display any more.</exception>
    public static void RestartVideo()
    {
        SDL_QuitSubSystem(InitVideo);
        if (SDL_InitSubSystem(InitVideo) < 0)
            throw NoDisplay(Error);
    }

    public static bool IsX11 => Marshal.PtrToStringUTF8(SDL_GetCurrentVideoDriver()) == "x11";

    /// <summary>Keys that a window manager would take (Alt+F4, Alt+Tab) come to the window instead.</summary>
    public static void TakeAllKeys(nint window) => SDL_SetWindowKeyboardGrab(window, 1);

    public static void SetHint(string name, string value) => _ = SDL_SetHint(name, value);

    public static void SetAttribute(int attribute, int value) => _ = SDL_GL_SetAttribute(attribute, value);

    public static nint CreateWindow(string title, int width, int height, uint flags)
    {
        nint window = SDL_CreateWindow(title, WindowCentred, WindowCentred, width, height, flags);
        return window != 0 ? window : throw new PlatformException($"No window could be opened ({Error}). {GlDoor.TooOld}");
    }

    /// <summary>A GL context, or 0 when the driver refuses the attributes.</summary>
    public static nint TryCreateContext(nint window) => SDL_GL_CreateContext(window);

    public static void MakeCurrent(nint window, nint context) => _ = SDL_GL_MakeCurrent(window, context);

    public static void DeleteContext(nint context) => SDL_GL_DeleteContext(context);

    public static void DestroyWindow(nint window) => SDL_DestroyWindow(window);

    /// <summary>Lets <paramref name="paint"/> fill a window that has no GL context: rows of pixels, blue first, 4 bytes each.</summary>
    public static void Paint(nint window, Action<nint, int, int, int> paint)
    {
        Surface* surface = SDL_GetWindowSurface(window);
        if (surface is null || surface->Pitch < 4 * surface->Width)
            return;
        paint(surface->Pixels, surface->Width, surface->Height, surface->Pitch);
        _ = SDL_UpdateWindowSurface(window);
    }

    public static void Swap(nint window) => SDL_GL_SwapWindow(window);

    public static void WaitForRefresh(bool wait) => _ = SDL_GL_SetSwapInterval(wait ? 1 : 0);

    public static nint GetProcAddress(string name) => SDL_GL_GetProcAddress(name);

    public static void ShowCursor(bool show) => _ = SDL_ShowCursor(show ? 1 : 0);

    public static void StartTextInput() => SDL_StartTextInput();

    public static bool Poll(out SdlEvent e)
    {
        fixed (SdlEvent* into = &e)
            return SDL_PollEvent(into) != 0;
    }

    /// <summary>Puts an event without meaning into the queue; safe on any thread.</summary>
    public static void PushUserEvent()
    {
        SdlEvent e = new() { Type = SdlEvent.User };
        _ = SDL_PushEvent(&e);
    }

    public static void Wait(int milliseconds) => _ = SDL_WaitEventTimeout(null, milliseconds);

    public static uint Ticks => SDL_GetTicks();

    /// <summary>The desktop's size in window units; <paramref name="otherwise"/> when the display does not say.</summary>
    public static (int Width, int Height) DesktopSize((int Width, int Height) otherwise)
    {
        int* bounds = stackalloc int[4];
        return SDL_GetDisplayBounds(FirstDisplay, bounds) == 0 ? (bounds[2], bounds[3]) : otherwise;
    }

    public static (int Width, int Height) DrawableSize(nint window)
    {
        int width, height;
        SDL_GL_GetDrawableSize(window, &width, &height);
        return (width, height);
    }

    public static (int Width, int Height) WindowSize(nint window)
    {
        int width, height;
        SDL_GetWindowSize(window, &width, &height);
        return (width, height);
    }

    public static (int X, int Y) MousePosition()
    {
        int x, y;
        _ = SDL_GetMouseState(&x, &y);
        return (x, y);
    }

    /// <summary>Dots per inch of the display that shows the window, 0 when it does not say.</summary>
    public static float DotsPerInch(nint window)
    {
        float dpi;
        return SDL_GetDisplayDPI(SDL_GetWindowDisplayIndex(window), &dpi, null, null) == 0 ? dpi : 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Surface
    {
        public readonly uint Flags;
        public readonly nint Format;
        public readonly int Width, Height, Pitch;
        public readonly nint Pixels;
    }

    private static bool IsDriverNamed => Environment.GetEnvironmentVariable("SDL_VIDEODRIVER") is { Length: > 0 };

    private static PlatformException NoDisplay(string why) =>
        new($"No display could be opened ({why}): start the kiosk in a desktop session, or set DISPLAY.");

    private static string Error => Marshal.PtrToStringUTF8(SDL_GetError()) is { Length: > 0 } text ? text : "no reason given";

    [LibraryImport(Library)] private static partial int SDL_Init(uint flags);

    [LibraryImport(Library)] private static partial void SDL_Quit();

    [LibraryImport(Library)] private static partial int SDL_InitSubSystem(uint flags);

    [LibraryImport(Library)] private static partial void SDL_QuitSubSystem(uint flags);

    [LibraryImport(Library)] private static partial void SDL_SetWindowKeyboardGrab(nint window, int grab);

    [LibraryImport(Library)] private static partial nint SDL_GetCurrentVideoDriver();

    [LibraryImport(Library)] private static partial nint SDL_GetError();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SDL_SetHint(string name, string value);

    [LibraryImport(Library)] private static partial int SDL_GL_SetAttribute(int attribute, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint SDL_CreateWindow(string title, int x, int y, int width, int height, uint flags);

    [LibraryImport(Library)] private static partial nint SDL_GL_CreateContext(nint window);

    [LibraryImport(Library)] private static partial int SDL_GL_MakeCurrent(nint window, nint context);

    [LibraryImport(Library)] private static partial void SDL_GL_DeleteContext(nint context);

    [LibraryImport(Library)] private static partial void SDL_DestroyWindow(nint window);

    [LibraryImport(Library)] private static partial Surface* SDL_GetWindowSurface(nint window);

    [LibraryImport(Library)] private static partial int SDL_UpdateWindowSurface(nint window);

    [LibraryImport(Library)] private static partial void SDL_GL_SwapWindow(nint window);

    [LibraryImport(Library)] private static partial int SDL_GL_SetSwapInterval(int interval);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint SDL_GL_GetProcAddress(string name);

    [LibraryImport(Library)] private static partial int SDL_ShowCursor(int toggle);

    [LibraryImport(Library)] private static partial void SDL_StartTextInput();

    [LibraryImport(Library)] private static partial int SDL_PollEvent(SdlEvent* e);

    [LibraryImport(Library)] private static partial int SDL_PushEvent(SdlEvent* e);

    [LibraryImport(Library)] private static partial int SDL_WaitEventTimeout(SdlEvent* e, int milliseconds);

    [LibraryImport(Library)] private static partial uint SDL_GetTicks();

    [LibraryImport(Library)] private static partial void SDL_GL_GetDrawableSize(nint window, int* width, int* height);

    [LibraryImport(Library)] private static partial void SDL_GetWindowSize(nint window, int* width, int* height);

    [LibraryImport(Library)] private static partial uint SDL_GetMouseState(int* x, int* y);

    [LibraryImport(Library)] private static partial int SDL_GetWindowDisplayIndex(nint window);

    [LibraryImport(Library)] private static partial int SDL_GetDisplayBounds(int display, int* rectangle);

    [LibraryImport(Library)] private static partial int SDL_GetDisplayDPI(int display, float* diagonal, float* x, float* y);
}
