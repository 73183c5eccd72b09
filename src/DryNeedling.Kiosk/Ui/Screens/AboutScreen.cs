using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>What this kiosk is and is not, who checked it, and whose work is in it.</summary>
internal static class AboutScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("about"), context.Say("about"), "",
            new Intent.Open(KioskScreen.Explore), flow => flow.Text(context.Say("notice")));
}
