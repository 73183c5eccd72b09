using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui;

internal enum ControlRole
{
    Button,
    Toggle,
    Text,
    Heading,
    Card,
    ScrollArea,
    Slider,
    Image,
}

/// <summary>What a drag that begins on a control does; a drag on anything else turns the body.</summary>
internal enum ControlDrag
{
    None,

    /// <summary>Scrolls the open card.</summary>
    Scroll,

    /// <summary>Moves the portrait sheet between peek, half and full.</summary>
    Sheet,

    /// <summary>Peels the layers continuously along the control's height.</summary>
    Peel,
}

/// <summary>
/// One rectangle of the interface: what it is called, where it is (millimetres, already scrolled and clipped), and
/// what a tap on it means. The list is made anew from the state, so that scripts and assistive input see what a finger sees.
/// </summary>
/// <param name="Id">Stable name, kebab-case: <c>view-back</c>, <c>trigger-point-2</c>.</param>
/// <param name="Label">The visible or spoken text in the visitor's language.</param>
/// <param name="Bounds">Visible rectangle, millimetres.</param>
/// <param name="OnTap">Null when a tap does nothing (texts, cards).</param>
/// <param name="TextCapHeightMm">Height of a capital letter of its text, 0 without text.</param>
/// <param name="Contrast">WCAG contrast of its text or icon against what lies behind, 0 without either.</param>
/// <param name="ActsOnPress">A key: acts when the finger comes down, and with several fingers at once.</param>
internal sealed record Control(
    string Id,
    ControlRole Role,
    string Label,
    Box Bounds,
    Intent? OnTap = null,
    bool Enabled = true,
    ControlDrag Drag = ControlDrag.None,
    float TextCapHeightMm = 0,
    float Contrast = 0,
    bool ActsOnPress = false)
{
    /// <summary>Can have the keyboard's focus and be tapped.</summary>
    public bool IsActionable => Enabled && OnTap is not null;
}
