using System.Numerics;
using CsCheck;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Tests.Touch;

public class Gestures
{
    private readonly GestureRecognizer recognizer = new();
    private readonly List<Gesture> gestures = [];

    [Fact]
    public void A_finger_that_comes_and_goes_taps_where_it_came_down()
    {
        Down(1, 50, 60, 0);
        Move(1, 52, 61, 0.05);
        Up(1, 52, 61, 0.1);

        Assert.Equal([GestureKind.Press, GestureKind.PressEnd, GestureKind.Tap], Kinds());
        Assert.Equal(new Vector2(50, 60), gestures[^1].Position);
    }

    [Theory]
    [InlineData(4.9f, true)]
    [InlineData(5.1f, false)]
    public void A_tap_may_slip_five_millimetres(float slip, bool taps)
    {
        Down(1, 50, 60, 0);
        Move(1, 50 + slip, 60, 0.05);
        Up(1, 50 + slip, 60, 0.1);

        Assert.Equal(taps, Kinds().Contains(GestureKind.Tap));
    }

    [Fact]
    public void A_finger_that_slipped_away_and_came_back_does_not_tap()
    {
        Down(1, 50, 60, 0);
        Move(1, 58, 60, 0.05);
        Move(1, 50, 60, 0.1);
        Up(1, 50, 60, 0.15);

        Assert.DoesNotContain(GestureKind.Tap, Kinds());
    }

    [Fact]
    public void Two_quick_taps_at_one_place_are_a_tap_and_a_double_tap()
    {
        TapAt(50, 60, 0);
        TapAt(53, 60, 0.25);

        Assert.Equal([GestureKind.Tap, GestureKind.DoubleTap], Kinds().Where(k => k is GestureKind.Tap or GestureKind.DoubleTap));
    }

    [Fact]
    public void Two_taps_far_apart_in_place_or_time_are_two_taps()
    {
        TapAt(50, 60, 0);
        TapAt(90, 60, 0.25);
        TapAt(90, 60, 2);

        Assert.DoesNotContain(GestureKind.DoubleTap, Kinds());
    }

    [Fact]
    public void A_drag_turns_by_exactly_what_the_finger_moved_after_it_began()
    {
        Down(1, 50, 60, 0);
        Move(1, 60, 60, 0.05);
        Move(1, 75, 62, 0.1);
        Move(1, 80, 60, 0.15);
        Up(1, 80, 60, 0.16);

        Vector2 moved = gestures.Where(g => g.Kind == GestureKind.Drag).Aggregate(Vector2.Zero, (sum, g) => sum + g.Delta);
        Assert.Equal(new Vector2(20, 0), moved);
    }

    [Fact]
    public void A_fling_reports_its_speed_and_a_finger_that_stopped_reports_none()
    {
        Down(1, 0, 0, 0);
        for (int i = 1; i <= 10; i++)
            Move(1, 10 * i, 0, 0.016 * i);
        Up(1, 100, 0, 0.165);
        float flung = gestures[^1].Delta.X;

        Down(2, 0, 0, 1);
        for (int i = 1; i <= 10; i++)
            Move(2, 10 * i, 0, 1 + 0.016 * i);
        Up(2, 100, 0, 1.6);

        Assert.InRange(flung, 400, 800);
        Assert.Equal(Vector2.Zero, gestures[^1].Delta);
    }

    [Fact]
    public void Two_fingers_moving_apart_zoom_about_their_middle()
    {
        Down(1, 40, 50, 0);
        Down(2, 60, 50, 0.02);
        Move(1, 30, 50, 0.05);
        Move(2, 70, 50, 0.06);

        Gesture[] pinches = [.. gestures.Where(g => g.Kind == GestureKind.Pinch)];
        Assert.Equal(2, pinches.Aggregate(1f, (product, g) => product * g.Factor), 3);
        Assert.Equal(new Vector2(50, 50), pinches[^1].Position);
        Assert.DoesNotContain(GestureKind.Tap, Kinds());
    }

    [Fact]
    public void Lifting_one_of_two_fingers_goes_on_turning_without_a_jump()
    {
        Down(1, 40, 50, 0);
        Down(2, 60, 50, 0.02);
        Move(2, 80, 50, 0.05);
        Up(1, 40, 50, 0.1);
        gestures.Clear();
        Move(2, 83, 50, 0.12);
        Up(2, 83, 50, 0.14);

        Assert.Equal([GestureKind.Drag, GestureKind.DragEnd], Kinds());
        Assert.Equal(new Vector2(3, 0), gestures[0].Delta);
    }

