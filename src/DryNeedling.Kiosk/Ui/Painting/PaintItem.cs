using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

internal enum PaintKind
{
    /// <summary>A rounded surface with the card's soft shadow around it.</summary>
    Card,

    /// <summary>A rounded rectangle.</summary>
    Fill,

    /// <summary>A rounded rectangle's outline of 0.7 mm, outside the box.</summary>
    Ring,

    /// <summary>A rounded rectangle of dots.</summary>
    Stipple,

    /// <summary>Grows downwards from nothing to the ink, which it reaches a little above its middle.</summary>
    ScrimBelow,

    /// <summary>The same from right to left.</summary>
    ScrimLeft,

    /// <summary>A thin line with a dot at its end, from the box's upper left corner to the lower right one.</summary>
    LeaderDown,

    /// <summary>From the lower left corner to the upper right one.</summary>
    LeaderUp,

    Text,
    TextCentred,
    Icon,

    /// <summary>A picture with rounded corners that fills the box; the ink's alpha is its own.</summary>
    Picture,

    /// <summary>The same with hard pixels.</summary>
    Code,
}

/// <summary>One thing to draw; millimetres from the top left corner of its panel. Equal items look the same.</summary>
internal readonly record struct PaintItem(
    PaintKind Kind, Box Box, SKColor Ink, float Radius = 0, TextBlock? Text = null, SKPath? Icon = null, SKColor Shade = default, SKImage? Picture = null)
{
    /// <summary>What may change on the screen when the item does.</summary>
    public Box Reach => Kind switch
    {
        PaintKind.Card => Grown(Box, ShadowMm),
        PaintKind.Ring or PaintKind.LeaderDown or PaintKind.LeaderUp => Grown(Box, 2),
        // Letters may overhang their line: accents above, an italic's slope at its end.
        PaintKind.Text or PaintKind.TextCentred => Grown(Box, Text?.Style.CapHeightMm ?? 1),
        _ => Grown(Box, 0.5f),
    };

    /// <summary>How far a card's shadow is seen.</summary>
    public const float ShadowMm = 6;

    private static Box Grown(Box box, float by) => new(box.X - by, box.Y - by, box.Width + 2 * by, box.Height + 2 * by);
}
