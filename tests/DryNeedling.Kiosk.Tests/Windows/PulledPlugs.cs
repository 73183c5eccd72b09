using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Tests.Commands;
using DryNeedling.Kiosk.Tests.Operation.Packs;
using Microsoft.Data.Sqlite;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>The kiosk and an installation are killed at random moments; whatever they were at, everything is whole afterwards.</summary>
[Collection(nameof(WindowTests))]
public sealed class PulledPlugs(Screens screens)
{
    // KIOSK_KILLS=200 for a long run.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KIOSK_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 10;

    [Fact]
    public void After_any_kill_the_counts_are_sound_and_one_whole_content_is_live()
    {
        using PackFixture packs = new();
        string[] contents = [packs.Pack("First"), packs.Pack("Second")];
        Dictionary<string, string> environment = new() { ["KIOSK_STATE"] = packs.Place.Folder, ["DISPLAY"] = screens.Landscape.Display };
        Random random = new(4711);
        for (int i = 0; i < Kills; i++)
        {
            using Process kiosk = Start(environment, "run", "--model", VisibleBody.Small.File);
            using Process installer = Start(environment, "content", "install", contents[i % 2]);
            Visit(random.Next(0, 4000), random);
            installer.Kill();
            kiosk.Kill();
            installer.WaitForExit();
            kiosk.WaitForExit();

            AssertWhole(packs);
        }

        KioskProgram.Run(environment, "content", "install", contents[0]).Succeeds();
        Assert.Equal("First", packs.Shows());
        using KioskWindow again = new(screens.Landscape, VisibleBody.Small, environment);
        Assert.Equal(0, again.End().ExitCode);
        Assert.DoesNotContain(packs.Stored(), name => name.StartsWith("incoming", StringComparison.Ordinal));
    }

    private static Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        Process process = KioskProgram.Start(environment, arguments);
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    private void Visit(int milliseconds, Random random)
    {
        Mouse mouse = new(screens.Landscape.Display);
        for (Stopwatch visited = Stopwatch.StartNew(); visited.ElapsedMilliseconds < milliseconds; Thread.Sleep(random.Next(60)))
            mouse.Click(new Vector2(random.Next(screens.Landscape.Width), random.Next(screens.Landscape.Height)));
    }

    private static void AssertWhole(PackFixture packs)
    {
        string database = packs.Place.Path(CountStore.FileName);
        if (File.Exists(database))
        {
            using SqliteConnection connection = new($"Data Source={database};Pooling=false");
            connection.Open();
            using SqliteCommand check = new("PRAGMA integrity_check", connection);
            Assert.Equal("ok", check.ExecuteScalar());
        }

        Assert.Contains(packs.Shows(), new[] { "Infraspinatus", "First", "Second" });
        Assert.All(packs.Versions.List(), version => Assert.True(version.IsSound));
        Assert.False(File.Exists(packs.Place.Path(CountStore.AsideName)));
        Assert.All(KioskLog.Tail(packs.Place, 1000), line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warning|error) [a-z]+: ", line));
        if (File.Exists(packs.Place.Path(HealthReport.FileName)))
            Assert.NotNull(HealthReport.Read(packs.Place));
    }
}
