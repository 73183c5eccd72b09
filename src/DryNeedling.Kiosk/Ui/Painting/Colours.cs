using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>Arithmetic of colours as WCAG 2 defines it.</summary>
internal static class Colours
{
    /// <summary>Relative luminance, 0 black to 1 white (WCAG 2.2, "relative luminance").</summary>
    public static float Luminance(SKColor colour) =>
        0.2126f * Linear(colour.Red) + 0.7152f * Linear(colour.Green) + 0.0722f * Linear(colour.Blue);

    /// <summary>Contrast ratio of two opaque colours, 1 to 21.</summary>
    public static float Contrast(SKColor a, SKColor b)
    {
        float la = Luminance(a), lb = Luminance(b);
        return (MathF.Max(la, lb) + 0.05f) / (MathF.Min(la, lb) + 0.05f);
    }

    /// <summary>What one sees of a translucent colour over an opaque one.</summary>
    public static SKColor Over(SKColor front, SKColor back) => Mix(back, front.WithAlpha(255), front.Alpha / 255f);

    public static SKColor Mix(SKColor a, SKColor b, float share) => new(
        Channel(a.Red, b.Red, share), Channel(a.Green, b.Green, share), Channel(a.Blue, b.Blue, share), Channel(a.Alpha, b.Alpha, share));

    /// <summary>The colour nearest to <paramref name="colour"/> on the way to <paramref name="towards"/> on which <paramref name="ink"/> has this contrast.</summary>
    public static SKColor MovedUntil(SKColor colour, SKColor towards, SKColor ink, float contrast)
    {
        for (float share = 0; share < 1; share += 0.02f)
        {
            SKColor moved = Mix(colour, towards, share);
            if (Contrast(moved, ink) >= contrast)
                return moved;
        }

        return towards;
    }

    private static byte Channel(byte a, byte b, float share) => (byte)MathF.Round(a + (b - a) * share);

    private static float Linear(byte channel)
    {
        float c = channel / 255f;
        return c <= 0.04045f ? c / 12.92f : MathF.Pow((c + 0.055f) / 1.055f, 2.4f);
    }
}
