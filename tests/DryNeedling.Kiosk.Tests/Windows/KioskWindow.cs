using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using DryNeedling.Kiosk.Tests.Commands;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>The kiosk running full screen on an X server. It says itself what it shows (see RunSignals).</summary>
internal sealed partial class KioskWindow : IDisposable
{
    private const int Usr1 = 10, Usr2 = 12, Term = 15;

    // A loaded machine without GPU needs seconds for what takes a blink elsewhere.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kiosk-window-");
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly StringBuilder said = new();

    public KioskWindow(XServer server, params string[] options)
        : this(server, VisibleBody.Small, options)
    {
    }

    public KioskWindow(XServer server, VisibleBody body, params string[] options)
        : this(server, body, [], options)
    {
    }

    public KioskWindow(XServer server, VisibleBody body, Dictionary<string, string> environment, params string[] options)
    {
        process = KioskProgram.Start(
            new(environment) { ["DISPLAY"] = server.Display, ["KIOSK_CAPTURE"] = folder.FullName }, ["run", "--model", body.File, .. options]);
        errors = ReadErrors();
        _ = process.StandardOutput.ReadToEndAsync();
        try
        {
            Wait();
            Start = Rest();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What it showed when it had come to rest after its start.</summary>
    public Capture Start { get; }

    public int ProcessId => process.Id;

    /// <summary>What it has written to standard error so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>Makes its next frame fail.</summary>
    public void Fail() => Signal(Usr2);

    /// <summary>Waits until it has ended by itself; its exit code.</summary>
    public int ExitCode()
    {
        Assert.True(process.WaitForExit(Limit), "The kiosk did not end.");
        return process.ExitCode;
    }

    /// <summary>What it shows after everything that was put in before this call.</summary>
    public Capture Now()
    {
        File.Delete(CaptureFile);
        Signal(Usr1);
        return Wait();
    }

    /// <summary>What it shows once nothing moves any more.</summary>
    public Capture Rest() => Until(c => !c.IsMoving, "comes to rest");

    /// <summary>What it shows at rest once <paramref name="holds"/>.</summary>
    public Capture RestWhen(Func<Capture, bool> holds, string what) => Until(c => !c.IsMoving && holds(c), what);

    /// <summary>Asks it to end; its exit code and what it wrote to standard error.</summary>
    public (int ExitCode, string Errors) End()
    {
        Signal(Term);
        Assert.True(process.WaitForExit(Limit), "The kiosk did not end after SIGTERM.");
        return (process.ExitCode, errors.Result);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<string> ReadErrors()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            lock (said)
                said.AppendLine(line);
        }

        return Said;
    }

    private string CaptureFile => Path.Combine(folder.FullName, "capture.json");

    private Capture Until(Func<Capture, bool> holds, string what)
    {
        Stopwatch waited = Stopwatch.StartNew();
        Capture capture;
        while (!holds(capture = Now()))
            Assert.True(waited.Elapsed < Limit, $"Not within {Limit.TotalSeconds} s: it {what}. It shows {capture.Text}");
        return capture;
    }

    private Capture Wait()
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!File.Exists(CaptureFile))
        {
            Assert.False(process.HasExited, $"The kiosk has ended: {(process.HasExited ? errors.Result : "")}");
            Assert.True(waited.Elapsed < Limit, $"The kiosk did not say within {Limit.TotalSeconds} s what it shows.");
            Thread.Sleep(5);
        }

        return new(File.ReadAllText(CaptureFile));
    }

    private void Signal(int signal) => Assert.Equal(0, kill(process.Id, signal));

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
