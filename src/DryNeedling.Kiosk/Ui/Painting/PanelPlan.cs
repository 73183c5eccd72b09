using System.Numerics;
using DryNeedling.Kiosk.Layout;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>What one panel shows and where it belongs once nothing moves any more.</summary>
/// <param name="Group">Panels of one group move and fade as one; its first panel's place is the group's.</param>
/// <param name="Box">On the screen, millimetres, shadow included.</param>
/// <param name="Items">In the panel's own millimetres.</param>
internal sealed record PanelPlan(string Id, string Group, Box Box, IReadOnlyList<PaintItem> Items)
{
    /// <summary>Where the group comes from when it appears, and goes when it leaves; millimetres from its place.</summary>
    public Vector2 Enters { get; init; }

    /// <summary>Only this part of the screen shows the panel, soft at both ends.</summary>
    public Box? Window { get; init; }

    /// <summary>The window goes on ending where it does while the card slides: what hides the rest stands still.</summary>
    public bool WindowEndStays { get; init; }

    /// <summary>Moves with the card's scroll; painted in strips as they come into view.</summary>
    public bool Scrolls { get; init; }

    /// <summary>Millimetres by which one layer moves the mark of the current layer; 0 for all other panels.</summary>
    public float Step { get; init; }

    /// <summary>Gone without fading: what it points to has moved.</summary>
    public bool LeavesAtOnce { get; init; }

    /// <summary>It is there at once, without fading in.</summary>
    public bool ComesAtOnce { get; init; }

    /// <summary>Length of the window's soft ends.</summary>
    public float FadeMm { get; init; }
}
