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

        if (context.State.Selection is not null || context.State.Screen == KioskScreen.Pain)
        {
            (Box place, ScreenPlan card) = PlanCard(context);
            Explore.Add(plan, context, place);
            plan.Append(card);
        }
        else
        {
            Explore.Add(plan, context, sheet: null);
        }

        if (context.State.Prompt is { } seconds)
            StillThere.Add(plan, context, seconds);
        return plan;
    }

    // A card with little to say leaves the rest of its place to the body.
    private static (Box Place, ScreenPlan Plan) PlanCard(ScreenContext context)
    {
        Box place = CardShell.Place(context);
        ScreenPlan card = PlanCard(context, place);
        float spare = card.Window.Height - card.ContentHeightMm;
        bool isUpright = context.Measures.Screen.IsPortrait;
        if (spare <= 0 || (isUpright && context.State.Sheet != SheetPosition.Half))
            return (place, card);

        Box smaller = new(place.X, isUpright ? place.Y + spare : place.Y, place.Width, place.Height - spare);
        return (smaller, PlanCard(context, smaller));
    }

    private static ScreenPlan PlanCard(ScreenContext context, Box place)
    {
        ScreenPlan plan = new();
        if (context.State.Selection is { } id)
            MuscleScreen.Add(plan, context, id, place);
        else
            PainScreen.Add(plan, context, place);
        return plan;
    }
}
