using System.CommandLine;
using System.Globalization;
using DryNeedling.Kiosk.Operation;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>health</c>: how the running kiosk is, for people and monitors; exit code 1 when somebody has to look.</summary>
internal static class HealthCommand
{
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        Command command = new("health", "How the running kiosk is.") { Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        StatePlace place = StatePlace.Find();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        HealthReport report = HealthReport.Read(place)
            ?? throw new CommandException(ExitCode.Failed, $"{place.Path(HealthReport.FileName)} does not exist or cannot be read: the kiosk has not run here.");
        bool isRunning = Directory.Exists($"/proc/{report.ProcessId}");
        bool isDefaultPin = new StaffPin(place).IsDefault;
        if (parsed.GetValue(Json))
            JsonOutput.Write(writer => report.Write(writer, now, isRunning, isDefaultPin));
        else
            WriteText(report, isDefaultPin);
        if (report.Trouble(now, isRunning) is not { } trouble)
            return ExitCode.Done;
        Console.Error.WriteLine($"kiosk: {trouble}");
        return ExitCode.Failed;
    }

    private static void WriteText(HealthReport report, bool isDefaultPin)
    {
        TimeSpan uptime = report.Written - report.Started;
        Line("uptime", $"{(int)uptime.TotalDays} d {uptime.Hours} h {uptime.Minutes} min, process {report.ProcessId}");
        Line("frames", report.Frames.ToString(CultureInfo.InvariantCulture));
        Line("screen", report.Screen);
        Line("content", report.Content);
        Line("model", report.Model);
        Line("memory", $"{report.MemoryBytes >> 20} MB");
        Line("failures", report.Failures.ToString(CultureInfo.InvariantCulture));
        Line("last error", report.LastError ?? "none");
        if (isDefaultPin)
            Line("warning", StaffPin.IsDefaultMessage);
    }

    private static void Line(string name, string value) => Console.WriteLine($"{name,-11}{value}");
}
