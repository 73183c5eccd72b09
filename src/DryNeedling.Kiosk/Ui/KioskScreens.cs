using System.Collections.Immutable;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui;

/// <summary>Which of the screens can be shown.</summary>
internal static class KioskScreens
{
    public static ImmutableArray<KioskScreen> Available { get; } = 
    [
        KioskScreen.Attract, KioskScreen.Explore, KioskScreen.Pain, KioskScreen.Conditions, KioskScreen.Condition,
        KioskScreen.Learn, KioskScreen.Story, KioskScreen.Search, KioskScreen.About,
    ];
}
