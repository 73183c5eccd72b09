using System.Numerics;
using DryNeedling.Kiosk.Layout;

namespace DryNeedling.Kiosk.Ui;

/// <summary>
/// Puts names into a row above what they point to or one below it, each as near to its own as the others allow; where a row
/// is too short, every other name moves into a second row farther out. Names never overlap, their leaders neither cross
/// nor run through another name; the least of them go without a place when there are too many.
/// </summary>
internal static class RowLabelLayout
{
    // What a leader needs between two names.
    private const float LeaderWidth = 1;

    /// <param name="isAbove">Which row each wish belongs to.</param>
    /// <param name="rows">Its upper edge is that of the inner row above, its lower edge that of the one below.</param>
    /// <param name="free">Where names may be.</param>
    public static List<PlacedLabel> Place(IReadOnlyList<WantedLabel> wanted, Func<int, bool> isAbove, Box rows, Box free, float gap)
    {
        List<PlacedLabel> placed = [];
        Fill(placed, wanted, isAbove, new(rows, free, gap, IsAbove: true));
        Fill(placed, wanted, i => !isAbove(i), new(rows, free, gap, IsAbove: false));
        while (Conflict(placed, wanted) is { } pair)
            placed.RemoveAt(wanted[placed[pair.A].Index].Weight < wanted[placed[pair.B].Index].Weight ? pair.A : pair.B);
        return placed;
    }

    /// <summary>Where a name's leader begins: at its edge, as far above or below its anchor as it can.</summary>
    public static Vector2 LeaderFrom(Box label, Vector2 anchor)
    {
        float inside = MathF.Min(4, label.Width / 3), x = Math.Clamp(anchor.X, label.X + inside, label.Right - inside);
        return new(x, anchor.Y > label.Center.Y ? label.Bottom : label.Y);
    }

    private readonly record struct Side(Box Rows, Box Free, float Gap, bool IsAbove)
    {
        public float TopOf(float height, bool isOuter)
        {
            float inner = IsAbove ? Rows.Y : Rows.Bottom - height, outwards = isOuter ? height + Gap : 0;
            return IsAbove ? inner - outwards : inner + outwards;
        }

        /// <summary>Moved inwards until a second row has room outside of the first.</summary>
        public Side ForTwoRows(float height)
        {
            float top = MathF.Max(Rows.Y, Free.Y + height + Gap), bottom = MathF.Min(Rows.Bottom, Free.Bottom - height - Gap);
            return this with { Rows = new(Rows.X, top, Rows.Width, bottom - top) };
        }
    }

    private static void Fill(List<PlacedLabel> placed, IReadOnlyList<WantedLabel> wanted, Func<int, bool> belongs, Side side)
    {
        List<int> all = [.. Enumerable.Range(0, wanted.Count).Where(belongs)];
        List<int> row = Fitting(all, wanted, side);
        List<PlacedLabel> boxes = Uncrossed(row, wanted, side);
        if (row.Count < all.Count)
        {
            List<PlacedLabel> staggered = [.. Staggered(all, wanted, side.ForTwoRows(all.Max(i => wanted[i].Height)))];
            while (Conflict(staggered, wanted) is { } pair)
                staggered.RemoveAt(wanted[staggered[pair.A].Index].Weight < wanted[staggered[pair.B].Index].Weight ? pair.A : pair.B);
            boxes = staggered.Count > boxes.Count ? staggered : boxes;
        }

        placed.AddRange(boxes);
    }

    private static List<int> Fitting(List<int> all, IReadOnlyList<WantedLabel> wanted, Side side)
    {
        List<int> row = [];
        float used = 0;
        foreach (int i in all.OrderByDescending(i => wanted[i].Weight).ThenBy(i => i))
        {
            float more = wanted[i].Width + (row.Count > 0 ? side.Gap : 0);
            if (used + more > side.Free.Width)
                continue;
            row.Add(i);
            used += more;
        }

        return Sorted(row, wanted);
    }

    private static List<int> Sorted(List<int> row, IReadOnlyList<WantedLabel> wanted) =>
        [.. row.OrderBy(i => wanted[i].Anchor.X + wanted[i].Aside * wanted[i].Width).ThenBy(i => i)];

