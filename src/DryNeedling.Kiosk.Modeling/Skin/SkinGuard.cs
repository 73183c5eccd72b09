using System.Numerics;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// The last step: where a vertex of the anatomy still comes too near to the skin or through it, the skin around it is
/// lifted just enough.
/// </summary>
internal static class SkinGuard
{
    private const float Least = 0.0015f;

    // Farther out it is not the skin that is wrong.
    private const float Farthest = 0.004f;

    public static void Cover(HalfSurface skin, IReadOnlyList<(string Id, string Region, TriangleMesh Mesh)> anatomy)
    {
        for (int round = 0; round < 3; round++)
        {
            Vector3[] normals = skin.Normals();
            var clearance = new SkinClearance(skin.Positions, normals);
            var lift = new float[normals.Length];
            foreach ((string id, string region, TriangleMesh mesh) in anatomy)
            {
                if (id.EndsWith(".R", StringComparison.Ordinal))
                    continue;
                bool[] may = [.. Enum.GetValues<BodySegment>().Select(segment => SegmentAnatomy.MayLift(segment) && SegmentAnatomy.BelongsTo(segment, id, region))];
                foreach (Vector3 p in mesh.Positions)
                {
                    if (p.X < -0.001f || clearance.Under(p) is not { } under || under.Depth >= Least || under.Depth < -Farthest)
                        continue;
                    if (may[(int)Main(skin, under.Vertex)] && Vector3.Distance(p, skin.Positions[under.Vertex]) < 2 * Farthest)
                        lift[under.Vertex] = MathF.Max(lift[under.Vertex], Least - under.Depth);
                }
            }

            Spread(skin, lift, normals);
        }
    }

    private static BodySegment Main(HalfSurface skin, int vertex)
    {
        ReadOnlySpan<float> weights = skin.Segments.AsSpan(BodySegments.Count * vertex, BodySegments.Count);
        int best = 0;
        for (int s = 1; s < weights.Length; s++)
            best = weights[s] > weights[best] ? s : best;
        return (BodySegment)best;
    }

    /// <summary>Lifts the neighbourhood along with each vertex, so that no pimple stands out.</summary>
    private static void Spread(HalfSurface skin, float[] lift, Vector3[] normals)
    {
        float[] wide = lift;
        for (int ring = 0; ring < 3; ring++)
        {
            var wider = new float[wide.Length];
            for (int i = 0; i < wide.Length; i++)
            {
                wider[i] = wide[i];
                foreach (int n in skin.Neighbours(i))
                    wider[i] = MathF.Max(wider[i], 0.75f * wide[n]);
            }

            wide = wider;
        }

        wide = skin.Smoothed(wide, 3);
        for (int i = 0; i < wide.Length; i++)
        {
            skin.Positions[i] += wide[i] * normals[i];
            skin.Positions[i].X = skin.IsMidline[i] ? 0 : MathF.Max(skin.Positions[i].X, 0.0008f);
        }
    }
}
