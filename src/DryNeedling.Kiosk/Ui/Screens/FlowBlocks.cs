using System.Globalization;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>A tile to touch: a name, optionally numbered, and optionally a line about it.</summary>
internal readonly record struct Tile(string Id, int? Number, string Title, string Text, Intent OnTap);

/// <summary>What is more than a line of text: boxes, tiles, meters.</summary>
internal sealed partial class Flow
{
    private const int MostColumns = 3;

    /// <summary>A part set apart on a surface of its own.</summary>
    public void Boxed(SKColor surface, Action<Flow> fill)
    {
        float pad = context.Measures.IsSmall ? 3.5f : 6;
        int mark = builder.Mark;
        Flow inside = new(context, builder, x + pad, width - 2 * pad, Y + pad) { Prefix = NextId(), Surface = surface };
        fill(inside);
        Box box = new(x, Y, width, inside.Y + pad - Y);
        builder.FillBeneath(mark, box, surface, Measures.ControlRadius);
        Y = box.Bottom;
    }

    /// <summary>A heading with a sign before it, in the colour of warnings.</summary>
    public void Warning(string text)
    {
        float icon = Unit * 2.1f, indent = icon + Unit;
        TextBlock block = context.Shaper.Block(text, context.Heading, width - indent);
        builder.Icon("triangle-alert", new(x + icon / 2, Y + block.LineHeightMm / 2), icon, Theme.Warning);
        builder.Text(NextId(), block, x + indent, Y, Theme.Warning, Surface, ControlRole.Heading);
        Y += block.HeightMm + 0.5f * Unit;
    }

    /// <summary>The signs listed in a box of warnings.</summary>
    public void WarningBullets(IEnumerable<string> lines) => Bullets(lines, Theme.Warning);

    /// <summary>Tiles of equal size, beside each other where each has room for so many letters a line.</summary>
    public void Tiles(IReadOnlyList<Tile> tiles, float lettersWanted)
    {
        Measures measures = context.Measures;
        float least = lettersWanted * CardShell.LetterWidth(Unit), gap = Measures.Gap;
        int columns = Math.Clamp((int)((width + gap) / (least + gap)), 1, MostColumns);
        float wide = (width - (columns - 1) * gap) / columns, inset = measures.IsSmall ? 3 : 5;
        for (int first = 0; first < tiles.Count; first += columns)
        {
            int last = Math.Min(tiles.Count, first + columns);
            float height = measures.Target;
            for (int i = first; i < last; i++)
                height = MathF.Max(height, WordsOf(tiles[i], wide, inset).Height + 2 * inset);
            for (int i = first; i < last; i++)
                AddTile(tiles[i], new(x + (i - first) * (wide + gap), Y, wide, height), inset);
            Y += height + gap;
        }
    }

    /// <summary>How far along: as many marks as there are steps, those behind and the present one filled, and the count in words.</summary>
    public void Progress(int step, int steps, string label)
    {
        TextBlock count = context.Shaper.Line(label, context.Small);
        float bar = width - count.WidthMm - 1.2f * context.Measures.LabelCap;
        float gap = MathF.Min(1.6f, bar / steps * 0.2f), high = 1.4f, wide = (bar - (steps - 1) * gap) / steps;
        for (int i = 0; i < steps; i++)
            builder.Fill(new(x + i * (wide + gap), Y + (count.HeightMm - high) / 2, wide, high), i <= step ? Theme.Bright : Theme.Rule, high / 2);
        builder.Text("progress", count, x + width - count.WidthMm, Y, Theme.Quiet, Surface);
        Y += count.HeightMm;
    }

