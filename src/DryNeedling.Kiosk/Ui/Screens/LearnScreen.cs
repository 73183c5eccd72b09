using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The stories about dry needling, in the order they build on each other.</summary>
internal static class LearnScreen
{
    private const float LettersInTile = 26;

    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("learn"), "",
            CardShell.Close(new Intent.Open(KioskScreen.Explore)), flow => Fill(flow, context));

    private static void Fill(Flow flow, ScreenContext context)
    {
        flow.Quiet(context.Say("learn-intro"));
        flow.Gap(0.8f);
        flow.Tiles(
            [.. context.Content.Stories.Select((story, i) =>
                new Tile("story-" + story.Id, i + 1, context.In(story.Name), context.In(story.Summary), new Intent.Open(KioskScreen.Story, story.Id)))],
            LettersInTile);
    }
}