    [Fact]
    public void A_third_finger_changes_nothing_even_after_the_others_have_gone()
    {
        Down(1, 40, 50, 0);
        Down(2, 60, 50, 0.02);
        gestures.Clear();
        Down(3, 10, 10, 0.1);
        Move(3, 90, 90, 0.15);
        Assert.Empty(gestures);

        Up(1, 40, 50, 0.2);
        Up(2, 60, 50, 0.21);
        gestures.Clear();
        Move(3, 10, 90, 0.3);
        Up(3, 10, 90, 0.4);
        Assert.Empty(gestures);
    }

    [Fact]
    public void A_palm_resting_on_the_glass_does_not_hinder_a_tap()
    {
        Down(1, 10, 90, 0);
        Down(2, 50, 50, 3);
        Up(2, 50, 50, 3.1);

        Assert.Equal(GestureKind.Tap, gestures[^1].Kind);
        Assert.Equal(new Vector2(50, 50), gestures[^1].Position);
    }

    [Fact]
    public void A_finger_leaning_for_seconds_does_not_tap_when_it_leaves()
    {
        Down(1, 10, 90, 0);
        Up(1, 10, 90, 5);

        Assert.DoesNotContain(GestureKind.Tap, Kinds());
    }

    [Fact]
    public void A_cancelled_finger_does_not_tap()
    {
        Down(1, 10, 90, 0);
        recognizer.Feed(new(TouchPhase.Cancel, 1, new(10, 90), TimeSpan.FromSeconds(0.1)), gestures);

        Assert.DoesNotContain(GestureKind.Tap, Kinds());
        Assert.Equal(0, recognizer.ActiveFingers);
    }

    [Fact]
    public void The_finger_that_woke_the_kiosk_turns_but_does_not_tap()
    {
        Down(1, 10, 90, 0);
        recognizer.ForbidTap();
        Up(1, 10, 90, 0.1);
        Assert.DoesNotContain(GestureKind.Tap, Kinds());

        Down(2, 10, 90, 1);
        recognizer.ForbidTap();
        Move(2, 30, 90, 1.1);
        Assert.Equal(GestureKind.DragBegin, gestures[^1].Kind);
    }

    [Fact]
    public void Whatever_fingers_do_every_begin_has_an_end_and_lifting_all_leaves_nothing()
    {
        Gen<TouchEvent[]> touches = Gen.Select(
            Gen.Enum<TouchPhase>(), Gen.Long[0, 4], Gen.Float[0, 400], Gen.Float[0, 300],
            (phase, finger, x, y) => new TouchEvent(phase, finger, new(x, y), TimeSpan.Zero)).Array[0, 80];
        touches.Sample(events =>
        {
            var any = new GestureRecognizer();
            List<Gesture> seen = [];
            TimeSpan time = TimeSpan.Zero;
            foreach (TouchEvent touch in events)
                any.Feed(touch with { Time = time += TimeSpan.FromMilliseconds(40) }, seen);
            for (long finger = 0; finger <= 4; finger++)
                any.Feed(new(TouchPhase.Up, finger, Vector2.Zero, time += TimeSpan.FromMilliseconds(40)), seen);

            Assert.Equal(0, any.ActiveFingers);
            Assert.False(any.IsTouched);
            Assert.Equal(seen.Count(g => g.Kind == GestureKind.Press), seen.Count(g => g.Kind == GestureKind.PressEnd));
            Assert.Equal(seen.Count(g => g.Kind == GestureKind.DragBegin), seen.Count(g => g.Kind == GestureKind.DragEnd));
            Assert.All(seen, g => Assert.True(float.IsFinite(g.Factor) && g.Factor > 0));
            AssertDragsOnlyInsideDrag(seen);
        });
    }

    private static void AssertDragsOnlyInsideDrag(List<Gesture> seen)
    {
        bool dragging = false;
        foreach (Gesture gesture in seen)
        {
            if (gesture.Kind == GestureKind.DragBegin)
                dragging = true;
            else if (gesture.Kind == GestureKind.DragEnd)
                dragging = false;
            else if (gesture.Kind is GestureKind.Drag)
                Assert.True(dragging);
            else if (gesture.Kind is GestureKind.Pinch or GestureKind.Tap)
                Assert.False(dragging);
        }
    }

    private void TapAt(float x, float y, double at)
    {
        Down(7, x, y, at);
        Up(7, x, y, at + 0.08);
    }

    private void Down(long finger, float x, float y, double at) => Feed(TouchPhase.Down, finger, x, y, at);

    private void Move(long finger, float x, float y, double at) => Feed(TouchPhase.Move, finger, x, y, at);

    private void Up(long finger, float x, float y, double at) => Feed(TouchPhase.Up, finger, x, y, at);

    private void Feed(TouchPhase phase, long finger, float x, float y, double at) =>
        recognizer.Feed(new(phase, finger, new(x, y), TimeSpan.FromSeconds(at)), gestures);

    private GestureKind[] Kinds() => [.. gestures.Select(g => g.Kind)];
}
