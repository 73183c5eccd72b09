using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests.Ui;

public sealed class TheRestingInterface : IDisposable
{
    private readonly InterfaceFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void It_wanders_by_a_few_pixels_and_never_far()
    {
        fixture.Show(KioskState.Initial, InterfaceFixture.Landscape);
        Panel panel = fixture.Ui.Panels.Single(p => p.Id == "zoom");
        (int x, int y) = (panel.X, panel.Y);
        HashSet<(int, int)> places = [];
        for (int minute = 0; minute < 120; minute++)
        {
            fixture.Ui.Age(TimeSpan.FromMinutes(1));
            places.Add((panel.X - x, panel.Y - y));
        }

        Assert.True(places.Count > 6, $"only {places.Count} places");
        Assert.All(places, p => Assert.True(Math.Abs(p.Item1) <= 4 && Math.Abs(p.Item2) <= 4, $"{p}"));
    }

    [Fact]
    public void It_is_drawn_once_when_it_wanders_and_then_rests()
    {
        fixture.Show(KioskState.Initial, InterfaceFixture.Landscape);
        fixture.Settle();
        Assert.False(fixture.Ui.IsMoving);

        fixture.Ui.Age(fixture.Ui.UntilShift);
        Assert.True(fixture.Ui.IsMoving);
        fixture.Ui.Advance(TimeSpan.FromMilliseconds(16));

        Assert.False(fixture.Ui.IsMoving);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_of_Attract_has_left_before_the_next_one_comes(bool upright)
    {
        KioskState asleep = KioskState.Initial.Apply(new Intent.FallAsleep());
        HashSet<string> seen = [];
        for (int frame = 0; frame < 30 * 60; frame++)
        {
            fixture.Show(asleep, upright ? InterfaceFixture.Portrait : InterfaceFixture.Landscape);
            string[] lines = [.. fixture.Ui.Panels.Where(p => p.Id.StartsWith("attract-line", StringComparison.Ordinal)).Select(p => p.Id)];
            Assert.True(lines.Length <= 1, $"after {frame} frames: {string.Join(" and ", lines)}");
            seen.UnionWith(lines);
            fixture.Ui.Advance(TimeSpan.FromSeconds(1 / 60.0));
        }

        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public void The_words_of_Attract_are_read_from_five_metres()
    {
        KioskState asleep = KioskState.Initial.Apply(new Intent.FallAsleep());
        for (int line = 0; line < 6; line++)
        {
            fixture.Show(asleep, InterfaceFixture.Portrait);
            Assert.True(fixture.Control("attract-line").TextCapHeightMm >= 15, fixture.Control("attract-line").Label);
            fixture.Ui.Advance(TimeSpan.FromSeconds(6));
        }
    }
}
