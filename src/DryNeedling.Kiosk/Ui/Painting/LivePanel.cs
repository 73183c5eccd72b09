namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>
/// A planned panel with its pixels: one bitmap, or for scrolled content a column of strips that are painted when they
/// first come into view. A new plan repaints only what differs.
/// </summary>
internal sealed class LivePanel : IDisposable
{
    // Half a screen's height: small enough to paint within a frame, few enough to draw.
    private const int StripPx = 512;

    private readonly Panel[] strips;
    private readonly int stripHeight;

    public LivePanel(PanelPlan plan, float pxPerMm)
    {
        Plan = plan;
        (WidthPx, HeightPx) = SizeOf(plan, pxPerMm);
        stripHeight = plan.Scrolls ? StripPx : HeightPx;
        strips = new Panel[(HeightPx + stripHeight - 1) / stripHeight];
        for (int i = 0; i < strips.Length; i++)
            strips[i] = new(strips.Length == 1 ? plan.Id : $"{plan.Id}-{i}", WidthPx, Math.Min(stripHeight, HeightPx - i * stripHeight));
    }

    public PanelPlan Plan { get; private set; }

    /// <summary>How far it was scrolled when it was last in the plan, and how far it could have been.</summary>
    public float ScrollMm { get; set; }

    public float MaxScrollMm { get; set; }

    public int WidthPx { get; }

    public int HeightPx { get; }

    public bool Fits(PanelPlan plan, float pxPerMm) => plan.Scrolls == Plan.Scrolls && SizeOf(plan, pxPerMm) == (WidthPx, HeightPx);

    /// <summary>Takes a new plan of the same size.</summary>
    /// <returns>Whether any pixel changed.</returns>
    public bool Take(PanelPlan plan, Painter painter)
    {
        PixelBox changed = Difference(Plan.Items, plan.Items, painter);
        Plan = plan;
        if (changed.IsEmpty)
            return false;

        for (int i = 0; i < strips.Length; i++)
        {
            if (strips[i].Version > 0)
                painter.Paint(strips[i], plan.Items, i * stripHeight, changed with { Y = changed.Y - i * stripHeight });
        }

        return true;
    }

    /// <summary>Adds what can be seen to the list, painted and in its place.</summary>
    /// <param name="x">Of the panel's left edge, pixels.</param>
    /// <param name="y">Of the panel's top edge, scrolled, pixels.</param>
    /// <param name="painter">Null draws only what has been painted before.</param>
    public void Show(List<Panel> visible, int x, int y, float opacity, PanelWindow window, int screenHeight, Painter? painter)
    {
        float top = MathF.Max(0, window.Top), bottom = MathF.Min(screenHeight, window.Bottom);
        for (int i = 0; i < strips.Length; i++)
        {
            Panel strip = strips[i];
            (strip.X, strip.Y, strip.Opacity, strip.Window) = (x, y + i * stripHeight, opacity, window);
            if (strip.Y >= bottom || strip.Y + strip.Height <= top || opacity <= 0)
                continue;
            if (strip.Version == 0)
                painter?.Paint(strip, Plan.Items, i * stripHeight, strip.Whole);
            if (strip.Version > 0)
                visible.Add(strip);
        }
    }

    public void Dispose()
    {
        foreach (Panel strip in strips)
            strip.Dispose();
    }

    private static (int Width, int Height) SizeOf(PanelPlan plan, float pxPerMm) =>
        ((int)MathF.Ceiling(plan.Box.Width * pxPerMm) + 1, (int)MathF.Ceiling(plan.Box.Height * pxPerMm) + 1);

    private static PixelBox Difference(IReadOnlyList<PaintItem> before, IReadOnlyList<PaintItem> after, Painter painter)
    {
        HashSet<PaintItem> old = [.. before], changed = [.. after];
        changed.SymmetricExceptWith(old);
        PixelBox box = default;
        foreach (PaintItem item in changed)
            box = box.Union(painter.Pixels(item.Reach));
        return box;
    }
}
