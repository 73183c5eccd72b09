using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Tests.Commands;

namespace DryNeedling.Kiosk.Tests.Operation;

public sealed class TheHealth : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StatePlace place;

    public TheHealth() => place = new(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_written_is_read()
    {
        HealthReport report = Report(DateTimeOffset.UtcNow);

        place.Replace(HealthReport.FileName, report.ToJson());

        Assert.Equal(report, HealthReport.Read(place));
    }

    [Fact]
    public void Old_figures_and_a_process_that_is_gone_are_trouble()
    {
        DateTimeOffset now = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);

        Assert.Null(Report(now.AddMinutes(-2)).Trouble(now, isRunning: true));
        Assert.Contains("4 minutes", Report(now.AddMinutes(-4)).Trouble(now, isRunning: true), StringComparison.Ordinal);
        Assert.Contains("does not run", Report(now).Trouble(now, isRunning: false), StringComparison.Ordinal);
        Assert.Contains("clock", Report(now.AddMinutes(9)).Trouble(now, isRunning: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-10, 1)]
    public void The_command_says_so_by_its_exit_code(int minutes, int exitCode)
    {
        place.Replace(HealthReport.FileName, Report(DateTimeOffset.UtcNow.AddMinutes(minutes)).ToJson());

        ProgramResult result = KioskProgram.Run(new Dictionary<string, string> { ["KIOSK_STATE"] = place.Folder }, "health");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Matches(@"uptime +\d+ d 3 h 5 min", result.Output);
        Assert.Contains("a.json:1:1: error", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_figures_or_with_damaged_ones_it_says_that_the_kiosk_has_not_run()
    {
        Dictionary<string, string> environment = new() { ["KIOSK_STATE"] = place.Folder };
        Assert.Contains("has not run here", KioskProgram.Run(environment, "health").FailsWith(1), StringComparison.Ordinal);

        File.WriteAllText(place.Path(HealthReport.FileName), "{ \"processId\": \"me\" }");
        Assert.Contains("has not run here", KioskProgram.Run(environment, "health", "--json").FailsWith(1), StringComparison.Ordinal);
    }

    private static HealthReport Report(DateTimeOffset written) => new(
        Environment.ProcessId, written.AddHours(-3).AddMinutes(-5), written, 12345, "attract", "shipped", "body.glb", 300 << 20, 1, "a.json:1:1: error json: x");
}
