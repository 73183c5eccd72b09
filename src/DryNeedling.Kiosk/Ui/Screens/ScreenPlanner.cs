using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>From a state to everything that is shown: no memory, no clock.</summary>
internal static class ScreenPlanner
{
    /// <param name="turn">Which line Attract is at.</param>
    public static ScreenPlan Plan(ScreenContext context, int turn)
    {
        ScreenPlan plan = new();
        if (context.State.Screen == KioskScreen.Attract)
        {
            Attract.Add(plan, context, turn);
            return plan;
        }

        Box? card = context.State.Selection is not null || context.State.Screen == KioskScreen.Pain ? CardShell.Place(context) : null;
        Explore.Add(plan, context, card);
        if (card is { } place)
        {
            if (context.State.Selection is { } id)
                MuscleScreen.Add(plan, context, id, place);
            else
                PainScreen.Add(plan, context, place);
        }

        if (context.State.Prompt is { } seconds)
            StillThere.Add(plan, context, seconds);
        return plan;
    }
}
