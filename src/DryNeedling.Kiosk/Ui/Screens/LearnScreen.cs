using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The stories about dry needling, in the order they build on each other.</summary>
internal static class LearnScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("learn"), context.Say("learn"), "",
            new Intent.Open(KioskScreen.Explore), flow => Fill(flow, context));

    private static void Fill(Flow flow, ScreenContext context)
    {
        foreach (Story story in context.Content.Stories)
            flow.Choice("story-" + story.Id, context.In(story.Name), context.In(story.Summary), new Intent.Open(KioskScreen.Story, story.Id));
    }
}
