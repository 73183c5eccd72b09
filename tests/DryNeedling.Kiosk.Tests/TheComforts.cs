using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests;

/// <summary>What people who cannot see, reach or bear everything need of the whole kiosk.</summary>
public class TheComforts
{
    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1920)]
    public void Tab_reaches_everything_and_what_it_reaches_is_seen(int width, int height)
    {
        using KioskFixture kiosk = new(width: width, height: height);
        kiosk.App.Do(new Intent.Select(new("infraspinatus.R")));
        kiosk.App.Settle();
        string[] order = [.. kiosk.App.Ui.Reachable.Select(p => p.Control.Id)];
        Assert.True(order.Length > 20);

        foreach (string id in order)
        {
            kiosk.Press(KioskKey.Tab);
            Assert.Equal(id, kiosk.State.Focus);
            Assert.Contains(kiosk.App.Ui.Controls, c => c.Id == id);
        }

        kiosk.Press(KioskKey.BackTab);
        Assert.Equal(order[^2], kiosk.State.Focus);
    }

    [Fact]
    public void Tab_brings_up_a_sheet_that_only_peeks_out()
    {
        using KioskFixture kiosk = new(width: 1080, height: 1920);
        kiosk.App.Do(new Intent.Select(new("infraspinatus.R")));
        kiosk.App.Do(new Intent.MoveSheet(SheetPosition.Peek));
        kiosk.App.Settle();

        for (int i = 0; i < kiosk.App.Ui.Reachable.Count && kiosk.State.Focus != "trigger-point-1"; i++)
            kiosk.Press(KioskKey.Tab);

        Assert.Equal(SheetPosition.Half, kiosk.State.Sheet);
        Assert.Contains(kiosk.App.Ui.Controls, c => c.Id == "trigger-point-1");
    }

    [Fact]
    public void Enter_takes_the_best_hit_while_one_types()
    {
        using KioskFixture kiosk = new();
        kiosk.App.Do(new Intent.Open(KioskScreen.Search));
        kiosk.App.Do(new Intent.SearchFor("frozen shoulder"));

        kiosk.Press(KioskKey.Enter);

        Assert.Equal((KioskScreen.Condition, "frozen-shoulder"), (kiosk.State.Screen, kiosk.State.Topic));
    }

    [Fact]
    public void With_reduced_motion_everything_is_there_in_the_next_frame()
    {
        using KioskFixture kiosk = new();
        kiosk.App.Do(new Intent.ReduceMotion(true));
        kiosk.Wait(0.5);

        kiosk.App.Do(new Intent.LookFrom(BodyView.Back));
        kiosk.App.Do(new Intent.Select(new("biceps.L")));
        kiosk.Wait(0.04);

        Assert.False(kiosk.App.IsMoving);
    }

    [Fact]
    public void With_reduced_motion_the_body_stops_with_the_finger()
    {
        using KioskFixture kiosk = new();
        kiosk.App.Do(new Intent.ReduceMotion(true));
        kiosk.Wait(0.1);

        kiosk.Put(TouchPhase.Down, kiosk.LeftMuscle, 0);
        for (int i = 1; i < 6; i++)
            kiosk.Put(TouchPhase.Move, kiosk.LeftMuscle + new System.Numerics.Vector2(12 * i, 0), 0);
        kiosk.Put(TouchPhase.Up, kiosk.LeftMuscle, 0);
        float yaw = kiosk.App.Camera.Pose.Yaw;
        kiosk.Wait(0.3);

        Assert.Equal(yaw, kiosk.App.Camera.Pose.Yaw);
    }

    [Fact]
    public void In_reach_every_control_lies_in_the_lowest_60_percent()
    {
        using KioskFixture kiosk = new(width: 1080, height: 1920);
        kiosk.App.Do(new Intent.SetReach(true));
        foreach (KioskScreen screen in KioskScreens.Available.Where(s => s is not (KioskScreen.Attract or KioskScreen.Condition or KioskScreen.Story)))
        {
            kiosk.App.Do(new Intent.Open(screen));
            kiosk.App.Settle();
            Assert.All(kiosk.App.Ui.Controls.Where(c => c.IsActionable), c => Assert.True(c.Bounds.Y >= 0.4f * kiosk.Screen.HeightMm - 0.1f, $"{screen}: {c.Id}"));
        }
    }

    [Fact]
    public void Comforts_stay_through_a_restart_and_go_with_the_visitor()
    {
        KioskState changed = KioskState.Initial.Apply(new Intent.SetTheme(ThemeChoice.Contrast)).Apply(new Intent.SetReach(true)).Apply(new Intent.ReduceMotion(true));

        Assert.Equal(changed.Comfort, changed.Apply(new Intent.Reset()).Comfort);
        Assert.Equal(Comfort.None, changed.Apply(new Intent.FallAsleep()).Comfort);
    }
}
