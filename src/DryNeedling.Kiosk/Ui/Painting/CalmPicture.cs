using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>What a visitor sees for the seconds in which the kiosk is started anew: a quiet glow and no words.</summary>
internal static class CalmPicture
{
    private static readonly SKColor Centre = new(18, 62, 68), Edge = new(4, 18, 22);

    /// <summary>Fills pixels in place: blue first, 4 bytes each.</summary>
    public static void Paint(nint pixels, int width, int height, int rowBytes)
    {
        SKImageInfo info = new(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using SKSurface surface = SKSurface.Create(info, pixels, rowBytes);
        using SKShader glow = SKShader.CreateRadialGradient(
            new(width / 2f, height * 0.45f), 0.62f * MathF.Max(width, height), [Centre, Edge], SKShaderTileMode.Clamp);
        using SKPaint paint = new() { Shader = glow, IsDither = true };
        surface.Canvas.DrawPaint(paint);
    }
}
