using System.Numerics;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Staging;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The names of the muscles in view, beside the body, each with a line to its muscle; each name once.</summary>
internal static class StructureLabels
{
    public const string Group = "structure-labels";

    // Of what shows less than this a line would end in its neighbour.
    private const int LeastWeight = 3;

    // A twin that shows so much less than the other is not worth balancing the sides.
    private const float TwinShare = 0.6f;

    private const float GapMm = 1.6f, BesideMm = 9, WidestMm = 62, NarrowestMm = 16;

    public static void Add(ScreenPlan plan, ScreenContext context, SeenBody seen)
    {
        Box free = plan.FreeArea;
        float bottom = plan.Controls.Where(c => c.Control.Id is "side-label-left" or "side-label-right").Select(c => c.Control.Bounds.Y - 2).Append(free.Bottom).Min();
        (float from, float to) = (free.X, free.Right);
        if (context.Measures.Screen.IsPortrait)
        {
            // Above the columns of buttons the whole width is free.
            (from, to) = (context.Measures.Margin, context.Measures.Screen.WidthMm - context.Measures.Margin);
            bottom = plan.Controls.Where(c => c.Control.Id is "layers-card" or "views-card" or "body-card").Select(c => c.Control.Bounds.Y - 3).Append(bottom).Min();
        }

        Box left = Column(from, seen.Left - BesideMm, free.Y, bottom), right = Column(seen.Right + BesideMm, to, free.Y, bottom);
        if (left.Width > WidestMm)
            left = left with { X = left.Right - WidestMm, Width = WidestMm };
        right = right with { Width = MathF.Min(WidestMm, right.Width) };
        if (MathF.Max(left.Width, right.Width) < NarrowestMm)
            return;

        List<SeenStructure> named = Named(context, seen, (left.Right + right.X) / 2);
        float pad = context.Measures.LabelCap * 0.8f;
        named.RemoveAll(s => context.Shaper.Block(NameOf(context, s), context.Label, MathF.Min(WidestMm, MathF.Max(left.Width, right.Width)) - 2 * pad).HasCutWords);
        TextBlock[] words = [.. named.Select(s => context.Shaper.Block(NameOf(context, s), context.Label, MathF.Min(WidestMm, MathF.Max(left.Width, right.Width)) - 2 * pad))];
        WantedLabel[] wanted = [.. named.Select((s, i) => new WantedLabel(s.At, words[i].WidthMm + 2 * pad, words[i].HeightMm + pad * 0.5f, s.Weight))];
        Draw(plan, context, named, words, LabelLayout.Place(wanted, left, right, GapMm), pad);
    }

    private static Box Column(float x, float right, float y, float bottom) => new(x, y, MathF.Max(0, right - x), MathF.Max(0, bottom - y));

    private static string NameOf(ScreenContext context, SeenStructure seen) => context.In(context.Content.Muscle(seen.Id.Base)!.Name);

    // Of two twins in view the one that keeps the sides even.
    private static List<SeenStructure> Named(ScreenContext context, SeenBody seen, float middle)
    {
        List<SeenStructure> named = [];
        int balance = 0;
        foreach (IGrouping<string, SeenStructure> twins in seen.Structures
            .Where(s => s.Weight >= LeastWeight && context.Content.Muscle(s.Id.Base) is not null)
            .GroupBy(s => s.Id.Base).OrderByDescending(g => g.Max(s => s.Weight)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            SeenStructure[] both = [.. twins.OrderByDescending(s => s.Weight).ThenBy(s => s.Id.Value, StringComparer.Ordinal)];
            bool choose = both.Length > 1 && both[1].Weight >= TwinShare * both[0].Weight;
            SeenStructure one = choose && both[0].At.X < middle == balance > 0 ? both[1] : both[0];
            balance += one.At.X < middle ? 1 : -1;
            named.Add(one);
        }

        return named;
    }

    private static void Draw(ScreenPlan plan, ScreenContext context, List<SeenStructure> named, TextBlock[] words, List<PlacedLabel> placed, float pad)
    {
        if (placed.Count == 0)
            return;
        PanelBuilder builder = new(context);
        Box all = placed[0].Box;
        foreach (PlacedLabel label in placed)
        {
            Vector2 from = new(label.IsLeft ? label.Box.Right : label.Box.X, label.Box.Center.Y), to = named[label.Index].At;
            builder.Leader(from, to, context.Theme.Ink);
            all = Around(Around(all, label.Box), new(to.X - 1, to.Y - 1, 2, 2));
        }

        foreach (PlacedLabel label in placed)
        {
            TextBlock text = words[label.Index];
            builder.Fill(label.Box, context.Theme.Card, Measures.ControlRadius * 0.7f);
            builder.Add(new(PaintKind.Text, new(label.Box.X + pad, label.Box.Center.Y - text.HeightMm / 2, text.WidthMm, text.HeightMm), context.Theme.Ink, Text: text));
            builder.Controls.Add(new("label-" + named[label.Index].Id.Value, ControlRole.Text, text.Text, label.Box,
                TextCapHeightMm: text.Style.CapHeightMm, Contrast: context.Theme.OnCard(context.Theme.Ink)));
        }

        builder.AddTo(plan, builder.Build(Group, Group, all.Inset(-1)) with { LeavesAtOnce = true });
    }

    private static Box Around(Box a, Box b)
    {
        float x = MathF.Min(a.X, b.X), y = MathF.Min(a.Y, b.Y);
        return new(x, y, MathF.Max(a.Right, b.Right) - x, MathF.Max(a.Bottom, b.Bottom) - y);
    }
}
