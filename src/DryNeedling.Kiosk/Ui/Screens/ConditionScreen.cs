using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>One condition: when to see a doctor first, what it is, which muscles can play a part, what a needle can do.</summary>
internal static class ConditionScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Condition condition, Box card) =>
        CardShell.Add(plan, context, card, context.In(condition.Name), context.In(condition.Name), "",
            context.State.Trail is null ? new Intent.Open(KioskScreen.Conditions) : new Intent.Back(), flow => Fill(flow, context, condition));

    private static void Fill(Flow flow, ScreenContext context, Condition condition)
    {
        flow.Text(context.In(condition.Explanation));
        flow.Gap(1);
        flow.Quiet(context.Say("notice"));
    }
}
