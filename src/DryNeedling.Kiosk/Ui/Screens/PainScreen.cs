using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>"Where does it hurt?": the places the visitor marked, and the muscles that may send pain there.</summary>
internal static class PainScreen
{
    // What comes after these fits too badly to be worth a visitor's time.
    private const int MostMuscles = 12;

    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("where-does-it-hurt"), "",
            CardShell.Close(new Intent.Open(KioskScreen.Explore)), flow => Fill(flow, context));

    private static void Fill(Flow flow, ScreenContext context)
    {
        if (context.State.HurtingZones.IsEmpty)
        {
            flow.Text(context.Say("pain-instruction"));
        }
        else
        {
            flow.Quiet(context.Say("pain-more"));
            flow.Gap(1);
            AddZones(flow, context);
            AddMuscles(flow, context);
        }

        flow.Gap(1.5f);
        flow.Quiet(context.Say("notice"));
    }

    private static void AddZones(Flow flow, ScreenContext context)
    {
        List<(string Id, string Icon, string Label, Intent OnTap)> chips =
            [.. context.State.HurtingZones.Select(z => ("zone-" + z.Value, "x", NameOf(context, z), (Intent)new Intent.ToggleZone(z)))];
        if (chips.Count > 1)
            chips.Add(("clear-zones", "trash-2", context.Say("clear-all"), new Intent.ClearZones()));
        flow.Buttons(chips);
    }

    private static void AddMuscles(Flow flow, ScreenContext context)
    {
        HashSet<string> midline = [.. context.Body.Structures.Where(s => s.Kind == StructureKind.Muscle && s.Id.Side == Side.Midline).Select(s => s.Id.Value)];
        ImmutableArray<RankedMuscle> ranked = PainRanking.Rank(context.Content, context.State.HurtingZones, midline);
        RankedMuscle[] shown = [.. ranked.Where(m => context.Body.IndexOf(m.Id) >= 0).Take(MostMuscles)];
        if (shown.Length == 0)
        {
            flow.Gap(1);
            flow.Text(context.Say("pain-none"));
            return;
        }

        flow.Section("pain-muscles");
        flow.Gap(0.4f);
        foreach (RankedMuscle muscle in shown)
        {
            string name = context.Content.Muscle(muscle.Id.Base) is { } card ? context.In(card.Name) : ScreenContext.Spoken(muscle.Id.Base);
            string side = context.SideOf(muscle.Id);
            flow.Choice("muscle-" + muscle.Id.Value, side.Length > 0 ? $"{name}, {side}" : name,
                muscle.Reason(context.Content, context.Language), new Intent.Select(muscle.Id));
        }
    }

    private static string NameOf(ScreenContext context, StructureId zone)
    {
        string name = context.NameOfZone(zone.Base);
        string spoken = zone.Side == Side.Midline ? name : $"{name}, {context.SideOf(zone)}";
        return ScreenContext.Capital(spoken);
    }
}
