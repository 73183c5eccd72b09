using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Meshes;

/// <summary>
/// One structure's surface while it is being built: metres, three indices a triangle, counter-clockwise seen from
/// outside, one value of every array a vertex.
/// </summary>
public sealed class TriangleMesh
{
    public required Vector3[] Positions { get; set; }

    public required int[] Triangles { get; set; }

    public Vector3[] Normals { get; set; } = [];

    /// <summary>Fibre coordinates: X from origin (0) to insertion (1), Y across (0..1).</summary>
    public Vector2[] Fibres { get; set; } = [];

    /// <summary>1 in the belly of a muscle, 0 in its tendons.</summary>
    public float[] Belly { get; set; } = [];

    /// <summary>Ambient light that reaches the vertex, 0..1.</summary>
    public float[] Occlusion { get; set; } = [];

    /// <summary>Triangles of the reduced level, pointing to the same vertices.</summary>
    public int[] Reduced { get; set; } = [];

    /// <summary>Skin only: numbers of the two strongest zones plus one, and their weights in 1/255.</summary>
    public (byte First, byte Second, byte FirstWeight, byte SecondWeight)[] Zones { get; set; } = [];

    /// <summary>Enclosed volume in cubic metres, by the divergence theorem; negative when inside out.</summary>
    public double Volume()
    {
        double sum = 0;
        for (int i = 0; i < Triangles.Length; i += 3)
            sum += Vector3.Dot(Positions[Triangles[i]], Vector3.Cross(Positions[Triangles[i + 1]], Positions[Triangles[i + 2]]));
        return sum / 6;
    }

    /// <summary>Area-weighted vertex normals.</summary>
    public void ComputeNormals()
    {
        var normals = new Vector3[Positions.Length];
        for (int i = 0; i < Triangles.Length; i += 3)
        {
            (int a, int b, int c) = (Triangles[i], Triangles[i + 1], Triangles[i + 2]);
            Vector3 n = Vector3.Cross(Positions[b] - Positions[a], Positions[c] - Positions[a]);
            normals[a] += n;
            normals[b] += n;
            normals[c] += n;
        }

        for (int i = 0; i < normals.Length; i++)
            normals[i] = normals[i].LengthSquared() > 0 ? Vector3.Normalize(normals[i]) : Vector3.UnitY;
        Normals = normals;
    }

    /// <summary>The same surface on the other half of the body (x changes its sign, triangles their turn).</summary>
    public TriangleMesh Mirrored() => new()
    {
        Positions = [.. Positions.Select(Flip)],
        Normals = [.. Normals.Select(Flip)],
        Triangles = Turned(Triangles),
        Reduced = Turned(Reduced),
        Fibres = Fibres,
        Belly = Belly,
        Occlusion = Occlusion,
        Zones = Zones,
    };

    private static Vector3 Flip(Vector3 v) => v with { X = -v.X };

    private static int[] Turned(int[] triangles)
    {
        var turned = new int[triangles.Length];
        for (int i = 0; i < triangles.Length; i += 3)
            (turned[i], turned[i + 1], turned[i + 2]) = (triangles[i], triangles[i + 2], triangles[i + 1]);
        return turned;
    }
}
