using DryNeedling.Kiosk.Content;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>The clinic's sign, ready to be painted.</summary>
internal sealed class Logo : IDisposable
{
    // WCAG 2.2, 1.4.11: what must be recognised needs 3:1 against what lies behind it.
    private const float LeastContrast = 3;

    private readonly SKColor mean;

    private Logo(SKImage image, SKColor mean) => (Image, this.mean) = (image, mean);

    public SKImage Image { get; }

    /// <summary>Width over height.</summary>
    public float Aspect => (float)Image.Width / Image.Height;

    /// <summary>Null when this is no picture that can be decoded.</summary>
    public static Logo? Decode(ContentPicture picture)
    {
        using SKData data = SKData.CreateCopy(picture.Png.AsSpan());
        using SKCodec? codec = SKCodec.Create(data);
        if (codec is null)
            return null;
        using SKBitmap? bitmap = SKBitmap.Decode(codec, new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return bitmap is null ? null : new(SKImage.FromBitmap(bitmap), MeanOf(bitmap.GetPixelSpan()));
    }

    /// <summary>A plate behind a sign that the theme's cards would swallow; transparent where none is needed.</summary>
    public SKColor PlateOn(Theme theme) => Colours.Contrast(mean, theme.Seen(theme.Card)) >= LeastContrast ? SKColors.Transparent
        : theme.IsDark ? SKColors.White : new(14, 32, 37);

    public void Dispose() => Image.Dispose();

    private static SKColor MeanOf(ReadOnlySpan<byte> premultiplied)
    {
        long red = 0, green = 0, blue = 0, alpha = 0;
        for (int i = 0; i + 3 < premultiplied.Length; i += 4)
        {
            red += premultiplied[i];
            green += premultiplied[i + 1];
            blue += premultiplied[i + 2];
            alpha += premultiplied[i + 3];
        }

        return alpha == 0 ? SKColors.Gray : new((byte)(255 * red / alpha), (byte)(255 * green / alpha), (byte)(255 * blue / alpha));
    }
}
