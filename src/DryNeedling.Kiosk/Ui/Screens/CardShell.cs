using System.Numerics;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>
/// The card that reading happens on: at the right of wide screens, a sheet from below on upright ones. Its head stays,
/// its content scrolls and fades where there is more.
/// </summary>
internal static class CardShell
{
    private const string Group = "card";
    private const float LandscapeShare = 0.36f, PortraitShare = 0.44f, FullShare = 0.86f;

    // Below so many letters a line becomes tiring; a larger text widens the card, up to half of the screen.
    private const float LettersWanted = 26, WidestShare = 0.48f;

    // Two columns when one line would hold more letters than the eye follows.
    private const float LettersForTwoColumns = 80;

    private const float ButtonGap = 3, GripRoom = 7;

    /// <summary>Where the card lies once nothing moves.</summary>
    public static Box Place(ScreenContext context)
    {
        Measures measures = context.Measures;
        float width = measures.Screen.WidthMm, height = measures.Screen.HeightMm, margin = measures.Margin;
        if (measures.Screen.IsPortrait)
        {
            // The sheet goes on behind the navigation, down to the edge of the screen.
            float usable = Navigation.Top(context);
            float shown = context.State.Sheet switch
            {
                SheetPosition.Peek => PeekHeight(context),
                SheetPosition.Full => usable * FullShare,
                _ => usable * PortraitShare,
            };
            return new(margin, usable - shown, width - 2 * margin, height - usable + shown);
        }

        float wanted = LettersWanted * LetterWidth(measures.ReadingCap) + 2 * measures.Padding;
        float card = MathF.Max(LandscapeShare * width - margin, MathF.Min(wanted, WidestShare * width));
        return new(width - margin - card, margin, card, Navigation.Top(context) - 2 * margin);
    }

    /// <param name="subtitle">Short line under the title, or empty.</param>
    /// <param name="fill">Lays out the content.</param>
    public static void Add(ScreenPlan plan, ScreenContext context, Box card, string label, string title, string subtitle, Intent onClose, Action<Flow> fill)
    {
        Measures measures = context.Measures;
        bool portrait = measures.Screen.IsPortrait;
        float bottom = portrait ? Navigation.Top(context) : card.Bottom;
        float fullHeight = portrait ? measures.Screen.HeightMm - bottom + bottom * FullShare : card.Height;
        Box whole = card with { Height = portrait ? fullHeight + PaintItem.ShadowMm : fullHeight };
        Vector2 enters = portrait ? new(0, card.Height * 0.5f) : new(18, 0);

        PanelBuilder back = new(context);
        back.Card(whole);
        back.Controls.Add(new("card", ControlRole.ScrollArea, label, card with { Height = bottom - card.Y }, Drag: ControlDrag.Scroll));
        back.AddTo(plan, back.BuildCard("card-back", Group, whole) with { Enters = enters });

        PanelBuilder head = new(context);
        float headBottom = AddHead(head, context, card, title, subtitle, onClose, out bool titleFits);
        head.AddTo(plan, head.Build("card-head", Group, new(card.X, card.Y, card.Width, headBottom - card.Y)));

        float fade = measures.IsSmall ? 5 : 8;
        Box window = new(card.X, headBottom, card.Width, MathF.Max(0, (portrait ? bottom : card.Bottom - 2) - headBottom));
        PanelBuilder content = new(context);
        float inner = card.Width - 2 * measures.Padding;
        Flow flow = new(context, content, card.X + measures.Padding, inner, headBottom + ContentTop(measures))
        {
            Columns = inner / LetterWidth(measures.ReadingCap) > LettersForTwoColumns ? 2 : 1,
        };
        if (!titleFits)
            flow.Title(title, subtitle);
        fill(flow);
        float height = flow.Y - headBottom + (portrait ? measures.Margin : 0) + fade;
        plan.Window = window;
        plan.ContentHeightMm = height;
        PanelPlan scrolled = content.Build("card-content", Group, window with { Height = height }) with { Window = window, WindowEndStays = portrait, Scrolls = true, FadeMm = fade };
        content.AddTo(plan, scrolled);
    }

