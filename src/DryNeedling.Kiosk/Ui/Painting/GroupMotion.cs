using System.Numerics;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>Where a group of panels is on its way to its place, and how far it has appeared.</summary>
internal sealed class GroupMotion
{
    private const float RestMm = 0.04f, RestOpacity = 0.01f;

    private Follower x, y, opacity;
    private Vector2 anchor, enters;

    public GroupMotion(Vector2 anchor, Vector2 enters, bool appears)
    {
        (this.anchor, this.enters) = (anchor, enters);
        x = new(appears ? enters.X : 0) { Goal = 0 };
        y = new(appears ? enters.Y : 0) { Goal = 0 };
        opacity = new(appears ? 0 : 1) { Goal = 1 };
    }

    /// <summary>From the place the plan names, millimetres.</summary>
    public Vector2 Shift => new(x.Value, y.Value);

    public float Opacity => opacity.Value;

    /// <summary>In the plan of the present state.</summary>
    public bool IsWanted { get; set; }

    /// <summary>A finger holds the group; it stays where the finger puts it.</summary>
    public bool IsHeld { get; set; }

    public bool IsGone => !IsWanted && opacity.Value <= 0;

    public bool IsMoving => !IsHeld && !(x.IsSettled && y.IsSettled && opacity.IsSettled);

    /// <summary>The group's place changes: it glides there from where it is seen now.</summary>
    public void Want(Vector2 place, Vector2 comesFrom, float opaque)
    {
        x.Shift(anchor.X - place.X);
        y.Shift(anchor.Y - place.Y);
        (anchor, enters) = (place, comesFrom);
        (x.Goal, y.Goal, opacity.Goal) = (0, 0, opaque);
        IsWanted = true;
    }

    /// <summary>The group settles this far from the place the plan names.</summary>
    public void Rest(Vector2 shift) => (x.Goal, y.Goal) = (shift.X, shift.Y);

    public void Leave()
    {
        IsWanted = IsHeld = false;
        (x.Goal, y.Goal, opacity.Goal) = (enters.X, enters.Y, 0);
    }

    public void Drag(float mm)
    {
        IsHeld = true;
        y.Shift(mm);
    }

    public void Advance(TimeSpan step)
    {
        if (IsHeld)
            return;
        x.Advance(step, RestMm);
        y.Advance(step, RestMm);
        opacity.Advance(step, RestOpacity);
    }

    public void Settle()
    {
        if (IsHeld)
            return;
        x.Settle();
        y.Settle();
        opacity.Settle();
    }
}
