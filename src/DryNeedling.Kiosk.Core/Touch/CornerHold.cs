using System.Numerics;

namespace DryNeedling.Kiosk.Touch;

/// <summary>
/// The hidden gesture of the staff: one finger in each of two opposite corners of the screen, held for three seconds.
/// </summary>
public sealed class CornerHold
{
    public const float CornerMm = 28;

    public static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(3);

    private const int None = -1;

    private readonly Dictionary<long, int> corners = [];
    private TimeSpan held;

    /// <summary>Two opposite corners are held now.</summary>
    public bool IsHeld { get; private set; }

    public void Feed(in TouchEvent touch, float widthMm, float heightMm)
    {
        if (touch.Phase is TouchPhase.Down or TouchPhase.Move)
            corners[touch.Finger] = CornerOf(touch.Position, widthMm, heightMm);
        else
            corners.Remove(touch.Finger);
        bool isHeld = corners.ContainsValue(0) && corners.ContainsValue(3) || corners.ContainsValue(1) && corners.ContainsValue(2);
        if (!isHeld)
            held = TimeSpan.Zero;
        IsHeld = isHeld;
    }

    /// <summary>True once, when the corners have been held long enough.</summary>
    public bool Advance(TimeSpan step)
    {
        if (!IsHeld || held >= HoldTime)
            return false;
        held += step;
        return held >= HoldTime;
    }

    // 0 and 1 above, 2 and 3 below; opposite ones add up to 3.
    private static int CornerOf(Vector2 at, float width, float height)
    {
        bool left = at.X < CornerMm, right = at.X > width - CornerMm, top = at.Y < CornerMm, bottom = at.Y > height - CornerMm;
        return (left || right) && (top || bottom) ? (right ? 1 : 0) + (bottom ? 2 : 0) : None;
    }
}
