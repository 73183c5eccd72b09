using System.Numerics;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>
/// The card that reading happens on: at the right of wide screens, a sheet from below on upright ones. Its head stays,
/// its content scrolls and fades where there is more, and a foot of buttons, if there is one, stays too.
/// </summary>
internal static class CardShell
{
    private const string Group = "card";
    private const float LandscapeShare = 0.36f, PortraitShare = 0.44f, FullShare = 0.86f;

    // Below so many letters a line becomes tiring; a larger text widens the card, up to half of the screen.
    private const float LettersWanted = 26, WidestShare = 0.48f;

    // Two columns when one line would hold more letters than the eye follows.
    private const float LettersForTwoColumns = 80;

    private const float FootAir = 1.2f;

    // Even a full sheet leaves a strip of the body to pull it down by.
    private const float LeastBody = 48;

    private const float LeastLines = 2.5f;

    // The columns of buttons must have room above the sheet.
    private const float RailGap = 2;

    private const float ButtonGap = 3, GripRoom = 7;

    /// <summary>Where the card lies once nothing moves.</summary>
    public static Box Place(ScreenContext context)
    {
        if (SearchScreen.Shows(context.State))
            return SearchScreen.Place(context);
        Measures measures = context.Measures;
        float width = measures.Screen.WidthMm, margin = measures.Margin;
        if (measures.Screen.IsPortrait)
        {
            float usable = Navigation.Top(context), rails = Rails.LeastHeight(context) + 2 * margin + RailGap;
            return Sheet(context, usable, MathF.Min(PortraitShare, 1 - rails / usable));
        }

        float card = WidthWanted(context);
        return new(width - margin - card, margin, card, Navigation.Top(context) - 2 * margin);
    }

    /// <summary>The sheet of an upright screen when everything stands above <paramref name="usable"/>; it goes on behind that, down to the edge of the screen.</summary>
    public static Box Sheet(ScreenContext context, float usable, float halfShare)
    {
        Measures measures = context.Measures;
        float half = usable * halfShare;
        float shown = context.State.Sheet switch
        {
            SheetPosition.Peek => PeekHeight(context),
            SheetPosition.Full => MathF.Max(half, MathF.Min(usable * FullShare, usable - LeastBody)),
            _ => half,
        };
        return new(measures.Margin, usable - shown, measures.Screen.WidthMm - 2 * measures.Margin, measures.Screen.HeightMm - usable + shown);
    }

    /// <summary>Width of the card on a wide screen.</summary>
    public static float WidthWanted(ScreenContext context)
    {
        float width = context.Measures.Screen.WidthMm;
        float wanted = LettersWanted * LetterWidth(context.Measures.ReadingCap) + 2 * context.Measures.Padding;
        return MathF.Max(LandscapeShare * width - context.Measures.Margin, MathF.Min(wanted, WidestShare * width));
    }

    /// <summary>The way out of a card that stands for itself.</summary>
    public static CardExit Close(Intent onTap) => new("card-close", "x", "close", onTap);

    /// <summary>The way back to where the visitor came from.</summary>
    public static CardExit Back(Intent onTap) => new("back", "chevron-left", "back", onTap);

    /// <param name="subtitle">Short line under the title, or empty.</param>
    /// <param name="fill">Lays out the content.</param>
    /// <param name="foot">Lays out what stays at the lower end, or null.</param>
    /// <param name="end">Where the sheet of an upright screen ends when something stands on the navigation.</param>
    public static void Add(
        ScreenPlan plan, ScreenContext context, Box card, string title, string subtitle, CardExit exit, Action<Flow> fill, Action<Flow>? foot = null, float? end = null)
    {
        Measures measures = context.Measures;
        bool portrait = measures.Screen.IsPortrait;
        float bottom = portrait ? end ?? Navigation.Top(context) : card.Bottom;
        float fullHeight = portrait ? measures.Screen.HeightMm - bottom + bottom * FullShare : card.Height;
        Box whole = card with { Height = portrait ? fullHeight + PaintItem.ShadowMm : fullHeight };
        Vector2 enters = portrait ? new(0, card.Height * 0.5f) : new(18, 0);

        PanelBuilder back = new(context);
        back.Card(whole);
        back.Controls.Add(new("card", ControlRole.ScrollArea, title, card with { Height = bottom - card.Y }, Drag: ControlDrag.Scroll));
        back.AddTo(plan, back.BuildCard("card-back", Group, whole) with { Enters = enters });

        PanelBuilder head = new(context);
        float headBottom = AddHead(head, context, card, title, subtitle, exit, out bool titleFits);
        head.AddTo(plan, head.Build("card-head", Group, new(card.X, card.Y, card.Width, headBottom - card.Y)));
        // What is scrolled keeps its distance to the navigation's buttons.
        float contentEnd = bottom - (portrait ? Measures.Gap / 2 : 2);
        if (foot is not null && AddFoot(plan, context, card with { Height = bottom - card.Y }, headBottom, foot) is { } footTop)
            (contentEnd, foot) = (footTop, null);
        AddContent(plan, context, card with { Y = headBottom, Height = MathF.Max(0, contentEnd - headBottom) }, titleFits ? null : (title, subtitle), flow =>
        {
            fill(flow);
            if (foot is null)
                return;
            flow.Gap(1);
            foot(flow);
        });
    }

