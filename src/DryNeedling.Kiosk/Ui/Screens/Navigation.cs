using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>
/// The main navigation: one bar along the lower edge of every screen but Attract. Where one is, is marked; on the body's
/// own screen the question that most visitors come with stands out.
/// </summary>
internal static class Navigation
{
    private const string Group = "navigation";
    private const float Inset = 1.5f, WordGap = 0.5f;

    private static readonly Item[] Items =
    [
        new(KioskScreen.Explore, "explore", "person-standing", "navigation-explore"),
        new(KioskScreen.Pain, "pain", "target", "where-does-it-hurt"),
        new(KioskScreen.Conditions, "conditions", "stethoscope", "conditions"),
        new(KioskScreen.Learn, "learn", "book-open", "learn"),
        new(KioskScreen.Search, "search", "search", "search"),
        new(KioskScreen.About, "about", "info", "about"),
    ];

    /// <summary>Where the bar begins, millimetres from the top: everything else stands above it.</summary>
    public static float Top(ScreenContext context) => context.Measures.Screen.HeightMm - Height(context, Arrange(context));

    public static void Add(ScreenPlan plan, ScreenContext context)
    {
        Arrangement cells = Arrange(context);
        float width = context.Measures.Screen.WidthMm, height = Height(context, cells);
        Box bar = new(0, context.Measures.Screen.HeightMm - height, width, height);
        PanelBuilder builder = new(context);
        builder.Add(new(PaintKind.Card, bar, context.Theme.Card, Shade: context.Theme.Shadow));
        builder.Controls.Add(new("navigation", ControlRole.Card, context.Say("navigation"), bar));
        float row = RowHeight(context, cells);
        for (int i = 0; i < Items.Length; i++)
        {
            float y = bar.Y + Inset + i / cells.Columns * (row + Measures.Gap);
            AddItem(builder, context, Items[i], new(cells.Left[i], y, cells.Width[i], row), row);
        }

        builder.AddTo(plan, builder.BuildCard(Group, Group, bar));
    }

    private static void AddItem(PanelBuilder builder, ScreenContext context, Item item, Box box, float row)
    {
        Theme theme = context.Theme;
        bool isHere = item.Screen == Place(context.State);
        bool calls = item.Screen == KioskScreen.Pain && context.State is { Screen: KioskScreen.Explore, Selection: null };
        SKColor surface = calls ? theme.Strong : isHere ? theme.Chosen : default, ink = calls ? theme.OnStrong : theme.Ink;
        builder.Surface(item.Id, box, surface);
        string label = context.Say(item.Key);
        TextBlock word = context.Shaper.Block(label, context.Label, box.Width);
        float icon = context.Measures.IconSize, top = box.Y + (row - InkHeight(context, word)) / 2;
        builder.Icon(item.Icon, new(box.Center.X, top + icon / 2), icon, ink);
        builder.Centred(word, new(box.X, top + icon + WordGap, box.Width, 0), ink);
        float contrast = calls ? Colours.Contrast(ink, surface) : theme.OnCard(ink, surface);
        builder.Controls.Add(new(item.Id, ControlRole.Button, label, box, new Intent.Open(item.Screen), TextCapHeightMm: word.Style.CapHeightMm, Contrast: contrast));
    }

    /// <summary>Under which of the bar's words a screen belongs.</summary>
    private static KioskScreen Place(KioskState state) => state.Screen switch
    {
        KioskScreen.Condition => KioskScreen.Conditions,
        KioskScreen.Story => KioskScreen.Learn,
        _ => state.Screen,
    };

    private static float Height(ScreenContext context, Arrangement cells)
    {
        int rows = Items.Length / cells.Columns;
        return rows * RowHeight(context, cells) + (rows - 1) * Measures.Gap + 2 * Inset;
    }

    private static float RowHeight(ScreenContext context, Arrangement cells)
    {
        float tallest = 0;
        for (int i = 0; i < Items.Length; i++)
            tallest = MathF.Max(tallest, InkHeight(context, context.Shaper.Block(context.Say(Items[i].Key), context.Label, cells.Width[i])));
        return MathF.Max(context.Measures.NavigationTarget, tallest + (context.Measures.IsSmall ? 1.5f : 3));
    }

    private static float InkHeight(ScreenContext context, TextBlock word) =>
        context.Measures.IconSize + WordGap + word.HeightMm - (word.LineHeightMm - word.Style.CapHeightMm) / 2;

    // One row with every word on one line; else with the longest words on two; else two rows.
    private static Arrangement Arrange(ScreenContext context)
    {
        float width = context.Measures.Screen.WidthMm - 2 * context.Measures.Margin;
        return Fit(context, Items.Length, width, lines: 1) ?? Fit(context, Items.Length, width, lines: 2) ?? Fit(context, Items.Length / 2, width, lines: 2)!;
    }

    // Cells of one row are as wide as their words and share what is left evenly; those of two rows stand in columns.
    private static Arrangement? Fit(ScreenContext context, int columns, float width, int lines)
    {
        float pad = context.Measures.IsSmall ? 2 : 5, used = (columns - 1) * Measures.Gap, x = context.Measures.Margin;
        float[] widths = new float[Items.Length], left = new float[Items.Length];
        bool inColumns = columns < Items.Length;
        for (int i = 0; i < Items.Length; i++)
        {
            widths[i] = inColumns ? (width - used) / columns : MathF.Max(context.Measures.NavigationTarget, WidthIn(context, context.Say(Items[i].Key), lines) + pad);
        }

        float spare = inColumns ? 0 : (width - used - widths.Sum()) / columns;
        if (spare < 0)
            return null;
        for (int i = 0; i < Items.Length; i++)
        {
            widths[i] += spare;
            left[i] = i % columns == 0 ? x : left[i - 1] + widths[i - 1] + Measures.Gap;
        }

        return new(columns, left, widths);
    }

    private static float WidthIn(ScreenContext context, string label, int lines)
    {
        float whole = context.Shaper.Line(label, context.Label).WidthMm;
        return lines == 1 || !label.Contains(' ', StringComparison.Ordinal) ? whole
            : context.Shaper.Balanced(label, context.Label, whole * 0.7f).WidthMm;
    }

    private sealed record Item(KioskScreen Screen, string Id, string Icon, string Key);

    private sealed record Arrangement(int Columns, float[] Left, float[] Width);
}
