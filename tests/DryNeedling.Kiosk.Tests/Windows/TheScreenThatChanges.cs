using System.Numerics;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>Cables are pulled and screens are turned while the kiosk runs.</summary>
[Collection(nameof(WindowTests))]
public sealed class TheScreenThatChanges(Screens screens) : IDisposable
{
    private readonly int width = screens.Touch.Width, height = screens.Touch.Height;

    private XServer Screen => screens.Touch;

    private TouchPanel Panel => screens.Touch.Touch!;

    public void Dispose()
    {
        Panel.LiftAll();
        Screen.Resize(width, height);
    }

    [Fact]
    public void When_it_is_turned_the_kiosk_fills_it_keeps_what_it_shows_and_finds_the_fingers()
    {
        using KioskWindow kiosk = new(Screen);
        Panel.Tap(VisibleBody.Small.PlaceOf("pad.L", kiosk.Start, Screen));
        kiosk.RestWhen(c => c.Selection == "pad.L", "selects pad.L");

        Screen.Resize(1080, 1920);

        Patience.Until(() => Geometry().Contains("WIDTH=1080\nHEIGHT=1920\n", StringComparison.Ordinal), "it fills the turned screen");
        Capture turned = kiosk.RestWhen(c => c.Selection == "pad.L" && c.Bottom > 1080, "shows the same upright");
        Panel.Tap(VisibleBody.Small.EmptyPlace(turned, Screen));
        kiosk.RestWhen(c => c.Selection is null, "has no selection");
        AssertEndsWell(kiosk);
    }

    [Fact]
    public void A_screen_that_goes_dark_and_comes_back_disturbs_nothing()
    {
        using KioskWindow kiosk = new(Screen);

        Screen.Tool("xrandr", "--output", "DUMMY0", "--off");
        kiosk.Rest();
        Screen.Tool("xrandr", "--output", "DUMMY0", "--mode", "1920x1080");

        Panel.Tap(VisibleBody.Small.PlaceOf("pad.L", kiosk.Rest(), Screen));
        kiosk.RestWhen(c => c.Selection == "pad.L", "selects pad.L");
        AssertEndsWell(kiosk);
    }

    [Fact]
    public void A_touch_panel_that_was_pulled_and_comes_back_works()
    {
        using KioskWindow kiosk = new(Screen);

        Screen.Tool("xinput", "disable", "fingers");
        kiosk.Rest();
        Screen.Tool("xinput", "enable", "fingers");
        Panel.Connect();

        Vector2 place = VisibleBody.Small.PlaceOf("pad.L", kiosk.Rest(), Screen);
        Patience.Until(
            () =>
            {
                Panel.Tap(place);
                return kiosk.Rest().Selection == "pad.L";
            },
            "a tap selects pad.L");
        AssertEndsWell(kiosk);
    }

    private string Geometry() => new Mouse(Screen.Display).Geometry("DryNeedling.Kiosk");

    private static void AssertEndsWell(KioskWindow kiosk)
    {
        (int exitCode, string errors) = kiosk.End();
        Assert.Equal((0, ""), (exitCode, errors));
    }
}