    private static void AddContent(ScreenPlan plan, ScreenContext context, Box window, (string Title, string Subtitle)? heading, Action<Flow> fill)
    {
        Measures measures = context.Measures;
        bool portrait = measures.Screen.IsPortrait;
        float fade = measures.IsSmall ? 5 : 8, inner = window.Width - 2 * measures.Padding;
        PanelBuilder content = new(context);
        Flow flow = new(context, content, window.X + measures.Padding, inner, window.Y + ContentTop(measures))
        {
            Columns = inner / LetterWidth(measures.ReadingCap) > LettersForTwoColumns ? 2 : 1,
        };
        if (heading is { } head)
            flow.Title(head.Title, head.Subtitle);
        fill(flow);
        float height = flow.Y - window.Y + (portrait ? measures.Margin : 0) + fade;
        plan.Window = window;
        plan.ContentHeightMm = height;
        PanelPlan scrolled = content.Build("card-content", Group, window with { Height = height }) with { Window = window, WindowEndStays = portrait, Scrolls = true, FadeMm = fade };
        content.AddTo(plan, scrolled);
    }

    /// <returns>Where the content must end; null where a foot would leave too little of it: it then comes after the content.</returns>
    private static float? AddFoot(ScreenPlan plan, ScreenContext context, Box card, float top, Action<Flow> fill)
    {
        float pad = context.Measures.Padding, air = FootAir * context.Measures.LabelCap, x = card.X + pad, inner = card.Width - 2 * pad;
        Flow measured = new(context, new(context), x, inner, 0);
        fill(measured);
        float end = card.Bottom - MathF.Min(pad, air * 1.4f), y = end - measured.Y;
        if (y - air - top < LeastLines * context.Shaper.Line("", context.Reading).LineHeightMm)
            return null;
        PanelBuilder builder = new(context);
        fill(new(context, builder, x, inner, y));
        builder.AddTo(plan, builder.Build("card-foot", Group, new(card.X, y - air, card.Width, card.Bottom - y + air)));
        return y - air;
    }

    // The first line begins where the head's soft edge ends.
    private static float ContentTop(Measures measures) => !measures.IsSmall ? 3 : measures.Screen.IsPortrait ? 2 : 1;

    public static float LetterWidth(float capHeightMm) => capHeightMm * 0.76f;

    private static float PeekHeight(ScreenContext context) => GripRoom + ButtonHeight(context.Measures) + context.Measures.Margin;

    private static float ButtonHeight(Measures measures) => MathF.Max(measures.Target, measures.IconSize + measures.LabelCap * 2.1f + 1);

    /// <returns>Where the content may begin.</returns>
    private static float AddHead(PanelBuilder head, ScreenContext context, Box card, string title, string subtitle, CardExit exit, out bool titleFits)
    {
        Measures measures = context.Measures;
        bool portrait = measures.Screen.IsPortrait;
        float pad = measures.Padding, top = card.Y + (portrait ? GripRoom : pad * 0.6f);
        float right = card.Right - pad * 0.6f;
        if (portrait)
            head.Fill(new(card.Center.X - 12, card.Y + 2.6f, 24, 1.6f), context.Theme.Quiet.WithAlpha(150), 0.8f);

        string size = context.Say("text-size"), close = context.Say(exit.Key);
        string listen = context.Say(context.State.IsAloud ? "listen-stop" : "listen");
        bool speaks = context is { OffersSpeech: true, State.ShowsComfort: false };
        float cell = MathF.Max(measures.Target, MathF.Max(speaks ? Width(listen) : 0, MathF.Max(Width(size), Width(close))) + 2);
        Box closing = new(right - cell, top, cell, ButtonHeight(measures));
        Box sizing = closing.Offset(-cell - ButtonGap, 0), first = speaks ? sizing.Offset(-cell - ButtonGap, 0) : sizing;
        float beside = first.X - card.X - pad - 2;
        TextBlock name = Fitting(context, title, beside);
        TextBlock under = context.Shaper.Block(subtitle, context.Reading, beside);
        float height = name.HeightMm + (subtitle.Length > 0 ? under.HeightMm : 0);
        titleFits = !name.HasCutWords && height < MathF.Max(closing.Height, Place(context).Height * 0.3f) && name.Lines.Count <= 2;
        if (portrait)
            AddGrip(head, context, new(card.X, card.Y, first.X - card.X - 2, closing.Bottom - card.Y));
        float bottom = closing.Bottom;
        if (titleFits)
        {
            float y = top + MathF.Max(0, (closing.Height - height) / 2);
            head.Text("card-title", name, card.X + pad, y, context.Theme.Ink, role: ControlRole.Heading);
            if (subtitle.Length > 0)
                head.Text("card-side", under, card.X + pad, y + name.HeightMm, context.Theme.Quiet);
            bottom = MathF.Max(bottom, y + height);
        }

        if (speaks)
            head.IconButton("listen", context.State.IsAloud ? "circle-pause" : "volume-2", listen, first, new Intent.ReadAloud(!context.State.IsAloud), ControlRole.Toggle, context.State.IsAloud);
        head.IconButton("text-size", "a-arrow-up", size, sizing, new Intent.SetTextSize((TextSize)(((int)context.State.TextSize + 1) % 3)));
        head.IconButton(exit.Id, exit.Icon, close, closing, exit.OnTap);
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
