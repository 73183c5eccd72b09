using System.Globalization;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>What the staff find behind the two corners, over all else; and the lock while the glass is wiped.</summary>
internal static class StaffPanel
{
    public const string Group = "staff";

    // In the order in which they stand; each is named by its key in the strings.
    private static readonly StaffAction[] Actions =
    [
        new("cleaning", "sparkles", "staff-cleaning", new Intent.Clean(CleaningSeconds)),
        new("staff-reload", "rotate-ccw", "staff-reload", new Intent.ReloadContent()),
        new("staff-status", "info", "staff-status", new Intent.AskStatus()),
        new("staff-exit", "log-out", "staff-exit", new Intent.Quit()),
        new("staff-close", "x", "close", new Intent.CloseStaff()),
    ];

    /// <summary>How long a wipe takes.</summary>
    public const int CleaningSeconds = 30;

    public static void Add(ScreenPlan plan, ScreenContext context)
    {
        (plan.ModalFrom, plan.ModalGroup) = (plan.Controls.Count, Group);
        if (context.State.Staff == StaffMode.Cleaning)
            AddCleaning(plan, context);
        else
            AddActions(plan, context);
    }

    private static void AddActions(ScreenPlan plan, ScreenContext context)
    {
        Measures measures = context.Measures;
        float pad = measures.Padding * 1.4f, icon = measures.IconSize, beside = icon + 4 * measures.Padding;
        float most = measures.Screen.WidthMm - 2 * measures.Margin - 2 * pad;
        TextBlock title = context.Shaper.Line(context.Say("staff"), new(TextFace.SemiBold, measures.TitleCap));
        TextBlock[] words = [.. Actions.Select(a => context.Shaper.Block(context.Say(a.Key), context.Strong, most - beside))];
        float inner = MathF.Max(title.WidthMm, words.Max(w => w.WidthMm) + beside);
        float row = MathF.Max(measures.NavigationTarget, MathF.Max(measures.LabelCap * 4, words.Max(w => w.HeightMm)));
        float height = 2 * pad + title.HeightMm + Actions.Length * (row + Measures.Gap);
        Box card = Middle(measures, inner + 2 * pad, height);
        PanelBuilder builder = new(context);
        builder.Card(card, "staff", context.Say("staff"));
        builder.Text("staff-title", title, card.X + pad, card.Y + pad, context.Theme.Ink, role: ControlRole.Heading);
        for (int i = 0; i < Actions.Length; i++)
        {
            Box box = new(card.X + pad, card.Y + pad + title.HeightMm + Measures.Gap + i * (row + Measures.Gap), inner, row);
            builder.Surface(Actions[i].Id, box, context.Theme.Raised);
            builder.Icon(Actions[i].Icon, new(box.X + measures.Padding + icon / 2, box.Center.Y), icon, context.Theme.Bright);
            builder.Add(new(PaintKind.Text, new(box.X + 2 * measures.Padding + icon, box.Center.Y - words[i].HeightMm / 2, words[i].WidthMm, words[i].HeightMm), context.Theme.Ink, Text: words[i]));
            builder.Touchable(Actions[i].Id, words[i].Text, box, Actions[i].OnTap, words[i].Style, context.Theme.Ink, context.Theme.Raised);
        }

        builder.AddTo(plan, builder.BuildCard("staff", Group, card));
    }

    private static void AddCleaning(ScreenPlan plan, ScreenContext context)
    {
        Measures measures = context.Measures;
        float pad = measures.Padding * 1.6f, inner = MathF.Min(measures.Screen.WidthMm - 4 * measures.Margin - 2 * pad, measures.ReadingCap * 30);
        TextBlock text = context.Shaper.Balanced(context.Say("cleaning-text"), new(TextFace.SemiBold, measures.TitleCap), inner);
        TextBlock count = context.Shaper.Line((context.State.CleaningSeconds ?? 0).ToString(CultureInfo.InvariantCulture), new(TextFace.SemiBold, measures.LabelCap * 6));
        Box card = Middle(measures, inner + 2 * pad, 2 * pad + text.HeightMm + count.HeightMm);
        PanelBuilder builder = new(context);
        builder.Card(card, "cleaning", context.Say("staff-cleaning"));
        builder.Text("cleaning-text", text, card.Center.X - text.WidthMm / 2, card.Y + pad, context.Theme.Ink);
        builder.Text("cleaning-seconds", count, card.Center.X - count.WidthMm / 2, card.Y + pad + text.HeightMm, context.Theme.Bright);
        builder.AddTo(plan, builder.BuildCard("cleaning", Group, card));
    }

    private static Box Middle(Measures measures, float width, float height)
    {
        // Upright screens are reached better below their middle.
        float y = measures.Screen.HeightMm * (measures.Screen.IsPortrait ? 0.6f : 0.5f) - height / 2;
        return new((measures.Screen.WidthMm - width) / 2, MathF.Min(y, measures.Screen.HeightMm - measures.Margin - height), width, height);
    }

    private sealed record StaffAction(string Id, string Icon, string Key, Intent OnTap);
}
