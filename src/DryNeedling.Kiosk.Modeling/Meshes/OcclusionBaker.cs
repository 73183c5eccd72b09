using System.Numerics;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Modeling.Meshes;

/// <summary>Bakes ambient occlusion: the share of a cosine-weighted hemisphere from which light reaches a vertex.</summary>
public static class OcclusionBaker
{
    /// <summary>Beyond this distance, metres, nothing darkens any more.</summary>
    public const float Reach = 0.12f;

    private const int Rays = 40;

    private static readonly Vector3[] Directions = Hemisphere();

    /// <summary>Sets <see cref="TriangleMesh.Occlusion"/> of <paramref name="mesh"/> against the triangles of <paramref name="bvh"/>.</summary>
    /// <param name="mesh">With normals.</param>
    /// <param name="bvh">What may stand in the light, the mesh itself included.</param>
    /// <param name="stops">Which of the tree's structures do.</param>
    public static void Bake(TriangleMesh mesh, Bvh bvh, bool[] stops)
    {
        var light = new float[mesh.Positions.Length];
        Parallel.For(0, light.Length, v => light[v] = LightAt(mesh.Positions[v], mesh.Normals[v], bvh, stops));
        mesh.Occlusion = light;
    }

    private static float LightAt(Vector3 position, Vector3 normal, Bvh bvh, bool[] stops)
    {
        Vector3 tangent = Vector3.Normalize(Vector3.Cross(normal, MathF.Abs(normal.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX));
        Vector3 other = Vector3.Cross(normal, tangent);
        Vector3 start = position + 0.0008f * normal;
        float light = 0;
        foreach (Vector3 d in Directions)
        {
            var ray = new Ray(start, d.X * tangent + d.Y * other + d.Z * normal);
            float distance = bvh.Nearest(ray, stops)?.Distance ?? float.PositiveInfinity;
            light += distance >= Reach ? 1 : MathF.Sqrt(distance / Reach) * 0.75f;
        }

        return light / Rays;
    }

    /// <summary>A spiral of directions, denser towards the normal (cosine weighted; Vogel 1979).</summary>
    private static Vector3[] Hemisphere()
    {
        var directions = new Vector3[Rays];
        for (int i = 0; i < Rays; i++)
        {
            float r = MathF.Sqrt((i + 0.5f) / Rays), angle = i * 2.39996323f;
            directions[i] = new(r * MathF.Cos(angle), r * MathF.Sin(angle), MathF.Sqrt(MathF.Max(0, 1 - r * r)));
        }

        return directions;
    }
}
