using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>"Where does it hurt?": the places the visitor marked, and the muscles that may send pain there.</summary>
internal static class PainScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("where-does-it-hurt"), context.Say("where-does-it-hurt"), "",
            new Intent.Open(KioskScreen.Explore), flow => Fill(flow, context));

    private static void Fill(Flow flow, ScreenContext context)
    {
        if (context.State.HurtingZones.IsEmpty)
        {
            flow.Text(context.Say("pain-instruction"));
            flow.Gap(1.5f);
            flow.Quiet(context.Say("notice"));
            return;
        }

        flow.Text(context.Say("pain-more"));
        flow.Gap(1);
        List<(string Id, string Icon, string Label, Intent OnTap)> chips =
            [.. context.State.HurtingZones.Select(z => ("zone-" + z.Value, "x", NameOf(context, z), (Intent)new Intent.ToggleZone(z)))];
        if (chips.Count > 1)
            chips.Add(("clear-zones", "trash-2", context.Say("clear-all"), new Intent.ClearZones()));
        flow.Buttons(chips);
        flow.Gap(1);
        flow.Quiet(context.Say("notice"));
    }

    private static string NameOf(ScreenContext context, StructureId zone) =>
        zone.Side == Side.Midline ? context.NameOfZone(zone.Base) : $"{context.NameOfZone(zone.Base)}, {context.SideOf(zone)}";
}
