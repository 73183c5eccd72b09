using System.Numerics;
using DryNeedling.Kiosk.Layout;

namespace DryNeedling.Kiosk.Ui;

/// <summary>
/// Puts names into a row above what they point to or one below it, each as near to its own as the others allow. Names
/// never overlap, their leaders never cross; the least of them go without a place when there are too many.
/// </summary>
internal static class RowLabelLayout
{
    /// <param name="isAbove">Which row each wish belongs to.</param>
    public static List<PlacedLabel> Place(IReadOnlyList<WantedLabel> wanted, Func<int, bool> isAbove, Box free, float gap)
    {
        List<PlacedLabel> placed = [];
        Fill(placed, wanted, isAbove, free, gap, above: true);
        Fill(placed, wanted, i => !isAbove(i), free, gap, above: false);
        // Leaders of two rows can only be told apart when the lesser goes.
        while (Crossing(placed, wanted) is { } pair)
            placed.RemoveAt(wanted[placed[pair.A].Index].Weight < wanted[placed[pair.B].Index].Weight ? pair.A : pair.B);
        return placed;
    }

    /// <summary>Where a name's leader begins: at its edge, as far above or below its anchor as it can.</summary>
    public static Vector2 LeaderFrom(Box label, Vector2 anchor)
    {
        float x = Math.Clamp(anchor.X, label.X + MathF.Min(4, label.Width / 3), label.Right - MathF.Min(4, label.Width / 3));
        return new(x, anchor.Y > label.Center.Y ? label.Bottom : label.Y);
    }

    private static void Fill(List<PlacedLabel> placed, IReadOnlyList<WantedLabel> wanted, Func<int, bool> belongs, Box free, float gap, bool above)
    {
        List<int> row = [];
        float used = 0;
        foreach (int i in Enumerable.Range(0, wanted.Count).Where(belongs).OrderByDescending(i => wanted[i].Weight).ThenBy(i => i))
        {
            float more = wanted[i].Width + (row.Count > 0 ? gap : 0);
            if (used + more > free.Width)
                continue;
            row.Add(i);
            used += more;
        }

        row.Sort((a, b) => Ideal(a) != Ideal(b) ? Ideal(a).CompareTo(Ideal(b)) : a.CompareTo(b));
        List<PlacedLabel> boxes = Boxes(row, wanted, free, gap, above);
        // Each swap of two whose leaders cross makes both leaders shorter, so this ends.
        for (int tries = 0; tries < 20 && Crossing(boxes, wanted) is { } pair; tries++)
        {
            (row[pair.A], row[pair.B]) = (row[pair.B], row[pair.A]);
            boxes = Boxes(row, wanted, free, gap, above);
        }

        placed.AddRange(boxes);

        float Ideal(int i) => wanted[i].Anchor.X + wanted[i].Aside * wanted[i].Width;
    }

    private static List<PlacedLabel> Boxes(List<int> row, IReadOnlyList<WantedLabel> wanted, Box free, float gap, bool above)
    {
        float[] lefts = new float[row.Count];
        float next = free.X;
        for (int n = 0; n < lefts.Length; n++)
        {
            lefts[n] = MathF.Max(next, wanted[row[n]].Anchor.X + (wanted[row[n]].Aside - 0.5f) * wanted[row[n]].Width);
            next = lefts[n] + wanted[row[n]].Width + gap;
        }

        float end = free.Right;
        for (int n = lefts.Length - 1; n >= 0; n--)
        {
            lefts[n] = MathF.Min(lefts[n], end - wanted[row[n]].Width);
            end = lefts[n] - gap;
        }

        return [.. row.Select((i, n) => new PlacedLabel(i, new(lefts[n], above ? free.Y : free.Bottom - wanted[i].Height, wanted[i].Width, wanted[i].Height), above))];
    }

    private static (int A, int B)? Crossing(List<PlacedLabel> placed, IReadOnlyList<WantedLabel> wanted)
    {
        for (int a = 0; a < placed.Count; a++)
        {
            for (int b = a + 1; b < placed.Count; b++)
            {
                Vector2 to = wanted[placed[a].Index].Anchor, too = wanted[placed[b].Index].Anchor;
                if (Cross(LeaderFrom(placed[a].Box, to), to, LeaderFrom(placed[b].Box, too), too))
                    return (a, b);
            }
        }

        return null;
    }

    private static bool Cross(Vector2 a, Vector2 b, Vector2 c, Vector2 d) =>
        Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static float Side(Vector2 from, Vector2 to, Vector2 at) => (to.X - from.X) * (at.Y - from.Y) - (to.Y - from.Y) * (at.X - from.X);
}
