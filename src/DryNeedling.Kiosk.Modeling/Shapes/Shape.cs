using System.Numerics;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Shapes;

/// <summary>
/// A solid that takes part in the competition for space. Two numbers describe it at a point: the normalised distance
/// (0 in the core, 1 on the surface, 2 as far out again) and the signed distance in metres (negative inside).
/// </summary>
public abstract class Shape
{
    public abstract Bounds Bounds { get; }

    /// <summary>Typical half thickness, metres; turns normalised distances into metres at a border between two solids.</summary>
    public abstract float HalfThickness { get; }

    /// <summary>
    /// Lowers the blocks' values to this shape's where they are smaller, up to <paramref name="band"/> metres outside.
    /// Both blocks cover the same voxels.
    /// </summary>
    public abstract void Rasterize(VoxelBlock normalised, VoxelBlock distance, float band);

    /// <summary>Fibre coordinates of a point near the shape (0..1 from origin to insertion, 0..1 across) and its distance from the core in metres.</summary>
    public abstract (Vector2 Fibre, float Distance) FibreAt(Vector3 point);

    protected static void Lower(VoxelBlock normalised, VoxelBlock distance, int at, float n, float d)
    {
        if (n < normalised.Values[at])
            normalised.Values[at] = n;
        if (d < distance.Values[at])
            distance.Values[at] = d;
    }
}
