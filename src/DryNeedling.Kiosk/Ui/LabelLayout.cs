using System.Numerics;
using DryNeedling.Kiosk.Layout;

namespace DryNeedling.Kiosk.Ui;

/// <summary>A name that wants a place.</summary>
/// <param name="Anchor">What it points to, millimetres.</param>
/// <param name="Weight">The larger, the sooner it gets a place.</param>
/// <param name="Aside">In a row: how far it would rather stand from its anchor, in its own widths to the right.</param>
internal readonly record struct WantedLabel(Vector2 Anchor, float Width, float Height, float Weight, float Aside = 0);

/// <summary>Where a name stands. <paramref name="Index"/> is that of the wish.</summary>
internal readonly record struct PlacedLabel(int Index, Box Box, bool IsLeft);

/// <summary>
/// Puts names into two columns beside the body, each on its structure's own side, in the order of what they point to.
/// Names never overlap and never leave their column; the least of them go without a place when there are too many.
/// </summary>
internal static class LabelLayout
{
    public static List<PlacedLabel> Place(IReadOnlyList<WantedLabel> wanted, Box left, Box right, float gap)
    {
        float middle = (left.Right + right.X) / 2;
        List<PlacedLabel> placed = [];
        Fill(placed, wanted, left, gap, i => wanted[i].Anchor.X < middle, isLeft: true);
        Fill(placed, wanted, right, gap, i => wanted[i].Anchor.X >= middle, isLeft: false);
        return placed;
    }

    private static void Fill(List<PlacedLabel> placed, IReadOnlyList<WantedLabel> wanted, Box column, float gap, Func<int, bool> belongs, bool isLeft)
    {
        List<int> chosen = [];
        float used = 0;
        foreach (int i in Enumerable.Range(0, wanted.Count).Where(belongs).OrderByDescending(i => wanted[i].Weight).ThenBy(i => i))
        {
            float more = wanted[i].Height + (chosen.Count > 0 ? gap : 0);
            if (wanted[i].Width > column.Width || used + more > column.Height)
                continue;
            chosen.Add(i);
            used += more;
        }

        chosen.Sort((a, b) => wanted[a].Anchor.Y != wanted[b].Anchor.Y ? wanted[a].Anchor.Y.CompareTo(wanted[b].Anchor.Y) : a.CompareTo(b));
        float[] tops = Stack(chosen, wanted, column, gap);
        for (int n = 0; n < chosen.Count; n++)
        {
            WantedLabel label = wanted[chosen[n]];
            placed.Add(new(chosen[n], new(isLeft ? column.Right - label.Width : column.X, tops[n], label.Width, label.Height), isLeft));
        }
    }

    // Each as near to the height of what it points to as those above it allow; then up again from the column's end.
    private static float[] Stack(List<int> chosen, IReadOnlyList<WantedLabel> wanted, Box column, float gap)
    {
        float[] tops = new float[chosen.Count];
        float free = column.Y;
        for (int n = 0; n < tops.Length; n++)
        {
            WantedLabel label = wanted[chosen[n]];
            tops[n] = MathF.Max(free, label.Anchor.Y - label.Height / 2);
            free = tops[n] + label.Height + gap;
        }

        float end = column.Bottom;
        for (int n = tops.Length - 1; n >= 0; n--)
        {
            tops[n] = MathF.Min(tops[n], end - wanted[chosen[n]].Height);
            end = tops[n] - gap;
        }

        return tops;
    }
}