    /// <summary>How strong the evidence is: said in words; bars repeat it for those who look before they read.</summary>
    /// <param name="bars">Filled ones of four; null where a strength would say nothing.</param>
    public void Evidence(string words, int? bars)
    {
        const int Bars = 4;
        float wide = Unit * 0.75f, gap = Unit * 0.4f, sign = bars is null ? Unit * 1.9f : Bars * (wide + gap) - gap, indent = sign + Unit * 1.1f;
        TextBlock text = context.Shaper.Block(words, context.Heading, width - indent);
        float foot = Y + text.BaselineMm;
        if (bars is { } filled)
        {
            for (int i = 0; i < Bars; i++)
            {
                float high = Unit * (0.6f + 0.35f * i);
                builder.Fill(new(x + i * (wide + gap), foot - high, wide, high), i < filled ? Theme.Bright : Theme.Rule, wide * 0.25f);
            }
        }
        else
        {
            builder.Icon("triangle-alert", new(x + sign / 2, Y + text.LineHeightMm / 2), sign, Theme.Warning);
        }

        builder.Text(NextId(), text, x + indent, Y, bars is null ? Theme.Warning : Theme.Ink, Surface);
        Y += text.HeightMm;
    }

    /// <summary>A line with its sign: how to reach somebody.</summary>
    public void Contact(string icon, string text)
    {
        if (text.Length == 0)
            return;
        float size = Unit * 1.7f, indent = size + Unit;
        TextBlock block = context.Shaper.Block(text, context.Strong, width - indent);
        builder.Icon(icon, new(x + size / 2, Y + block.LineHeightMm / 2), size, Theme.Bright);
        builder.Text(NextId(), block, x + indent, Y, Theme.Ink, Surface);
        Y += block.HeightMm + 0.4f * Unit;
    }

    /// <summary>A code that a telephone's camera opens as a web address.</summary>
    public void Code(string address, string label)
    {
        if (address.Length == 0 || context.Pictures.Code(address) is not { } code)
            return;
        // A telephone reads modules of half a millimetre from a hand's length.
        float side = MathF.Min(width, MathF.Max(22, code.Width * 0.8f));
        builder.Add(new(PaintKind.Code, new(x, Y, side, side), SKColors.White, Radius: 1.5f, Picture: code));
        builder.Controls.Add(new(NextId(), ControlRole.Image, label, new(x, Y, side, side)));
        Y += side + 0.4f * Unit;
    }

    /// <summary>The clinic's sign.</summary>
    public void Logo(Logo logo)
    {
        float high = 4.5f * Unit, wide = MathF.Min(width, high * logo.Aspect);
        builder.Logo(logo, new(x, Y, wide, MathF.Min(high, wide / logo.Aspect)));
        Y += high + Unit;
    }

    private (TextBlock? Number, TextBlock Title, TextBlock? Text, float Indent, float Height) WordsOf(Tile tile, float wide, float inset)
    {
        TextBlock? number = tile.Number is { } n
            ? context.Shaper.Line(n.ToString(CultureInfo.InvariantCulture), new(TextFace.SemiBold, Unit * 1.3f)) : null;
        float indent = number is null ? 0 : Unit * 3.1f, room = wide - 2 * inset - indent;
        TextBlock title = context.Shaper.Block(tile.Title, context.Strong, room);
        TextBlock? text = tile.Text.Length > 0 ? context.Shaper.Block(tile.Text, context.Reading, room) : null;
        return (number, title, text, indent, title.HeightMm + (text?.HeightMm ?? 0));
    }

    private void AddTile(Tile tile, Box box, float inset)
    {
        (TextBlock? number, TextBlock title, TextBlock? text, float indent, float height) = WordsOf(tile, box.Width, inset);
        builder.Surface(tile.Id, box, Theme.Raised);
        float left = box.X + inset, top = text is null ? box.Center.Y - height / 2 : box.Y + inset;
        if (number is not null)
            builder.Add(new(PaintKind.Text, new(left, top + title.BaselineMm - number.BaselineMm, number.WidthMm, number.HeightMm), Theme.Bright, Text: number));
        builder.Add(new(PaintKind.Text, new(left + indent, top, title.WidthMm, title.HeightMm), Theme.Ink, Text: title));
        if (text is not null)
            builder.Add(new(PaintKind.Text, new(left + indent, top + title.HeightMm, text.WidthMm, text.HeightMm), Theme.Quiet, Text: text));
        string label = tile.Text.Length > 0 ? tile.Title + ". " + tile.Text : tile.Title;
        builder.Touchable(tile.Id, label, box, tile.OnTap, title.Style, text is null ? Theme.Ink : Theme.Quiet, Theme.Raised);
    }
}
