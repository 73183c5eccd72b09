using System.Numerics;

namespace DryNeedling.Kiosk.Touch;

/// <summary>
/// Turns touch events into gestures. Pure: the same events give the same gestures; time comes with the events.
/// One finger turns, two pinch and pan; every change of fingers starts anew from where the fingers are, so nothing
/// jumps; a third and later contacts, and fingers that have been resting, are ignored for as long as they stay.
/// </summary>
public sealed class GestureRecognizer
{
    /// <summary>How far a finger may slip and still tap, millimetres.</summary>
    public const float TapSlip = 5;

    /// <summary>Two taps closer than this, millimetres, can be a double tap; elderly hands do not hit twice exactly.</summary>
    public const float DoubleTapReach = 12;

    /// <summary>A finger that has not moved for so long is leaning on the glass: it neither taps nor hinders others.</summary>
    public static readonly TimeSpan RestingAfter = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan DoubleTapWithin = TimeSpan.FromMilliseconds(400);

    // Below this distance two fingers' noise would be a wild zoom.
    private const float LeastPinchDistance = 8;

    private readonly List<Contact> contacts = new(10);
    private readonly VelocityTracker velocity = new();
    private (Vector2 Position, TimeSpan Time)? lastTap;
    private Mode mode;
    private Vector2 pinchCentre;
    private float pinchDistance;

    private enum Mode
    {
        Idle,
        Pressed,
        Dragging,
        Pinching,
    }

    /// <summary>Fingers that are on the glass now and count (0 to 2).</summary>
    public int ActiveFingers { get; private set; }

    /// <summary>Whether anything is on the glass, ignored or not.</summary>
    public bool IsTouched => contacts.Count > 0;

    /// <summary>Adds the gestures that follow from <paramref name="touch"/> to <paramref name="gestures"/>.</summary>
    public void Feed(in TouchEvent touch, List<Gesture> gestures)
    {
        LetRest(touch.Time, gestures);
        switch (touch.Phase)
        {
            case TouchPhase.Down:
                Down(touch, gestures);
                break;
            case TouchPhase.Move:
                Move(touch, gestures);
                break;
            default:
                Lift(touch, gestures);
                break;
        }
    }

    /// <summary>The fingers now on the glass can still turn the body but will not tap: they have just woken the kiosk.</summary>
    public void ForbidTap()
    {
        foreach (Contact contact in contacts)
            contact.MayTap = false;
    }

    private void Down(in TouchEvent touch, List<Gesture> gestures)
    {
        if (Find(touch.Finger) is not null)
            Lift(touch with { Phase = TouchPhase.Cancel }, gestures);
        bool counts = ActiveFingers < 2;
        contacts.Add(new Contact(touch.Finger, touch.Position, touch.Time) { IsActive = counts });
        if (counts)
            Reanchor(ActiveFingers + 1, gestures);
    }

    private void Move(in TouchEvent touch, List<Gesture> gestures)
    {
        if (Find(touch.Finger) is not { } contact)
            return;
        Vector2 delta = touch.Position - contact.Position;
        contact.Position = touch.Position;
        if (Vector2.Distance(contact.Position, contact.Start) > TapSlip)
            contact.HasMoved = true;
        if (!contact.IsActive)
            return;
        if (mode == Mode.Pressed && contact.HasMoved)
        {
            gestures.Add(new(GestureKind.PressEnd, contact.Start));
            BeginDrag(contact, gestures);
        }
        else if (mode == Mode.Dragging && delta != Vector2.Zero)
        {
            velocity.Add(touch.Position, touch.Time);
            gestures.Add(new(GestureKind.Drag, touch.Position, delta, 1));
        }
        else if (mode == Mode.Pinching)
        {
            Pinch(gestures);
        }
    }

