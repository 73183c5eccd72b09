using System.Numerics;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Meshes;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// Signed distance, metres, negative inside, to a group of closed meshes: as they are (<see cref="Bare"/>), and with the
/// gaps between them closed (<see cref="Filled"/>), as fat and fascia fill them under the skin.
/// </summary>
internal sealed class ClearanceField
{
    private const float Margin = 0.03f;

    private readonly VoxelBlock bare, filled;

    private ClearanceField(VoxelBlock bare, VoxelBlock filled) => (this.bare, this.filled) = (bare, filled);

    /// <param name="gap">Gaps up to twice this width, metres, count as filled; 0 fills nothing.</param>
    public static ClearanceField? Of(IReadOnlyList<TriangleMesh> meshes, float edge, float gap)
    {
        Bounds bounds = Bounds.Empty;
        foreach (Vector3 p in meshes.SelectMany(mesh => mesh.Positions))
            bounds = bounds.Include(p);
        if (meshes.Count == 0)
            return null;
        // Of the right half only what can show through the midline matters.
        bounds = bounds with { Min = bounds.Min with { X = MathF.Max(bounds.Min.X, -Margin) } };
        VoxelBlock block = VoxelBlock.Covering(new(Vector3.Zero, edge), bounds, Margin + gap, 1);
        bool[] inside = Inside(block, meshes);
        float[] outward = DistanceTransform.To(inside, block.Size, edge);
        bool[] closed = inside;
        if (gap > 0)
        {
            float[] away = DistanceTransform.To([.. outward.Select(d => d >= gap)], block.Size, edge);
            closed = [.. away.Select(d => d > gap)];
            for (int i = 0; i < closed.Length; i++)
                closed[i] |= inside[i];
        }

        return new(Signed(block, inside, 0), Signed(block, closed, gap > 0 ? 2 : 0));
    }

    public float Bare(Vector3 point) => bare.Sample(point);

    /// <summary>Outside the field's box at least the way to the box.</summary>
    public float Filled(Vector3 point)
    {
        Vector3 low = filled.Position(0, 0, 0), high = filled.Position(filled.Size.X - 1, filled.Size.Y - 1, filled.Size.Z - 1);
        return filled.Sample(point) + Vector3.Distance(point, Vector3.Clamp(point, low, high));
    }

    /// <summary>The direction in which the distance to the filled anatomy grows; zero where it has none.</summary>
    public Vector3 Outward(Vector3 point)
    {
        const float Step = 0.004f;
        Vector3 slope = new(
            filled.Sample(point + Step * Vector3.UnitX) - filled.Sample(point - Step * Vector3.UnitX),
            filled.Sample(point + Step * Vector3.UnitY) - filled.Sample(point - Step * Vector3.UnitY),
            filled.Sample(point + Step * Vector3.UnitZ) - filled.Sample(point - Step * Vector3.UnitZ));
        return slope.LengthSquared() > 1e-10f ? Vector3.Normalize(slope) : Vector3.Zero;
    }

    /// <summary>Voxels whose centre lies inside a mesh: each column is filled between its odd and even crossings.</summary>
    private static bool[] Inside(VoxelBlock block, IReadOnlyList<TriangleMesh> meshes)
    {
        var inside = new bool[block.Values.Length];
        // Off the raster by a hair, so that no column meets an edge exactly.
        Vector3 origin = block.Position(0, 0, 0) + new Vector3(1.7e-5f, 2.3e-5f, 0);
        var crossings = new Dictionary<int, List<float>>();
        foreach (TriangleMesh mesh in meshes)
        {
            crossings.Clear();
            for (int t = 0; t < mesh.Triangles.Length; t += 3)
            {
                Cross(
                    (mesh.Positions[mesh.Triangles[t]] - origin) / block.Raster.Edge, (mesh.Positions[mesh.Triangles[t + 1]] - origin) / block.Raster.Edge,
                    (mesh.Positions[mesh.Triangles[t + 2]] - origin) / block.Raster.Edge, block.Size, crossings);
            }

            foreach ((int column, List<float> depths) in crossings)
            {
                depths.Sort();
                for (int i = 0; i + 1 < depths.Count; i += 2)
                {
                    int from = Math.Max(0, (int)MathF.Ceiling(depths[i])), to = Math.Min(block.Size.Z - 1, (int)MathF.Floor(depths[i + 1]));
                    for (int z = from; z <= to; z++)
                        inside[column * block.Size.Z + z] = true;
                }
            }
        }

        return inside;
    }

    private static void Cross(Vector3 a, Vector3 b, Vector3 c, (int X, int Y, int Z) size, Dictionary<int, List<float>> crossings)
    {
        float area = (b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y);
        if (MathF.Abs(area) < 1e-12f)
            return;
        int x1 = Math.Min(size.X - 1, (int)MathF.Floor(MathF.Max(a.X, MathF.Max(b.X, c.X))));
        int y1 = Math.Min(size.Y - 1, (int)MathF.Floor(MathF.Max(a.Y, MathF.Max(b.Y, c.Y))));
        for (int x = Math.Max(0, (int)MathF.Ceiling(MathF.Min(a.X, MathF.Min(b.X, c.X)))); x <= x1; x++)
        {
            for (int y = Math.Max(0, (int)MathF.Ceiling(MathF.Min(a.Y, MathF.Min(b.Y, c.Y)))); y <= y1; y++)
            {
                float v = ((x - a.X) * (c.Y - a.Y) - (c.X - a.X) * (y - a.Y)) / area, w = ((b.X - a.X) * (y - a.Y) - (x - a.X) * (b.Y - a.Y)) / area;
                if (v < 0 || w < 0 || v + w > 1)
                    continue;
                int column = x * size.Y + y;
                if (!crossings.TryGetValue(column, out List<float>? depths))
                    crossings[column] = depths = [];
                depths.Add(a.Z + v * (b.Z - a.Z) + w * (c.Z - a.Z));
            }
        }
    }

    private static VoxelBlock Signed(VoxelBlock like, bool[] inside, int blurs)
    {
        float edge = like.Raster.Edge;
        float[] outward = DistanceTransform.To(inside, like.Size, edge);
        float[] inward = DistanceTransform.To([.. inside.Select(i => !i)], like.Size, edge);
        var signed = new VoxelBlock(like.Raster, like.First, like.Size, 0);
        for (int i = 0; i < inside.Length; i++)
            signed.Values[i] = inside[i] ? edge / 2 - inward[i] : outward[i] - edge / 2;
        for (int i = 0; i < blurs; i++)
            Blur(signed);
        return signed;
    }

    private static void Blur(VoxelBlock block)
    {
        foreach (int step in (int[])[1, block.Size.Z, block.Size.Y * block.Size.Z])
        {
            float[] from = [.. block.Values];
            Parallel.For(step, from.Length - step, i => block.Values[i] = from[i] / 2 + (from[i - step] + from[i + step]) / 4);
        }
    }
}
