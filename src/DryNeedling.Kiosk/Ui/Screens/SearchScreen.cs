using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>Finds muscles, conditions, stories and words by any name.</summary>
internal static class SearchScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("search"), "",
            CardShell.Close(new Intent.Open(KioskScreen.Explore)), flow => flow.Text(context.Say("search-intro")));
}
