using System.Numerics;
using DryNeedling.Kiosk.Anatomy;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>What the material shaders are told about a structure once: the uniform <c>nature</c>.</summary>
internal static class StructureNature
{
    // A fascicle that can be told apart at arm's length; real ones of a large limb muscle are 1 to 4 mm.
    private const float BundleMetres = 0.0042f;
    private const int SampledTriangles = 240;

    public static Vector4[] Of(Body body)
    {
        Vector4[] natures = new Vector4[body.Structures.Count];
        for (int i = 0; i < natures.Length; i++)
            natures[i] = Of(body, body.Structures[i]);

        return natures;
    }

    private static Vector4 Of(Body body, Structure structure)
    {
        // Left and right of one muscle look the same, so the id without its side decides.
        uint seed = Hash(structure.Id.Base);
        float hue = (seed & 0xFF) / 127.5f - 1, offset = (seed >> 8 & 0xFF) / 16f;
        return structure.Kind switch
        {
            StructureKind.Cartilage => new(1, 0, 0, 0),
            StructureKind.Bone or StructureKind.Skin or StructureKind.Other => Vector4.Zero,
            StructureKind.Tendon or StructureKind.Fascia => new(hue, BundlesAcross(body, structure), offset, 1),
            _ => new(hue, BundlesAcross(body, structure), offset, 0),
        };
    }

    /// <summary>How many bundles of fibres fit side by side: the metres that V runs over, from a sample of triangles.</summary>
    private static float BundlesAcross(Body body, Structure structure)
    {
        int triangles = structure.Indices.Count / 3, step = Math.Max(1, triangles / SampledTriangles);
        float metres = 0, across = 0;
        for (int t = 0; t < triangles; t += step)
        {
            int at = structure.Indices.Start + t * 3;
            ref readonly BodyVertex a = ref body.Vertices[body.Indices[at]];
            ref readonly BodyVertex b = ref body.Vertices[body.Indices[at + 1]];
            Vector3 edge = b.Position - a.Position;
            float u = (b.U - a.U) / 65535f, v = MathF.Abs(b.V - a.V) / 65535f;
            // Edges along the fibres say nothing about the width, edges over the seam of V say something wrong.
            if (v is > 0.002f and < 0.5f && MathF.Abs(u) < v)
            {
                metres += edge.Length();
                across += v;
            }
        }

        return across > 0 ? Math.Clamp(metres / across / BundleMetres, 4, 160) : 16;
    }

    // FNV-1a, because string.GetHashCode differs from run to run.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = (hash ^ c) * 16777619;

        return hash ^ hash >> 15;
    }
}
