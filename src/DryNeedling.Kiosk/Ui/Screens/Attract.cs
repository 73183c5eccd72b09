using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>What is written beside the turning body while nobody is there: large, one line at a time, in each language in turn.</summary>
internal static class Attract
{
    private const int Lines = 3;

    /// <param name="turn">Counts up while nobody comes.</param>
    public static void Add(ScreenPlan plan, ScreenContext context, int turn)
    {
        Measures measures = context.Measures;
        float width = measures.Screen.WidthMm, height = measures.Screen.HeightMm, margin = measures.Margin * 2;
        int languages = context.Content.Settings.Languages.Length;
        string language = context.Content.Settings.Languages[turn % languages];
        string line = context.Content.Strings.Get($"attract-{turn / languages % Lines + 1}", language, context.Content.FirstLanguage);
        string call = context.Content.Strings.Get("attract-call", language, context.Content.FirstLanguage);

        float cap = MathF.Min(height, width) * (measures.Screen.IsPortrait ? 0.05f : 0.048f);
        TextBlock text = context.Shaper.Block(line, new(TextFace.SemiBold, cap), width - 2 * margin);
        TextBlock word = context.Shaper.Line(call, new(TextFace.SemiBold, MathF.Max(measures.LabelCap, cap * 0.5f)));
        float button = MathF.Max(measures.NavigationTarget, word.HeightMm * 1.9f);
        float scrim = text.HeightMm + button + 3 * margin + cap * 3;
        float top = height - margin - button - margin - text.HeightMm;

        AddScrim(plan, context, new(0, height - scrim, width, scrim));
        AddName(plan, context, margin);
        AddLine(plan, context, "attract-line-" + turn % 2, text, new(margin, top, width - 2 * margin, text.HeightMm));
        AddCall(plan, context, word, new(width / 2, height - margin - button, 0, button));
        plan.FreeArea = new(0, measures.Margin, width, top - measures.Margin);
    }

    private static void AddScrim(ScreenPlan plan, ScreenContext context, Box box)
    {
        PanelBuilder builder = new(context);
        builder.Add(new(PaintKind.Scrim, box, context.Theme.Card.WithAlpha(236)));
        builder.AddTo(plan, builder.Build("attract-scrim", "attract", box));
    }

    private static void AddName(ScreenPlan plan, ScreenContext context, float margin)
    {
        string name = context.In(context.Content.Settings.Name);
        if (name.Length == 0)
            return;

        Measures measures = context.Measures;
        TextBlock text = context.Shaper.Block(name, new(TextFace.SemiBold, measures.LabelCap * 1.4f), measures.Screen.WidthMm - 2 * margin - 12);
        Box card = new((measures.Screen.WidthMm - text.WidthMm) / 2 - 6, margin, text.WidthMm + 12, text.HeightMm + 6);
        PanelBuilder builder = new(context);
        builder.Card(card);
        builder.Text("clinic-name", text, card.X + 6, card.Y + 3, context.Theme.Ink);
        builder.AddTo(plan, builder.BuildCard("attract-name", "attract-name", card));
    }

    private static void AddLine(ScreenPlan plan, ScreenContext context, string id, TextBlock text, Box box)
    {
        PanelBuilder builder = new(context);
        builder.Centred(text, box, context.Theme.Ink);
        builder.Controls.Add(new("attract-line", ControlRole.Heading, text.Text, box,
            TextCapHeightMm: text.Style.CapHeightMm, Contrast: context.Theme.OnCard(context.Theme.Ink)));
        builder.AddTo(plan, builder.Build(id, id, box.Inset(-2)));
    }

    private static void AddCall(ScreenPlan plan, ScreenContext context, TextBlock word, Box at)
    {
        Theme theme = context.Theme;
        float icon = at.Height * 0.42f, pad = at.Height * 0.45f, width = word.WidthMm + icon + 2.6f * pad;
        Box box = new(at.X - width / 2, at.Y, width, at.Height);
        PanelBuilder builder = new(context);
        builder.Add(new(PaintKind.Card, box, theme.Strong, Measures.CardRadius, Shade: theme.Shadow));
        builder.Icon("pointer", new(box.X + pad + icon / 2, box.Center.Y), icon, theme.OnStrong);
        builder.Add(new(PaintKind.Text, new(box.X + 1.6f * pad + icon, box.Center.Y - word.HeightMm / 2, word.WidthMm, word.HeightMm), theme.OnStrong, Text: word));
        builder.Controls.Add(new("wake", ControlRole.Button, word.Text, box, new Intent.Wake(),
            TextCapHeightMm: word.Style.CapHeightMm, Contrast: Colours.Contrast(theme.OnStrong, theme.Strong)));
        builder.AddTo(plan, builder.BuildCard("attract-call", "attract-call", box));
    }
}
