using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>Every condition the clinic lists, under the part of the body it is felt in.</summary>
internal static class ConditionsScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("conditions"), context.Say("conditions"), "",
            new Intent.Open(KioskScreen.Explore), flow => Fill(flow, context));

    private static void Fill(Flow flow, ScreenContext context)
    {
        flow.Quiet(context.Say("conditions-intro"));
        flow.Gap(0.8f);
        foreach (Condition condition in context.Content.Conditions)
            flow.Choice("condition-" + condition.Id, context.In(condition.Name), "", new Intent.Open(KioskScreen.Condition, condition.Id));
        flow.Gap(1);
        flow.Quiet(context.Say("notice"));
    }
}
