using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Platform;

/// <summary>The few calls of the C library that .NET has no door to.</summary>
internal static partial class Posix
{
    private const int WriteAndEnter = 3, ReadOnly = 0, CloseOnExec = 0x80000;
    private const int Terminate = 15, ParentDeathSignal = 1, BootTime = 7;

    /// <summary>
    /// Time since the machine was started, also that in which it slept: never set, never goes back. What was left alone
    /// for a night is a night older, whatever became of the machine.
    /// </summary>
    public static TimeSpan SinceBoot => clock_gettime(BootTime, out TimeSpec time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
        : TimeSpan.FromMilliseconds(Environment.TickCount64);

    /// <summary>Whether this process may make files in a folder that exists.</summary>
    public static bool MayWriteInto(string folder) => Directory.Exists(folder) && access(folder, WriteAndEnter) == 0;

    /// <summary>Waits until the disk holds the folder's names: a file that was renamed stays so through a power cut.</summary>
    /// <exception cref="IOException">The folder cannot be opened or the disk refuses.</exception>
    public static void Sync(string folder)
    {
        int file = open(folder, ReadOnly | CloseOnExec);
        if (file < 0)
            throw new IOException($"{folder} cannot be opened");
        bool failed = fsync(file) != 0;
        _ = close(file);
        if (failed)
            throw new IOException($"{folder} cannot be written to the disk");
    }

    /// <summary>Sets a variable for libraries of this process, which do not see those that .NET sets; what the operator set stays.</summary>
    public static void SetVariable(string name, string value) => _ = setenv(name, value, 0);

    /// <summary>Asks a process to end in good order.</summary>
    public static void AskToEnd(int process) => _ = kill(process, Terminate);

    /// <summary>This process is asked to end when the one that started it has, however that ended.</summary>
    public static void EndWithParent() => _ = prctl(ParentDeathSignal, Terminate, 0, 0, 0);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int access(string path, int mode);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int fsync(int file);

    [LibraryImport("libc")]
    private static partial int close(int file);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, out TimeSpec time);

    [LibraryImport("libc")]
    private static partial int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds, Nanoseconds;
    }
}
