using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>A story, step by step, while the body shows what is told.</summary>
internal static class StoryScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Story story, Box card)
    {
        StoryStep step = story.Steps[Math.Clamp(context.State.StoryStep, 0, story.Steps.Length - 1)];
        CardShell.Add(plan, context, card, context.In(story.Name), context.In(step.Heading), "",
            context.State.Trail is null ? new Intent.Open(KioskScreen.Learn) : new Intent.Back(), flow => flow.Text(context.In(step.Text)));
    }
}
