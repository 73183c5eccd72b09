using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>Every condition the clinic lists, under the part of the body it is felt in.</summary>
internal static class ConditionsScreen
{
    private const float LettersInTile = 22;

    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("conditions"), "",
            CardShell.Close(new Intent.Open(KioskScreen.Explore)), flow => Fill(flow, context));

    private static void Fill(Flow flow, ScreenContext context)
    {
        flow.Quiet(context.Say("conditions-intro"));
        foreach (string area in KnownKeys.Areas)
        {
            Condition[] listed = [.. context.Content.Conditions.Where(c => c.Area == area).OrderBy(c => context.In(c.Name), StringComparer.InvariantCultureIgnoreCase)];
            if (listed.Length == 0)
                continue;
            flow.Section("area-" + area);
            flow.Gap(0.4f);
            flow.Tiles([.. listed.Select(c => new Tile("condition-" + c.Id, null, context.In(c.Name), "", new Intent.Open(KioskScreen.Condition, c.Id)))], LettersInTile);
        }

        flow.Gap(1.2f);
        flow.Quiet(context.Say("notice"));
    }
}
