using System.Numerics;
using System.Runtime.InteropServices;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Learning;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk;

/// <summary>Sends every gesture to what lies under it: a control, the open card, a trigger point, or the body.</summary>
internal sealed class TouchRouter(KioskApp app)
{
    // The surface follows the finger: turning by an angle moves a trunk of this radius by the finger's way.
    private const float TrunkRadius = 0.20f, BlockRadius = 0.45f;

    private const float WheelZoom = 1.15f;

    // A tag on a leader is smaller than a finger; this close counts.
    private const float MarkerReachMm = 7;

    // A scrolled card slows down evenly and comes to rest within about a second.
    private const float ScrollBrakeMmPerSecond2 = 700;

    private readonly GestureRecognizer recognizer = new();
    private readonly List<Gesture> gestures = [];
    private readonly HashSet<long> typing = [];
    private readonly CornerHold corners = new();
    private Control? dragged;
    private bool swallows;
    private float scrollSpeed;

    public bool IsTouched => recognizer.IsTouched || typing.Count > 0;

    public bool IsMoving => scrollSpeed != 0 || corners.IsHeld;

    public void Take(InputBuffer input)
    {
        foreach (TouchEvent touch in input.Touches)
        {
            corners.Feed(touch, app.Screen.WidthMm, app.Screen.HeightMm);
            if (app.State.Staff == StaffMode.Cleaning)
            {
                Ignore(touch);
                continue;
            }

            if (touch.Phase == TouchPhase.Down && app.NoteTouch())
            {
                Feed(touch);
                recognizer.ForbidTap();
                continue;
            }

            if (!Type(touch))
                Feed(touch);
        }

        foreach (WheelEvent wheel in input.Wheels)
        {
            if (app.State.Staff == StaffMode.None)
                Turn(wheel);
        }
    }

    // What a cloth does is followed, so that nothing is left over when touches count again, but means nothing.
    private void Ignore(in TouchEvent touch)
    {
        typing.Remove(touch.Finger);
        gestures.Clear();
        recognizer.Feed(touch, gestures);
        gestures.Clear();
        recognizer.ForbidTap();
    }

    public void Flush() => gestures.Clear();

    public void Stop() => scrollSpeed = 0;

    /// <summary>Lets a flung card run out.</summary>
    public void Advance(TimeSpan step)
    {
        if (corners.Advance(step) && app.State.Staff == StaffMode.None)
        {
            recognizer.ForbidTap();
            app.Do(app.AsksForPin ? new Intent.AskPin() : new Intent.OpenStaff());
        }

        if (scrollSpeed == 0)
            return;
        float seconds = (float)step.TotalSeconds, slower = MathF.Abs(scrollSpeed) - ScrollBrakeMmPerSecond2 * seconds;
        ScrollBy(scrollSpeed * seconds);
        bool atAnEnd = app.State.CardScrollMm <= 0 || app.State.CardScrollMm >= app.Ui.MaxScrollMm;
        scrollSpeed = slower <= 0 || atAnEnd ? 0 : MathF.CopySign(slower, scrollSpeed);
    }

    // Whoever types with two thumbs lifts the one after the other came down: keys do not wait for that.
    private bool Type(in TouchEvent touch)
    {
        if (touch.Phase == TouchPhase.Down)
        {
            typing.Remove(touch.Finger);
            if (app.Ui.At(touch.Position) is not { ActsOnPress: true, IsActionable: true } key)
                return false;
            typing.Add(touch.Finger);
            app.Do(key.OnTap!);
            app.Do(new Intent.Press(key.Id));
            return true;
        }

        if (!typing.Contains(touch.Finger))
            return false;
        if (touch.Phase != TouchPhase.Move)
        {
            typing.Remove(touch.Finger);
            app.Do(new Intent.Press(null));
        }

        return true;
    }

    private void Feed(in TouchEvent touch)
    {
        gestures.Clear();
        recognizer.Feed(touch, gestures);
        foreach (Gesture gesture in CollectionsMarshal.AsSpan(gestures))
            Route(gesture);
    }

