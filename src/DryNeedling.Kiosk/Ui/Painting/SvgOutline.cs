using System.Globalization;
using System.Xml;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>Reads the shapes of a small SVG icon (path, circle, ellipse, line, rect, polyline, polygon) into one outline.</summary>
internal static class SvgOutline
{
    public static SKPath Read(Stream svg)
    {
        SKPath outline = new();
        using XmlReader reader = XmlReader.Create(svg, new() { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Add(outline, reader);
        }

        return outline;
    }

    private static void Add(SKPath outline, XmlReader shape)
    {
        switch (shape.Name)
        {
            case "path":
                using (SKPath path = SKPath.ParseSvgPathData(shape.GetAttribute("d")))
                    outline.AddPath(path);
                break;
            case "circle":
                outline.AddCircle(Number(shape, "cx"), Number(shape, "cy"), Number(shape, "r"));
                break;
            case "ellipse":
                float rx = Number(shape, "rx"), ry = Number(shape, "ry");
                outline.AddOval(SKRect.Create(Number(shape, "cx") - rx, Number(shape, "cy") - ry, 2 * rx, 2 * ry));
                break;
            case "line":
                outline.MoveTo(Number(shape, "x1"), Number(shape, "y1"));
                outline.LineTo(Number(shape, "x2"), Number(shape, "y2"));
                break;
            case "rect":
                float radius = MathF.Max(Number(shape, "rx"), Number(shape, "ry"));
                SKRect box = SKRect.Create(Number(shape, "x"), Number(shape, "y"), Number(shape, "width"), Number(shape, "height"));
                outline.AddRoundRect(box, radius, radius);
                break;
            case "polyline" or "polygon":
                outline.AddPoly(Points(shape.GetAttribute("points") ?? ""), shape.Name == "polygon");
                break;
        }
    }

    private static float Number(XmlReader shape, string attribute) =>
        float.TryParse(shape.GetAttribute(attribute), CultureInfo.InvariantCulture, out float value) ? value : 0;

    private static SKPoint[] Points(string list)
    {
        float[] numbers = [.. list.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(n => float.Parse(n, CultureInfo.InvariantCulture))];
        var points = new SKPoint[numbers.Length / 2];
        for (int i = 0; i < points.Length; i++)
            points[i] = new(numbers[2 * i], numbers[2 * i + 1]);
        return points;
    }
}
