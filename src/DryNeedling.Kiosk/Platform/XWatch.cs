using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Platform;

/// <summary>
/// Hears from the X server what SDL does not pass on: that the screen has another size, and that touch panels came or went.
/// SDL knows only the panels that were there when it began, and no window manager makes a window fit the screen here. Waits
/// on a thread and a connection of its own.
/// </summary>
internal sealed unsafe partial class XWatch
{
    private const string X11 = "libX11.so.6", Input = "libXi.so.6", RandR = "libXrandr.so.2";

    // From X.h, Xge.h, XI2.h.
    private const int ConfigureNotify = 22, GenericEvent = 35, EventBytes = 192, WidthAt = 56, HeightAt = 60;
    private const long StructureNotify = 1 << 17;
    private const int AllDevices = 0, HierarchyChanged = 11, TouchClass = 8, MajorVersion = 2, MinorVersion = 2;

    private readonly nint display;
    private readonly Action wake;
    private (int Width, int Height) size;
    private ulong panels;
    private volatile bool hasChanged;

    private XWatch(nint display, Action wake) => (this.display, this.wake) = (display, wake);

    /// <summary>Null where there is no X server.</summary>
    /// <param name="wake">Called on another thread when <see cref="TakeChange"/> became true.</param>
    public static XWatch? TryStart(Action wake)
    {
        try
        {
            nint display = XOpenDisplay(null);
            if (display == 0)
                return null;
            XWatch watch = new(display, wake);
            watch.Listen();
            new Thread(watch.Work) { IsBackground = true, Name = "screen" }.Start();
            return watch;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the window must be opened anew since this was last asked.</summary>
    public bool TakeChange()
    {
        bool was = hasChanged;
        hasChanged = false;
        return was;
    }

    private void Listen()
    {
        nint root = XDefaultRootWindow(display);
        XSelectInput(display, root, StructureNotify);
        int major = MajorVersion, minor = MinorVersion;
        if (XIQueryVersion(display, ref major, ref minor) == 0)
        {
            byte* mask = stackalloc byte[2];
            mask[HierarchyChanged / 8] = 1 << (HierarchyChanged % 8);
            EventMask devices = new() { Device = AllDevices, Length = 2, Mask = mask };
            _ = XISelectEvents(display, root, &devices, 1);
            panels = Panels();
        }

        int screen = XDefaultScreen(display);
        size = (XDisplayWidth(display, screen), XDisplayHeight(display, screen));
        _ = XFlush(display);
    }

    private void Work()
    {
        byte* happened = stackalloc byte[EventBytes];
        while (true)
        {
            _ = XNextEvent(display, happened);
            if (!Matters(happened))
                continue;
            hasChanged = true;
            wake();
        }
    }

    private bool Matters(byte* happened)
    {
        switch (*(int*)happened)
        {
            case ConfigureNotify:
                (int, int) now = (*(int*)(happened + WidthAt), *(int*)(happened + HeightAt));
                // Without any screen nobody sees the window; it stays as it is until there is one again.
                bool isOther = now != size && HasScreen();
                if (!isOther)
                    break;
                size = now;
                return true;
            case GenericEvent:
                ulong there = Panels();
                bool isNew = there != panels;
                panels = there;
                return isNew;
        }

        return false;
    }

    private bool HasScreen()
    {
        int count;
        void* screens = XRRGetMonitors(display, XDefaultRootWindow(display), 1, &count);
        if (screens is not null)
            XRRFreeMonitors(screens);
        return count > 0;
    }

    /// <summary>Differs when a touch panel came or went.</summary>
    private ulong Panels()
    {
        int count;
        Device* devices = XIQueryDevice(display, AllDevices, &count);
        if (devices is null)
            return 0;
        ulong sum = 0;
        for (int i = 0; i < count; i++)
        {
            if (devices[i].Enabled != 0 && HasTouch(devices[i]))
                sum = (sum + (ulong)devices[i].Id) * 0x9E3779B97F4A7C15;
        }

        XIFreeDeviceInfo(devices);
        return sum;
    }

    private static bool HasTouch(in Device device)
    {
        for (int i = 0; i < device.ClassCount; i++)
        {
            if (*device.Classes[i] == TouchClass)
                return true;
        }

        return false;
    }

    [LibraryImport(X11, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string? name);

    [LibraryImport(X11)]
    private static partial nint XDefaultRootWindow(nint display);

    [LibraryImport(X11)]
    private static partial int XDefaultScreen(nint display);

    [LibraryImport(X11)]
    private static partial int XDisplayWidth(nint display, int screen);

    [LibraryImport(X11)]
    private static partial int XDisplayHeight(nint display, int screen);

    [LibraryImport(X11)]
    private static partial void XSelectInput(nint display, nint window, long events);

    [LibraryImport(X11)]
    private static partial int XFlush(nint display);

    [LibraryImport(X11)]
    private static partial int XNextEvent(nint display, byte* happened);

    [LibraryImport(RandR)]
    private static partial void* XRRGetMonitors(nint display, nint window, int onlyActive, int* count);

    [LibraryImport(RandR)]
    private static partial void XRRFreeMonitors(void* screens);

    [LibraryImport(Input)]
    private static partial int XIQueryVersion(nint display, ref int major, ref int minor);

    [LibraryImport(Input)]
    private static partial int XISelectEvents(nint display, nint window, EventMask* masks, int count);

    [LibraryImport(Input)]
    private static partial Device* XIQueryDevice(nint display, int device, int* count);

    [LibraryImport(Input)]
    private static partial void XIFreeDeviceInfo(Device* devices);

    /// <summary>XIEventMask.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct EventMask
    {
        public int Device, Length;
        public byte* Mask;
    }

    /// <summary>XIDeviceInfo; each class begins with its type.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Device
    {
        public readonly int Id;
        public readonly nint Name;
        public readonly int Use, Attachment, Enabled, ClassCount;
        public readonly int** Classes;
    }
}
