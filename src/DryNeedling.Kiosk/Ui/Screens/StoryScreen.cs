using System.Globalization;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>A story, step by step, while the body shows what is told.</summary>
internal static class StoryScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Story story, Box card) => Add(plan, context, story, card, withSources: true);

    /// <summary>
    /// How much of the card's height no step needs: all steps get the same card, so that the way on stays under the
    /// finger. The sources at the end of a story can be scrolled to.
    /// </summary>
    public static float Spare(ScreenContext context, Story story, Box card)
    {
        float spare = float.PositiveInfinity;
        for (int i = 0; i < story.Steps.Length; i++)
        {
            ScreenPlan plan = new();
            Add(plan, context with { State = context.State with { StoryStep = i } }, story, card, withSources: false);
            spare = MathF.Min(spare, plan.Window.Height - plan.ContentHeightMm);
        }

        return spare;
    }

    private static void Add(ScreenPlan plan, ScreenContext context, Story story, Box card, bool withSources)
    {
        int at = Math.Clamp(context.State.StoryStep, 0, story.Steps.Length - 1);
        StoryStep step = story.Steps[at];
        CardShell.Add(plan, context, card, context.In(step.Heading), context.In(story.Name), CardShell.Close(ExitFrom(context)),
            flow => Fill(flow, context, story, at, withSources), foot => AddFoot(foot, context, story, at));
    }

    private static Intent ExitFrom(ScreenContext context) =>
        context.State.Trail is null ? new Intent.Open(KioskScreen.Learn) : new Intent.Back();

    private static void Fill(Flow flow, ScreenContext context, Story story, int at, bool withSources)
    {
        flow.Text(context.In(story.Steps[at].Text));
        if (at < story.Steps.Length - 1)
            return;
        if (story == context.Content.Stories[^1])
            AddContact(flow, context);
        if (withSources)
            CardEnd.Add(flow, context, story.Sources, story.Review);
    }

    // The last story asks how the clinic can help: here is how to reach it.
    private static void AddContact(Flow flow, ScreenContext context)
    {
        ContactSettings contact = context.Content.Settings.Contact;
        string text = context.In(contact.Text);
        if (text.Length + contact.Phone.Length + contact.Email.Length + contact.Web.Length == 0)
            return;
        flow.Gap(1);
        flow.Boxed(context.Theme.Raised, box =>
        {
            box.Text(text, context.Strong, context.Theme.Ink);
            if (contact.Phone.Length + contact.Email.Length + contact.Web.Length > 0)
                box.Gap(0.6f);
            box.Contact("phone", contact.Phone);
            box.Contact("mail", contact.Email);
            box.Contact("globe", contact.Web);
            box.Code(contact.Web, contact.Web);
        });
    }

    private static void AddFoot(Flow foot, ScreenContext context, Story story, int at)
    {
        int steps = story.Steps.Length;
        string count = string.Format(CultureInfo.InvariantCulture, context.Say("step-of"), at + 1, steps);
        foot.Progress(at, steps, count);
        foot.Gap(0.4f);
        foot.Steps(
            ("story-back", context.Say("previous"), at > 0 ? new Intent.ShowStoryStep(at - 1) : null),
            at < steps - 1
                ? ("story-next", context.Say("next"), new Intent.ShowStoryStep(at + 1))
                : ("story-done", context.Say("done"), ExitFrom(context)),
            stronglyOn: true);
    }
}
