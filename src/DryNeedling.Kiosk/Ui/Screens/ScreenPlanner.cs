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
            if (context.State.Tour is { } place && place.StopIn(context.Content) is { } stop)
                Attract.AddTour(plan, context, place, stop);
            else
                Attract.Add(plan, context, turn);
            return plan;
        }

        if (HasCard(context.State))
        {
            (Box place, ScreenPlan card) = PlanCard(context);
            if (SearchScreen.Shows(context.State))
                plan.FreeArea = SearchScreen.BodyBeside(context, place);
            else
                Explore.Add(plan, context, place);
            if (context.State.ShowsCutaway && context.Block is { } block)
                CutawayLabels.Add(plan, context, block);
            plan.Append(card);
        }
        else
        {
            Explore.Add(plan, context, sheet: null);
            if (context.Seen is { } seen)
                StructureLabels.Add(plan, context, seen);
            if (context.Hint != HintPhase.None)
                HintHand.Add(plan, context, context.Hint);
        }

        if (SearchScreen.Shows(context.State))
            SearchKeyboard.Add(plan, context);
        Navigation.Add(plan, context);
        if (context.State.Staff is StaffMode.Pin or StaffMode.Status)
            StaffScreen.Add(plan, context);
        else if (context.State.Staff != StaffMode.None)
            StaffPanel.Add(plan, context);
        if (context.State.Prompt is { } seconds)
            StillThere.Add(plan, context, seconds);
        return plan;
    }

    private static bool HasCard(KioskState state) => state.ShowsComfort || state.Selection is not null || state.Screen != KioskScreen.Explore;

    // A card with little to say leaves the rest of its place to the body.
    private static (Box Place, ScreenPlan Plan) PlanCard(ScreenContext context)
    {
        Box place = CardShell.Place(context);
        ScreenPlan card = PlanCard(context, place);
        float spare = context.State.Screen == KioskScreen.Story && context.Content.Story(context.State.Topic ?? "") is { } story
            ? StoryScreen.Spare(context, story, place)
            : card.Window.Height - card.ContentHeightMm;
        bool isUpright = context.Measures.Screen.IsPortrait;
        // While one types, the results come and go: their card stands still.
        if (spare <= 0 || SearchScreen.Shows(context.State) || (isUpright && context.State.Sheet == SheetPosition.Peek))
            return (place, card);

        Box smaller = new(place.X, isUpright ? place.Y + spare : place.Y, place.Width, place.Height - spare);
        return (smaller, PlanCard(context, smaller));
    }

    private static ScreenPlan PlanCard(ScreenContext context, Box place)
    {
        ScreenPlan plan = new();
        KioskState state = context.State;
        if (state.ShowsComfort)
        {
            ComfortScreen.Add(plan, context, place);
            return plan;
        }

        if (state.Selection is { } id && state.Screen != KioskScreen.Story)
        {
            MuscleScreen.Add(plan, context, id, place);
            return plan;
        }

        switch (state.Screen)
        {
            case KioskScreen.Pain:
                PainScreen.Add(plan, context, place);
                break;
            case KioskScreen.Condition when context.Content.Condition(state.Topic ?? "") is { } condition:
                ConditionScreen.Add(plan, context, condition, place);
                break;
            case KioskScreen.Conditions or KioskScreen.Condition:
                ConditionsScreen.Add(plan, context, place);
                break;
            case KioskScreen.Story when context.Content.Story(state.Topic ?? "") is { Steps.IsEmpty: false } story:
                StoryScreen.Add(plan, context, story, place);
                break;
            case KioskScreen.Learn or KioskScreen.Story:
                LearnScreen.Add(plan, context, place);
                break;
            case KioskScreen.Search:
                SearchScreen.Add(plan, context, place);
                break;
            default:
                AboutScreen.Add(plan, context, place);
                break;
        }

        return plan;
    }
}
