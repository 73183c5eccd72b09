using System.Numerics;
using CsCheck;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests.Ui;

public sealed class TheLabelLayout
{
    private const float Gap = 1.6f;

    private static readonly Box Left = new(10, 20, 60, 200), Right = new(150, 20, 50, 200);

    private static readonly Gen<WantedLabel[]> Wishes = Gen.Select(
        Gen.Float[0, 220], Gen.Float[0, 250], Gen.Float[5, 70], Gen.Float[5, 25], Gen.Float[1, 100],
        (x, y, width, height, weight) => new WantedLabel(new(x, y), width, height, weight)).Array[0, 60];

    [Fact]
    public void Names_never_overlap_and_never_leave_their_column() =>
        Wishes.Sample(wishes =>
        {
            List<PlacedLabel> placed = LabelLayout.Place(wishes, Left, Right, Gap);
            foreach (PlacedLabel label in placed)
            {
                Box column = label.IsLeft ? Left : Right;
                if (label.Box.X < column.X - 0.01f || label.Box.Right > column.Right + 0.01f || label.Box.Y < column.Y - 0.01f || label.Box.Bottom > column.Bottom + 0.01f)
                    return false;
            }

            return placed.All(a => placed.All(b => a.Index == b.Index || !a.Box.Inset(0.01f).Overlaps(b.Box.Inset(0.01f))));
        });

    [Fact]
    public void They_stand_in_the_order_of_what_they_point_to() =>
        Wishes.Sample(wishes =>
        {
            List<PlacedLabel> placed = LabelLayout.Place(wishes, Left, Right, Gap);
            return placed.All(a => placed.All(b => a.IsLeft != b.IsLeft || a.Box.Y <= b.Box.Y || wishes[a.Index].Anchor.Y >= wishes[b.Index].Anchor.Y));
        });

    [Fact]
    public void The_least_goes_without_a_place_when_there_are_too_many()
    {
        WantedLabel[] wishes = [.. Enumerable.Range(0, 30).Select(i => new WantedLabel(new Vector2(0, 20 + 6 * i), 40, 9, i))];

        int[] placed = [.. LabelLayout.Place(wishes, Left, Right, Gap).Select(p => p.Index).Order()];

        Assert.Equal(Enumerable.Range(30 - placed.Length, placed.Length), placed);
        Assert.InRange(placed.Length, 15, 29);
    }
}
