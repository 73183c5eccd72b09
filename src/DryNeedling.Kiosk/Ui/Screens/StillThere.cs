using System.Globalization;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The question before everything about the visitor is forgotten, over all else.</summary>
internal static class StillThere
{
    public const string Group = "prompt";

    public static void Add(ScreenPlan plan, ScreenContext context, int seconds)
    {
        Measures measures = context.Measures;
        float pad = measures.Padding * 1.5f, width = MathF.Min(measures.Screen.WidthMm - 4 * measures.Margin, measures.LabelCap * 46);
        float inner = width - 2 * pad;
        TextBlock title = context.Shaper.Block(context.Say("still-there"), new(TextFace.SemiBold, measures.TitleCap), inner);
        TextBlock text = context.Shaper.Balanced(context.Say("still-there-text"), context.Reading, inner);
        TextBlock count = context.Shaper.Line(seconds.ToString(CultureInfo.InvariantCulture), new(TextFace.SemiBold, measures.LabelCap * 3));
        TextBlock unit = context.Shaper.Line(context.Say("seconds"), context.Reading);
        TextBlock here = context.Shaper.Block(context.Say("still-here"), new(TextFace.SemiBold, measures.ReadingCap * 1.1f), inner - 8);
        float button = MathF.Max(measures.NavigationTarget * 1.15f, here.HeightMm + 6);
        float countHeight = count.Style.CapHeightMm * 1.7f;
        float height = 2 * pad + title.HeightMm + text.HeightMm + countHeight + unit.HeightMm + button + 12;
        float middle = measures.Screen.IsPortrait ? 0.6f : 0.5f;
        Box card = new((measures.Screen.WidthMm - width) / 2, measures.Screen.HeightMm * middle - height / 2, width, height);

        PanelBuilder builder = new(context);
        plan.ModalFrom = plan.Controls.Count;
        builder.Card(card, "prompt", context.Say("still-there"));
        float y = card.Y + pad;
        Line("still-there", title, ControlRole.Heading, context.Theme.Ink, title.HeightMm + 2);
        Line("still-there-text", text, ControlRole.Text, context.Theme.Ink, text.HeightMm + 4);
        y -= (count.HeightMm - countHeight) / 2;
        Line("seconds", count, ControlRole.Text, context.Theme.Bright, countHeight);
        y += (count.HeightMm - countHeight) / 2;
        Line("seconds-unit", unit, ControlRole.Text, context.Theme.Quiet, unit.HeightMm + 6);
        AddButton(builder, context, here, new(card.X + pad, y, inner, button));
        builder.AddTo(plan, builder.BuildCard("prompt", Group, card));

        void Line(string id, TextBlock block, ControlRole role, SkiaSharp.SKColor ink, float step)
        {
            builder.Centred(block, new(card.X + pad, y, inner, 0), ink);
            builder.Controls.Add(new(id, role, block.Text, new(card.Center.X - block.WidthMm / 2, y, block.WidthMm, block.HeightMm),
                TextCapHeightMm: block.Style.CapHeightMm, Contrast: context.Theme.OnCard(ink)));
            y += step;
        }
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
