using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Commands;
using DryNeedling.Kiosk.Tests.Operation.Packs;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>Nobody looks after it: what a running kiosk counts, says, writes and survives.</summary>
[Collection(nameof(WindowTests))]
public sealed partial class TheKioskAlone : IDisposable
{
    private readonly Screens screens;
    private readonly TemporaryFolder folder = new();
    private readonly StatePlace place;
    private readonly Dictionary<string, string> environment;

    public TheKioskAlone(Screens screens)
    {
        this.screens = screens;
        place = new(folder.File("state"));
        Directory.CreateDirectory(folder.File("home"));
        Directory.CreateDirectory(folder.File("tmp"));
        environment = new()
        {
            ["KIOSK_STATE"] = place.Folder, ["HOME"] = folder.File("home"), ["TMPDIR"] = folder.File("tmp"), ["DOTNET_EnableDiagnostics"] = "0",
        };
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_visit_is_counted_and_health_says_that_all_is_well()
    {
        using KioskWindow kiosk = Start();
        Click(kiosk, "biceps.R");
        kiosk.RestWhen(c => c.Selection == "biceps.R", "selects biceps.R");
        Patience.Until(() => File.Exists(place.Path(HealthReport.FileName)), "health is written");

        JsonNode health = JsonNode.Parse(KioskProgram.Run(environment, "health", "--json").Succeeds())!;
        Assert.Equal((kiosk.ProcessId, "shipped", true), ((int)health["processId"]!, (string)health["content"]!, (bool)health["healthy"]!));
        Assert.True((long)health["memoryBytes"]! > 1 << 20);

        Assert.Equal(0, kiosk.End().ExitCode);
        Assert.Contains("does not run", KioskProgram.Run(environment, "health").Errors, StringComparison.Ordinal);
        Assert.Equal(1, Counted(CountKind.Session, "visits"));
        Assert.Equal(1, Counted(CountKind.End, "stopped"));
    }

    [Fact]
    public void A_failure_ends_the_visit_and_nothing_else()
    {
        using KioskWindow kiosk = Start();
        Click(kiosk, "biceps.R");
        kiosk.RestWhen(c => c.Selection == "biceps.R", "selects biceps.R");

        kiosk.Fail();

        Patience.Until(() => kiosk.Now() is { Screen: "attract", Selection: null }, "Attract is back");
        Click(kiosk, "biceps.R");
        Patience.Until(() => kiosk.Now().Screen == "explore", "it wakes");
        (int exitCode, string errors) = kiosk.End();
        Assert.Equal(0, exitCode);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.Contains("asked to fail", StringComparison.Ordinal));
        Assert.Equal(1, Counted(CountKind.End, "error"));
    }

    [Fact]
    public void The_third_failure_within_a_minute_ends_it_with_an_exit_code_of_its_own()
    {
        using KioskWindow kiosk = Start();
        for (int i = 1; i < 3; i++)
        {
            kiosk.Fail();
            Patience.Until(() => KioskLog.Tail(place, 100).Count(l => l.Contains("asked to fail", StringComparison.Ordinal)) == i, "it fails");
        }

        kiosk.Fail();

        Assert.Equal(4, kiosk.ExitCode());
    }

