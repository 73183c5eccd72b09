using System.Numerics;

namespace DryNeedling.Kiosk.Touch;

public enum TouchPhase
{
    Down,
    Move,
    Up,

    /// <summary>The finger was taken away by the system (focus lost, device unplugged): it must not act.</summary>
    Cancel,
}

/// <summary>
/// One contact on the glass, from any device: a finger, the mouse (finger <see cref="Mouse"/>), or a script.
/// Position in millimetres from the screen's top left corner, time since the kiosk started.
/// </summary>
public readonly record struct TouchEvent(TouchPhase Phase, long Finger, Vector2 Position, TimeSpan Time)
{
    public const long Mouse = -1;
}

/// <summary>A turn of the mouse wheel; positive steps zoom in towards <see cref="Position"/> (millimetres).</summary>
public readonly record struct WheelEvent(float Steps, Vector2 Position, TimeSpan Time);
