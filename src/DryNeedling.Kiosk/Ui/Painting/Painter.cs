using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>Draws paint items with Skia. Owns its paints; nothing is made for a frame.</summary>
internal sealed class Painter(float pxPerMm) : IDisposable
{
    private const float IconStroke = 2;

    private readonly SKPaint fill = new() { IsAntialias = true };
    private readonly SKPaint stroke = new()
    {
        IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round,
    };
    private readonly SKPaint shadow = new()
    {
        IsAntialias = true, MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, PaintItem.ShadowMm * 0.36f * pxPerMm),
    };

    public PixelBox Pixels(Box box)
    {
        int x = (int)MathF.Floor(box.X * pxPerMm), y = (int)MathF.Floor(box.Y * pxPerMm);
        return new(x, y, (int)MathF.Ceiling(box.Right * pxPerMm) - x, (int)MathF.Ceiling(box.Bottom * pxPerMm) - y);
    }

    /// <summary>Repaints a part of a panel whose first row lies <paramref name="fromPx"/> below the plan's top.</summary>
    public void Paint(Panel panel, IReadOnlyList<PaintItem> items, int fromPx, PixelBox part)
    {
        PixelBox visible = part.Intersect(panel.Whole);
        if (visible.IsEmpty)
            return;

        SKCanvas canvas = panel.Canvas;
        canvas.Save();
        canvas.ClipRect(SKRect.Create(visible.X, visible.Y, visible.Width, visible.Height));
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(0, -fromPx);
        PixelBox wanted = visible with { Y = visible.Y + fromPx };
        foreach (PaintItem item in items)
        {
            if (!Pixels(item.Reach).Intersect(wanted).IsEmpty)
                Draw(canvas, item);
        }

        canvas.Restore();
        panel.Repainted(visible);
    }

    public void Dispose()
    {
        fill.Dispose();
        stroke.Dispose();
        shadow.MaskFilter?.Dispose();
        shadow.Dispose();
    }

    private void Draw(SKCanvas canvas, in PaintItem item)
    {
        fill.Color = item.Ink;
        switch (item.Kind)
        {
            case PaintKind.Card:
                DrawCard(canvas, item);
                break;
            case PaintKind.Fill:
                canvas.DrawRoundRect(Snapped(item.Box), item.Radius * pxPerMm, item.Radius * pxPerMm, fill);
                break;
            case PaintKind.Ring:
                DrawRing(canvas, item);
                break;
            case PaintKind.Stipple:
                DrawStipple(canvas, item);
                break;
            case PaintKind.ScrimBelow or PaintKind.ScrimLeft:
                DrawScrim(canvas, item);
                break;
            case PaintKind.Text or PaintKind.TextCentred:
                DrawText(canvas, item, item.Text!);
                break;
            case PaintKind.LeaderDown or PaintKind.LeaderUp:
                DrawLeader(canvas, item);
                break;
            case PaintKind.Icon:
                DrawIcon(canvas, item);
                break;
            case PaintKind.Picture or PaintKind.Code:
                DrawPicture(canvas, item, item.Picture!);
                break;
        }
    }

    private void DrawCard(SKCanvas canvas, in PaintItem item)
    {
        using SKRoundRect shape = new(Snapped(item.Box), item.Radius * pxPerMm);
        canvas.Save();
        canvas.ClipRoundRect(shape, SKClipOperation.Difference, antialias: true);
        canvas.Translate(0, 1.2f * pxPerMm);
        shadow.Color = item.Shade;
        canvas.DrawRoundRect(shape, shadow);
        canvas.Restore();
        canvas.DrawRoundRect(shape, fill);
    }

    private void DrawRing(SKCanvas canvas, in PaintItem item)
    {
        stroke.Color = item.Ink;
        stroke.StrokeWidth = 0.8f * pxPerMm;
        SKRect box = Snapped(item.Box);
        box.Inflate(0.4f * pxPerMm, 0.4f * pxPerMm);
        float radius = (item.Radius + 0.4f) * pxPerMm;
        canvas.DrawRoundRect(box, radius, radius, stroke);
    }

    // A light line with a dark edge, or the other way round, shows on muscle, bone and background alike. The radius says at which end the dot is.
    private void DrawLeader(SKCanvas canvas, in PaintItem item)
    {
        bool down = item.Kind == PaintKind.LeaderDown;
        SKPoint left = new(item.Box.X * pxPerMm, (down ? item.Box.Y : item.Box.Bottom) * pxPerMm);
        SKPoint right = new(item.Box.Right * pxPerMm, (down ? item.Box.Bottom : item.Box.Y) * pxPerMm);
        SKPoint end = item.Radius > 0 ? right : left;
        for (int pass = 0; pass < 2; pass++)
        {
            stroke.Color = fill.Color = pass == 0 ? item.Shade : item.Ink;
            stroke.StrokeWidth = (pass == 0 ? 0.8f : 0.4f) * pxPerMm;
            canvas.DrawLine(left, right, stroke);
            canvas.DrawCircle(end, (pass == 0 ? 1.1f : 0.8f) * pxPerMm, fill);
        }
    }

    private void DrawStipple(SKCanvas canvas, in PaintItem item)
    {
        SKRect box = Snapped(item.Box);
        using SKRoundRect shape = new(box, item.Radius * pxPerMm);
        canvas.Save();
        canvas.ClipRoundRect(shape, antialias: true);
        float step = 1.35f * pxPerMm, dot = 0.47f * pxPerMm;
        for (int row = 0; row * step * 0.87f <= box.Height + step; row++)
        {
            for (float x = box.Left + (row % 2) * step / 2; x <= box.Right + step; x += step)
                canvas.DrawCircle(x, box.Top + row * step * 0.87f, dot, fill);
        }

        canvas.Restore();
    }

    private void DrawScrim(SKCanvas canvas, in PaintItem item)
    {
        SKRect box = Snapped(item.Box);
        (SKPoint from, SKPoint to) = item.Kind == PaintKind.ScrimBelow
            ? (new SKPoint(0, box.Top), new SKPoint(0, box.Bottom)) : (new SKPoint(box.Right, 0), new SKPoint(box.Left, 0));
        using SKShader shader = SKShader.CreateLinearGradient(
            from, to, [item.Ink.WithAlpha(0), item.Ink, item.Ink], [0, 0.3f, 1], SKShaderTileMode.Clamp);
        using SKPaint paint = new() { Shader = shader, IsDither = true };
        canvas.DrawRect(box, paint);
    }

    private void DrawText(SKCanvas canvas, in PaintItem item, TextBlock text)
    {
        for (int i = 0; i < text.Lines.Count; i++)
        {
            TextLine line = text.Lines[i];
            float x = item.Kind == PaintKind.TextCentred ? item.Box.X + (item.Box.Width - line.WidthMm) / 2 : item.Box.X;
            float baseline = MathF.Round((item.Box.Y + text.BaselineMm + i * text.LineHeightMm) * pxPerMm);
            if (line.Blob is not null)
                canvas.DrawText(line.Blob, x * pxPerMm, baseline, fill);
        }
    }

    private void DrawIcon(SKCanvas canvas, in PaintItem item)
    {
        float scale = item.Box.Width / IconSet.BoxSize * pxPerMm;
        canvas.Save();
        canvas.Translate(item.Box.X * pxPerMm, item.Box.Y * pxPerMm);
        canvas.Scale(scale);
        stroke.Color = item.Ink;
        stroke.StrokeWidth = IconStroke;
        canvas.DrawPath(item.Icon!, stroke);
        canvas.Restore();
    }

    private void DrawPicture(SKCanvas canvas, in PaintItem item, SKImage picture)
    {
        SKRect box = Snapped(item.Box);
        using SKRoundRect shape = new(box, item.Radius * pxPerMm);
        canvas.Save();
        canvas.ClipRoundRect(shape, antialias: true);
        SKSamplingOptions sampling = item.Kind == PaintKind.Code ? new(SKFilterMode.Nearest) : new(SKFilterMode.Linear, SKMipmapMode.Linear);
        canvas.DrawImage(picture, box, sampling, null);
        canvas.Restore();
    }

    private SKRect Snapped(Box box) => new(
        MathF.Round(box.X * pxPerMm), MathF.Round(box.Y * pxPerMm), MathF.Round(box.Right * pxPerMm), MathF.Round(box.Bottom * pxPerMm));
}
