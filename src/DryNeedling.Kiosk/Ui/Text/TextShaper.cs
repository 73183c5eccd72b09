using System.Runtime.InteropServices;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace DryNeedling.Kiosk.Ui.Text;

/// <summary>
/// Shapes texts with HarfBuzz for one resolution and keeps the result: one block for each text, style and width.
/// </summary>
internal sealed class TextShaper(FontSet fonts, float pxPerMm) : IDisposable
{
    // Enough for every text of several screens in several languages; beyond it the oldest visit's texts go.
    private const int MostBlocks = 1200;
    private const float LineSpacing = 1.34f;

    private readonly Dictionary<(string Text, TextStyle Style, float Width), TextBlock> blocks = [];
    private readonly Dictionary<SKTypeface, SKShaper> shapers = [];
    private readonly Dictionary<(SKTypeface Typeface, float Size), SKFont> sizes = [];
    private readonly Dictionary<(string Text, TextStyle Style), Piece> pieces = [];
    private readonly Dictionary<SKTypeface, float> capitalShares = [];

    public float PxPerMm => pxPerMm;

    /// <summary>The text on one line, however long.</summary>
    public TextBlock Line(string text, TextStyle style) => Block(text, style, float.PositiveInfinity);

    /// <summary>The text broken into lines of at most <paramref name="widthMm"/>.</summary>
    public TextBlock Block(string text, TextStyle style, float widthMm)
    {
        if (blocks.TryGetValue((text, style, widthMm), out TextBlock? block))
            return block;

        block = Break(text, style, widthMm);
        blocks[(text, style, widthMm)] = block;
        return block;
    }

    /// <summary>The text in as few lines as <see cref="Block"/> makes, but of about equal length: for headlines.</summary>
    public TextBlock Balanced(string text, TextStyle style, float widthMm)
    {
        TextBlock widest = Block(text, style, widthMm);
        if (widest.Lines.Count < 2 || widest.HasCutWords)
            return widest;

        TextBlock best = widest;
        for (float width = widthMm * 0.95f; width > widthMm * 0.5f; width -= widthMm * 0.05f)
        {
            TextBlock narrower = Block(text, style, width);
            if (narrower.Lines.Count > widest.Lines.Count || narrower.HasCutWords)
                break;
            best = narrower;
        }

        return best;
    }

    /// <summary>Forgets texts when far more were shaped than a screen shows; call it only when nothing drawn is kept.</summary>
    public bool Trim()
    {
        if (blocks.Count <= MostBlocks)
            return false;

        foreach (TextBlock block in blocks.Values)
            block.Dispose();
        blocks.Clear();
        pieces.Clear();
        return true;
    }

    public void Dispose()
    {
        foreach (TextBlock block in blocks.Values)
            block.Dispose();
        foreach (SKShaper shaper in shapers.Values)
            shaper.Dispose();
        foreach (SKFont font in sizes.Values)
            font.Dispose();
    }

    private TextBlock Break(string text, TextStyle style, float widthMm)
    {
        float limit = widthMm * pxPerMm + 0.5f;
        List<TextLine> lines = [];
        List<Piece> line = [];
        float width = 0;
        bool cut = false;
        foreach (string part in LineBreaker.Pieces(text))
        {
            Piece piece = Shaped(part.TrimEnd('\n'), style);
            if (line.Count > 0 && width + piece.InkWidth > limit)
                EndLine();
            if (piece.InkWidth > limit)
            {
                cut = true;
                foreach (string fragment in Cut(part, style, limit))
                {
                    if (line.Count > 0)
                        EndLine();
                    Add(Shaped(fragment, style));
                }
            }
            else
            {
                Add(piece);
            }

            if (part.EndsWith('\n'))
                EndLine();
        }

        if (line.Count > 0)
            EndLine();
        float size = FontSize(fonts.Primary(style.Face), style.CapHeightMm) / pxPerMm;
        return new(text, style, lines, size * LineSpacing) { HasCutWords = cut };

        void Add(Piece piece)
        {
            line.Add(piece);
            width += piece.Width;
        }

        void EndLine()
        {
            lines.Add(Join(line));
            line.Clear();
            width = 0;
        }
    }

