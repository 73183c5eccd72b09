using System.Numerics;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Meshes;

/// <summary>
/// Surface of the zero level of a voxel block, negative inside (naive surface nets, Gibson 1998): one vertex in each
/// cell that the surface crosses, at the mean of the edge crossings.
/// </summary>
public static class SurfaceNets
{
    private static readonly (int A, int B)[] Edges =
    [
        (0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7),
    ];

    /// <summary>The block's outermost voxels must be positive, or the surface is open there.</summary>
    public static TriangleMesh Extract(VoxelBlock field)
    {
        (int nx, int ny, int nz) = field.Size;
        var vertexOf = new int[nx * ny * nz];
        Array.Fill(vertexOf, -1);
        List<Vector3> positions = [];
        Span<float> corners = stackalloc float[8];
        for (int x = 0; x + 1 < nx; x++)
        {
            for (int y = 0; y + 1 < ny; y++)
            {
                for (int z = 0; z + 1 < nz; z++)
                {
                    if (!Corners(field, x, y, z, corners))
                        continue;
                    vertexOf[field.Index(x, y, z)] = positions.Count;
                    positions.Add(field.Position(0, 0, 0) + field.Raster.Edge * (new Vector3(x, y, z) + Middle(corners)));
                }
            }
        }

        List<int> triangles = [];
        for (int x = 1; x + 1 < nx; x++)
        {
            for (int y = 1; y + 1 < ny; y++)
            {
                for (int z = 1; z + 1 < nz; z++)
                    AddFaces(field, vertexOf, x, y, z, triangles);
            }
        }

        return new() { Positions = [.. positions], Triangles = [.. triangles] };
    }

    private static bool Corners(VoxelBlock field, int x, int y, int z, Span<float> corners)
    {
        int inside = 0;
        for (int i = 0; i < 8; i++)
        {
            corners[i] = field.Values[field.Index(x + (i >> 2), y + ((i >> 1) & 1), z + (i & 1))];
            inside += corners[i] < 0 ? 1 : 0;
        }

        return inside is > 0 and < 8;
    }

    private static Vector3 Middle(ReadOnlySpan<float> corners)
    {
        Vector3 sum = Vector3.Zero;
        int count = 0;
        foreach ((int a, int b) in Edges)
        {
            if (corners[a] < 0 == corners[b] < 0)
                continue;
            float t = corners[a] / (corners[a] - corners[b]);
            Vector3 from = new(a >> 2, (a >> 1) & 1, a & 1), to = new(b >> 2, (b >> 1) & 1, b & 1);
            sum += Vector3.Lerp(from, to, t);
            count++;
        }

        return sum / count;
    }

    /// <summary>A quad for each of the voxel's three forward edges that crosses the surface.</summary>
    private static void AddFaces(VoxelBlock field, int[] vertexOf, int x, int y, int z, List<int> triangles)
    {
        int at = field.Index(x, y, z);
        bool inside = field.Values[at] < 0;
        int sx = field.Size.Y * field.Size.Z, sy = field.Size.Z;
        if (inside != field.Values[at + sx] < 0)
            AddQuad(vertexOf, at, sy, 1, inside, triangles);
        if (inside != field.Values[at + sy] < 0)
            AddQuad(vertexOf, at, 1, sx, inside, triangles);
        if (inside != field.Values[at + 1] < 0)
            AddQuad(vertexOf, at, sx, sy, inside, triangles);
    }

    private static void AddQuad(int[] vertexOf, int at, int first, int second, bool inside, List<int> triangles)
    {
        int a = vertexOf[at - first - second], b = vertexOf[at - second], c = vertexOf[at], d = vertexOf[at - first];
        if (a < 0 || b < 0 || c < 0 || d < 0)
            return;
        triangles.AddRange(inside ? [a, b, c, a, c, d] : [a, c, b, a, d, c]);
    }
}
