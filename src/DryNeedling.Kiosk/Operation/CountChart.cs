using System.Globalization;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;
using SkiaSharp;

namespace DryNeedling.Kiosk.Operation;

/// <summary>A small picture of the counts for the operator: sessions a day, and what was looked at most.</summary>
internal static class CountChart
{
    private const int Width = 960, Height = 600, Left = 64, Right = 936, Top = 84, Bottom = 320;

    // Beyond this a bar would be thinner than can be seen; longer times show their last days.
    private const int MostDays = 120, MostRows = 6;

    private static readonly SKColor Paper = new(250, 252, 251), Ink = new(22, 44, 49), Quiet = new(104, 124, 128), Bar = new(31, 139, 130), Rule = new(220, 228, 227);

    /// <summary>Draws and writes the PNG.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string file, CountReport report, SKTypeface typeface)
    {
        SKImageInfo info = new(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using SKSurface surface = SKSurface.Create(info);
        Draw(surface.Canvas, report, typeface);
        using SKPixmap pixels = surface.PeekPixels();
        PngFile.Write(file, Width, Height, pixels.GetPixelSpan());
    }

    private static void Draw(SKCanvas canvas, CountReport report, SKTypeface typeface)
    {
        canvas.Clear(Paper);
        using SKFont large = new(typeface, 28), small = new(typeface, 17);
        Text(canvas, $"{report.Sessions} visits", Left, 46, large, Ink);
        Text(canvas, $"{report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}", Right, 46, small, Quiet, SKTextAlign.Right);
        DrawDays(canvas, [.. report.Days().TakeLast(MostDays)], small);
        float column = (Right - Left) / 3f;
        DrawRows(canvas, report, CountKind.Muscle, "Muscles", Left, column, small);
        DrawRows(canvas, report, CountKind.Condition, "Conditions", Left + column, column, small);
        DrawRows(canvas, report, CountKind.Length, "Length of visit", Left + 2 * column, column, small);
    }

    private static void DrawDays(SKCanvas canvas, (DateOnly Day, long Sessions)[] days, SKFont font)
    {
        long most = NiceTop(days.Max(d => d.Sessions));
        using SKPaint bar = new() { Color = Bar, IsAntialias = true }, rule = new() { Color = Rule, StrokeWidth = 1 };
        foreach (long mark in new[] { 0, most / 2, most })
        {
            float y = Bottom - (Bottom - Top) * (float)mark / most;
            canvas.DrawLine(Left, y, Right, y, rule);
            Text(canvas, mark.ToString(CultureInfo.InvariantCulture), Left - 10, y + 6, font, Quiet, SKTextAlign.Right);
        }

        float step = (Right - Left) / (float)days.Length, width = MathF.Min(46, step * 0.72f);
        for (int i = 0; i < days.Length; i++)
        {
            float x = Left + (i + 0.5f) * step, height = (Bottom - Top) * (float)days[i].Sessions / most;
            canvas.DrawRoundRect(x - width / 2, Bottom - height, width, height, MathF.Min(3, width / 4), MathF.Min(3, height / 2), bar);
        }

        int every = Math.Max(1, (int)MathF.Ceiling(72 / step));
        for (int i = 0; i < days.Length; i += every)
            Text(canvas, days[i].Day.ToString("d MMM", CultureInfo.InvariantCulture), Left + (i + 0.5f) * step, Bottom + 26, font, Quiet, SKTextAlign.Center);
    }

    private static void DrawRows(SKCanvas canvas, CountReport report, CountKind kind, string heading, float x, float width, SKFont font)
    {
        (string Key, long Number)[] rows = [.. report.Totals(kind).Take(MostRows)];
        Text(canvas, heading, x, 392, font, Ink);
        using SKPaint bar = new() { Color = Bar.WithAlpha(56), IsAntialias = true };
        for (int i = 0; i < rows.Length; i++)
        {
            float y = 408 + 30 * i, full = width - 28;
            canvas.DrawRoundRect(x, y, MathF.Max(4, full * rows[i].Number / rows[0].Number), 24, 3, 3, bar);
            string number = rows[i].Number.ToString(CultureInfo.InvariantCulture);
            Text(canvas, Shortened(rows[i].Key, font, full - 24 - font.MeasureText(number)), x + 8, y + 18, font, Ink);
            Text(canvas, number, x + full - 6, y + 18, font, Ink, SKTextAlign.Right);
        }

        if (rows.Length == 0)
            Text(canvas, "none", x, 426, font, Quiet);
    }

    private static string Shortened(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
            return text;
        int length = text.Length;
        while (length > 1 && font.MeasureText(text[..length] + "…") > width)
            length--;
        return text[..length] + "…";
    }

    // 2, 4, 10, 20, 40, 100: half of it is a whole number, too.
    private static long NiceTop(long most)
    {
        for (long ten = 1; ; ten *= 10)
        {
            foreach (long times in new[] { 2, 4, 10 })
            {
                if (most <= ten * times)
                    return ten * times;
            }
        }
    }

    private static void Text(SKCanvas canvas, string text, float x, float y, SKFont font, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using SKPaint paint = new() { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }
}