    private void Lift(in TouchEvent touch, List<Gesture> gestures)
    {
        if (Find(touch.Finger) is not { } contact)
            return;
        contacts.Remove(contact);
        if (!contact.IsActive)
            return;
        if (mode == Mode.Pressed)
        {
            gestures.Add(new(GestureKind.PressEnd, contact.Start));
            bool slipped = contact.HasMoved || Vector2.Distance(touch.Position, contact.Start) > TapSlip;
            if (touch.Phase == TouchPhase.Up && contact.MayTap && !slipped)
                Tap(contact.Start, touch.Time, gestures);
        }
        else if (mode == Mode.Dragging)
        {
            Vector2 speed = touch.Phase == TouchPhase.Up ? velocity.At(touch.Time) : Vector2.Zero;
            gestures.Add(new(GestureKind.DragEnd, contact.Position, speed, 1));
        }

        mode = Mode.Idle;
        Reanchor(ActiveFingers - 1, gestures);
    }

    private void Tap(Vector2 position, TimeSpan time, List<Gesture> gestures)
    {
        bool second = lastTap is { } last && time - last.Time <= DoubleTapWithin
            && Vector2.Distance(position, last.Position) <= DoubleTapReach;
        gestures.Add(new(second ? GestureKind.DoubleTap : GestureKind.Tap, position));
        lastTap = second ? null : (position, time);
    }

    /// <summary>The number of fingers that count changed: whatever was going on ends, and what begins starts from here.</summary>
    private void Reanchor(int fingers, List<Gesture> gestures)
    {
        if (mode == Mode.Pressed)
            gestures.Add(new(GestureKind.PressEnd, First().Start));
        else if (mode == Mode.Dragging)
            gestures.Add(new(GestureKind.DragEnd, First().Position));
        ActiveFingers = fingers;
        mode = Mode.Idle;
        if (fingers == 2)
        {
            (pinchCentre, pinchDistance) = Span();
            mode = Mode.Pinching;
        }
        else if (fingers == 1 && First() is var left && left.HasPinched)
        {
            left.Start = left.Position;
            BeginDrag(left, gestures);
        }
        else if (fingers == 1)
        {
            mode = Mode.Pressed;
            gestures.Add(new(GestureKind.Press, First().Start));
        }
    }

    private void BeginDrag(Contact contact, List<Gesture> gestures)
    {
        mode = Mode.Dragging;
        velocity.Clear();
        gestures.Add(new(GestureKind.DragBegin, contact.Start));
    }

    private void Pinch(List<Gesture> gestures)
    {
        (Vector2 centre, float distance) = Span();
        float factor = MathF.Max(distance, LeastPinchDistance) / MathF.Max(pinchDistance, LeastPinchDistance);
        gestures.Add(new(GestureKind.Pinch, centre, centre - pinchCentre, factor));
        (pinchCentre, pinchDistance) = (centre, distance);
    }

    private (Vector2 Centre, float Distance) Span()
    {
        Contact? a = null, b = null;
        foreach (Contact contact in contacts)
        {
            if (!contact.IsActive)
                continue;
            contact.HasPinched = true;
            if (a is null)
                a = contact;
            else
                b = contact;
        }

        return ((a!.Position + b!.Position) / 2, Vector2.Distance(a.Position, b.Position));
    }

    private void LetRest(TimeSpan now, List<Gesture> gestures)
    {
        if (mode != Mode.Pressed || First() is not { HasMoved: false } contact || now - contact.Since < RestingAfter)
            return;
        contact.IsActive = false;
        gestures.Add(new(GestureKind.PressEnd, contact.Start));
        mode = Mode.Idle;
        ActiveFingers = 0;
    }

    private Contact First()
    {
        foreach (Contact contact in contacts)
        {
            if (contact.IsActive)
                return contact;
        }

        throw new InvalidOperationException("No finger that counts is on the glass.");
    }

    private Contact? Find(long finger)
    {
        foreach (Contact contact in contacts)
        {
            if (contact.Finger == finger)
                return contact;
        }

        return null;
    }

    private sealed class Contact(long finger, Vector2 position, TimeSpan since)
    {
        public long Finger { get; } = finger;

        public TimeSpan Since { get; } = since;

        public Vector2 Start { get; set; } = position;

        public Vector2 Position { get; set; } = position;

        public bool IsActive { get; set; }

        public bool HasMoved { get; set; }

        public bool HasPinched { get; set; }

        public bool MayTap { get; set; } = true;
    }
}
