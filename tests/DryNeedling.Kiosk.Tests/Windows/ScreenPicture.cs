using System.Globalization;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>What an X server has on its screen, read with Xlib (which SDL needs anyway).</summary>
internal static unsafe partial class ScreenPicture
{
    private const string Library = "libX11.so.6";
    private const int ZPixmap = 2;

    /// <summary>Mean distance of the screen's pixels from a picture file's, in levels of 0 to 255 a channel.</summary>
    public static double MeanDifference(XServer screen, string file)
    {
        using SKBitmap picture = SKBitmap.Decode(file).Copy(SKColorType.Bgra8888);
        Assert.Equal((screen.Width, screen.Height), (picture.Width, picture.Height));
        byte[] shown = Read(screen);
        ReadOnlySpan<byte> drawn = picture.GetPixelSpan();
        long sum = 0;
        for (int i = 0; i < shown.Length; i += 4)
            sum += Math.Abs(shown[i] - drawn[i]) + Math.Abs(shown[i + 1] - drawn[i + 1]) + Math.Abs(shown[i + 2] - drawn[i + 2]);
        return sum / (0.75 * shown.Length);
    }

    /// <summary>Asks a window to close, as a window manager does when its cross is clicked.</summary>
    public static void AskToClose(XServer screen, string title)
    {
        ulong window = ulong.Parse(new Mouse(screen.Display).Geometry(title).Split('\n').Single(l => l.StartsWith("WINDOW=", StringComparison.Ordinal))[7..], CultureInfo.InvariantCulture);
        nint display = XOpenDisplay(screen.Display);
        // XClientMessageEvent: type, serial, sent, display, window, kind, format, data.
        long* message = stackalloc long[24];
        new Span<long>(message, 24).Clear();
        (message[0], message[4], message[5], message[6]) = (33, (long)window, (long)XInternAtom(display, "WM_PROTOCOLS", 0), 32);
        message[7] = (long)XInternAtom(display, "WM_DELETE_WINDOW", 0);
        _ = XSendEvent(display, (nuint)window, 0, 0, message);
        _ = XCloseDisplay(display);
    }

    /// <summary>The screen as rows of blue, green, red and an unused byte.</summary>
    private static byte[] Read(XServer screen)
    {
        nint display = XOpenDisplay(screen.Display);
        Assert.NotEqual(0, display);
        Image* image = XGetImage(display, XDefaultRootWindow(display), 0, 0, (uint)screen.Width, (uint)screen.Height, ulong.MaxValue, ZPixmap);
        byte[] pixels = new ReadOnlySpan<byte>(image->Data, screen.Width * screen.Height * 4).ToArray();
        _ = XFree(image->Data);
        _ = XFree(image);
        _ = XCloseDisplay(display);
        return pixels;
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nuint XInternAtom(nint display, string name, int onlyIfThere);

    [LibraryImport(Library)]
    private static partial int XSendEvent(nint display, nuint window, int propagate, nint mask, void* message);

    [LibraryImport(Library)]
    private static partial nuint XDefaultRootWindow(nint display);

    [LibraryImport(Library)]
    private static partial Image* XGetImage(nint display, nuint from, int x, int y, uint width, uint height, ulong planes, int format);

    [LibraryImport(Library)]
    private static partial int XFree(void* data);

    [LibraryImport(Library)]
    private static partial int XCloseDisplay(nint display);

    /// <summary>The beginning of Xlib's XImage.</summary>
    [StructLayout(LayoutKind.Explicit)]
    private struct Image
    {
        [FieldOffset(16)] public byte* Data;
    }
}
