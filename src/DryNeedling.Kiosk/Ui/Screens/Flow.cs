using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>Lays content out from top to bottom, in one column or, on wide cards, in pairs.</summary>
internal sealed partial class Flow(ScreenContext context, PanelBuilder builder, float x, float width, float y)
{
    private int texts;

    /// <summary>Where the next thing goes.</summary>
    public float Y { get; private set; } = y;

    public int Columns { get; init; } = 1;

    private string Prefix { get; init; } = "text";

    /// <summary>What lies on the card beneath the texts.</summary>
    private SKColor Surface { get; init; }

    private Theme Theme => context.Theme;

    // All distances grow with the text.
    private float Unit => context.Measures.ReadingCap;

    public void Gap(float capitals) => Y += capitals * Unit;

    public void Title(string title, string subtitle)
    {
        TextBlock large = context.Shaper.Block(title, new(TextFace.SemiBold, Unit * 1.2f), width);
        TextBlock name = large.HasCutWords ? context.Shaper.Block(title, context.Strong, width) : large;
        Place(name, Theme.Ink, ControlRole.Heading, "card-title");
        if (subtitle.Length > 0)
            Place(context.Shaper.Block(subtitle, context.Reading, width), Theme.Quiet, ControlRole.Text, "card-side");
        Gap(0.8f);
    }

    public void Section(string key)
    {
        Gap(1.5f);
        Place(context.Shaper.Block(context.Say(key), context.Heading, width), Theme.Bright, ControlRole.Heading, null);
        Gap(0.25f);
    }

    public void Text(string text) => Text(text, context.Reading, Theme.Ink);

    public void Quiet(string text) => Text(text, context.Reading, Theme.Quiet);

    public void Text(string text, TextStyle style, SKColor ink)
    {
        if (text.Length > 0)
            Place(context.Shaper.Block(text, style, width), ink, ControlRole.Text, null);
    }

    public void Bullets(IEnumerable<string> lines) => Bullets(lines, Theme.Bright);

    private void Bullets(IEnumerable<string> lines, SKColor mark)
    {
        float indent = Unit * 1.3f, dot = Unit * 0.36f;
        foreach (string line in lines)
        {
            TextBlock text = context.Shaper.Block(line, context.Reading, width - indent);
            builder.Fill(new(x + dot * 0.4f, Y + (text.LineHeightMm - dot) / 2, dot, dot), mark, dot / 2);
            builder.Text(NextId(), text, x + indent, Y, Theme.Ink, Surface);
            Y += text.HeightMm + 0.35f * Unit;
        }
    }

    /// <summary>A numbered row to touch.</summary>
    public void Row(string id, string number, string label, Intent onTap, bool chosen)
    {
        Measures measures = context.Measures;
        SKColor surface = chosen ? Theme.Chosen : Theme.Raised;
        float disc = MathF.Max(8.4f, Unit * 2.1f), inset = measures.IsSmall ? 2 : 4;
        float indent = inset + disc + inset;
        TextBlock text = context.Shaper.Block(label, context.Reading, width - indent - inset);
        Box box = new(x, Y, width, MathF.Max(measures.Target, text.HeightMm + 2 * inset));
        builder.Surface(id, box, surface);
        DrawNumber(number, new(box.X + inset, box.Center.Y - disc / 2, disc, disc));
        builder.Add(new(PaintKind.Text, new(box.X + indent, box.Center.Y - text.HeightMm / 2, text.WidthMm, text.HeightMm), Theme.Ink, Text: text));
        builder.Touchable(id, label, box, onTap, text.Style, Theme.Ink, surface);
        Y = box.Bottom + Measures.Gap;
    }

