using System.Numerics;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>
/// What is written beside the body while nobody is there: as large as it fits, one line at a time, in each language in
/// turn, or the captions of a tour. A line has left before the next one comes.
/// </summary>
internal static class Attract
{
    private const int Lines = 3, MostRows = 3;

    private static readonly TimeSpan LineTime = TimeSpan.FromSeconds(6), Pause = TimeSpan.FromSeconds(0.6);

    // Wide screens have the words on the left, the body on the right.
    private const float WordsShare = 0.54f;

    // Capitals of the largest words over the height of a wide screen and the width of an upright one: a letter
    // of 22 mm is read from 5 m by people who see half as well as they should.
    private const float WideCapitals = 0.085f, UprightCapitals = 0.088f;

    // Two lines at their largest or three smaller ones: the body needs the rest of an upright screen.
    private const float UprightRows = 2.35f;

    private static readonly Vector2 Rises = new(0, 5);

    /// <summary>What to show after so long: even while line <c>turn / 2</c> is there, odd between two lines.</summary>
    public static int TurnAt(TimeSpan attracting)
    {
        int line = (int)(attracting / LineTime);
        return 2 * line + (attracting - line * LineTime >= LineTime - Pause ? 1 : 0);
    }

    /// <param name="turn">Of <see cref="TurnAt"/>.</param>
    public static void Add(ScreenPlan plan, ScreenContext context, int turn)
    {
        Frame frame = Measure(context);
        AddScrim(plan, context, frame.Scrim);
        string[] languages = [.. context.Content.Settings.Languages];
        string language = languages[turn / 2 % languages.Length];
        AddName(plan, context, frame, context.Content.Settings.Name.In(language, context.Content.FirstLanguage));
        AddCall(plan, context, frame, language, isBetween: turn % 2 == 1);
        if (turn % 2 == 0)
            AddLine(plan, context, frame, "attract-line-" + turn / 2 % (2 * Lines), context.Content.Strings.Get($"attract-{turn / 2 / languages.Length % Lines + 1}", language, context.Content.FirstLanguage));
        plan.FreeArea = frame.Body;
    }

    /// <summary>The caption of a tour's stop in the place of Attract's own lines.</summary>
    public static void AddTour(ScreenPlan plan, ScreenContext context, TourPlace place, TourStop stop)
    {
        Frame frame = Measure(context);
        AddScrim(plan, context, frame.Scrim);
        string language = place.Language, first = context.Content.FirstLanguage;
        AddName(plan, context, frame, context.Content.Settings.Name.In(language, first));
        AddCall(plan, context, frame, language, isBetween: false);
        if (place.IsTold)
            AddLine(plan, context, frame, $"tour-{place.Tour}-{place.Stop}-{language}", stop.Caption.In(language, first));
        plan.FreeArea = frame.Body;
    }

    /// <param name="Words">Where the line stands: at the bottom of it, at the left or in the middle.</param>
    private readonly record struct Frame(Box Words, Box Call, Box Body, Box Scrim, float Margin, float Cap);

    private static Frame Measure(ScreenContext context)
    {
        Measures measures = context.Measures;
        float width = measures.Screen.WidthMm, height = measures.Screen.HeightMm;
        bool upright = measures.Screen.IsPortrait;
        float margin = upright ? width * 0.05f : width * 0.032f;
        float cap = MathF.Max(measures.LabelCap, upright ? width * UprightCapitals : height * WideCapitals);
        float callCap = MathF.Max(measures.LabelCap, cap * 0.42f), call = MathF.Max(measures.NavigationTarget, callCap * 4.2f);
        float callWidth = CallWidth(context, new(TextFace.SemiBold, callCap), call);
        float name = NameHeight(context, margin);
        if (upright)
        {
            float words = UprightRows * 2 * cap, top = height - 1.5f * margin - call - margin - words;
            return new(new(margin, top, width - 2 * margin, words), new((width - callWidth) / 2, height - 1.5f * margin - call, callWidth, call),
                new(0, name, width, top - name), new(0, top - 1.2f * cap, width, height - top + 1.2f * cap), margin, cap);
        }

        float bottom = height - 2.2f * margin - call;
        return new(new(margin, name, width * WordsShare - 1.5f * margin, bottom - margin - name), new(margin, bottom, callWidth, call),
            new(width * WordsShare, margin / 2, width * (1 - WordsShare) - margin, height - margin), new(0, 0, width * (WordsShare + 0.1f), height), margin, cap);
    }

    private static TextBlock Fitting(ScreenContext context, string line, Frame frame)
    {
        float cap = frame.Cap;
        while (true)
        {
            TextBlock text = context.Shaper.Balanced(line, new(TextFace.SemiBold, cap), frame.Words.Width);
            bool fits = text.Lines.Count <= MostRows && !text.HasCutWords && text.HeightMm <= frame.Words.Height + 0.01f;
            if (fits || cap <= context.Measures.LabelCap)
                return text;
            cap = MathF.Max(context.Measures.LabelCap, cap * 0.95f);
        }
    }

    private static void AddScrim(ScreenPlan plan, ScreenContext context, Box box)
    {
        Box seen = box.Intersect(new(0, 0, context.Measures.Screen.WidthMm, context.Measures.Screen.HeightMm));
        PanelBuilder builder = new(context);
        builder.Add(new(context.Measures.Screen.IsPortrait ? PaintKind.ScrimBelow : PaintKind.ScrimLeft, seen, context.Theme.Veil));
        builder.AddTo(plan, builder.Build("attract-scrim", "attract", seen));
    }

