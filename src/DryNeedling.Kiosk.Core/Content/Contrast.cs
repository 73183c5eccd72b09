using System.Globalization;

namespace DryNeedling.Kiosk.Content;

/// <summary>Contrast of two colours by WCAG 2.2: 1 (the same) to 21 (black on white).</summary>
public static class Contrast
{
    public static double Between(double luminance, double other) =>
        (Math.Max(luminance, other) + 0.05) / (Math.Min(luminance, other) + 0.05);

    /// <summary>Relative luminance 0..1 of <c>#rrggbb</c>, null when the text is no such colour.</summary>
    public static double? Luminance(string colour)
    {
        if (colour.Length != 7 || colour[0] != '#' || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb))
            return null;
        return 0.2126 * Linear(rgb >> 16 & 255) + 0.7152 * Linear(rgb >> 8 & 255) + 0.0722 * Linear(rgb & 255);
    }

    private static double Linear(int channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
