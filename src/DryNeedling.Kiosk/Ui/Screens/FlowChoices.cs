using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>Rows and groups of buttons that belong to searching and to the settings.</summary>
internal sealed partial class Flow
{
    /// <summary>Something found: its sign, its name, and in quieter words what it is.</summary>
    public void Hit(string id, string icon, string name, string type, Intent onTap, bool isOpen)
    {
        Measures measures = context.Measures;
        SKColor surface = isOpen ? Theme.Chosen : Theme.Raised;
        float inset = measures.IsSmall ? 2.5f : 4.5f, size = measures.IconSize, indent = 2 * inset + size;
        TextBlock title = context.Shaper.Block(name, context.Strong, width - indent - inset);
        TextBlock kind = context.Shaper.Block(type, context.Small, width - indent - inset);
        float words = title.HeightMm + kind.HeightMm;
        Box box = new(x, Y, width, MathF.Max(measures.Target, words + inset));
        builder.Surface(id, box, surface);
        builder.Icon(icon, new(box.X + inset + size / 2, box.Center.Y), size, isOpen ? Theme.Ink : Theme.Bright);
        float top = box.Center.Y - words / 2;
        SKColor quiet = isOpen ? Theme.Ink : Theme.Quiet;
        builder.Add(new(PaintKind.Text, new(box.X + indent, top, title.WidthMm, title.HeightMm), Theme.Ink, Text: title));
        builder.Add(new(PaintKind.Text, new(box.X + indent, top + title.HeightMm, kind.WidthMm, kind.HeightMm), quiet, Text: kind));
        builder.Touchable(id, $"{name}. {type}", box, onTap, kind.Style, quiet, surface);
        Y = box.Bottom + Measures.Gap;
    }

    /// <summary>One of several: buttons of one width beside each other, or below each other where their words need it. The current one is marked.</summary>
    public void Options(IReadOnlyList<(string Id, string Icon, string Label, Intent OnTap, bool IsCurrent)> options)
    {
        Measures measures = context.Measures;
        float gap = Measures.Gap, icon = measures.IconSize, inset = measures.IsSmall ? 1.5f : 3;
        float wide = (width - (options.Count - 1) * gap) / options.Count;
        TextBlock[] words = [.. options.Select(o => context.Shaper.Block(o.Label, context.Strong, wide - 2 * inset))];
        bool beside = wide >= measures.Target && words.All(word => !word.HasCutWords && word.Lines.Count <= 2);
        if (!beside)
        {
            wide = width;
            words = [.. options.Select(o => context.Shaper.Block(o.Label, context.Strong, wide - 3 * inset - icon))];
        }

        float high = MathF.Max(measures.Target, words.Max(word => word.HeightMm) + (beside ? icon + 1 : 0) + inset);
        for (int i = 0; i < options.Count; i++)
        {
            Box box = beside ? new(x + i * (wide + gap), Y, wide, high) : new(x, Y + i * (high + gap), wide, high);
            AddOption(options[i], words[i], box, beside, icon, inset);
        }

        Y += beside ? high : options.Count * (high + gap) - gap;
    }

    private void AddOption((string Id, string Icon, string Label, Intent OnTap, bool IsCurrent) option, TextBlock word, Box box, bool beside, float icon, float inset)
    {
        SKColor surface = option.IsCurrent ? Theme.Chosen : Theme.Raised;
        builder.Surface(option.Id, box, surface);
        if (beside)
        {
            float top = box.Center.Y - (icon + 1 + word.HeightMm) / 2;
            builder.Icon(option.Icon, new(box.Center.X, top + icon / 2), icon, Theme.Ink);
            builder.Centred(word, new(box.X, top + icon + 1, box.Width, 0), Theme.Ink);
        }
        else
        {
            builder.Icon(option.Icon, new(box.X + inset + icon / 2, box.Center.Y), icon, Theme.Ink);
            builder.Add(new(PaintKind.Text, new(box.X + 2 * inset + icon, box.Center.Y - word.HeightMm / 2, word.WidthMm, word.HeightMm), Theme.Ink, Text: word));
        }

        builder.Touchable(option.Id, option.Label, box, option.OnTap, word.Style, Theme.Ink, surface, ControlRole.Toggle);
    }
}
