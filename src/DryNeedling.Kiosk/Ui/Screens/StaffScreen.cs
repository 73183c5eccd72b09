using System.Globalization;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The staff's PIN pad, and what the kiosk says about itself.</summary>
internal static class StaffScreen
{
    private const int Columns = 3, Rows = 4, VolumeStep = 10;

    public static void Add(ScreenPlan plan, ScreenContext context)
    {
        (plan.ModalFrom, plan.ModalGroup) = (plan.Controls.Count, StaffPanel.Group);
        if (context.State.Staff == StaffMode.Pin)
            AddPad(plan, context);
        else
            AddStatus(plan, context);
    }

    private static void AddPad(ScreenPlan plan, ScreenContext context)
    {
        Measures measures = context.Measures;
        TextBlock title = context.Shaper.Line(context.Say("staff-pin"), new(TextFace.SemiBold, measures.LabelCap * 1.4f));
        TextBlock says = context.Shaper.Line(Said(context), context.Label);
        float pad = measures.Padding, key = measures.Target, widest = Words(context).Max(w => context.Shaper.Line(w, context.Label).WidthMm) + 4;
        float inner = MathF.Max(MathF.Max(Columns * MathF.Max(key * 1.3f, widest) + (Columns - 1) * Measures.Gap, says.WidthMm), title.WidthMm + Measures.Gap + key);
        float head = MathF.Max(title.HeightMm, key);
        Box card = Middle(measures, inner + 2 * pad, 2 * pad + head + says.HeightMm + Rows * (key + Measures.Gap) + Measures.Gap);
        PanelBuilder builder = new(context);
        builder.Card(card, "staff-pin", context.Say("staff-pin"));
        builder.Text("staff-title", title, card.X + pad, card.Y + pad + (head - title.HeightMm) / 2, context.Theme.Ink, role: ControlRole.Heading);
        AddClose(builder, context, new(card.Right - pad - key, card.Y + pad, key, key));
        float y = card.Y + pad + head + Measures.Gap;
        builder.Text("staff-pin-says", says, card.Center.X - says.WidthMm / 2, y, context.Theme.Ink);
        AddKeys(builder, context, new(card.X + pad, y + says.HeightMm, inner, key));
        builder.AddTo(plan, builder.BuildCard("staff-pin", StaffPanel.Group, card));
    }

    private static void AddKeys(PanelBuilder builder, ScreenContext context, Box first)
    {
        float width = (first.Width - (Columns - 1) * Measures.Gap) / Columns;
        for (int i = 0; i < Columns * Rows; i++)
        {
            (string id, string label, Intent onTap) = i switch
            {
                9 => ("pin-clear", context.Say("staff-pin-clear"), new Intent.ErasePin()),
                11 => ("pin-open", context.Say("staff-pin-open"), new Intent.CheckPin()),
                _ => Digit(i == 10 ? 0 : i + 1),
            };
            Box box = new(first.X + i % Columns * (width + Measures.Gap), first.Y + Measures.Gap + i / Columns * (first.Height + Measures.Gap), width, first.Height);
            TextStyle style = new(TextFace.SemiBold, label.Length == 1 ? MathF.Max(context.Measures.LabelCap, first.Height * 0.26f) : context.Measures.LabelCap);
            TextBlock word = context.Shaper.Line(label, style);
            builder.Surface(id, box, context.Theme.Raised);
            builder.Centred(word, new(box.X, box.Center.Y - word.HeightMm / 2, box.Width, 0), context.Theme.Ink);
            builder.Touchable(id, label, box, onTap, style, context.Theme.Ink, context.Theme.Raised);
        }
    }

    private static (string Id, string Label, Intent OnTap) Digit(int digit)
    {
        string text = digit.ToString(CultureInfo.InvariantCulture);
        return ("pin-" + text, text, new Intent.TypePin(text[0]));
    }

