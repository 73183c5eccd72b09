using System.Numerics;

namespace DryNeedling.Kiosk.Touch;

public enum GestureKind
{
    /// <summary>The first finger came down; nothing has happened yet, but what lies under it may show it.</summary>
    Press,

    /// <summary>The press came to nothing: it became a drag, a pinch, or was taken away.</summary>
    PressEnd,

    Tap,

    /// <summary>A second tap at the same place soon after the first; the first was reported as a tap already.</summary>
    DoubleTap,

    /// <summary>One finger left the tap's tolerance; <see cref="Gesture.Position"/> is where it came down.</summary>
    DragBegin,

    /// <summary>The dragging finger moved by <see cref="Gesture.Delta"/>.</summary>
    Drag,

    /// <summary>The dragging finger left; <see cref="Gesture.Delta"/> is its velocity in millimetres per second.</summary>
    DragEnd,

    /// <summary>
    /// Two fingers: their middle is at <see cref="Gesture.Position"/>, moved by <see cref="Gesture.Delta"/>, and their
    /// distance grew by <see cref="Gesture.Factor"/>.
    /// </summary>
    Pinch,
}

/// <summary>What the fingers mean; millimetres.</summary>
public readonly record struct Gesture(GestureKind Kind, Vector2 Position, Vector2 Delta, float Factor)
{
    public Gesture(GestureKind kind, Vector2 position)
        : this(kind, position, Vector2.Zero, 1)
    {
    }
}