    // Each swap of two whose leaders cross makes both leaders shorter, so this ends.
    private static List<PlacedLabel> Uncrossed(List<int> row, IReadOnlyList<WantedLabel> wanted, Side side)
    {
        List<PlacedLabel> boxes = Boxes(row, wanted, side);
        for (int tries = 0; tries < 20 && Conflict(boxes, wanted) is { } pair; tries++)
        {
            (row[pair.A], row[pair.B]) = (row[pair.B], row[pair.A]);
            boxes = Boxes(row, wanted, side);
        }

        return boxes;
    }

    private static List<PlacedLabel> Boxes(List<int> row, IReadOnlyList<WantedLabel> wanted, Side side)
    {
        float[] lefts = Lefts(row, i => wanted[i].Width, i => wanted[i].Anchor.X + wanted[i].Aside * wanted[i].Width, side);
        return [.. row.Select((i, n) => BoxOf(i, lefts[n], wanted, side, isOuter: false))];
    }

    // In the inner row, those of the outer one only need room for their leaders.
    private static IEnumerable<PlacedLabel> Staggered(List<int> all, IReadOnlyList<WantedLabel> wanted, Side side)
    {
        List<int> row = [.. all.OrderBy(i => wanted[i].Anchor.X).ThenBy(i => i)];
        HashSet<int> outer = [.. row.Where((_, n) => n % 2 == 1)];
        float[] inner = Lefts(row, i => outer.Contains(i) ? LeaderWidth : wanted[i].Width, i => wanted[i].Anchor.X, side);
        List<int> far = [.. row.Where(outer.Contains)];
        float[] beyond = Lefts(far, i => wanted[i].Width, i => inner[row.IndexOf(i)] + LeaderWidth / 2, side);
        for (int n = 0; n < row.Count; n++)
        {
            bool isOuter = outer.Contains(row[n]);
            yield return BoxOf(row[n], isOuter ? beyond[far.IndexOf(row[n])] : inner[n], wanted, side, isOuter);
        }
    }

    private static PlacedLabel BoxOf(int i, float left, IReadOnlyList<WantedLabel> wanted, Side side, bool isOuter) =>
        new(i, new(left, side.TopOf(wanted[i].Height, isOuter), wanted[i].Width, wanted[i].Height), side.IsAbove);

    // Each as near to its middle as those before it allow; then back again from the end.
    private static float[] Lefts(List<int> row, Func<int, float> width, Func<int, float> middle, Side side)
    {
        float[] lefts = new float[row.Count];
        float next = side.Free.X;
        for (int n = 0; n < lefts.Length; n++)
        {
            lefts[n] = MathF.Max(next, middle(row[n]) - width(row[n]) / 2);
            next = lefts[n] + width(row[n]) + side.Gap;
        }

        float end = side.Free.Right;
        for (int n = lefts.Length - 1; n >= 0; n--)
        {
            lefts[n] = MathF.Min(lefts[n], end - width(row[n]));
            end = lefts[n] - side.Gap;
        }

        return lefts;
    }

    private static (int A, int B)? Conflict(List<PlacedLabel> placed, IReadOnlyList<WantedLabel> wanted)
    {
        for (int a = 0; a < placed.Count; a++)
        {
            for (int b = a + 1; b < placed.Count; b++)
            {
                Vector2 to = wanted[placed[a].Index].Anchor, too = wanted[placed[b].Index].Anchor;
                Vector2 from = LeaderFrom(placed[a].Box, to), also = LeaderFrom(placed[b].Box, too);
                if (Cross(from, to, also, too) || RunsThrough(from, to, placed[b].Box) || RunsThrough(also, too, placed[a].Box)
                    || placed[a].Box.Inset(0.01f).Overlaps(placed[b].Box.Inset(0.01f)))
                {
                    return (a, b);
                }
            }
        }

        return null;
    }

    private static bool RunsThrough(Vector2 from, Vector2 to, Box box)
    {
        Vector2 first = new(box.X, box.Y), last = new(box.Right, box.Bottom);
        return Cross(from, to, first, last) || Cross(from, to, new(box.Right, box.Y), new(box.X, box.Bottom)) || box.Contains(to);
    }

    private static bool Cross(Vector2 a, Vector2 b, Vector2 c, Vector2 d) =>
        Turn(a, b, c) * Turn(a, b, d) < 0 && Turn(c, d, a) * Turn(c, d, b) < 0;

    private static float Turn(Vector2 from, Vector2 to, Vector2 at) => (to.X - from.X) * (at.Y - from.Y) - (to.Y - from.Y) * (at.X - from.X);
}
