using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Tests;

/// <summary>Show mode of the whole kiosk: tours play, yield to a finger, go on when left.</summary>
public sealed class TheShow : IDisposable
{
    private static readonly KioskContent Content = Repository.Content;

    private readonly KioskFixture kiosk = new();

    public TheShow() => kiosk.App.ShowsTours = true;

    [Fact]
    public void It_begins_by_itself_and_goes_from_stop_to_stop()
    {
        kiosk.Wait(1);
        Assert.Equal(0, kiosk.State.Tour?.Stop);
        Assert.Equal(Content.Tours[0].Stops[0].Caption.In("en", "en"), Caption);

        kiosk.Wait(Content.Tours[0].Stops[0].Seconds);

        Assert.Equal(KioskScreen.Attract, kiosk.State.Screen);
        Assert.Equal(1, kiosk.State.Tour?.Stop);
        Assert.Equal(Content.Tours[0].Stops[1].Scene.Select, kiosk.State.Selection);
        Assert.Equal(Content.Tours[0].Stops[1].Caption.In("en", "en"), Caption);
    }

    [Fact]
    public void A_finger_ends_it_at_once_and_selects_nothing()
    {
        kiosk.Wait(12);

        kiosk.Put(TouchPhase.Down, kiosk.LeftMuscle, 0);
        Assert.Equal(KioskState.Initial, kiosk.State);
        kiosk.Put(TouchPhase.Up, kiosk.LeftMuscle, 0);
        kiosk.Wait(1);

        Assert.Equal(KioskState.Initial, kiosk.State);
    }

    [Fact]
    public void Twenty_seconds_after_the_last_touch_it_goes_on_unasked_and_the_visitor_is_forgotten()
    {
        kiosk.Wait(Content.Tours[0].Stops[0].Seconds + 4);
        kiosk.Tap(kiosk.Beside);
        kiosk.App.Do(new Intent.SetLanguage("es"));
        kiosk.App.Do(new Intent.Open(KioskScreen.Story, Content.Stories[0].Id));

        kiosk.Wait(19);
        Assert.Equal(KioskScreen.Story, kiosk.State.Screen);
        Assert.Null(kiosk.State.Prompt);
        kiosk.Wait(1);

        Assert.Equal(KioskScreen.Attract, kiosk.State.Screen);
        Assert.Equal("", kiosk.State.Language);
        Assert.Equal(1, kiosk.State.Tour?.Stop);
    }

    [Fact]
    public void Without_tours_it_attracts_as_always_and_with_new_ones_it_goes_on()
    {
        kiosk.Wait(10);

        kiosk.App.Show(With([]));
        kiosk.Wait(3);
        Assert.Equal(KioskState.Initial with { Screen = KioskScreen.Attract }, kiosk.State);
        Assert.NotEqual("", Caption);
        kiosk.App.Show(With([Content.Tours[^1]]));
        kiosk.Wait(1);

        Assert.Equal(Content.Tours[^1].Id, kiosk.State.Tour?.Tour);
    }

    public void Dispose() => kiosk.Dispose();

    private string Caption => kiosk.App.Ui.Controls.FirstOrDefault(control => control.Id == "attract-line")?.Label.ReplaceLineEndings(" ") ?? "";

    private static KioskContent With(System.Collections.Immutable.ImmutableArray<Tour> tours) => new(
        Content.Settings, Content.Muscles, Content.ZoneGroups, Content.Zones, Content.Conditions, Content.Stories, tours,
        Content.Glossary, Content.Sources, Content.Strings);
}
