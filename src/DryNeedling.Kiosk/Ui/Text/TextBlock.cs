using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Text;

/// <summary>One shaped line: its glyphs with the origin at the left end of the baseline.</summary>
internal readonly record struct TextLine(string Text, SKTextBlob? Blob, float WidthMm);

/// <summary>
/// A text shaped and broken for one style and width: drawn as often as wanted, never shaped again. Capitals are
/// centred in their line, so that a block of one line aligns with icons by its middle.
/// </summary>
internal sealed class TextBlock(string text, TextStyle style, IReadOnlyList<TextLine> lines, float lineHeightMm) : IDisposable
{
    public string Text { get; } = text;

    public TextStyle Style { get; } = style;

    public IReadOnlyList<TextLine> Lines { get; } = lines;

    public float LineHeightMm { get; } = lineHeightMm;

    public float WidthMm { get; } = lines.Count == 0 ? 0 : lines.Max(l => l.WidthMm);

    public float HeightMm => Lines.Count * LineHeightMm;

    /// <summary>From the top of the block to the first baseline.</summary>
    public float BaselineMm => (LineHeightMm + Style.CapHeightMm) / 2;

    /// <summary>A word did not fit into its line and was cut with a hyphen.</summary>
    public bool HasCutWords { get; init; }

    public void Dispose()
    {
        foreach (TextLine line in Lines)
            line.Blob?.Dispose();
    }
}
