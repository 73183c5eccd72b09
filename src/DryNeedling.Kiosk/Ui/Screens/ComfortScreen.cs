using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>What makes the kiosk easier to see, to reach and to bear: text size, colours, motion, height.</summary>
internal static class ComfortScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("comfort"), "", CardShell.Close(new Intent.ShowComfort(false)), flow => Fill(flow, context));

    private static void Fill(Flow flow, ScreenContext context)
    {
        Comfort comfort = context.State.Comfort;
        Group(flow, "comfort-text",
        [
            Size("text-normal", TextSize.Normal), Size("text-large", TextSize.Large), Size("text-largest", TextSize.Largest),
        ]);
        ThemeChoice seen = comfort.Theme != ThemeChoice.Clinic ? comfort.Theme : context.Content.Settings.Theme == "light" ? ThemeChoice.Light : ThemeChoice.Dark;
        Group(flow, "comfort-colours",
        [
            Colours("colours-dark", "moon", ThemeChoice.Dark), Colours("colours-light", "sun", ThemeChoice.Light),
            Colours("colours-contrast", "contrast", ThemeChoice.Contrast),
        ]);
        Group(flow, "comfort-motion",
        [
            ("motion-full", "sparkles", context.Say("motion-full"), new Intent.ReduceMotion(false), !comfort.ReducedMotion),
            ("motion-reduced", "circle-pause", context.Say("motion-reduced"), new Intent.ReduceMotion(true), comfort.ReducedMotion),
        ]);
        if (context.OffersBodies)
        {
            Group(flow, "comfort-body",
            [
                ("body-male", "mars", context.Say("body-male"), new Intent.ShowBody(BodyForm.Male), context.State.Form == BodyForm.Male),
                ("body-female", "venus", context.Say("body-female"), new Intent.ShowBody(BodyForm.Female), context.State.Form == BodyForm.Female),
            ]);
        }

        if (context.CanReach)
        {
            Group(flow, "comfort-reach",
            [
                ("reach-whole", "maximize", context.Say("reach-whole"), new Intent.SetReach(false), !comfort.Reach),
                ("reach-low", "arrow-down-to-line", context.Say("reach-low"), new Intent.SetReach(true), comfort.Reach),
            ]);
        }

        flow.Gap(1);
        flow.Quiet(context.Say("comfort-forgotten"));

        (string, string, string, Intent, bool) Size(string key, TextSize size) =>
            (key, "a-arrow-up", context.Say(key), new Intent.SetTextSize(size), context.State.TextSize == size);

        (string, string, string, Intent, bool) Colours(string key, string icon, ThemeChoice theme) =>
            (key, icon, context.Say(key), new Intent.SetTheme(theme), seen == theme);
    }

    private static void Group(Flow flow, string heading, IReadOnlyList<(string Id, string Icon, string Label, Intent OnTap, bool IsCurrent)> options)
    {
        flow.Section(heading);
        flow.Gap(0.3f);
        flow.Options(options);
    }
}
