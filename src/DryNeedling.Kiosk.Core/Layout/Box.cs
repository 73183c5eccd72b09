using System.Numerics;

namespace DryNeedling.Kiosk.Layout;

/// <summary>A rectangle on the screen, millimetres from the top left corner, Y down.</summary>
public readonly record struct Box(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;

    public Vector2 Center => new(X + Width / 2, Y + Height / 2);

    public bool Contains(Vector2 point) => point.X >= X && point.X < Right && point.Y >= Y && point.Y < Bottom;

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public Box Inset(float by) => new(X + by, Y + by, MathF.Max(0, Width - 2 * by), MathF.Max(0, Height - 2 * by));

    public Box Offset(float dx, float dy) => this with { X = X + dx, Y = Y + dy };

    /// <summary>The common part; zero-sized when the two do not meet.</summary>
    public Box Intersect(Box other)
    {
        float x = MathF.Max(X, other.X), y = MathF.Max(Y, other.Y);
        return new(x, y, MathF.Max(0, MathF.Min(Right, other.Right) - x), MathF.Max(0, MathF.Min(Bottom, other.Bottom) - y));
    }
}
