using SkiaSharp;

namespace DryNeedling.Kiosk.Ui;

/// <summary>A rectangle of pixels.</summary>
internal readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    public bool IsEmpty => Width <= 0 || Height <= 0;

    public PixelBox Union(PixelBox other)
    {
        if (IsEmpty)
            return other;
        if (other.IsEmpty)
            return this;
        int x = Math.Min(X, other.X), y = Math.Min(Y, other.Y);
        return new(x, y, Math.Max(X + Width, other.X + other.Width) - x, Math.Max(Y + Height, other.Y + other.Height) - y);
    }

    public PixelBox Intersect(PixelBox other)
    {
        int x = Math.Max(X, other.X), y = Math.Max(Y, other.Y);
        return new(x, y, Math.Min(X + Width, other.X + other.Width) - x, Math.Min(Y + Height, other.Y + other.Height) - y);
    }
}

/// <summary>The part of the screen a panel may be seen in, pixels from the top, and how softly it ends.</summary>
internal readonly record struct PanelWindow(float Top, float Bottom, float FadeTop, float FadeBottom)
{
    public static PanelWindow Whole { get; } = new(float.NegativeInfinity, float.PositiveInfinity, 0, 0);
}

/// <summary>
/// One painted piece of the interface: premultiplied RGBA, rows from the top, to be drawn at one texel per pixel over
/// the scene. Scrolling, sliding and fading change its place, window and opacity, never its pixels.
/// </summary>
internal sealed class Panel : IDisposable
{
    private const int Remembered = 8;

    private readonly SKBitmap bitmap;
    private readonly PixelBox[] changes = new PixelBox[Remembered];

    public Panel(string id, int width, int height)
    {
        Id = id;
        bitmap = new(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        Canvas = new(bitmap);
    }

    public string Id { get; }

    /// <summary>Top left corner on the screen, pixels.</summary>
    public int X { get; set; }

    public int Y { get; set; }

    public float Opacity { get; set; } = 1;

    public PanelWindow Window { get; set; } = PanelWindow.Whole;

    public int Width => bitmap.Width;

    public int Height => bitmap.Height;

    public ReadOnlySpan<byte> Pixels => bitmap.GetPixelSpan();

    /// <summary>Counts the repaints; 0 has never been painted.</summary>
    public int Version { get; private set; }

    public PixelBox Whole => new(0, 0, Width, Height);

    public SKCanvas Canvas { get; }

    /// <summary>What was repainted after <paramref name="version"/>; everything when that is too long ago.</summary>
    public PixelBox ChangedSince(int version)
    {
        if (Version - version > Remembered || version <= 0)
            return Whole;

        PixelBox changed = default;
        for (int v = version + 1; v <= Version; v++)
            changed = changed.Union(changes[v % Remembered]);
        return changed;
    }

    public void Repainted(PixelBox box)
    {
        Version++;
        changes[Version % Remembered] = box;
    }

    public bool IsDisposed { get; private set; }

    public void Dispose()
    {
        IsDisposed = true;
        Canvas.Dispose();
        bitmap.Dispose();
    }
}