    [Fact]
    public void It_listens_nowhere_and_writes_only_into_its_state_place()
    {
        using KioskWindow kiosk = Start();
        Click(kiosk, "biceps.R");
        kiosk.RestWhen(c => c.Selection == "biceps.R", "selects biceps.R");
        Patience.Until(() => File.Exists(place.Path(CountStore.FileName)), "the visit is counted");

        Assert.Empty(Listening(kiosk.ProcessId));
        Assert.All(WrittenTo(kiosk.ProcessId), f => Assert.StartsWith(place.Folder, f, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("home"), "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("tmp"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_pack_that_is_installed_while_it_runs_is_shown_within_moments()
    {
        using PackFixture packs = new();
        using KioskWindow kiosk = Start();
        string pack = packs.Pack("Rotator");

        string id = KioskProgram.Run(environment, "content", "install", pack).Succeeds().Split(' ')[0];

        Patience.Until(() => KioskLog.Tail(place, 3).Any(l => l.EndsWith("New content is shown.", StringComparison.Ordinal)), "the new content is shown");
        Assert.Contains($"* {id}", KioskProgram.Run(environment, "content", "list").Succeeds(), StringComparison.Ordinal);
        KioskProgram.Run(environment, "content", "rollback").Succeeds();
        Patience.Until(() => KioskLog.Tail(place, 9).Count(l => l.EndsWith("New content is shown.", StringComparison.Ordinal)) == 2, "the old content is back");
    }

    [Fact]
    public void Its_supervisor_starts_it_anew_and_ends_with_it()
    {
        using Process supervisor = KioskProgram.Start(
            new(environment) { ["DISPLAY"] = screens.Landscape.Display }, "run", "--supervised", "--model", VisibleBody.Small.File);
        _ = supervisor.StandardError.ReadToEndAsync();
        try
        {
            int first = 0;
            Patience.Until(() => (first = Child(supervisor.Id)) != 0 && PicturesInLog() == 1, "the first picture");
            Assert.Equal(0, kill(first, 9));
            Patience.Until(() => Child(supervisor.Id) is not 0 and var second && second != first && PicturesInLog() == 2, "it is there again");
            int last = Child(supervisor.Id);

            Assert.Equal(0, kill(supervisor.Id, 15));

            Assert.True(supervisor.WaitForExit(30_000));
            Assert.Equal(0, supervisor.ExitCode);
            Assert.False(Directory.Exists($"/proc/{last}"));
            Assert.Contains(KioskLog.Tail(place, 100), l => l.Contains("The kiosk ended with 137", StringComparison.Ordinal));
        }
        finally
        {
            supervisor.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void A_loop_that_hangs_is_ended_and_started_anew()
    {
        const int Stop = 19;
        using Process supervisor = KioskProgram.Start(
            new(environment) { ["DISPLAY"] = screens.Landscape.Display, ["WATCHDOG_USEC"] = "3000000" }, "run", "--supervised", "--model", VisibleBody.Small.File);
        _ = supervisor.StandardError.ReadToEndAsync();
        try
        {
            int hung = 0;
            Patience.Until(() => (hung = Child(supervisor.Id)) != 0 && PicturesInLog() >= 1, "the first picture");

            Assert.Equal(0, kill(hung, Stop));

            Patience.Until(() => Child(supervisor.Id) is not 0 and var next && next != hung && PicturesInLog() >= 2, "it is there again");
            Assert.Contains(KioskLog.Tail(place, 100), l => l.Contains("no sign of life", StringComparison.Ordinal));
        }
        finally
        {
            supervisor.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void No_key_and_no_closed_window_leaves_the_full_screen()
    {
        using KioskWindow kiosk = Start();
        Mouse keys = new(screens.Landscape.Display);
        foreach (string key in new[] { "alt+F4", "alt+Tab", "super+d", "ctrl+q", "ctrl+w", "ctrl+c", "ctrl+alt+Delete", "ctrl+alt+BackSpace", "F11", "alt+space", "ctrl+Escape" })
            keys.Key(key);
        ScreenPicture.AskToClose(screens.Landscape, "DryNeedling.Kiosk");

        kiosk.Rest();
        Assert.Contains("WIDTH=1920\nHEIGHT=1080\n", keys.Geometry("DryNeedling.Kiosk"), StringComparison.Ordinal);
        Assert.Equal((0, ""), kiosk.End());
    }

    [Fact]
    public void When_its_supervisor_is_killed_it_ends_too()
    {
        using Process supervisor = KioskProgram.Start(
            new(environment) { ["DISPLAY"] = screens.Landscape.Display }, "run", "--supervised", "--model", VisibleBody.Small.File);
        int kiosk = 0;
        Patience.Until(() => (kiosk = Child(supervisor.Id)) != 0 && PicturesInLog() == 1, "the first picture");

        supervisor.Kill();

        Patience.Until(() => !Directory.Exists($"/proc/{kiosk}"), "the kiosk ends");
    }

    private KioskWindow Start() => new(screens.Landscape, VisibleBody.Small, environment);

    private void Click(KioskWindow kiosk, string id) =>
        new Mouse(screens.Landscape.Display).Click(VisibleBody.Small.PlaceOf(id, kiosk.Start, screens.Landscape));

    private int PicturesInLog() => KioskLog.Tail(place, 100).Count(l => l.Contains("first picture", StringComparison.Ordinal));

    private long Counted(CountKind kind, string key) => CountStore.Read(place, 0, long.MaxValue).Where(c => c.Kind == kind && c.Key == key).Sum(c => c.Number);

    private static int Child(int parent)
    {
        string children = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Trim();
        return children.Length == 0 ? 0 : int.Parse(children.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Lines of the system's tables of sockets that this process has and that wait for others.</summary>
    private static IEnumerable<string> Listening(int process)
    {
        HashSet<string> own = [.. Links(process).Where(l => l.Target.StartsWith("socket:[", StringComparison.Ordinal)).Select(l => l.Target[8..^1])];
        IEnumerable<string> network = new[] { "tcp", "tcp6", "udp", "udp6" }.SelectMany(t => Lines($"/proc/{process}/net/{t}")).Where(l => own.Overlaps(l.Split(' ')));
        return network.Concat(Lines($"/proc/{process}/net/unix").Where(l => l.Contains(" 00010000 ", StringComparison.Ordinal) && own.Overlaps(l.Split(' '))));
    }

    /// <summary>Plain files on a disk that this process holds open to write.</summary>
    private static IEnumerable<string> WrittenTo(int process) =>
        from link in Links(process)
        where link.Target.StartsWith('/') && !link.Target.StartsWith("/dev/", StringComparison.Ordinal) && !link.Target.StartsWith("/memfd:", StringComparison.Ordinal)
        let flags = Lines($"/proc/{process}/fdinfo/{link.Number}").First(l => l.StartsWith("flags:", StringComparison.Ordinal))
        where flags[^1] is not ('0' or '4')
        select link.Target;

    private static List<(string Number, string Target)> Links(int process) =>
        [.. Directory.EnumerateFiles($"/proc/{process}/fd").Select(f => (Path.GetFileName(f), new FileInfo(f).LinkTarget ?? ""))];

    private static string[] Lines(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