    // The first line begins where the head's soft edge ends.
    private static float ContentTop(Measures measures) => measures.IsSmall ? 1 : 3;

    public static float LetterWidth(float capHeightMm) => capHeightMm * 0.76f;

    private static float PeekHeight(ScreenContext context) => GripRoom + ButtonHeight(context.Measures) + context.Measures.Margin;

    private static float ButtonHeight(Measures measures) => MathF.Max(measures.Target, measures.IconSize + measures.LabelCap * 2.1f + 1);

    /// <returns>Where the content may begin.</returns>
    private static float AddHead(PanelBuilder head, ScreenContext context, Box card, string title, string subtitle, Intent onClose, out bool titleFits)
    {
        Measures measures = context.Measures;
        bool portrait = measures.Screen.IsPortrait;
        float pad = measures.Padding, top = card.Y + (portrait ? GripRoom : pad * 0.6f);
        float right = card.Right - pad * 0.6f;
        if (portrait)
            head.Fill(new(card.Center.X - 12, card.Y + 2.6f, 24, 1.6f), context.Theme.Quiet.WithAlpha(150), 0.8f);

        string size = context.Say("text-size"), close = context.Say("close");
        float cell = MathF.Max(measures.Target, MathF.Max(Width(size), Width(close)) + 2);
        Box closing = new(right - cell, top, cell, ButtonHeight(measures));
        Box sizing = closing.Offset(-cell - ButtonGap, 0);
        float beside = sizing.X - card.X - pad - 2;
        TextBlock name = Fitting(context, title, beside);
        TextBlock under = context.Shaper.Block(subtitle, context.Reading, beside);
        float height = name.HeightMm + (subtitle.Length > 0 ? under.HeightMm : 0);
        titleFits = !name.HasCutWords && height < MathF.Max(closing.Height, Place(context).Height * 0.3f) && name.Lines.Count <= 2;
        if (portrait)
            AddGrip(head, context, new(card.X, card.Y, sizing.X - card.X - 2, closing.Bottom - card.Y));
        float bottom = closing.Bottom;
        if (titleFits)
        {
            float y = top + MathF.Max(0, (closing.Height - height) / 2);
            head.Text("card-title", name, card.X + pad, y, context.Theme.Ink, role: ControlRole.Heading);
            if (subtitle.Length > 0)
                head.Text("card-side", under, card.X + pad, y + name.HeightMm, context.Theme.Quiet);
            bottom = MathF.Max(bottom, y + height);
        }

        head.IconButton("text-size", "a-arrow-up", size, sizing, new Intent.SetTextSize((TextSize)(((int)context.State.TextSize + 1) % 3)));
        head.IconButton("card-close", "x", close, closing, onClose);
        return bottom + (portrait ? 1 : 2);

        float Width(string word) => context.Shaper.Line(word, context.Label).WidthMm;
    }

    private static void AddGrip(PanelBuilder head, ScreenContext context, Box box)
    {
        SheetPosition next = context.State.Sheet == SheetPosition.Full ? SheetPosition.Half : context.State.Sheet + 1;
        head.Controls.Add(new("sheet-grip", ControlRole.Slider, context.Say(next < context.State.Sheet ? "show-less" : "show-more"), box, new Intent.MoveSheet(next), Drag: ControlDrag.Sheet));
    }

    // Long names get a smaller title rather than a cut one.
    private static TextBlock Fitting(ScreenContext context, string title, float width)
    {
        float cap = context.Measures.TitleCap, least = MathF.Max(context.Measures.LabelCap, context.Measures.ReadingCap);
        while (true)
        {
            TextBlock block = context.Shaper.Block(title, new(TextFace.SemiBold, cap), width);
            if ((!block.HasCutWords && block.Lines.Count <= 2) || cap <= least)
                return block;
            cap = MathF.Max(least, cap * 0.92f);
        }
    }
}
