using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>What is written beside the turning body while nobody is there: large, one line at a time, in each language in turn.</summary>
internal static class Attract
{
    private const int Lines = 3;

    // Wide screens have the words on the left, the body on the right.
    private const float WordsShare = 0.5f;

    // Height of a line over that of its capitals.
    private const float LineInCapitals = 2;

    /// <param name="turn">Counts up while nobody comes.</param>
    public static void Add(ScreenPlan plan, ScreenContext context, int turn)
    {
        Measures measures = context.Measures;
        float width = measures.Screen.WidthMm, height = measures.Screen.HeightMm, margin = measures.Margin * 2;
        int languages = context.Content.Settings.Languages.Length;
        string language = context.Content.Settings.Languages[turn % languages];
        string line = context.Content.Strings.Get($"attract-{turn / languages % Lines + 1}", language, context.Content.FirstLanguage);
        string call = context.Content.Strings.Get("attract-call", language, context.Content.FirstLanguage);

        bool portrait = measures.Screen.IsPortrait;
        float room = portrait ? width - 2 * margin : width * WordsShare - 1.5f * margin;
        float cap = portrait ? width * 0.055f : height * 0.062f;
        TextBlock text = InTwoLines(context, line, cap, room);
        TextBlock word = context.Shaper.Line(call, new(TextFace.SemiBold, MathF.Max(measures.LabelCap, cap * 0.44f)));
        float button = MathF.Max(measures.NavigationTarget, word.HeightMm * 1.9f);

        // Two lines are kept free for the text, so that the button does not move when the text changes.
        float words = 2 * LineInCapitals * cap, bottom = portrait ? height - margin - button : height * 0.62f;
        float top = bottom - margin - (words + text.HeightMm) / 2;
        Box scrim = portrait ? new(0, bottom - margin - words - 4 * cap, width, height) : new(0, 0, width * (WordsShare + 0.12f), height);
        AddScrim(plan, context, scrim.Intersect(new(0, 0, width, height)));
        AddName(plan, context, margin);
        AddLine(plan, context, "attract-line-" + turn % 2, text, new(margin, top, room, text.HeightMm));
        AddCall(plan, context, word, new(portrait ? width / 2 : margin, bottom, 0, button));
        plan.FreeArea = portrait
            ? new(0, 2 * margin, width, bottom - margin - words - 2 * margin)
            : new(width * WordsShare, margin / 2, width * (1 - WordsShare) - margin, height - margin);
    }

    private static TextBlock InTwoLines(ScreenContext context, string line, float cap, float room)
    {
        TextBlock text = context.Shaper.Balanced(line, new(TextFace.SemiBold, cap), room);
        for (float smaller = cap * 0.93f; text.Lines.Count > 2 && smaller > context.Measures.LabelCap; smaller *= 0.93f)
            text = context.Shaper.Balanced(line, new(TextFace.SemiBold, smaller), room);
        return text;
    }

    private static void AddScrim(ScreenPlan plan, ScreenContext context, Box box)
    {
        PanelBuilder builder = new(context);
        builder.Add(new(context.Measures.Screen.IsPortrait ? PaintKind.ScrimBelow : PaintKind.ScrimLeft, box, context.Theme.Veil));
        builder.AddTo(plan, builder.Build("attract-scrim", "attract", box));
    }

    private static void AddName(ScreenPlan plan, ScreenContext context, float margin)
    {
        string name = context.In(context.Content.Settings.Name);
        if (name.Length == 0)
            return;

        Measures measures = context.Measures;
        TextBlock text = context.Shaper.Block(name, new(TextFace.SemiBold, measures.LabelCap * 1.4f), measures.Screen.WidthMm - 2 * margin);
        float x = measures.Screen.IsPortrait ? (measures.Screen.WidthMm - text.WidthMm) / 2 : margin;
        Box card = new(x, margin * 0.7f, text.WidthMm, text.HeightMm);
        PanelBuilder builder = new(context);
        if (measures.Screen.IsPortrait)
            builder.Card(card.Inset(-3));
        builder.Text("clinic-name", text, card.X, card.Y, context.Theme.Ink);
        builder.AddTo(plan, builder.Build("attract-name", "attract-name", card.Inset(-3 - PaintItem.ShadowMm)));
    }

    private static void AddLine(ScreenPlan plan, ScreenContext context, string id, TextBlock text, Box box)
    {
        PanelBuilder builder = new(context);
        if (context.Measures.Screen.IsPortrait)
            builder.Centred(text, box, context.Theme.Ink);
        else
            builder.Add(new(PaintKind.Text, box, context.Theme.Ink, Text: text));
        builder.Controls.Add(new("attract-line", ControlRole.Heading, text.Text, box,
            TextCapHeightMm: text.Style.CapHeightMm, Contrast: Colours.Contrast(context.Theme.Ink, context.Theme.Seen(context.Theme.Veil))));
        builder.AddTo(plan, builder.Build(id, id, box.Inset(-2)));
    }

    private static void AddCall(ScreenPlan plan, ScreenContext context, TextBlock word, Box at)
    {
        Theme theme = context.Theme;
        float icon = at.Height * 0.42f, pad = at.Height * 0.45f, width = word.WidthMm + icon + 2.6f * pad;
        Box box = new(context.Measures.Screen.IsPortrait ? at.X - width / 2 : at.X, at.Y, width, at.Height);
        PanelBuilder builder = new(context);
        builder.Add(new(PaintKind.Card, box, theme.Strong, Measures.CardRadius, Shade: theme.Shadow));
        builder.Icon("pointer", new(box.X + pad + icon / 2, box.Center.Y), icon, theme.OnStrong);
        builder.Add(new(PaintKind.Text, new(box.X + 1.6f * pad + icon, box.Center.Y - word.HeightMm / 2, word.WidthMm, word.HeightMm), theme.OnStrong, Text: word));
        builder.Controls.Add(new("wake", ControlRole.Button, word.Text, box, new Intent.Wake(),
            TextCapHeightMm: word.Style.CapHeightMm, Contrast: Colours.Contrast(theme.OnStrong, theme.Strong)));
        builder.AddTo(plan, builder.BuildCard("attract-call", "attract-call", box));
    }
}
