using System.Globalization;
using System.Numerics;
using Silk.NET.OpenGL;
using SkiaSharp;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// The small pictures that markers are made of, painted once: a white-hot core with its halo, a line, and a numbered
/// tag for each number. Sizes follow the screen's millimetres.
/// </summary>
internal sealed class TagAtlas : IDisposable
{
    public const int Numbers = 20;
    public const float CoreMm = 9;

    // Capital height of Atkinson Hyperlegible over its font size; digits are as tall.
    private const float CapitalShare = 0.67f, DigitMm = 3.7f;
    private const int Columns = 6;

    private readonly GpuTexture texture;
    private readonly int cell;

    /// <param name="typeface">The interface's type; null draws tags without numbers.</param>
    public TagAtlas(GL gl, float pxPerMm, SKTypeface? typeface)
    {
        PxPerMm = pxPerMm;
        cell = (int)MathF.Ceiling(MathF.Max(CoreMm, MarkerLayout.TagDiameterMm) * pxPerMm) + 4;
        int rows = (Numbers + 2 + Columns - 1) / Columns;
        SKImageInfo info = new(cell * Columns, cell * rows, SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKBitmap bitmap = new(info);
        using (SKCanvas canvas = new(bitmap))
            Paint(canvas, pxPerMm, typeface);

        texture = new(gl, info.Width, info.Height, smooth: true);
        texture.Upload(bitmap.GetPixelSpan(), info.Width, 0, 0, info.Width, info.Height);
    }

    public float PxPerMm { get; }

    public int CellPx => cell;

    /// <summary>Left, top, width, height as fractions of the texture: of the core, the line and each tag.</summary>
    public Vector4 Core => Cell(0);

    public Vector4 Line
    {
        get
        {
            Vector4 all = Cell(1);
            return new(all.X + all.Z * 0.45f, all.Y + all.W * 0.25f, all.Z * 0.1f, all.W * 0.5f);
        }
    }

    public Vector4 Tag(int number) => Cell(1 + Math.Clamp(number, 1, Numbers));

    public void Bind() => texture.Bind();

    public void Dispose() => texture.Dispose();

    private void Paint(SKCanvas canvas, float pxPerMm, SKTypeface? typeface)
    {
        canvas.Clear(SKColors.Transparent);
        PaintCore(canvas, CentreOf(0), pxPerMm);
        PaintLine(canvas, CentreOf(1), pxPerMm);
        using SKFont font = new(typeface ?? SKTypeface.Default, DigitMm / CapitalShare * pxPerMm) { Edging = SKFontEdging.Antialias };
        for (int number = 1; number <= Numbers; number++)
            PaintTag(canvas, CentreOf(1 + number), number, pxPerMm, font);
    }

    private static void PaintCore(SKCanvas canvas, SKPoint at, float pxPerMm)
    {
        float radius = CoreMm / 2 * pxPerMm;
        using SKShader glow = SKShader.CreateRadialGradient(
            at, radius,
            [new(255, 255, 255, 255), new(255, 250, 236, 255), new(255, 196, 120, 150), new(255, 120, 60, 46), new(255, 90, 40, 0)],
            [0, 0.20f, 0.30f, 0.58f, 1], SKShaderTileMode.Clamp);
        using SKPaint paint = new() { IsAntialias = true, Shader = glow };
        canvas.DrawCircle(at, radius, paint);
    }

    // A light line with a dark edge shows on muscle, bone and background alike.
    private void PaintLine(SKCanvas canvas, SKPoint at, float pxPerMm)
    {
        using SKPaint dark = new() { Color = new(4, 18, 22, 150) };
        using SKPaint bright = new() { Color = new(238, 250, 250, 240), IsAntialias = true };
        float half = 0.22f * pxPerMm, edge = 0.2f * pxPerMm;
        // Only the middle of the cell is used; the neighbours stay clean.
        float left = at.X - cell * 0.25f, length = cell * 0.5f;
        canvas.DrawRect(left, at.Y - half - edge, length, 2 * (half + edge), dark);
        canvas.DrawRect(left, at.Y - half, length, 2 * half, bright);
    }

    private static void PaintTag(SKCanvas canvas, SKPoint at, int number, float pxPerMm, SKFont font)
    {
        float radius = MarkerLayout.TagDiameterMm / 2 * pxPerMm;
        using SKPaint ring = new() { IsAntialias = true, Color = new(238, 250, 250) };
        using SKPaint disc = new() { IsAntialias = true, Color = new(8, 34, 40) };
        canvas.DrawCircle(at, radius, ring);
        canvas.DrawCircle(at, radius - MathF.Max(1, 0.35f * pxPerMm), disc);
        string text = number.ToString(CultureInfo.InvariantCulture);
        float baseline = at.Y + DigitMm / 2 * pxPerMm;
        canvas.DrawText(text, at.X, baseline, SKTextAlign.Center, font, ring);
    }

    private SKPoint CentreOf(int index) => new((index % Columns + 0.5f) * cell, (index / Columns + 0.5f) * cell);

    private Vector4 Cell(int index)
    {
        Vector2 size = new((float)cell / texture.Width, (float)cell / texture.Height);
        return new(index % Columns * size.X, index / Columns * size.Y, size.X, size.Y);
    }
}