    private void Route(in Gesture gesture)
    {
        // Behind what the staff opened the body stands still.
        if (app.State.Staff != StaffMode.None && gesture.Kind is GestureKind.Drag or GestureKind.DragEnd or GestureKind.Pinch)
            return;
        switch (gesture.Kind)
        {
            case GestureKind.Press:
                scrollSpeed = 0;
                if (app.Ui.At(gesture.Position) is { IsActionable: true } pressed)
                    app.Do(new Intent.Press(pressed.Id));
                break;
            case GestureKind.PressEnd:
                if (app.State.Pressed is not null)
                    app.Do(new Intent.Press(null));
                break;
            case GestureKind.Tap or GestureKind.DoubleTap:
                Tap(gesture.Position, gesture.Kind == GestureKind.DoubleTap);
                break;
            case GestureKind.DragBegin:
                dragged = app.Ui.DraggableAt(gesture.Position);
                swallows = dragged is { Drag: ControlDrag.None } && dragged.Role is ControlRole.Card;
                break;
            case GestureKind.Drag:
                Drag(gesture);
                break;
            case GestureKind.DragEnd:
                EndDrag(gesture);
                break;
            case GestureKind.Pinch:
                Pinch(gesture);
                break;
        }
    }

    private void Tap(Vector2 at, bool twice)
    {
        if (app.Ui.At(at) is { } control)
        {
            if (control.IsActionable)
                app.Do(control.OnTap!);
            return;
        }

        if (app.State.Staff != StaffMode.None)
            return;
        if (app.State.Screen == KioskScreen.Pain && app.State.Selection is null)
        {
            if (app.PickZone(at) is { } zone)
                app.Do(new Intent.ToggleZone(zone));
            return;
        }

        if (app.Block.IsWanted)
        {
            TapBlock(at, twice);
            return;
        }

        // What a story shows beside its text stays there: only a muscle leads away, and back again.
        if (app.State.Screen == KioskScreen.Story && MarkerAt(at) is null && app.Pick(at) is null)
            return;

        if (MarkerAt(at) is { } number && app.State.Selection is { } selected)
            app.Do(new Intent.SelectTriggerPoint(selected, number));
        else if (app.Pick(at) is { } id)
            app.Do(twice && id == app.State.Selection ? new Intent.Frame(id) : new Intent.Select(id));
        else if (twice)
            app.Do(new Intent.Reset());
        else if (app.State.Selection is not null)
            app.Do(new Intent.CloseCard());
    }

    // A part lights up, the same part once more goes out again; beside the block twice is once more from the beginning.
    private void TapBlock(Vector2 at, bool twice)
    {
        CutawayPart? part = app.PickPart(at);
        if (part is null && twice)
            app.Do(new Intent.ShowAgain());
        else if (part != app.State.LitPart || !twice)
            app.Do(new Intent.LightPart(part == app.State.LitPart ? null : part));
    }

    private int? MarkerAt(Vector2 mm)
    {
        int? nearest = null;
        float least = MarkerReachMm;
        foreach (PlacedMarker marker in app.Markers.Placed)
        {
            float distance = MathF.Min(
                Vector2.Distance(app.Screen.ToMm(marker.Core), mm),
                marker.HasTag ? Vector2.Distance(app.Screen.ToMm(marker.Tag), mm) : float.PositiveInfinity);
            if (distance < least)
                (least, nearest) = (distance, marker.Marker.Number);
        }

        return nearest;
    }

    private void Drag(in Gesture gesture)
    {
        switch (dragged?.Drag)
        {
            case ControlDrag.Scroll:
                ScrollBy(-gesture.Delta.Y);
                break;
            case ControlDrag.Peel:
                app.Do(new Intent.PeelTo(PeelAt(dragged, gesture.Position)));
                break;
            case ControlDrag.Sheet:
                app.Ui.DragSheet(gesture.Delta.Y);
                break;
            default:
                if (!swallows)
                    Turn(gesture.Delta);
                break;
        }
    }

