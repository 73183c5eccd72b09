using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Operation;

public class Failures
{
    [Fact]
    public void The_third_within_a_minute_is_one_too_many()
    {
        FailureWatch watch = new();

        Assert.Equal([true, true, false], new[] { 0, 30, 59 }.Select(s => watch.Note(TimeSpan.FromSeconds(s))));
        Assert.Equal(3, watch.Count);
    }

    [Fact]
    public void Now_and_then_one_may_happen_for_years()
    {
        FailureWatch watch = new();

        Assert.All(Enumerable.Range(0, 100), i => Assert.True(watch.Note(TimeSpan.FromSeconds(30 * i))));
    }

    [Fact]
    public void A_kiosk_that_keeps_ending_is_started_less_and_less_often_until_it_lives_again()
    {
        RestartPause pause = new();
        double[] seconds = [.. Enumerable.Range(0, 9).Select(_ => pause.After(TimeSpan.FromSeconds(3)).TotalSeconds)];

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 32, 60, 60], seconds);
        Assert.Equal(0.5, pause.After(TimeSpan.FromMinutes(5)).TotalSeconds);
    }

    [Fact]
    public void After_one_the_visitor_is_forgotten_and_attract_is_back()
    {
        using KioskFixture kiosk = new();
        kiosk.App.Do(new Intent.SetLanguage("es"));
        kiosk.Tap(kiosk.LeftMuscle);

        kiosk.App.Wipe();

        Assert.Equal(KioskState.Initial with { Screen = KioskScreen.Attract }, kiosk.State);
        kiosk.Wait(1);
    }
}
