using System.Globalization;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The question before everything about the visitor is forgotten, over all else.</summary>
internal static class StillThere
{
    public const string Group = "prompt";

    public static void Add(ScreenPlan plan, ScreenContext context, int seconds)
    {
        Measures measures = context.Measures;
        float pad = measures.Padding * (measures.IsSmall ? 1 : 1.5f);
        float wanted = MathF.Max(measures.LabelCap * 46, measures.ReadingCap * 32);
        float width = MathF.Min(measures.Screen.WidthMm - 4 * measures.Margin, wanted), inner = width - 2 * pad;
        TextBlock title = context.Shaper.Block(context.Say("still-there"), new(TextFace.SemiBold, measures.TitleCap), inner);
        TextBlock text = context.Shaper.Balanced(context.Say("still-there-text"), context.Reading, inner);
        TextBlock count = context.Shaper.Line(seconds.ToString(CultureInfo.InvariantCulture), new(TextFace.SemiBold, measures.LabelCap * 3));
        TextBlock unit = context.Shaper.Line(context.Say("seconds"), context.Reading);
        TextBlock here = context.Shaper.Block(context.Say("still-here"), new(TextFace.SemiBold, measures.ReadingCap * 1.1f), inner - 8);
        float button = MathF.Max(measures.NavigationTarget * 1.15f, here.HeightMm + 6), gap = measures.LabelCap;
        float height = 2 * pad + title.HeightMm + text.HeightMm + count.HeightMm + button + 2 * gap;
        float middle = measures.Screen.IsPortrait ? 0.6f : 0.5f;
        Box card = new((measures.Screen.WidthMm - width) / 2, measures.Screen.HeightMm * middle - height / 2, width, height);

        PanelBuilder builder = new(context);
        (plan.ModalFrom, plan.ModalGroup) = (plan.Controls.Count, Group);
        builder.Card(card, "prompt", context.Say("still-there"));
        float y = card.Y + pad;
        AddCentred(builder, context, "still-there", title, card, y, ControlRole.Heading);
        AddCentred(builder, context, "still-there-text", text, card, y += title.HeightMm + gap / 2, ControlRole.Text);
        AddCountdown(builder, context, count, unit, card, y += text.HeightMm + gap / 2);
        AddButton(builder, context, here, new(card.X + pad, y + count.HeightMm + gap, inner, button));
        builder.AddTo(plan, builder.BuildCard("prompt", Group, card));
    }

    private static void AddCentred(PanelBuilder builder, ScreenContext context, string id, TextBlock text, Box card, float y, ControlRole role)
    {
        SKColor ink = context.Theme.Ink;
        Box box = new(card.Center.X - text.WidthMm / 2, y, text.WidthMm, text.HeightMm);
        builder.Centred(text, box, ink);
        builder.Controls.Add(new(id, role, text.Text, box, TextCapHeightMm: text.Style.CapHeightMm, Contrast: context.Theme.OnCard(ink)));
    }

    // The number is large, its unit stands beside it on the same line.
    private static void AddCountdown(PanelBuilder builder, ScreenContext context, TextBlock count, TextBlock unit, Box card, float y)
    {
        float between = unit.Style.CapHeightMm * 0.8f;
        float x = card.Center.X - (count.WidthMm + between + unit.WidthMm) / 2;
        builder.Text("seconds", count, x, y, context.Theme.Bright);
        builder.Text("seconds-unit", unit, x + count.WidthMm + between, y + count.BaselineMm - unit.BaselineMm, context.Theme.Quiet);
    }

    private static void AddButton(PanelBuilder builder, ScreenContext context, TextBlock text, Box box)
    {
        Theme theme = context.Theme;
        builder.Surface("still-here", box, theme.Strong, Measures.CardRadius);
        builder.Centred(text, new(box.X, box.Center.Y - text.HeightMm / 2, box.Width, 0), theme.OnStrong);
        builder.Controls.Add(new("still-here", ControlRole.Button, text.Text, box, new Intent.StillHere(),
            TextCapHeightMm: text.Style.CapHeightMm, Contrast: Colours.Contrast(theme.OnStrong, theme.Strong)));
    }
}
