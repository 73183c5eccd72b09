using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DryNeedling.Kiosk.Commands;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Tests.Commands;

namespace DryNeedling.Kiosk.Tests.Packaging;

/// <summary>The files beside the program that install and start it, against the program itself.</summary>
public sealed partial class ThePackage
{
    private const string Name = "dry-needling-kiosk";

    private static string Folder => Path.Combine(Repository.Root, "src", "DryNeedling.Kiosk", "Packaging");

    [Fact]
    public void Its_service_is_watched_from_the_loop_and_never_gives_up()
    {
        Assert.Equal("notify", Service("Type"));
        // The kiosk is a child of the session that brings the screen.
        Assert.Equal("all", Service("NotifyAccess"));
        Assert.Equal("always", Service("Restart"));
        Assert.Equal("0", Service("StartLimitIntervalSec"));
        string watchdog = $"{Service("WatchdogSec")}000000";
        using ServiceListener listener = new();
        using ServiceNotifier notifier = new(name => name switch
        {
            ServiceNotifier.SocketVariable => listener.Address,
            ServiceNotifier.WatchdogVariable => watchdog,
            _ => null,
        });
        Assert.True(notifier.Interval * 2 < TimeSpan.FromMicroseconds(long.Parse(watchdog, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_one_place_it_may_write_to_is_where_the_program_keeps_its_state()
    {
        string state = $"/var/lib/{Service("StateDirectory")}";

        Assert.Equal("strict", Service("ProtectSystem"));
        Assert.Equal(state, StatePlace.Choose(_ => null, folder => folder == state));
        Assert.Contains($"KIOSK_STATE={state} ", Service("Environment"), StringComparison.Ordinal);
        Assert.Contains($"state={state}\n", Read("postinst"), StringComparison.Ordinal);
        Assert.DoesNotContain("ReadWritePaths", Read($"{Name}.service"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_installed_path_that_its_files_name_is_one_it_installs()
    {
        string[] installed =
            [$"/usr/lib/{Name}/{typeof(ExitCode).Assembly.GetName().Name}", $"/usr/lib/{Name}/session", $"/usr/lib/systemd/system/{Name}.service"];

        foreach (string file in new[] { $"{Name}.service", "session", "kiosk" })
            Assert.All(InstalledPath().Matches(Read(file)), path => Assert.Contains(path.Value, installed));
        Assert.Equal(installed[1], Service("ExecStart"));
        Assert.Contains("DryNeedling.Kiosk", Read("package"), StringComparison.Ordinal);
        Assert.All(new[] { "session", "kiosk", "package", "postinst", "prerm", "postrm" }, file =>
            Assert.True((File.GetUnixFileMode(Path.Combine(Folder, file)) & UnixFileMode.UserExecute) != 0, $"{file} cannot be executed."));
    }

    [Fact]
    public void It_depends_on_every_library_that_the_launcher_would_install()
    {
        string launcher = File.ReadAllText(Path.Combine(Repository.Root, "kiosk"));
        string needs = RunNeeds().Match(launcher).Groups[1].Value;
        string[] libraries = [.. NeededPackage().Matches(needs).Select(m => m.Groups[1].Value)];

        Assert.NotEmpty(libraries);
        string depends = Read("control");
        Assert.All(libraries, library => Assert.Contains($" {library}", depends, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_that_its_launcher_hands_to_the_kiosks_user_is_a_command()
    {
        string[] handed = [.. HandedOver().Matches(Read("kiosk")).Select(m => m.Groups[1].Value)];

        Assert.Equal(7, handed.Length);
        Assert.All(handed, words =>
        {
            ProgramResult help = KioskProgram.Run([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            Assert.Contains(words.Trim(), help.Succeeds(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Only_the_kiosk_reports_itself_ready_never_the_screen_it_stands_on()
    {
        using TemporaryFolder programs = new();
        string xinit = Path.Combine(programs.Path, "xinit");
        File.WriteAllText(xinit, "#!/bin/sh\necho \"${NOTIFY_SOCKET-nobody} $*\"\n");
        File.SetUnixFileMode(xinit, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ProcessStartInfo start = new(Path.Combine(Folder, "session")) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{programs.Path}:/usr/bin:/bin";
        start.Environment["KIOSK_SESSION"] = "x";
        start.Environment["NOTIFY_SOCKET"] = "/run/listener";

        using Process session = Process.Start(start)!;
        string called = session.StandardOutput.ReadToEnd();

        Assert.StartsWith(
            $"nobody /usr/bin/env NOTIFY_SOCKET=/run/listener {Path.Combine(Folder, "session")} --client /usr/lib/{Name}/DryNeedling.Kiosk run -- /usr/lib/xorg/Xorg :0 ",
            called, StringComparison.Ordinal);
        Assert.Contains($" -config {Name}.conf ", called, StringComparison.Ordinal);
    }

    /// <summary>A session that only says how its kiosk ended; xinit itself always says that all went well.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(137, 137)]
    [InlineData(-1, 1)]
    public void The_service_learns_how_the_kiosk_ended_and_only_the_staffs_exit_ends_it_for_good(int kiosk, int service)
    {
        Assert.Equal("0", Service("RestartPreventExitStatus"));
        using TemporaryFolder programs = new();
        string xinit = Path.Combine(programs.Path, "xinit");
        // Does what xinit does with its client; without one it has no screen.
        File.WriteAllText(xinit, kiosk < 0 ? "#!/bin/sh\nexit 0\n" : $"#!/bin/sh\n\"$3\" --client sh -c 'exit {kiosk}'\nexit 0\n");
        File.SetUnixFileMode(xinit, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ProcessStartInfo start = new(Path.Combine(Folder, "session"));
        start.Environment["PATH"] = $"{programs.Path}:/usr/bin:/bin";
        (start.Environment["KIOSK_SESSION"], start.Environment["XDG_RUNTIME_DIR"]) = ("x", programs.Path);

        using Process session = Process.Start(start)!;
        session.WaitForExit();

        Assert.Equal(service, session.ExitCode);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static string Service(string key) =>
        Assert.Single(Read($"{Name}.service").Split('\n'), line => line.StartsWith(key + "=", StringComparison.Ordinal))[(key.Length + 1)..];

    [GeneratedRegex(@"/usr/lib/(dry-needling-kiosk|systemd)[\w./-]*\w")]
    private static partial Regex InstalledPath();

    [GeneratedRegex(@"run_needs=\(([^)]*)\)")]
    private static partial Regex RunNeeds();

    [GeneratedRegex(@"\]=([\w.-]+)")]
    private static partial Regex NeededPackage();

    [GeneratedRegex("\"(run |pin |stats |health |content \\w+)\"")]
    private static partial Regex HandedOver();
}
