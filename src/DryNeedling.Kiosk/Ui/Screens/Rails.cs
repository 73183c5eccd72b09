using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>
/// The two columns of buttons beside the body: one peels its layers and carries reset and language, the other chooses
/// the side to look from and zooms. Upright screens have one at each edge, low; wide screens both on the left.
/// </summary>
internal static class Rails
{
    public const string LayerMark = "layer-mark";

    // A column's first group has four cells, its second three.
    private const int First = 4, Second = 3;

    private static readonly (BodyView View, string Name)[] Views =
        [(BodyView.Front, "front"), (BodyView.Back, "back"), (BodyView.Left, "left"), (BodyView.Right, "right")];

    private static readonly (Layer Layer, string Icon)[] Layers =
        [(Layer.Skin, "user-round"), (Layer.Superficial, "biceps-flexed"), (Layer.Deep, "layers"), (Layer.Skeleton, "bone")];

    private static readonly string[] WordKeys =
    [
        .. Views.Select(v => "view-" + v.Name), .. Layers.Select(l => IdOf(l.Layer)), "zoom-in", "zoom-out", "reset", "language-name", "labels", "comfort", "body-male", "body-female", "show-again",
    ];

    /// <summary>Height of a column when its cells have their preferred size; where there is no room for both of its groups, of the first alone.</summary>
    public static float Height(ScreenContext context, float available) =>
        HasBoth(context, available) ? HeightOfBoth(context, CellHeight(context, available)) : HeightOf(context, First, CellHeight(context, available));

    /// <summary>Height of a column when its cells are as low as a finger allows; where everything is brought within reach, the card needs the room of the second group more.</summary>
    public static float LeastHeight(ScreenContext context) => context.State.Comfort.Reach
        ? HeightOf(context, First, context.Measures.Target) : HeightOfBoth(context, context.Measures.Target);

    public static float Width(ScreenContext context) => CellWidth(context) + 2 * Inset(context.Measures);

    private static float Inset(Measures measures) => measures.IsSmall ? 0.5f : 1.5f;

    private static float HeightOf(ScreenContext context, int cells, float cell) =>
        cells * cell + (cells - 1) * Measures.Gap + 2 * Inset(context.Measures);

    private static float HeightOfBoth(ScreenContext context, float cell) =>
        HeightOf(context, First, cell) + GroupGap(context) + HeightOf(context, Second, cell);

    private static bool HasBoth(ScreenContext context, float available) => HeightOfBoth(context, context.Measures.Target) <= available + 0.01f;

    /// <param name="left">Left edge of the column with the layers.</param>
    /// <param name="right">Left edge of the column with the views.</param>
    /// <param name="available">Height there is for a column.</param>
    public static void Add(ScreenPlan plan, ScreenContext context, float left, float right, float top, float available)
    {
        float cell = CellHeight(context, available), group = HeightOf(context, First, cell), bottom = top + Height(context, available);
        float second = top + group + GroupGap(context), rest = HeightOf(context, Second, cell), width = Width(context);
        if (context.State.ShowsCutaway)
            AddAgain(plan, context, new(left, top + First * cell + (First - 1) * Measures.Gap - cell, width, HeightOf(context, 1, cell)), cell);
        else
            AddLayers(plan, context, new(left, top, width, group), cell);
        if (HasBoth(context, available))
            AddVisit(plan, context, new(left, second, width, rest), cell);
        AddViews(plan, context, new(right, top, width, group), cell);
        float alone = HeightOf(context, 1, cell), above = top - GroupGap(context) - alone;
        if (context.OffersBodies && !context.State.ShowsCutaway && above >= bottom - available)
            AddBody(plan, context, new(right, above, width, alone), cell);
        if (HasBoth(context, available))
            AddZoom(plan, context, new(right, second, width, rest), cell);
    }

    // The choice of the body stands above the views where a card of one more cell has room.
    private static void AddBody(ScreenPlan plan, ScreenContext context, Box card, float height)
    {
        (BodyForm other, string key, string icon) = context.State.Form == BodyForm.Male
            ? (BodyForm.Female, "body-female", "venus") : (BodyForm.Male, "body-male", "mars");
        PanelBuilder builder = new(context);
        builder.Card(card, "body-card", context.Say("comfort-body"));
        builder.IconButton("body", icon, context.Say(key), Cell(context, card, 0, height), new Intent.ShowBody(other));
        builder.AddTo(plan, builder.BuildCard("body", "body", card));
    }

    private static float GroupGap(ScreenContext context) => context.Measures.IsSmall ? 2 : 4;

    private static float CellHeight(ScreenContext context, float available)
    {
        Measures measures = context.Measures;
        int rows = HasBoth(context, available) ? First + Second : First;
        float room = (available - (rows == First ? HeightOf(context, First, 0) : HeightOfBoth(context, 0))) / rows;
        float wanted = MathF.Max(measures.Target, measures.IconSize + measures.LabelCap * 2.1f + 2);
        return MathF.Max(measures.Target, MathF.Min(wanted, room));
    }