    private static void AddStatus(ScreenPlan plan, ScreenContext context)
    {
        Measures measures = context.Measures;
        float pad = measures.Padding, inner = measures.Screen.WidthMm - 2 * measures.Margin - 2 * pad, key = measures.Target;
        TextBlock title = context.Shaper.Line(context.Say("staff-status"), new(TextFace.SemiBold, measures.LabelCap * 1.4f));
        float head = MathF.Max(title.HeightMm, key), line = context.Shaper.Line("X", context.Small).HeightMm;
        int most = (int)((measures.Screen.HeightMm * 0.8f - 2 * pad - head - Measures.Gap - key) / line);
        TextBlock[] lines = [.. context.State.StaffStatus.Take(most).Select(text => Fitted(context, text, inner))];
        Box card = Middle(measures, inner + 2 * pad, 2 * pad + head + 2 * Measures.Gap + key + lines.Length * line);
        PanelBuilder builder = new(context);
        builder.Card(card, "staff-status", context.Say("staff-status"));
        builder.Text("staff-title", title, card.X + pad, card.Y + pad + (head - title.HeightMm) / 2, context.Theme.Ink, role: ControlRole.Heading);
        AddClose(builder, context, new(card.Right - pad - key, card.Y + pad, key, key));
        for (int i = 0; i < lines.Length; i++)
            builder.Text($"staff-line-{i}", lines[i], card.X + pad, card.Y + pad + head + Measures.Gap + i * line, context.Theme.Ink);
        AddVolume(builder, context, new(card.X + pad, card.Bottom - pad - key, inner, key));
        builder.AddTo(plan, builder.BuildCard("staff-status", StaffPanel.Group, card));
    }

    private static void AddVolume(PanelBuilder builder, ScreenContext context, Box row)
    {
        float width = context.Measures.Target;
        int volume = context.State.Volume;
        TextBlock says = context.Shaper.Line(
            volume == 0 ? context.Say("staff-volume-off") : context.Say("staff-volume").Replace("{0}", volume.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), context.Label);
        Add("volume-less", "minus", context.Say("staff-volume-less"), row.X, -VolumeStep);
        builder.Text("volume", says, row.X + width + 2 * Measures.Gap, row.Center.Y - says.HeightMm / 2, context.Theme.Ink);
        Add("volume-more", "plus", context.Say("staff-volume-more"), row.X + width + says.WidthMm + 4 * Measures.Gap, VolumeStep);

        void Add(string id, string icon, string label, float x, int by)
        {
            Box box = new(x, row.Y, width, row.Height);
            builder.Surface(id, box, context.Theme.Raised);
            builder.Icon(icon, box.Center, context.Measures.IconSize, context.Theme.Ink);
            builder.Touchable(id, label, box, new Intent.ChangeVolume(by), context.Label, context.Theme.Ink, context.Theme.Raised);
        }
    }

    private static void AddClose(PanelBuilder builder, ScreenContext context, Box box)
    {
        builder.Surface("staff-close", box, context.Theme.Raised);
        builder.Icon("x", box.Center, context.Measures.IconSize, context.Theme.Ink);
        builder.Touchable("staff-close", context.Say("close"), box, new Intent.CloseStaff(), context.Label, context.Theme.Ink, context.Theme.Raised);
    }

    private static string Said(ScreenContext context) => context.State.Pin switch
    {
        { WaitSeconds: > 0 and var seconds } => context.Say("staff-pin-wait").Replace("{0}", seconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        { IsChecking: true } => context.Say("staff-pin-checking"),
        { WasWrong: true } => context.Say("staff-pin-wrong"),
        { Digits: 0 } => "–",
        var pin => new string('•', pin.Digits),
    };

    private static IEnumerable<string> Words(ScreenContext context) => [context.Say("staff-pin-clear"), context.Say("staff-pin-open")];

    private static TextBlock Fitted(ScreenContext context, string text, float width)
    {
        TextBlock line = context.Shaper.Line(text, context.Small);
        for (int length = text.Length; line.WidthMm > width && length > 1; line = context.Shaper.Line(text[..length] + "…", context.Small))
            length = Math.Min(length - 1, (int)(length * width / line.WidthMm));
        return line;
    }

    private static Box Middle(Measures measures, float width, float height) =>
        new((measures.Screen.WidthMm - width) / 2, (measures.Screen.HeightMm - height) / 2, width, height);
}
