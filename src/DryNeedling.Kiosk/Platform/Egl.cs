using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Platform;

/// <summary>The few calls of libEGL that a context without display and window needs (EGL 1.5, Mesa surfaceless).</summary>
internal static unsafe partial class Egl
{
    private const string Library = "libEGL.so.1";
    private const uint PlatformSurfacelessMesa = 0x31DD;
    private const uint OpenGlApi = 0x30A2;
    private const int None = 0x3038;
    private const int SurfaceType = 0x3033, PbufferBit = 1, RenderableType = 0x3040, OpenGlBit = 8;
    private const int ContextMajor = 0x3098, ContextMinor = 0x30FB, ProfileMask = 0x30FD, CoreProfile = 1;

    private const string Missing =
        "Drawing without a display needs Mesa's EGL: apt install libegl1 libgl1-mesa-dri.";

    /// <summary>The surfaceless display, opened.</summary>
    public static nint OpenDisplay()
    {
        try
        {
            nint display = eglGetPlatformDisplay(PlatformSurfacelessMesa, 0, null);
            if (display == 0 || eglInitialize(display, null, null) == 0 || eglBindAPI(OpenGlApi) == 0)
                throw new PlatformException(Missing);

            return display;
        }
        catch (DllNotFoundException)
        {
            throw new PlatformException(Missing);
        }
    }

    public static nint CreateContext(nint display)
    {
        int* wanted = stackalloc int[] { SurfaceType, PbufferBit, RenderableType, OpenGlBit, None };
        nint config = 0;
        int found = 0;
        if (eglChooseConfig(display, wanted, &config, 1, &found) == 0 || found == 0)
            throw new PlatformException(Missing);

        int* version = stackalloc int[] { ContextMajor, 3, ContextMinor, 3, ProfileMask, CoreProfile, None };
        nint context = eglCreateContext(display, config, 0, version);
        return context != 0 ? context : throw new PlatformException(GlDoor.TooOld);
    }

    public static void MakeCurrent(nint display, nint context)
    {
        if (eglMakeCurrent(display, 0, 0, context) == 0)
            throw new PlatformException($"eglMakeCurrent failed (0x{eglGetError():X}): restart the kiosk.");
    }

    public static void DestroyContext(nint display, nint context) => _ = eglDestroyContext(display, context);

    public static nint GetProcAddress(string name) => eglGetProcAddress(name);

    [LibraryImport(Library)]
    private static partial nint eglGetPlatformDisplay(uint platform, nint native, nint* attributes);

    [LibraryImport(Library)]
    private static partial uint eglInitialize(nint display, int* major, int* minor);

    [LibraryImport(Library)]
    private static partial uint eglBindAPI(uint api);

    [LibraryImport(Library)]
    private static partial uint eglChooseConfig(nint display, int* wanted, nint* configs, int size, int* found);

    [LibraryImport(Library)]
    private static partial nint eglCreateContext(nint display, nint config, nint share, int* attributes);

    [LibraryImport(Library)]
    private static partial uint eglMakeCurrent(nint display, nint draw, nint read, nint context);

    [LibraryImport(Library)]
    private static partial uint eglDestroyContext(nint display, nint context);

    [LibraryImport(Library)]
    private static partial int eglGetError();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint eglGetProcAddress(string name);
}
