using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Learning;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The names of what is seen in the cut-away block, each with a line to its part; touching a name lights its part.</summary>
internal static class CutawayLabels
{
    public const string Group = "cutaway-labels";

    public static void Add(ScreenPlan plan, ScreenContext context, SeenBlock seen)
    {
        float pad = context.Measures.LabelCap * (context.Measures.IsSmall ? 0.45f : 0.9f), least = context.Measures.Target;
        Box free = plan.FreeArea, around = Around(free, seen, least);
        TextBlock[] words = [.. seen.Parts.Select(s => context.Shaper.Block(context.Say(KeyOf(s.Part)), context.Label, free.Width))];
        WantedLabel[] wanted = [.. seen.Parts.Select((s, i) => new WantedLabel(s.At, MathF.Max(least, words[i].WidthMm + 2 * pad), least, WeightOf(s.Part, context.State), AsideOf(s.Part)))];
        List<PlacedLabel> placed = RowLabelLayout.Place(wanted, i => IsAbove(seen.Parts[i].Part), around, free, Measures.Gap);
        if (placed.Count > 0)
            Draw(plan, context, seen, words, placed);
    }

    // The names stand close to the block, where there is room for that.
    private static Box Around(Box free, SeenBlock seen, float row)
    {
        const float Air = 3;
        float top = Math.Clamp(seen.Top - row - Air, free.Y, free.Center.Y), bottom = Math.Clamp(seen.Bottom + row + Air, free.Center.Y, free.Bottom);
        return new(free.X, top, free.Width, bottom - top);
    }

    // The needle is a line itself: its name's line must come from the side.
    private static float AsideOf(CutawayPart part) => part == CutawayPart.Needle ? -1.1f : 0;

    private static string KeyOf(CutawayPart part) => "part-" + part switch
    {
        CutawayPart.Skin => "skin",
        CutawayPart.Fat => "fat",
        CutawayPart.Muscle => "muscle",
        CutawayPart.Band => "band",
        CutawayPart.Point => "point",
        _ => "needle",
    };

    // The layers and the needle are seen from above, the band and its sore spot in the cut.
    private static bool IsAbove(CutawayPart part) => part is not (CutawayPart.Band or CutawayPart.Point);

    private static float WeightOf(CutawayPart part, KioskState state) => part == state.LitPart ? 10 : part switch
    {
        CutawayPart.Needle or CutawayPart.Point => 5,
        CutawayPart.Muscle or CutawayPart.Band => 4,
        CutawayPart.Skin => 3,
        _ => 2,
    };

    private static void Draw(ScreenPlan plan, ScreenContext context, SeenBlock seen, TextBlock[] words, List<PlacedLabel> placed)
    {
        PanelBuilder builder = new(context);
        float height = context.Measures.LabelCap * 2.5f;
        Box all = plan.FreeArea;
        foreach (PlacedLabel label in placed)
        {
            Box pill = PillOf(label.Box, height);
            builder.Leader(RowLabelLayout.LeaderFrom(pill, seen.Parts[label.Index].At), seen.Parts[label.Index].At, context.Theme.Ink);
        }

        foreach (PlacedLabel label in placed)
        {
            (CutawayPart part, TextBlock text) = (seen.Parts[label.Index].Part, words[label.Index]);
            bool isLit = part == context.State.LitPart;
            SKColor surface = isLit ? context.Theme.Chosen : default;
            Box pill = PillOf(label.Box, height);
            string id = KeyOf(part);
            builder.Fill(pill, context.Theme.Card, height / 2);
            builder.Surface(id, pill, surface, height / 2);
            builder.Centred(text, new(pill.X, pill.Center.Y - text.HeightMm / 2, pill.Width, 0), context.Theme.Ink);
            builder.Controls.Add(new(id, ControlRole.Toggle, text.Text, label.Box, new Intent.LightPart(isLit ? null : part),
                TextCapHeightMm: text.Style.CapHeightMm, Contrast: context.Theme.OnCard(context.Theme.Ink, surface)));
        }

        builder.AddTo(plan, builder.Build(Group, Group, all.Inset(-1)) with { LeavesAtOnce = true });
    }

    // What is seen of a name is smaller than what a finger may touch.
    private static Box PillOf(Box label, float height) => new(label.X, label.Center.Y - height / 2, label.Width, height);
}
