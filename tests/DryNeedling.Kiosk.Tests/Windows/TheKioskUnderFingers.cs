using System.Numerics;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>A real touch panel in a real X server.</summary>
[Collection(nameof(WindowTests))]
public sealed class TheKioskUnderFingers(Screens screens) : IDisposable
{
    private const float PxPerMm = 96 / 25.4f;

    private XServer Screen => screens.Touch;

    private TouchPanel Panel => screens.Touch.Touch!;

    public void Dispose()
    {
        if (screens.HasTouch)
            Panel.LiftAll();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_tap_selects_the_muscle_under_the_finger(bool isPortrait)
    {
        XServer screen = isPortrait ? screens.PortraitTouch : screens.Touch;
        using KioskWindow kiosk = new(screen);

        screen.Touch!.Tap(VisibleBody.Small.PlaceOf("pad.L", kiosk.Start, screen));

        kiosk.RestWhen(c => c.Selection == "pad.L", "selects pad.L");
    }

    [Fact]
    public void On_our_own_body_a_tap_selects_the_muscle_that_is_seen_there_and_then_its_neighbour()
    {
        using KioskWindow kiosk = new(Screen, VisibleBody.Ours);
        Capture seen = kiosk.Start;
        foreach (string muscle in new[] { "pectoralis-major-sternal.L", "rectus-abdominis-upper.L" })
        {
            Panel.Tap(VisibleBody.Ours.PlaceOf(muscle, seen, Screen));
            seen = kiosk.RestWhen(c => c.Selection == muscle, $"selects {muscle}");
        }
    }

    [Fact]
    public void One_finger_turns_the_body_as_far_as_the_mouse_on_the_same_way_so_nothing_counts_twice()
    {
        using KioskWindow kiosk = new(Screen);
        Mouse mouse = new(Screen.Display);
        Vector2 from = VisibleBody.Small.EmptyPlace(kiosk.Start, Screen), begun = from + new Vector2(8 * PxPerMm, 0), to = begun + new Vector2(60, 0);

        Panel.Down(0, from);
        Panel.Move(0, begun, steps: 1);
        Panel.Move(0, to);
        float byFinger = kiosk.Now().Pose.Yaw - kiosk.Start.Pose.Yaw;
        Panel.Up(0);
        float between = kiosk.Rest().Pose.Yaw;

        mouse.Press(from);
        mouse.Move(begun);
        mouse.Move(to);
        Capture moved = kiosk.Now();
        mouse.Release();

        Assert.True(byFinger < -0.1f, $"A finger turned the body by {byFinger} radians.");
        Assert.Equal(byFinger, moved.Pose.Yaw - between, 0.003f);
        Assert.Null(kiosk.Rest().Selection);
    }

    [Fact]
    public void Two_fingers_zoom_about_their_middle()
    {
        using KioskWindow kiosk = new(Screen);
        Vector2 middle = VisibleBody.Small.PlaceOf("biceps.L", kiosk.Start, Screen) + new Vector2(0, 60), half = new(70, 0);
        var under = VisibleBody.PointInTargetPlane(middle, kiosk.Start, Screen);

        Spread(middle, half, 2 * half);
        Panel.LiftAll();
        Capture nearer = kiosk.Rest();

        Assert.Equal(kiosk.Start.Pose.Distance / 2, nearer.Pose.Distance, 0.02f);
        Assert.True(Vector2.Distance(middle, VisibleBody.Project(under, nearer, Screen)) < 4);
        Assert.Null(nearer.Selection);
    }

    [Fact]
    public void A_third_finger_changes_nothing()
    {
        using KioskWindow kiosk = new(Screen);
        Vector2 middle = VisibleBody.Small.PlaceOf("biceps.R", kiosk.Start, Screen), half = new(60, 0);
        Spread(middle, half, 1.2f * half);
        Capture before = kiosk.Now();

        Panel.Tap(middle + new Vector2(0, 80), finger: 2);
        Panel.Down(3, middle);
        Panel.Move(3, middle + new Vector2(200, 100));
        Panel.Up(3);

        Assert.Equal(before.Pose, kiosk.Now().Pose);
        Assert.Null(kiosk.Now().Selection);
        Panel.Move(0, middle - 2.4f * half);
        Assert.True(kiosk.Now().Pose.Distance < 0.8f * before.Pose.Distance, "The first two fingers must still zoom.");
    }

    [Fact]
    public void A_palm_that_rests_on_the_glass_does_not_hinder_a_tap()
    {
        using KioskWindow kiosk = new(Screen);
        Panel.Down(0, VisibleBody.Small.EmptyPlace(kiosk.Start, Screen));
        Capture resting = kiosk.Now();
        // The one wait for time itself: resting means lying still for so long.
        Thread.Sleep(GestureRecognizer.RestingAfter + TimeSpan.FromSeconds(0.3));

        Panel.Tap(VisibleBody.Small.PlaceOf("biceps.R", resting, Screen), finger: 1);

        kiosk.RestWhen(c => c.Selection == "biceps.R", "selects biceps.R");
        Panel.Up(0);
        Assert.Equal("biceps.R", kiosk.Rest().Selection);
    }

    private void Spread(Vector2 middle, Vector2 from, Vector2 to)
    {
        const int Steps = 8;
        Panel.Down(0, middle - from);
        Panel.Down(1, middle + from);
        for (int i = 1; i <= Steps; i++)
        {
            var half = Vector2.Lerp(from, to, (float)i / Steps);
            Panel.Move(0, middle - half, steps: 1);
            Panel.Move(1, middle + half, steps: 1);
        }
    }
}
