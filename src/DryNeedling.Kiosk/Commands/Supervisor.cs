using System.Diagnostics;
using System.Globalization;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Platform;
using DryNeedling.Kiosk.Ui.Painting;

namespace DryNeedling.Kiosk.Commands;

/// <summary>
/// <c>run --supervised</c>: the kiosk as a child process, started anew when it ends badly or says nothing for long, with a
/// calm picture behind it, so that nobody ever sees a desktop.
/// </summary>
internal sealed class Supervisor(KioskLog log, Func<bool> asksForEnd)
{
    /// <summary>Set in the child's environment; it then ends with its supervisor.</summary>
    public const string Variable = "KIOSK_SUPERVISED";

    private const string Option = "--supervised";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100), EndLimit = TimeSpan.FromSeconds(5);

    // A weak machine takes its time to the first picture; after that the loop has no excuse.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    /// <summary>How long a kiosk may say nothing; a service manager's own limit (WATCHDOG_USEC) holds here too.</summary>
    private static readonly TimeSpan SilenceLimit =
        long.TryParse(Environment.GetEnvironmentVariable(ServiceNotifier.WatchdogVariable), NumberStyles.None, CultureInfo.InvariantCulture, out long limit) && limit > 0
            ? TimeSpan.FromMicroseconds(Math.Min(limit, 3.6e9)) : TimeSpan.FromSeconds(30);

    private readonly RestartPause restart = new();
    private CalmWindow? calm;

    /// <summary>Runs until it is asked to end, the kiosk ends by itself in good order, or cannot be started that way at all.</summary>
    public int Run()
    {
        calm = CalmWindow.TryOpen(CalmPicture.Paint);
        try
        {
            while (true)
            {
                using ServiceListener listener = new();
                using Process kiosk = Start(listener.Address);
                Stopwatch life = Stopwatch.StartNew();
                Watch(kiosk, listener);
                if (asksForEnd() || kiosk.ExitCode is ExitCode.Done or ExitCode.BadInput)
                    return asksForEnd() ? ExitCode.Done : kiosk.ExitCode;
                TimeSpan pause = restart.After(life.Elapsed);
                log.Error("supervisor", string.Create(CultureInfo.InvariantCulture,
                    $"The kiosk ended with {kiosk.ExitCode} after {life.Elapsed.TotalSeconds:0} s; it is started anew in {pause.TotalSeconds:0.#} s."));
                if (!Wait(pause))
                    return ExitCode.Done;
            }
        }
        finally
        {
            calm?.Dispose();
        }
    }

    private static Process Start(string address)
    {
        string program = Environment.ProcessPath!;
        List<string> arguments = [.. Environment.GetCommandLineArgs()];
        // Run by "dotnet kiosk.dll", the first argument is the program itself.
        if (Path.GetFileNameWithoutExtension(program) != "dotnet")
            arguments.RemoveAt(0);
        ProcessStartInfo start = new(program, arguments.Where(a => a != Option));
        start.Environment[ServiceNotifier.SocketVariable] = address;
        start.Environment[ServiceNotifier.WatchdogVariable] = ((long)SilenceLimit.TotalMicroseconds).ToString(CultureInfo.InvariantCulture);
        start.Environment[Variable] = "1";
        return Process.Start(start)!;
    }

    /// <summary>Until it has ended, by itself, because somebody asked, or because it hung.</summary>
    private void Watch(Process kiosk, ServiceListener listener)
    {
        Stopwatch silence = Stopwatch.StartNew();
        bool isReady = false;
        while (!kiosk.WaitForExit(Look))
        {
            calm?.Pump();
            while (listener.Take() is { } message)
            {
                isReady |= message.Contains("READY=1", StringComparison.Ordinal);
                silence.Restart();
            }

            if (asksForEnd())
            {
                End(kiosk);
                return;
            }

            if (silence.Elapsed < (isReady ? SilenceLimit : StartLimit))
                continue;
            log.Error("supervisor", $"The kiosk has shown no sign of life for {silence.Elapsed.TotalSeconds:0} s and is killed.");
            kiosk.Kill();
            kiosk.WaitForExit();
        }
    }

    private static void End(Process kiosk)
    {
        Posix.AskToEnd(kiosk.Id);
        if (kiosk.WaitForExit(EndLimit))
            return;
        kiosk.Kill();
        kiosk.WaitForExit();
    }

    private bool Wait(TimeSpan pause)
    {
        for (Stopwatch waited = Stopwatch.StartNew(); waited.Elapsed < pause; Thread.Sleep(Look))
        {
            calm?.Pump();
            if (asksForEnd())
                return false;
        }

        return true;
    }
}