    private TextLine Join(List<Piece> line)
    {
        if (line.Count == 0)
            return new("", null, 0);
        using SKTextBlobBuilder builder = new();
        float x = 0;
        foreach (Piece piece in line)
        {
            foreach (GlyphRun run in piece.Runs)
            {
                SKPoint[] points = [.. run.Points.Select(p => new SKPoint(p.X + x, p.Y))];
                builder.AddPositionedRun(run.Glyphs, run.Font, points);
            }

            x += piece.Width;
        }

        Piece last = line[^1];
        return new(string.Concat(line.Select(p => p.Text)).TrimEnd(), builder.Build(), (x - last.Width + last.InkWidth) / pxPerMm);
    }

    // Only where a single word is wider than its line, at the largest text on the smallest screen.
    private IEnumerable<string> Cut(string word, TextStyle style, float limit)
    {
        string rest = word.TrimEnd();
        while (rest.Length > 3 && Shaped(rest, style).InkWidth > limit)
        {
            int most = rest.Length - 2;
            while (most > 2 && Shaped(rest[..most] + "-", style).InkWidth > limit)
                most--;
            int take = WordDivision.LastPlace(rest, most) is var place and > 0 ? place : most;
            yield return rest[..take] + "-";
            rest = rest[take..];
        }

        yield return rest + " ";
    }

    private Piece Shaped(string text, TextStyle style)
    {
        if (pieces.TryGetValue((text, style), out Piece? piece))
            return piece;

        List<GlyphRun> runs = [];
        float x = 0, ink = 0;
        foreach ((string part, SKTypeface typeface) in RunsByTypeface(text, style.Face))
        {
            SKFont font = Font(typeface, FontSize(typeface, style.CapHeightMm));
            SKShaper.Result shaped = Shaper(typeface).Shape(part, font);
            var glyphs = new ushort[shaped.Codepoints.Length];
            for (int i = 0; i < glyphs.Length; i++)
                glyphs[i] = (ushort)shaped.Codepoints[i];
            float from = x;
            runs.Add(new(glyphs, [.. shaped.Points.Select(p => new SKPoint(p.X + from, p.Y))], font));
            string trimmed = part.TrimEnd(' ');
            ink = trimmed.Length == part.Length ? x + shaped.Width
                : trimmed.Length == 0 ? ink : x + Shaper(typeface).Shape(trimmed, font).Width;
            x += shaped.Width;
        }

        piece = new(text, runs, x, ink);
        pieces[(text, style)] = piece;
        return piece;
    }

    private IEnumerable<(string Text, SKTypeface Typeface)> RunsByTypeface(string text, TextFace face)
    {
        int start = 0;
        SKTypeface? current = null;
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            int codepoint = char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i];
            // A space or a combining mark stays with what stands before it.
            SKTypeface typeface = current is not null && (codepoint == ' ' || current.ContainsGlyph(codepoint))
                && current == fonts.For(face, codepoint) ? current
                : codepoint == ' ' && current is not null ? current : fonts.For(face, codepoint);
            if (current is not null && typeface != current)
            {
                yield return (text[start..i], current);
                start = i;
            }

            current = typeface;
        }

        if (current is not null)
            yield return (text[start..], current);
    }

    private float FontSize(SKTypeface typeface, float capHeightMm) => capHeightMm * pxPerMm / CapitalShare(typeface);

    private float CapitalShare(SKTypeface typeface)
    {
        ref float share = ref CollectionsMarshal.GetValueRefOrAddDefault(capitalShares, typeface, out bool known);
        if (!known)
        {
            using SKFont font = new(typeface, 100);
            share = font.Metrics.CapHeight > 0 ? font.Metrics.CapHeight / 100 : 0.7f;
        }

        return share;
    }

    private SKFont Font(SKTypeface typeface, float size)
    {
        if (!sizes.TryGetValue((typeface, size), out SKFont? font))
        {
            font = new(typeface, size) { Edging = SKFontEdging.Antialias, Subpixel = true, Hinting = SKFontHinting.None };
            sizes[(typeface, size)] = font;
        }

        return font;
    }

    private SKShaper Shaper(SKTypeface typeface)
    {
        if (!shapers.TryGetValue(typeface, out SKShaper? shaper))
            shapers[typeface] = shaper = new(typeface);
        return shaper;
    }

    private sealed record GlyphRun(ushort[] Glyphs, SKPoint[] Points, SKFont Font);

    /// <param name="InkWidth">Without the spaces at the end.</param>
    private sealed record Piece(string Text, List<GlyphRun> Runs, float Width, float InkWidth);
}
