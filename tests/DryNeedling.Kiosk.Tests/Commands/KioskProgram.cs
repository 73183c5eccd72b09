using System.Diagnostics;
using System.Runtime.InteropServices;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Commands;

/// <summary>The built program, started as people and services start it.</summary>
internal static class KioskProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    // The state of all programs that a test starts without naming a place of its own.
    private static readonly TemporaryFolder State = new();

    private static string Root { get; } = Path.GetDirectoryName(OurContent.Folder)!;

    /// <summary>Runs it to its end, without a display.</summary>
    public static ProgramResult Run(params string[] arguments) => Run([], arguments);

    public static ProgramResult Run(Dictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill();
            Assert.Fail($"kiosk {string.Join(' ', arguments)} had not ended after {Limit.TotalMinutes} minutes.");
        }

        return new(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Starts it; output and errors are read by the caller.</summary>
    public static Process Start(Dictionary<string, string> environment, params string[] arguments) => Start(environment, isFed: false, arguments);

    /// <summary>As before; <paramref name="isFed"/> when the caller writes to its standard input.</summary>
    public static Process Start(Dictionary<string, string> environment, bool isFed, params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "DryNeedling.Kiosk"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = isFed,
        };
        foreach (string inherited in new[] { "DISPLAY", "WAYLAND_DISPLAY", "KIOSK_CAPTURE", "NOTIFY_SOCKET", "WATCHDOG_USEC" })
            start.Environment.Remove(inherited);
        start.Environment["KIOSK_ROOT"] = Root;
        start.Environment["KIOSK_STATE"] = State.Path;
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>It failed as promised: this exit code, one line that an operator can act on (returned), no results.</summary>
    public string FailsWith(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode} instead of {exitCode}; it said: {Errors}");
        Assert.Single(ErrorLines);
        Assert.DoesNotContain("xception", Errors);
        Assert.Empty(Output);
        return ErrorLines[0];
    }

    public string Succeeds()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}; it said: {Errors}");
        return Output;
    }
}