    private static float NameCap(Measures measures) =>
        MathF.Max(measures.LabelCap * 1.3f, 0.026f * MathF.Min(measures.Screen.WidthMm, measures.Screen.HeightMm));

    private static float NameHeight(ScreenContext context, float margin) => margin * 0.9f + NameCap(context.Measures) * 2.6f;

    // The clinic's sign stands beside its name, or a bar in its colour.
    private static void AddName(ScreenPlan plan, ScreenContext context, Frame frame, string name)
    {
        if (name.Length == 0)
            return;
        Measures measures = context.Measures;
        Logo? logo = context.Pictures.Logo;
        float cap = NameCap(measures), gap = cap * 0.8f, high = cap * 2.4f;
        float sign = logo is null ? cap * 0.42f : MathF.Min(high * logo.Aspect, frame.Words.Width * 0.4f);
        TextBlock text = context.Shaper.Block(name, new(TextFace.SemiBold, cap), frame.Words.Width - sign - gap);
        float width = sign + gap + text.WidthMm, x = measures.Screen.IsPortrait ? (measures.Screen.WidthMm - width) / 2 : frame.Margin;
        Box box = new(x, frame.Margin * 0.9f, width, MathF.Max(text.HeightMm, logo is null ? 0 : high));
        PanelBuilder builder = new(context);
        if (measures.Screen.IsPortrait)
            builder.Card(new(box.X - 2 * gap, box.Y - gap * 0.6f, box.Width + 4 * gap, box.Height + gap * 1.2f));
        if (logo is null)
            builder.Fill(new(box.X, box.Y + cap * 0.25f, sign, box.Height - cap * 0.5f), context.Theme.Bright, sign / 2);
        else
            builder.Logo(logo, new(box.X, box.Center.Y - high / 2, sign, high));
        builder.Text("clinic-name", text, box.X + sign + gap, box.Center.Y - text.HeightMm / 2, context.Theme.Ink);
        string id = "attract-name-" + name;
        builder.AddTo(plan, builder.Build(id, id, box.Inset(-2 * gap - PaintItem.ShadowMm)));
    }

    private static void AddLine(ScreenPlan plan, ScreenContext context, Frame frame, string id, string line)
    {
        TextBlock text = Fitting(context, line, frame);
        Box words = frame.Words;
        bool upright = context.Measures.Screen.IsPortrait;
        Box box = new(upright ? words.Center.X - text.WidthMm / 2 : words.X, upright ? words.Center.Y - text.HeightMm / 2 : words.Bottom - text.HeightMm, text.WidthMm, text.HeightMm);
        PanelBuilder builder = new(context);
        builder.Add(new(upright ? PaintKind.TextCentred : PaintKind.Text, box, context.Theme.Ink, Text: text));
        builder.Controls.Add(new("attract-line", ControlRole.Heading, text.Text, box,
            TextCapHeightMm: text.Style.CapHeightMm, Contrast: Colours.Contrast(context.Theme.Ink, context.Theme.Seen(context.Theme.Veil))));
        builder.AddTo(plan, builder.Build(id, id, box.Inset(-2)) with { Enters = Rises });
    }

    private static TextBlock CallWord(ScreenContext context, string language, TextStyle style) =>
        context.Shaper.Line(context.Content.Strings.Get("attract-call", language, context.Content.FirstLanguage), style);

    // One width for all languages: the button stands still while its word changes.
    private static float CallWidth(ScreenContext context, TextStyle style, float height)
    {
        float widest = 0;
        foreach (string language in context.Content.Settings.Languages)
            widest = MathF.Max(widest, CallWord(context, language, style).WidthMm);
        return widest + height * 1.5f;
    }

    private static void AddCall(ScreenPlan plan, ScreenContext context, Frame frame, string language, bool isBetween)
    {
        Theme theme = context.Theme;
        Box box = frame.Call;
        TextBlock word = CallWord(context, language, new(TextFace.SemiBold, MathF.Max(context.Measures.LabelCap, frame.Cap * 0.42f)));
        float icon = box.Height * 0.46f, pad = box.Height * 0.4f;
        PanelBuilder card = new(context);
        card.Add(new(PaintKind.Card, box, theme.Strong, Measures.CardRadius, Shade: theme.Shadow));
        card.Surface("wake", box, default, Measures.CardRadius);
        card.Icon("pointer", new(box.X + pad + icon / 2, box.Center.Y), icon, theme.OnStrong);
        card.Controls.Add(new("wake", ControlRole.Button, word.Text, box, new Intent.Wake(),
            TextCapHeightMm: word.Style.CapHeightMm, Contrast: Colours.Contrast(theme.OnStrong, theme.Strong)));
        card.AddTo(plan, card.BuildCard("attract-call", "attract-call", box));
        if (isBetween)
            return;
        PanelBuilder words = new(context);
        float left = box.X + pad + icon, room = box.Right - pad * 0.5f - left;
        Box at = new(left + (room - word.WidthMm) / 2, box.Center.Y - word.HeightMm / 2, word.WidthMm, word.HeightMm);
        words.Add(new(PaintKind.Text, at, theme.OnStrong, Text: word));
        words.AddTo(plan, words.Build("attract-word-" + language, "attract-word-" + language, at.Inset(-1)));
    }
}
