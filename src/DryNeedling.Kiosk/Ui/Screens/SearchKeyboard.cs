using System.Globalization;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>
/// The field that is typed into, and the keys under it: at the left of wide screens, across upright ones, standing on
/// the navigation. Keys are as large as fits, up to what a finger needs.
/// </summary>
internal static class SearchKeyboard
{
    private const string Group = "keyboard";

    // Larger keys than these only make the hand travel.
    private const float LargestOverTarget = 1.3f;

    // Results next to the keys are still read in so many letters a line.
    private const float LeastResultsMm = 58;

    /// <param name="Card">Field and keys.</param>
    private readonly record struct Frame(Box Card, Box Field, KeyboardLayout Layout, float KeyWidth, float KeyHeight, float Inset);

    /// <summary>The card of field and keys, millimetres.</summary>
    public static Box Place(ScreenContext context) => Measure(context).Card;

    public static void Add(ScreenPlan plan, ScreenContext context)
    {
        Frame frame = Measure(context);
        PanelBuilder builder = new(context);
        builder.Card(frame.Card, "keyboard", context.Say("keyboard"));
        AddField(builder, context, frame.Field);
        float y = frame.Field.Bottom + Measures.Gap;
        for (int row = 0; row < frame.Layout.Rows.Length; row++)
        {
            foreach (KeyboardKey key in frame.Layout.Rows[row])
                AddKey(builder, context, frame, key, y + row * (frame.KeyHeight + Measures.Gap));
        }

        builder.AddTo(plan, builder.BuildCard(Group, Group, frame.Card) with { Enters = new(0, frame.Card.Height * 0.5f) });
    }

    private static Frame Measure(ScreenContext context)
    {
        Measures measures = context.Measures;
        bool upright = measures.Screen.IsPortrait;
        float width = measures.Screen.WidthMm, margin = measures.Margin, inset = measures.IsSmall ? 0.6f : 3;
        float most = LargestOverTarget * measures.Target;
        float room = width - 2 * margin - 2 * inset;
        if (!upright)
            room = MathF.Max(room - margin - CardShell.WidthWanted(context), MathF.Min(room - margin - LeastResultsMm, WidthOf(10, measures.Target)));
        KeyboardLayout layout = LayoutOf(context, narrow: false);
        if (layout.Columns > 0 && KeyWidth(room, layout.Columns) < measures.Target - 0.01f && LayoutOf(context, narrow: true) is { Columns: > 0 } narrow)
            layout = narrow;
        int columns = Math.Max(1, layout.Columns), rows = layout.Rows.Length;
        float key = MathF.Min(most, KeyWidth(room, columns)), high = upright ? MathF.Min(key, most) : MathF.Max(measures.Target, MathF.Min(key, most * 0.85f));
        float field = MathF.Max(measures.Target, measures.ReadingCap * 3.2f);
        float keys = WidthOf(columns, key), height = 2 * inset + field + rows * (high + Measures.Gap);
        float left = upright ? width : width - CardWidth(context, keys + 2 * inset) - margin;
        float bottom = Navigation.Top(context) - (measures.IsSmall ? 2 : margin);
        Box card = new((left - keys) / 2 - inset + (upright ? 0 : margin / 2), bottom - height, keys + 2 * inset, height);
        return new(card, new(card.X + inset, card.Y + inset, keys, field), layout, key, high, inset);
    }

    /// <summary>Width that is left for the results beside a keyboard of this width on a wide screen.</summary>
    public static float CardWidth(ScreenContext context, float keyboard) =>
        MathF.Min(CardShell.WidthWanted(context), context.Measures.Screen.WidthMm - 3 * context.Measures.Margin - keyboard);

    private static KeyboardLayout LayoutOf(ScreenContext context, bool narrow) =>
        KeyboardLayout.Of(context.Content.Strings, context.Language, context.Content.FirstLanguage, narrow);

    private static float KeyWidth(float room, int columns) => (room - (columns - 1) * Measures.Gap) / columns;

    private static float WidthOf(float columns, float key) => columns * key + (columns - 1) * Measures.Gap;

