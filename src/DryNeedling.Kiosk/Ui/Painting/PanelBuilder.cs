using System.Numerics;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>
/// Gathers what lies on one panel. Boxes are millimetres on the screen (for scrolled content: as if scrolled to the
/// top); <see cref="Build"/> makes them the panel's own.
/// </summary>
internal sealed class PanelBuilder(ScreenContext context)
{
    private readonly List<PaintItem> items = [];

    public List<Control> Controls { get; } = [];

    public Theme Theme => context.Theme;

    public PanelPlan Build(string id, string group, Box box) =>
        new(id, group, box, [.. items.Select(i => i with { Box = i.Box.Offset(-box.X, -box.Y) })]);

    /// <summary>As <see cref="Build"/> for a panel that is one card: the box grows by its shadow.</summary>
    public PanelPlan BuildCard(string id, string group, Box card) => Build(id, group, card.Inset(-PaintItem.ShadowMm));

    public void Card(Box box, string? id = null, string label = "", ControlRole role = ControlRole.Card, ControlDrag drag = ControlDrag.None)
    {
        items.Add(new(PaintKind.Card, box, Theme.Card, Measures.CardRadius, Shade: Theme.Shadow));
        if (Theme.IsStark)
            items.Add(new(PaintKind.Ring, box, Theme.Rule, Measures.CardRadius));
        if (id is not null)
            Controls.Add(new(id, role, label, box, Drag: drag));
    }

    public void Add(PaintItem item) => items.Add(item);

    public void Fill(Box box, SKColor ink, float radius) => items.Add(new(PaintKind.Fill, box, ink, radius));

    /// <summary>How many things lie on the panel by now: a place to slip a surface in beneath what follows.</summary>
    public int Mark => items.Count;

    public void FillBeneath(int mark, Box box, SKColor ink, float radius) => items.Insert(mark, new(PaintKind.Fill, box, ink, radius));

    /// <summary>A line from a name to what it names, with a dot there.</summary>
    public void Leader(Vector2 from, Vector2 to, SKColor ink)
    {
        Vector2 left = from.X <= to.X ? from : to, right = from.X <= to.X ? to : from;
        Box box = new(left.X, MathF.Min(left.Y, right.Y), right.X - left.X, MathF.Abs(right.Y - left.Y));
        SKColor edge = (Theme.IsDark ? SKColors.Black : SKColors.White).WithAlpha(170);
        items.Add(new(left.Y <= right.Y ? PaintKind.LeaderDown : PaintKind.LeaderUp, box, ink, Radius: to == right ? 1 : 0, Shade: edge));
    }

    public void Icon(string name, Vector2 centre, float size, SKColor ink) =>
        items.Add(new(PaintKind.Icon, new(centre.X - size / 2, centre.Y - size / 2, size, size), ink, Icon: IconSet.Get(name)));

    /// <summary>The clinic's sign, on a plate where it needs one.</summary>
    public void Logo(Logo logo, Box box)
    {
        SKColor plate = logo.PlateOn(Theme);
        if (plate.Alpha > 0)
            Fill(box, plate, Measures.ControlRadius);
        Box inside = plate.Alpha > 0 ? box.Inset(box.Height * 0.1f) : box;
        float width = MathF.Min(inside.Width, inside.Height * logo.Aspect), height = width / logo.Aspect;
        items.Add(new(PaintKind.Picture, new(inside.Center.X - width / 2, inside.Center.Y - height / 2, width, height), SKColors.White, Picture: logo.Image));
    }

    /// <summary>A text that can be read but not touched.</summary>
    /// <param name="surface">What lies on the card beneath the text.</param>
    public void Text(string id, TextBlock text, float x, float y, SKColor ink, SKColor surface = default, ControlRole role = ControlRole.Text)
    {
        Box box = new(x, y, text.WidthMm, text.HeightMm);
        items.Add(new(PaintKind.Text, box, ink, Text: text));
        Controls.Add(new(id, role, text.Text, box, TextCapHeightMm: text.Style.CapHeightMm, Contrast: Theme.OnCard(ink, surface)));
    }

    public void Centred(TextBlock text, Box box, SKColor ink) =>
        items.Add(new(PaintKind.TextCentred, new(box.X, box.Y, box.Width, text.HeightMm), ink, Text: text));

    /// <summary>An icon with a word beneath, in a box that can be touched.</summary>
    public void IconButton(string id, string icon, string label, Box box, Intent onTap, ControlRole role = ControlRole.Button, bool chosen = false)
    {
        SKColor surface = chosen ? Theme.Chosen : default;
        Surface(id, box, surface);
        TextBlock word = context.Shaper.Block(label, context.Label, box.Width);
        const float Gap = 0.5f, Least = -1.2f, Air = 1;
        float size = context.Measures.IconSize, alone = size + word.HeightMm - (word.LineHeightMm - word.Style.CapHeightMm) / 2;
        // Where it is tight the word moves up into its line's own air.
        float gap = Math.Clamp(box.Height - 2 * Air - alone, Least, Gap), ink = alone + gap;
        float top = box.Y + (box.Height - ink) / 2;
        Icon(icon, new(box.Center.X, top + size / 2), size, Theme.Ink);
        Centred(word, new(box.X, top + size + gap, box.Width, 0), Theme.Ink);
        Controls.Add(new(id, role, label, box, onTap, TextCapHeightMm: word.Style.CapHeightMm, Contrast: Theme.OnCard(Theme.Ink, surface)));
    }

    /// <summary>Something in a row that can be touched; pressing and focus show on it.</summary>
    /// <param name="surface">Its own colour on the card.</param>
    public void Surface(string id, Box box, SKColor surface, float radius = Measures.ControlRadius)
    {
        bool pressed = context.State.Pressed == id;
        items.Add(new(PaintKind.Fill, box, surface, radius));
        items.Add(new(PaintKind.Fill, box, pressed ? Theme.PressedVeil : SKColors.Transparent, radius));
        items.Add(new(PaintKind.Ring, box, context.State.Focus == id ? Theme.Bright : SKColors.Transparent, radius));
    }

    public void Touchable(string id, string label, Box box, Intent onTap, TextStyle style, SKColor ink, SKColor surface, ControlRole role = ControlRole.Button) =>
        Controls.Add(new(id, role, label, box, onTap, TextCapHeightMm: style.CapHeightMm, Contrast: Theme.OnCard(ink, surface)));

    public void AddTo(ScreenPlan plan, PanelPlan panel)
    {
        plan.Panels.Add(panel);
        foreach (Control control in Controls)
            plan.Controls.Add(new(control, panel.Scrolls));
    }
}