    private void EndDrag(in Gesture gesture)
    {
        Vector2 speed = gesture.Delta;
        switch (dragged?.Drag)
        {
            case ControlDrag.Scroll:
                scrollSpeed = app.State.Comfort.ReducedMotion ? 0 : -speed.Y;
                break;
            case ControlDrag.Peel:
                app.Do(new Intent.PeelTo(MathF.Round(app.State.Peel)));
                break;
            case ControlDrag.Sheet:
                DropSheet(gesture.Position, speed);
                break;
            default:
                if (!swallows && !app.State.Comfort.ReducedMotion)
                    app.Camera.Glide(-speed.X * RadiansPerMm);
                break;
        }

        dragged = null;
    }

    // A sheet goes where it was flung, or else to the position nearest to where it was let go.
    private void DropSheet(Vector2 at, Vector2 speed)
    {
        const float Flung = 120;
        int now = (int)app.State.Sheet;
        float height = 1 - at.Y / app.Screen.HeightMm;
        SheetPosition nearest = height < 0.28f ? SheetPosition.Peek : height < 0.62f ? SheetPosition.Half : SheetPosition.Full;
        SheetPosition goal = speed.Y < -Flung ? (SheetPosition)Math.Min(2, now + 1) : speed.Y > Flung ? (SheetPosition)Math.Max(0, now - 1) : nearest;
        app.Ui.ReleaseSheet();
        app.Do(new Intent.MoveSheet(goal));
    }

    private static float PeelAt(Control slider, Vector2 at)
    {
        Box box = slider.Bounds;
        float fraction = box.Height >= box.Width ? (at.Y - box.Y) / box.Height : (at.X - box.X) / box.Width;
        // Four buttons side by side: the middle of the first is the skin, of the last the skeleton.
        return Math.Clamp(fraction * 4 - 0.5f, 0, 3);
    }

    private float RadiansPerMm => MetresPerMm / (app.Block.IsWanted ? BlockRadius : TrunkRadius);

    /// <summary>Metres across the camera's target plane that one millimetre of glass covers.</summary>
    private float MetresPerMm => 2 * app.Camera.Pose.Distance * MathF.Tan(OrbitPose.FieldOfView / 2) / app.Screen.HeightMm;

    /// <summary>Offset of a place on the glass from the camera's target, metres right and up in the target's plane.</summary>
    private Vector2 OffsetOf(Vector2 mm)
    {
        Vector2 target = new((app.Centre.X + 1) / 2 * app.Screen.WidthMm, (1 - app.Centre.Y) / 2 * app.Screen.HeightMm);
        return new Vector2(mm.X - target.X, target.Y - mm.Y) * MetresPerMm;
    }

    private void Turn(Vector2 mm) => app.Camera.Turn(-mm.X * RadiansPerMm, mm.Y * RadiansPerMm * 0.6f);

    private void Pinch(in Gesture gesture)
    {
        Vector2 moved = gesture.Delta * MetresPerMm;
        app.Camera.Pan(-moved.X, moved.Y);
        app.Camera.Zoom(gesture.Factor, OffsetOf(gesture.Position));
    }

    private void Turn(in WheelEvent wheel)
    {
        app.NoteTouch();
        if (app.Ui.At(wheel.Position) is { Drag: ControlDrag.Scroll } or { Role: ControlRole.Card })
            ScrollBy(-12 * wheel.Steps);
        else
            app.Camera.Zoom(MathF.Pow(WheelZoom, wheel.Steps), OffsetOf(wheel.Position));
    }

    private void ScrollBy(float mm)
    {
        float to = Math.Clamp(app.State.CardScrollMm + mm, 0, MathF.Max(0, app.Ui.MaxScrollMm));
        if (to != app.State.CardScrollMm)
            app.Do(new Intent.ScrollTo(to));
    }
}