    /// <summary>A row to touch: what it is, and why it is there in smaller, quieter words; an arrow says that it leads on.</summary>
    public void Choice(string id, string title, string reason, Intent onTap)
    {
        Measures measures = context.Measures;
        float inset = measures.IsSmall ? 3 : 5, arrow = measures.IconSize * 0.8f, inner = width - 2 * inset - arrow - 2;
        TextBlock name = context.Shaper.Block(title, context.Strong, inner), why = context.Shaper.Block(reason, context.Reading, inner);
        float words = name.HeightMm + why.HeightMm;
        Box box = new(x, Y, width, MathF.Max(measures.Target, words + 2 * inset * 0.8f));
        builder.Surface(id, box, Theme.Raised);
        float top = box.Center.Y - words / 2;
        builder.Add(new(PaintKind.Text, new(box.X + inset, top, name.WidthMm, name.HeightMm), Theme.Ink, Text: name));
        builder.Add(new(PaintKind.Text, new(box.X + inset, top + name.HeightMm, why.WidthMm, why.HeightMm), Theme.Quiet, Text: why));
        builder.Icon("chevron-right", new(box.Right - inset - arrow / 2, box.Center.Y), arrow, Theme.Bright);
        builder.Touchable(id, reason.Length > 0 ? title + ". " + reason : title, box, onTap, name.Style, Theme.Quiet, Theme.Raised);
        Y = box.Bottom + Measures.Gap;
    }

    /// <summary>Buttons with an icon before the word, side by side while there is room.</summary>
    public void Buttons(IReadOnlyList<(string Id, string Icon, string Label, Intent OnTap)> buttons)
    {
        Measures measures = context.Measures;
        float left = x, icon = measures.IconSize * 0.72f, inset = measures.IsSmall ? 3 : 4.5f;
        float bottom = Y;
        foreach ((string id, string name, string label, Intent onTap) in buttons)
        {
            TextBlock text = context.Shaper.Block(label, context.Reading, width - icon - 3 * inset);
            float wide = MathF.Max(measures.Target, text.WidthMm + icon + 2.6f * inset);
            if (left > x && left + wide > x + width + 0.01f)
                (left, Y) = (x, bottom + Measures.Gap);
            Box box = new(left, Y, wide, MathF.Max(measures.Target, text.HeightMm + 4));
            builder.Surface(id, box, Theme.Raised);
            builder.Icon(name, new(box.X + inset + icon / 2, box.Center.Y), icon, Theme.Bright);
            builder.Add(new(PaintKind.Text, new(box.X + inset * 1.6f + icon, box.Center.Y - text.HeightMm / 2, text.WidthMm, text.HeightMm), Theme.Ink, Text: text));
            builder.Touchable(id, label, box, onTap, text.Style, Theme.Ink, Theme.Raised);
            left = box.Right + Measures.Gap;
            bottom = MathF.Max(bottom, box.Bottom);
        }

        Y = bottom;
    }

    /// <summary>Back and on: two buttons of one width, the arrows outside.</summary>
    /// <param name="back">Without an intent there is nothing to go back to: shown, but not touchable.</param>
    /// <param name="stronglyOn">Going on is what most people want: it stands out.</param>
    public void Steps((string Id, string Label, Intent? OnTap) back, (string Id, string Label, Intent OnTap) on, bool stronglyOn = false)
    {
        float wide = (width - Measures.Gap) / 2, icon = context.Measures.IconSize * 0.72f, inset = context.Measures.IsSmall ? 1.5f : 3;
        TextBlock left = context.Shaper.Block(back.Label, context.Reading, wide - icon - 3 * inset);
        TextBlock right = context.Shaper.Block(on.Label, context.Reading, wide - icon - 3 * inset);
        bool stacked = left.HasCutWords || right.HasCutWords;
        if (stacked)
        {
            wide = width;
            left = context.Shaper.Block(back.Label, context.Reading, wide - icon - 3 * inset);
            right = context.Shaper.Block(on.Label, context.Reading, wide - icon - 3 * inset);
        }

        float height = MathF.Max(context.Measures.Target, MathF.Max(left.HeightMm, right.HeightMm) + 4);
        if (back.OnTap is not null)
            Step(back.Id, "chevron-left", left, back.OnTap, new(x, Y, wide, height), atLeft: true, strong: false);
        if (stacked && back.OnTap is not null)
            Y += height + Measures.Gap;
        Step(on.Id, "chevron-right", right, on.OnTap, new(stacked ? x : x + wide + Measures.Gap, Y, wide, height), atLeft: false, stronglyOn);
        Y += height;

        void Step(string id, string arrow, TextBlock text, Intent onTap, Box box, bool atLeft, bool strong)
        {
            float across = icon + inset + text.WidthMm, start = box.Center.X - across / 2;
            SKColor surface = strong ? Theme.Strong : Theme.Raised, ink = strong ? Theme.OnStrong : Theme.Ink;
            builder.Surface(id, box, surface);
            builder.Icon(arrow, new(atLeft ? start + icon / 2 : start + across - icon / 2, box.Center.Y), icon, strong ? ink : Theme.Bright);
            builder.Add(new(PaintKind.Text, new(atLeft ? start + icon + inset : start, box.Center.Y - text.HeightMm / 2, text.WidthMm, text.HeightMm), ink, Text: text));
            builder.Touchable(id, text.Text, box, onTap, text.Style, ink, surface);
        }
    }

