using DryNeedling.Kiosk.Operation.Packs;

namespace DryNeedling.Kiosk.Tests.Operation.Packs;

public sealed class TheDropFolder : IDisposable
{
    private readonly PackFixture fixture = new();
    private readonly StringWriter errors = new();
    private readonly DropFolder drops;
    private readonly string stick;

    public TheDropFolder()
    {
        stick = fixture.File("stick");
        drops = Drops();
    }

    public void Dispose()
    {
        drops.Dispose();
        errors.Dispose();
        fixture.Dispose();
    }

    [Fact]
    public void A_pack_that_has_come_to_rest_there_is_installed_once()
    {
        drops.Look();
        Drop("First");
        drops.Look();
        Assert.Equal("Infraspinatus", fixture.Shows());
        drops.Look();
        Assert.Equal("First", fixture.Shows());

        fixture.Versions.Rollback();
        drops.Look();
        Assert.Equal("Infraspinatus", fixture.Shows());
    }

    [Fact]
    public void After_a_restart_with_the_stick_still_there_a_rollback_stays()
    {
        Drop("First");
        Look(drops);
        fixture.Versions.Rollback();

        using DropFolder restarted = Drops();
        Look(restarted);

        Assert.Equal("Infraspinatus", fixture.Shows());
    }

    [Fact]
    public void A_pack_that_is_refused_costs_one_line_and_not_one_at_every_look()
    {
        Directory.CreateDirectory(stick);
        File.WriteAllText(Path.Combine(stick, "a.zip"), "no zip");

        for (int i = 0; i < 5; i++)
            drops.Look();

        string line = Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("a.zip is not installed", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_the_newest_is_shown()
    {
        string newest = Drop("Newest");
        File.SetLastWriteTimeUtc(Drop("Older"), File.GetLastWriteTimeUtc(newest).AddHours(-1));

        Look(drops);

        Assert.Equal("Newest", fixture.Shows());
    }

    private static void Look(DropFolder drops)
    {
        drops.Look();
        drops.Look();
    }

    private DropFolder Drops() => new(fixture.Place, fixture.Installer, new(fixture.Place, TimeProvider.System, errors)) { Folder = stick };

    private string Drop(string name)
    {
        Directory.CreateDirectory(stick);
        string file = Path.Combine(stick, name + ".zip");
        File.Move(fixture.Pack(name), file);
        return file;
    }
}
