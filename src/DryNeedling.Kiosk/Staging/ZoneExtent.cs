using System.Numerics;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Staging;

/// <summary>Where a painted zone lies on the skin, metres, and the sum of its unit normals: which way it faces.</summary>
internal readonly record struct ZoneExtent(Bounds Bounds, Vector3 NormalSum)
{
    /// <summary>Paint weights (of 255) below this are the zone's soft rim.</summary>
    public const byte LeastWeight = 128;

    public static ZoneExtent Empty { get; } = new(Bounds.Empty, Vector3.Zero);

    public bool IsEmpty => Bounds.IsEmpty;

    /// <summary>Unit vector, or zero for a zone that faces all ways (a whole finger).</summary>
    public Vector3 Facing => NormalSum.LengthSquared() > 1e-6f ? Vector3.Normalize(NormalSum) : Vector3.Zero;

    public ZoneExtent Include(Vector3 position, Vector3 normal) => new(Bounds.Include(position), NormalSum + normal);
}
