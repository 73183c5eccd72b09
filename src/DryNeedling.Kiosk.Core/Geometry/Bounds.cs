using System.Numerics;

namespace DryNeedling.Kiosk.Geometry;

/// <summary>An axis-aligned box, metres. <see cref="Empty"/> contains nothing and grows by <c>Include</c>.</summary>
public readonly record struct Bounds(Vector3 Min, Vector3 Max)
{
    public static Bounds Empty { get; } = new(new(float.PositiveInfinity), new(float.NegativeInfinity));

    public bool IsEmpty => Min.X > Max.X;

    public Vector3 Center => (Min + Max) / 2;

    public Vector3 Size => IsEmpty ? Vector3.Zero : Max - Min;

    public Bounds Include(Vector3 point) => new(Vector3.Min(Min, point), Vector3.Max(Max, point));

    public Bounds Include(Bounds other) => new(Vector3.Min(Min, other.Min), Vector3.Max(Max, other.Max));
}