    // As wide as the widest word of all, so that both columns and all languages look alike.
    private static float CellWidth(ScreenContext context)
    {
        float widest = 0;
        foreach (string language in context.Content.Settings.Languages)
        {
            foreach (string key in WordKeys)
                widest = MathF.Max(widest, context.Shaper.Line(context.Content.Strings.Get(key, language, context.Content.FirstLanguage), context.Label).WidthMm);
        }

        return MathF.Max(context.Measures.Target, widest + 2.4f);
    }

    private static string IdOf(Layer layer) => "layer-" + (layer switch
    {
        Layer.Skin => "skin",
        Layer.Superficial => "superficial",
        Layer.Deep => "deep",
        _ => "skeleton",
    });

    private static Box Cell(ScreenContext context, Box card, int row, float height) =>
        new(card.X + Inset(context.Measures), card.Y + Inset(context.Measures) + row * (height + Measures.Gap), card.Width - 2 * Inset(context.Measures), height);

    // The mark of the current layer slides under the words, so the card lies on a panel of its own.
    private static void AddLayers(ScreenPlan plan, ScreenContext context, Box card, float height)
    {
        float gap = Measures.Gap;
        PanelBuilder back = new(context);
        back.Card(card, "layers-card", context.Say("layers"));
        back.AddTo(plan, back.BuildCard("layers-back", "layers", card));

        Box first = Cell(context, card, 0, height);
        PanelBuilder mark = new(context);
        mark.Fill(first, context.Theme.Chosen, Measures.ControlRadius);
        mark.AddTo(plan, mark.Build(LayerMark, LayerMark, first) with { Step = height + gap });

        PanelBuilder words = new(context);
        words.Controls.Add(new("layers", ControlRole.Slider, context.Say("layers"),
            new(first.X, first.Y - gap / 2, first.Width, First * (height + gap)), Drag: ControlDrag.Peel));
        for (int i = 0; i < Layers.Length; i++)
        {
            string id = IdOf(Layers[i].Layer);
            words.IconButton(id, Layers[i].Icon, context.Say(id), Cell(context, card, i, height), new Intent.PeelTo(i), ControlRole.Toggle);
        }

        words.AddTo(plan, words.BuildCard("layers", "layers", card));
    }

    // Nothing can be peeled off the cut-away block; what it acts out can be seen once more.
    private static void AddAgain(ScreenPlan plan, ScreenContext context, Box card, float height)
    {
        PanelBuilder builder = new(context);
        builder.Card(card, "again-card", context.Say("show-again"));
        builder.IconButton("show-again", "play", context.Say("show-again"), Cell(context, card, 0, height), new Intent.ShowAgain());
        builder.AddTo(plan, builder.BuildCard("again", "again", card));
    }

    private static void AddVisit(ScreenPlan plan, ScreenContext context, Box card, float height)
    {
        PanelBuilder builder = new(context);
        builder.Card(card, "visit-card", context.Say("reset"));
        builder.IconButton("reset", "rotate-ccw", context.Say("reset"), Cell(context, card, 0, height), new Intent.Reset());
        if (context.OtherLanguage is { } language)
        {
            string name = context.Content.Strings.Get("language-name", language);
            builder.IconButton("language-" + language, "languages", name, Cell(context, card, 1, height), new Intent.SetLanguage(language));
        }

        builder.IconButton("comfort", "accessibility", context.Say("comfort"), Cell(context, card, context.OtherLanguage is null ? 1 : 2, height),
            new Intent.ShowComfort(!context.State.ShowsComfort), ControlRole.Toggle, context.State.ShowsComfort);

        builder.AddTo(plan, builder.BuildCard("visit", "visit", card));
    }

    private static void AddViews(ScreenPlan plan, ScreenContext context, Box card, float height)
    {
        PanelBuilder builder = new(context);
        builder.Card(card, "views-card", context.Say("views"));
        for (int i = 0; i < Views.Length; i++)
        {
            (BodyView view, string name) = Views[i];
            Box cell = Cell(context, card, i, height);
            builder.IconButton("view-" + name, "view-" + name, context.Say("view-" + name), cell, new Intent.LookFrom(view), ControlRole.Toggle, view == context.View);
        }

        builder.AddTo(plan, builder.BuildCard("views", "views", card));
    }

    private static void AddZoom(ScreenPlan plan, ScreenContext context, Box card, float height)
    {
        const float Step = 1.35f;
        PanelBuilder builder = new(context);
        builder.Card(card, "zoom-card", context.Say("zoom"));
        builder.IconButton("zoom-in", "plus", context.Say("zoom-in"), Cell(context, card, 0, height), new Intent.ZoomBy(Step));
        builder.IconButton("zoom-out", "minus", context.Say("zoom-out"), Cell(context, card, 1, height), new Intent.ZoomBy(1 / Step));
        builder.IconButton("labels", "tags", context.Say("labels"), Cell(context, card, 2, height),
            new Intent.ShowLabels(!context.State.ShowsLabels), ControlRole.Toggle, context.State.ShowsLabels);
        builder.AddTo(plan, builder.BuildCard("zoom", "zoom", card));
    }
}