    private static void AddField(PanelBuilder builder, ScreenContext context, Box field)
    {
        Theme theme = context.Theme;
        bool isEmpty = context.State.SearchText.Length == 0;
        float icon = context.Measures.IconSize * 0.8f, inset = context.Measures.IsSmall ? 3 : 5;
        builder.Fill(field, theme.Raised, Measures.ControlRadius);
        builder.Icon("search", new(field.X + inset + icon / 2, field.Center.Y), icon, theme.Bright);
        float x = field.X + 2 * inset + icon, room = field.Right - inset - x;
        TextBlock text = isEmpty ? context.Shaper.Block(context.Say("search-placeholder"), context.Reading, room) : End(context, context.State.SearchText, room);
        float caret = isEmpty ? 0 : text.WidthMm + context.Measures.ReadingCap * (context.State.SearchText.EndsWith(' ') ? 0.7f : 0.25f);
        float tall = context.Measures.ReadingCap * 1.7f;
        builder.Fill(new(x + caret - (isEmpty ? 1.6f : 0), field.Center.Y - tall / 2, 0.8f, tall), theme.Bright, 0.4f);
        Box box = new(x, field.Center.Y - text.HeightMm / 2, text.WidthMm, text.HeightMm);
        builder.Add(new(PaintKind.Text, box, isEmpty ? theme.Quiet : theme.Ink, Text: text));
        builder.Controls.Add(new("search-field", ControlRole.Text, isEmpty ? context.Say("search-placeholder") : context.State.SearchText, field,
            TextCapHeightMm: text.Style.CapHeightMm, Contrast: theme.OnCard(isEmpty ? theme.Quiet : theme.Ink, theme.Raised)));
    }

    // Of a long text its end is seen, where the next letter comes.
    private static TextBlock End(ScreenContext context, string text, float room)
    {
        TextBlock line = context.Shaper.Line(text, context.Strong);
        for (int from = 1; line.WidthMm > room && from < text.Length; from++)
            line = context.Shaper.Line("…" + text[from..], context.Strong);
        return line;
    }

    private static void AddKey(PanelBuilder builder, ScreenContext context, Frame frame, KeyboardKey key, float y)
    {
        Theme theme = context.Theme;
        float x = frame.Field.X + key.Left * (frame.KeyWidth + Measures.Gap);
        Box box = new(x, y, WidthOf(key.Width, frame.KeyWidth), frame.KeyHeight);
        (string id, string label, Intent onTap) = key.Action switch
        {
            KeyAction.Backspace => ("key-backspace", context.Say("key-backspace"), new Intent.EraseCharacter()),
            KeyAction.Clear => ("key-clear", context.Say("key-clear"), new Intent.EraseText()),
            KeyAction.Space => ("key-space", context.Say("key-space"), new Intent.Type(" ")),
            _ => ("key-" + key.Text, key.Text.ToUpper(CultureInfo.InvariantCulture), (Intent)new Intent.Type(key.Text)),
        };
        builder.Surface(id, box, theme.Raised);
        float cap = key.Action == KeyAction.Type ? MathF.Max(context.Measures.LabelCap, MathF.Min(frame.KeyWidth, frame.KeyHeight) * 0.27f) : context.Measures.LabelCap;
        TextStyle style = new(TextFace.SemiBold, cap);
        if (key.Action is KeyAction.Backspace or KeyAction.Clear)
            AddIconAndWord(builder, context, key.Action == KeyAction.Clear ? "eraser" : "delete", context.Shaper.Line(label, style), box);
        else
            builder.Centred(context.Shaper.Line(label, style), new(box.X, box.Center.Y - context.Shaper.Line(label, style).HeightMm / 2, box.Width, 0), theme.Ink);
        builder.Controls.Add(new(id, ControlRole.Button, label, box, onTap,
            TextCapHeightMm: cap, Contrast: theme.OnCard(theme.Ink, theme.Raised), ActsOnPress: true));
    }

    // Beside each other where there is room, else the word alone.
    private static void AddIconAndWord(PanelBuilder builder, ScreenContext context, string icon, TextBlock word, Box box)
    {
        float size = context.Measures.IconSize * 0.85f, both = size + 1.5f + word.WidthMm;
        bool fits = both < box.Width - 2;
        float x = box.Center.X - (fits ? both : word.WidthMm) / 2;
        if (fits)
            builder.Icon(icon, new(x + size / 2, box.Center.Y), size, context.Theme.Ink);
        float at = fits ? x + size + 1.5f : x;
        builder.Add(new(PaintKind.Text, new(at, box.Center.Y - word.HeightMm / 2, word.WidthMm, word.HeightMm), context.Theme.Ink, Text: word));
    }
}
