using System.Numerics;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Modeling.Volumes;

/// <summary>The raster that all blocks of one build share: origin at voxel (0, 0, 0), edge length in metres.</summary>
public readonly record struct VoxelRaster(Vector3 Origin, float Edge)
{
    public Vector3 Position(int x, int y, int z) => Origin + Edge * new Vector3(x, y, z);
}

/// <summary>A box of voxels of a raster with one number each; samples between voxels are trilinear.</summary>
public sealed class VoxelBlock
{
    public VoxelBlock(VoxelRaster raster, (int X, int Y, int Z) first, (int X, int Y, int Z) size, float fill)
    {
        Raster = raster;
        First = first;
        Size = size;
        Values = new float[size.X * size.Y * size.Z];
        Array.Fill(Values, fill);
    }

    public VoxelRaster Raster { get; }

    /// <summary>The block's first voxel in the raster.</summary>
    public (int X, int Y, int Z) First { get; }

    public (int X, int Y, int Z) Size { get; }

    /// <summary>Z runs fastest, then Y, then X.</summary>
    public float[] Values { get; }

    public static VoxelBlock Covering(VoxelRaster raster, Bounds bounds, float margin, float fill)
    {
        Vector3 low = (bounds.Min - new Vector3(margin) - raster.Origin) / raster.Edge;
        Vector3 high = (bounds.Max + new Vector3(margin) - raster.Origin) / raster.Edge;
        (int x, int y, int z) = ((int)MathF.Floor(low.X), (int)MathF.Floor(low.Y), (int)MathF.Floor(low.Z));
        return new(
            raster, (x, y, z),
            ((int)MathF.Ceiling(high.X) - x + 1, (int)MathF.Ceiling(high.Y) - y + 1, (int)MathF.Ceiling(high.Z) - z + 1), fill);
    }

    public int Index(int x, int y, int z) => ((x * Size.Y) + y) * Size.Z + z;

    public Vector3 Position(int x, int y, int z) => Raster.Position(First.X + x, First.Y + y, First.Z + z);

    /// <summary>The local voxels that a box of the world covers, clipped to the block; empty when it lies outside.</summary>
    public ((int X, int Y, int Z) From, (int X, int Y, int Z) To) Clip(Vector3 min, Vector3 max)
    {
        Vector3 origin = Position(0, 0, 0);
        Vector3 low = (min - origin) / Raster.Edge, high = (max - origin) / Raster.Edge;
        return (
            (Math.Max(0, (int)MathF.Ceiling(low.X)), Math.Max(0, (int)MathF.Ceiling(low.Y)), Math.Max(0, (int)MathF.Ceiling(low.Z))),
            (Math.Min(Size.X - 1, (int)high.X), Math.Min(Size.Y - 1, (int)high.Y), Math.Min(Size.Z - 1, (int)high.Z)));
    }

    /// <summary>The value at a point of the world; points outside take the nearest voxel's value.</summary>
    public float Sample(Vector3 point)
    {
        Vector3 p = Vector3.Clamp(
            (point - Position(0, 0, 0)) / Raster.Edge, Vector3.Zero, new(Size.X - 1.001f, Size.Y - 1.001f, Size.Z - 1.001f));
        (int x, int y, int z) = ((int)p.X, (int)p.Y, (int)p.Z);
        (float u, float v, float w) = (p.X - x, p.Y - y, p.Z - z);
        float near = Plane(Index(x, y, z), v, w), far = Plane(Index(x + 1, y, z), v, w);
        return near + u * (far - near);
    }

    /// <summary>
    /// Blends each value with its neighbours' along all axes (weights 1 2 1, taken <paramref name="share"/> of the way);
    /// values count for no more than <paramref name="most"/> either way, so that what is far does not blur what is near.
    /// </summary>
    public void Smooth(float share, float most)
    {
        for (int i = 0; i < Values.Length; i++)
            Values[i] = Math.Clamp(Values[i], -most, most);
        SmoothAlong(1, Size.Z, share);
        SmoothAlong(Size.Z, Size.Y, share);
        SmoothAlong(Size.Z * Size.Y, Size.X, share);
    }

    private void SmoothAlong(int stride, int count, float share)
    {
        float side = share / 4, middle = 1 - 2 * side;
        for (int block = 0; block < Values.Length; block += stride * count)
        {
            for (int first = block; first < block + stride; first++)
            {
                float before = Values[first];
                for (int i = 1, at = first + stride; i + 1 < count; i++, at += stride)
                {
                    float here = Values[at];
                    Values[at] = middle * here + side * (before + Values[at + stride]);
                    before = here;
                }
            }
        }
    }

    private float Plane(int at, float v, float w)
    {
        float a = Values[at] + w * (Values[at + 1] - Values[at]);
        float b = Values[at + Size.Z] + w * (Values[at + Size.Z + 1] - Values[at + Size.Z]);
        return a + v * (b - a);
    }
}
