using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Tests;

public class TheKiosk
{
    [Fact]
    public void A_tap_selects_the_muscle_under_the_finger()
    {
        using KioskFixture kiosk = new();

        kiosk.Tap(kiosk.LeftMuscle);

        Assert.Equal(new StructureId("biceps.L"), kiosk.State.Selection);
    }

    [Fact]
    public void A_tap_on_another_muscle_changes_the_selection()
    {
        using KioskFixture kiosk = new();
        kiosk.Tap(kiosk.LeftMuscle);
        kiosk.App.Settle();

        kiosk.Tap(kiosk.OnGlass(new(0.12f, 0.75f, 0.13f)));

        Assert.Equal(new StructureId("pad.L"), kiosk.State.Selection);
    }

    [Fact]
    public void A_drag_turns_the_body_and_selects_nothing()
    {
        using KioskFixture kiosk = new();

        kiosk.Drag(kiosk.LeftMuscle, kiosk.LeftMuscle + new Vector2(25, 0));

        Assert.Null(kiosk.State.Selection);
        Assert.True(kiosk.App.Camera.Pose.Yaw < -0.3f, $"yaw {kiosk.App.Camera.Pose.Yaw}");
    }

    [Fact]
    public void Two_fingers_that_part_come_nearer_and_keep_the_place_between_them()
    {
        using KioskFixture kiosk = new();
        Vector2 middle = kiosk.LeftMuscle;
        Vector3 under = new(0.12f, 1.05f, 0);
        Vector2 before = kiosk.OnGlass(under);
        float distance = kiosk.App.Camera.Pose.Distance;

        kiosk.Put(TouchPhase.Down, middle - new Vector2(20, 0), 1);
        kiosk.Put(TouchPhase.Down, middle + new Vector2(20, 0), 2);
        kiosk.Put(TouchPhase.Move, middle - new Vector2(35, 0), 1);
        kiosk.Put(TouchPhase.Move, middle + new Vector2(35, 0), 2);

        Assert.Equal(distance * 20 / 35, kiosk.App.Camera.Pose.Distance, 0.02f);
        Assert.True(Vector2.Distance(before, kiosk.OnGlass(under)) < 4, $"moved by {Vector2.Distance(before, kiosk.OnGlass(under))} mm");
    }

    [Fact]
    public void A_tap_beside_the_body_closes_the_card()
    {
        using KioskFixture kiosk = new();
        kiosk.Tap(kiosk.LeftMuscle);
        kiosk.App.Settle();

        kiosk.Tap(kiosk.Beside);

        Assert.Null(kiosk.State.Selection);
    }

    [Fact]
    public void Two_quick_taps_beside_the_body_reset_the_view()
    {
        using KioskFixture kiosk = new();
        kiosk.Press(KioskKey.Left);
        kiosk.Press(KioskKey.Plus);
        kiosk.Wait(1);

        Vector2 beside = kiosk.Beside;
        kiosk.Put(TouchPhase.Down, beside, 0);
        kiosk.Put(TouchPhase.Up, beside, 0);
        kiosk.Put(TouchPhase.Down, beside, 0);
        kiosk.Put(TouchPhase.Up, beside, 0);
        kiosk.Wait(1);

        Assert.Equal(0, kiosk.App.Camera.Pose.Yaw, 1e-3f);
    }

    [Fact]
    public void After_a_minute_without_touch_it_asks_and_twenty_seconds_later_everything_is_forgotten()
    {
        using KioskFixture kiosk = new();
        kiosk.App.Do(new Intent.SetLanguage("es"));
        kiosk.Tap(kiosk.LeftMuscle);

        kiosk.Wait(58);
        Assert.Null(kiosk.State.Prompt);
        kiosk.Wait(7);
        Assert.InRange(kiosk.State.Prompt ?? -1, 10, 18);
        kiosk.Wait(20);

        Assert.Equal(KioskState.Initial with { Screen = KioskScreen.Attract }, kiosk.State);
    }

    [Fact]
    public void Any_touch_answers_the_question_and_does_nothing_else()
    {
        using KioskFixture kiosk = new();
        kiosk.Wait(65);

        kiosk.Tap(kiosk.LeftMuscle);

        Assert.Null(kiosk.State.Prompt);
        Assert.Null(kiosk.State.Selection);
        Assert.Equal(KioskScreen.Explore, kiosk.State.Screen);
    }

    [Fact]
    public void The_touch_that_wakes_it_can_turn_the_body_but_selects_nothing()
    {
        using KioskFixture kiosk = new(KioskState.Initial with { Screen = KioskScreen.Attract });
        kiosk.Wait(0.1);

        kiosk.Tap(kiosk.LeftMuscle);
        Assert.Equal(KioskScreen.Explore, kiosk.State.Screen);
        Assert.Null(kiosk.State.Selection);
        kiosk.Wait(1);
        kiosk.Tap(kiosk.LeftMuscle);

        Assert.Equal(new StructureId("biceps.L"), kiosk.State.Selection);
    }

    [Fact]
    public void A_finger_that_stays_on_the_glass_is_not_asked_whether_it_is_still_there()
    {
        using KioskFixture kiosk = new();
        kiosk.Put(TouchPhase.Down, kiosk.LeftMuscle, 0);

        kiosk.Wait(100);

        Assert.Null(kiosk.State.Prompt);
    }

    [Fact]
    public void What_stands_in_front_of_the_selection_turns_to_glass()
    {
        using KioskFixture kiosk = new();
        kiosk.App.Do(new Intent.Select(new("biceps.L")));
        kiosk.App.Do(new Intent.LookFrom(BodyView.Front));
        kiosk.App.Settle();

        Pickability[] pickability = new Pickability[kiosk.App.Body.Structures.Count];
        kiosk.App.Director.FillPickability(pickability);

        Assert.Equal(Pickability.Through, pickability[Rendering.SampleBody.Pad]);
        Assert.Equal(Pickability.Selectable, pickability[Rendering.SampleBody.RightMuscle]);
    }

    [Fact]
    public void Peeling_to_the_skeleton_lets_the_finger_through_the_muscles()
    {
        using KioskFixture kiosk = new();
        kiosk.App.Do(new Intent.PeelTo(3));
        kiosk.App.Settle();

        kiosk.Tap(kiosk.LeftMuscle);

        Assert.Null(kiosk.State.Selection);
    }

    [Fact]
    public void Keys_turn_tilt_and_zoom_without_a_finger()
    {
        using KioskFixture kiosk = new();
        OrbitPose before = kiosk.App.Camera.Pose;

        kiosk.Press(KioskKey.Left);
        kiosk.Press(KioskKey.Up);
        kiosk.Press(KioskKey.Plus);
        kiosk.Wait(1);

        Assert.True(kiosk.App.Camera.Pose.Yaw > before.Yaw);
        Assert.True(kiosk.App.Camera.Pose.Pitch > before.Pitch);
        Assert.True(kiosk.App.Camera.Pose.Distance < before.Distance);
    }

    [Fact]
    public void It_comes_to_rest()
    {
        using KioskFixture kiosk = new();
        kiosk.Tap(kiosk.LeftMuscle);

        kiosk.Wait(8);

        Assert.False(kiosk.App.IsMoving);
    }
}
