using System.Numerics;
using CsCheck;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests.Ui;

public sealed class TheRowLabelLayout
{
    private const float Gap = 3;

    private static readonly Box Free = new(10, 20, 200, 180), Rows = new(10, 44, 200, 132);

    private static readonly Gen<WantedLabel[]> Wishes = Gen.Select(
        Gen.Float[10, 210], Gen.Float[66, 154], Gen.Float[20, 60], Gen.Float[1, 9], Gen.Float[-1.2f, 1.2f],
        (x, y, width, weight, aside) => new WantedLabel(new(x, y), width, 20, weight, aside)).Array[0, 9];

    [Fact]
    public void Names_never_overlap_and_never_leave_the_free_part() =>
        Wishes.Sample(wishes =>
        {
            List<PlacedLabel> placed = Place(wishes);
            return placed.All(p => p.Box.X >= Free.X - 0.01f && p.Box.Right <= Free.Right + 0.01f && p.Box.Y >= Free.Y && p.Box.Bottom <= Free.Bottom + 0.01f)
                && placed.All(a => placed.All(b => a.Index == b.Index || !a.Box.Inset(0.01f).Overlaps(b.Box.Inset(0.01f))));
        });

    [Fact]
    public void Leaders_never_cross() =>
        Wishes.Sample(wishes =>
        {
            (Vector2 From, Vector2 To)[] leaders = [.. Place(wishes).Select(p => (RowLabelLayout.LeaderFrom(p.Box, wishes[p.Index].Anchor), wishes[p.Index].Anchor))];
            return leaders.All(a => leaders.All(b => a == b || !Cross(a.From, a.To, b.From, b.To)));
        });

    [Fact]
    public void No_leader_runs_through_another_name() =>
        Wishes.Sample(wishes =>
        {
            List<PlacedLabel> placed = Place(wishes);
            return placed.All(a => placed.All(b => a.Index == b.Index || !Steps(RowLabelLayout.LeaderFrom(a.Box, wishes[a.Index].Anchor), wishes[a.Index].Anchor).Any(b.Box.Inset(0.3f).Contains)));
        });

    private static IEnumerable<Vector2> Steps(Vector2 from, Vector2 to) => Enumerable.Range(0, 201).Select(i => Vector2.Lerp(from, to, i / 200f));

    [Fact]
    public void With_room_for_all_none_is_left_out()
    {
        WantedLabel[] wishes = [.. Enumerable.Range(0, 4).Select(i => new WantedLabel(new(200 - 20 * i, 100), 40, 20, i))];

        List<PlacedLabel> placed = RowLabelLayout.Place(wishes, _ => true, Free, Free, Gap);

        Assert.Equal([3, 2, 1, 0], placed.OrderBy(p => p.Box.X).Select(p => p.Index));
    }

    [Fact]
    public void The_least_goes_when_a_row_is_full()
    {
        WantedLabel[] wishes = [.. Enumerable.Range(0, 5).Select(i => new WantedLabel(new(30 + 20 * i, 100), 60, 20, i))];

        Assert.Equal([2, 3, 4], RowLabelLayout.Place(wishes, _ => true, Free, Free, Gap).Select(p => p.Index).Order());
    }

    [Fact]
    public void Where_a_row_is_too_short_every_other_name_moves_farther_out()
    {
        WantedLabel[] wishes = [.. Enumerable.Range(0, 4).Select(i => new WantedLabel(new(35 + 50 * i, 100), 55, 20, i))];

        List<PlacedLabel> placed = RowLabelLayout.Place(wishes, _ => true, Rows, Free, Gap);

        Assert.Equal([44, 21, 44, 21], placed.OrderBy(p => p.Index).Select(p => p.Box.Y));
    }

    private static List<PlacedLabel> Place(WantedLabel[] wishes) => RowLabelLayout.Place(wishes, i => i % 2 == 0, Rows, Free, Gap);

    private static bool Cross(Vector2 a, Vector2 b, Vector2 c, Vector2 d) =>
        Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static float Side(Vector2 from, Vector2 to, Vector2 at) => (to.X - from.X) * (at.Y - from.Y) - (to.Y - from.Y) * (at.X - from.X);
}