    /// <summary>How pain is drawn on the skin, and the places drawn that way.</summary>
    public void Legend(bool solid, string meaning, string places)
    {
        float swatch = Unit * 2.4f, high = Unit * 1.5f, indent = swatch + Unit;
        TextBlock head = context.Shaper.Block(meaning, context.Strong, width - indent);
        TextBlock list = context.Shaper.Block(places, context.Reading, width - indent);
        Box box = new(x, Y + (head.LineHeightMm - high) / 2, swatch, high);
        builder.Add(new(solid ? PaintKind.Fill : PaintKind.Stipple, box, Theme.Pain, Unit * 0.4f));
        builder.Text(NextId(), head, x + indent, Y, Theme.Ink);
        builder.Text(NextId(), list, x + indent, Y + head.HeightMm, Theme.Ink);
        Y += head.HeightMm + list.HeightMm + 0.6f * Unit;
    }

    /// <summary>Something to be careful about, with its sign.</summary>
    public void Flag(string text)
    {
        float icon = Unit * 1.7f, indent = icon + Unit * 0.8f;
        TextBlock block = context.Shaper.Block(text, context.Strong, width - indent);
        builder.Icon("triangle-alert", new(x + icon / 2, Y + block.LineHeightMm / 2), icon, Theme.Warning);
        builder.Text(NextId(), block, x + indent, Y, Theme.Warning);
        Y += block.HeightMm + 0.3f * Unit;
    }

    /// <summary>Two parts beside each other where the card is wide, below each other where it is not.</summary>
    public void Pair(Action<Flow> first, Action<Flow> second)
    {
        if (Columns == 1)
        {
            first(this);
            second(this);
            return;
        }

        float gap = 4 * Unit, column = (width - gap) / 2;
        Flow left = new(context, builder, x, column, Y) { Prefix = NextId() };
        Flow right = new(context, builder, x + column + gap, column, Y) { Prefix = NextId() };
        first(left);
        second(right);
        Y = MathF.Max(left.Y, right.Y);
    }

    private void DrawNumber(string number, Box disc)
    {
        builder.Fill(disc, Painting.Theme.TagRim, disc.Width / 2);
        builder.Fill(disc.Inset(0.45f), Painting.Theme.TagDisc, disc.Width / 2);
        TextBlock digits = context.Shaper.Line(number, new(TextFace.SemiBold, disc.Width * 0.4f));
        builder.Centred(digits, new(disc.X, disc.Center.Y - digits.HeightMm / 2, disc.Width, 0), Painting.Theme.TagRim);
    }

    private void Place(TextBlock block, SKColor ink, ControlRole role, string? id)
    {
        builder.Text(id ?? NextId(), block, x, Y, ink, Surface, role);
        Y += block.HeightMm;
    }

    private string NextId() => $"{Prefix}-{++texts}";
}
