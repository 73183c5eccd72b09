using System.Globalization;
using System.Reflection;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>What this kiosk is and is not, who checked it, and whose work is in it.</summary>
internal static class AboutScreen
{
    private static readonly string Version =
        typeof(AboutScreen).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("about"), context.In(context.Content.Settings.Name),
            CardShell.Close(new Intent.Open(KioskScreen.Explore)), flow => Fill(flow, context));

    private static void Fill(Flow flow, ScreenContext context)
    {
        if (context.Pictures.Logo is { } logo)
            flow.Logo(logo);
        flow.Boxed(context.Theme.Alarm, box =>
        {
            box.Warning(context.Say("notice"));
            box.Text(context.Say("about-disclaimer"));
        });
        flow.Pair(f => AddReview(f, context), f => AddSources(f, context));
        flow.Pair(f => AddLicences(f, context), f => AddPrivacy(f, context));
        flow.Gap(1.5f);
        flow.Quiet(Filled(context, "about-version", Version));
    }

    private static void AddReview(Flow flow, ScreenContext context)
    {
        KioskContent content = context.Content;
        Review[] reviews =
        [
            .. content.Muscles.Select(m => m.Review), .. content.Conditions.Select(c => c.Review),
            .. content.Stories.Select(s => s.Review), .. content.Tours.Select(t => t.Review),
        ];
        int done = reviews.Count(r => r.By is not null);
        flow.Section("about-review");
        flow.Text(done == 0 ? context.Say("about-review-none") : Filled(context, "about-review-some", done, reviews.Length));
    }

    private static void AddSources(Flow flow, ScreenContext context)
    {
        KioskContent content = context.Content;
        flow.Section("sources");
        flow.Text(Filled(context, "about-sources", content.Sources.Length, content.Muscles.Length, content.Conditions.Length));
    }

    private static void AddLicences(Flow flow, ScreenContext context)
    {
        flow.Section("about-licences");
        flow.Bullets([context.Say("licence-body"), context.Say("licence-skin"), context.Say("licence-fonts"), context.Say("licence-icons")]);
    }

    private static void AddPrivacy(Flow flow, ScreenContext context)
    {
        flow.Section("about-privacy");
        flow.Text(context.Say("about-privacy-text"));
    }

    private static string Filled(ScreenContext context, string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, context.Say(key), values);
}
