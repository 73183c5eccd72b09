using System.Numerics;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>
/// What stands around the body on every screen but Attract: the columns of buttons, and the words that tell left from
/// right.
/// </summary>
internal static class Explore
{
    // Between two cards that belong together.
    private const float CardGap = 4;

    // Width of a standing body with a little air over its height.
    private const float BodyShare = 0.32f;

    /// <param name="sheet">The open card, or null.</param>
    public static void Add(ScreenPlan plan, ScreenContext context, Box? sheet)
    {
        Box free = context.Measures.Screen.IsPortrait ? AddPortrait(plan, context, sheet) : AddLandscape(plan, context, sheet);
        if (context.Measures.Screen.IsPortrait && context.State.Sheet == SheetPosition.Full && sheet is not null)
        {
            plan.FreeArea = free;
            return;
        }

        free = AddNotice(plan, context, free, sheet);
        // A block of tissue has no left and right of its own.
        if (!context.State.ShowsCutaway)
            free = AddSideLabels(plan, context, free);
        plan.FreeArea = AddHint(plan, context, free, sheet);
    }

    private static Box AddLandscape(ScreenPlan plan, ScreenContext context, Box? sheet)
    {
        Measures measures = context.Measures;
        float margin = measures.Margin, rail = Rails.Width(context), bottom = Navigation.Top(context) - Edge(measures);
        float gap = measures.IsSmall ? 2 : CardGap, both = 2 * rail + gap;
        float available = bottom - margin, rails = Rails.Height(context, available);
        Rails.Add(plan, context, margin, margin + rail + gap, bottom - rails, available);
        float left = margin + both + gap, right = (sheet?.X ?? measures.Screen.WidthMm) - margin;
        return new(left, margin, right - left, bottom - margin);
    }

    // From the navigation to what stands on it.
    private static float Edge(Measures measures) => measures.IsSmall ? 2 : measures.Margin;

    private static Box AddPortrait(ScreenPlan plan, ScreenContext context, Box? sheet)
    {
        Measures measures = context.Measures;
        float margin = measures.Margin, rail = Rails.Width(context);
        float width = measures.Screen.WidthMm, bottom = sheet?.Y ?? Navigation.Top(context);
        if (sheet is not null && context.State.Sheet == SheetPosition.Full)
            return new(margin, margin, width - 2 * margin, bottom - 2 * margin);

        if (sheet is null)
            bottom -= NoticeHeight(context);

        float available = bottom - CardGap - margin, rails = Rails.Height(context, available);
        Rails.Add(plan, context, margin, width - margin - rail, bottom - CardGap - rails, available);
        return new(margin + rail + CardGap, margin, width - 2 * (margin + rail + CardGap), bottom - margin - CardGap);
    }

    private static float NoticeHeight(ScreenContext context) => PillHeight(context) + CardGap;

    private static float PillHeight(ScreenContext context) => context.Measures.LabelCap * 2.6f;

    // With a card open the notice stands at the card's end instead.
    private static Box AddNotice(ScreenPlan plan, ScreenContext context, Box free, Box? sheet)
    {
        if (sheet is not null)
            return free;

        Measures measures = context.Measures;
        bool portrait = measures.Screen.IsPortrait;
        Box room = portrait ? new(measures.Margin, 0, measures.Screen.WidthMm - 2 * measures.Margin, 0) : free;
        float labels = portrait ? 0 : 2 * (SideLabelWidth(context) + CardGap);
        Box pill = AddPill(plan, context, "notice", context.Say("notice"), context.Small, room.Center.X, room.Width - labels,
            Navigation.Top(context) - Edge(measures), above: true);
        return portrait ? free : free with { Height = pill.Y - 2 - free.Y };
    }

    private static float SideLabelWidth(ScreenContext context) =>
        MathF.Max(context.Shaper.Line(context.Say("your-left-label"), context.Label).WidthMm, context.Shaper.Line(context.Say("your-right-label"), context.Label).WidthMm) + 8;

    private static Box AddSideLabels(ScreenPlan plan, ScreenContext context, Box free)
    {
        (string left, string? right) = context.View switch
        {
            BodyView.Front => ("your-right-label", "your-left-label"),
            BodyView.Back => ("your-left-label", "your-right-label"),
            BodyView.Left => ("your-left-side", null),
            _ => ("your-right-side", (string?)null),
        };
        float bottom = context.Measures.Screen.IsPortrait ? free.Bottom : Navigation.Top(context) - Edge(context.Measures);
        bool brief = right is not null && free.Width < 2 * SideLabelWidth(context) + CardGap;
        AddPill(plan, context, "side-label-left", Words(left), context.Label, free.X, free.Width, bottom, above: true, align: 0);
        if (right is not null)
            AddPill(plan, context, "side-label-right", Words(right), context.Label, free.Right, free.Width, bottom, above: true, align: 1);

        // A narrow gap has no room for a body between the words: it stands above them.
        bool meets = free.Width - 2 * SideLabelWidth(context) < BodyShare * free.Height;
        return meets ? free with { Height = MathF.Min(free.Bottom, bottom - PillHeight(context) - 1) - free.Y } : free;

        string Words(string key) => context.Say(brief ? key + "-short" : key);
    }

    // Until something is chosen, one line says what a finger can do.
    private static Box AddHint(ScreenPlan plan, ScreenContext context, Box free, Box? sheet)
    {
        if (sheet is not null || context.State.Screen != KioskScreen.Explore)
            return free;
        Box pill = AddPill(plan, context, "hint", context.Say("hint-explore"), context.Label, free.Center.X, free.Width, free.Y, above: false);
        return new(free.X, pill.Bottom + 3, free.Width, free.Bottom - pill.Bottom - 3);
    }

    /// <summary>A short text on a small card of its own.</summary>
    /// <param name="align">0: the card begins at <paramref name="x"/>, 0.5: it is centred there, 1: it ends there.</param>
    /// <param name="above">The card stands on <paramref name="y"/> instead of hanging from it.</param>
    private static Box AddPill(
        ScreenPlan plan, ScreenContext context, string id, string label, TextStyle style, float x, float widest, float y, bool above, float align = 0.5f)
    {
        float side = style.CapHeightMm * 1.1f;
        TextBlock text = context.Shaper.Block(label, style, widest - 2 * side);
        float width = text.WidthMm + 2 * side, height = MathF.Max(PillHeight(context), text.HeightMm + 3);
        Box card = new(x - align * width, above ? y - height : y, width, height);
        PanelBuilder builder = new(context);
        builder.Card(card);
        Vector2 at = new(card.X + side, card.Center.Y - text.HeightMm / 2);
        if (align == 0.5f)
            builder.Centred(text, new(at.X, at.Y, text.WidthMm, 0), context.Theme.Ink);
        else
            builder.Add(new(PaintKind.Text, new(at.X, at.Y, text.WidthMm, text.HeightMm), context.Theme.Ink, Text: text));
        builder.Controls.Add(new(id, ControlRole.Text, label, card, TextCapHeightMm: style.CapHeightMm, Contrast: context.Theme.OnCard(context.Theme.Ink)));
        builder.AddTo(plan, builder.BuildCard(id, id, card));
        return card;
    }
}
