using System.Numerics;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>How a surface looks at one place: how far it stands out, its colour, and its light with the layers apart and together.</summary>
internal readonly record struct Relief(float Height, Vector3 Colour, Vector2 Texture, float Open = 1, float Closed = 1);

/// <summary>A box with rounded edges and a relief on its surface, bent as the whole block is.</summary>
/// <param name="Round">Radius of its edges.</param>
internal readonly record struct RoundedBox(Vector3 Min, Vector3 Max, float Round)
{
    /// <param name="step">Distance of the vertices.</param>
    /// <param name="layer">What they move with: 0 muscle, 0.5 fat, 1 skin.</param>
    /// <param name="relief">From a place and its normal.</param>
    public void AddTo(CutawayMesh mesh, float step, float layer, Func<Vector3, Vector3, Relief> relief)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            AddFace(mesh, axis, 1, step, layer, relief);
            AddFace(mesh, axis, -1, step, layer, relief);
        }
    }

    private void AddFace(CutawayMesh mesh, int axis, int sign, float step, float layer, Func<Vector3, Vector3, Relief> relief)
    {
        int u = (axis + 1) % 3, v = (axis + 2) % 3;
        float[] across = Stops(Min[u], Max[u], step), up = Stops(Min[v], Max[v], step);
        RoundedBox box = this;
        mesh.AddSheet(across.Length, up.Length, (column, row) =>
        {
            Vector3 on = default;
            on[axis] = sign > 0 ? box.Max[axis] : box.Min[axis];
            on[u] = across[sign > 0 ? column : across.Length - 1 - column];
            on[v] = up[row];
            return box.VertexAt(on, layer, relief);
        });
    }

    private CutawayVertex VertexAt(Vector3 on, float layer, Func<Vector3, Vector3, Relief> relief)
    {
        Vector3 inner = Vector3.Clamp(on, Min + new Vector3(Round), Max - new Vector3(Round));
        Vector3 normal = Vector3.Normalize(on - inner), at = inner + normal * Round;
        Relief here = relief(at, normal);
        const float Near = 0.004f;
        Vector3 slope = new Vector3(
            relief(at + Near * Vector3.UnitX, normal).Height, relief(at + Near * Vector3.UnitY, normal).Height, relief(at + Near * Vector3.UnitZ, normal).Height)
            - new Vector3(here.Height);
        slope /= Near;
        Vector3 tilted = Vector3.Normalize(normal - (slope - normal * Vector3.Dot(slope, normal)));
        CutawayVertex vertex = CutawayVertex.Of(
            CutawayShape.Curved(at + normal * here.Height), Bent(tilted, at), here.Texture, here.Colour, here.Open, here.Closed);
        vertex.Layer = CutawayVertex.Byte(layer);
        return vertex;
    }

    /// <summary>A normal after the block's bend.</summary>
    public static Vector3 Bent(Vector3 normal, Vector3 at)
    {
        const float Near = 0.01f;
        float here = CutawayShape.Curved(at).Y;
        float alongX = (CutawayShape.Curved(at + Near * Vector3.UnitX).Y - here) / Near, alongZ = (CutawayShape.Curved(at + Near * Vector3.UnitZ).Y - here) / Near;
        return Vector3.Normalize(normal - new Vector3(alongX, 0, alongZ) * normal.Y);
    }

    // Closer together where the edges are round.
    private float[] Stops(float from, float to, float step)
    {
        int count = Math.Max(1, (int)MathF.Ceiling((to - from - 2 * Round) / step));
        List<float> stops = [from, from + 0.35f * Round, from + 0.7f * Round];
        for (int i = 0; i <= count; i++)
            stops.Add(from + Round + (to - from - 2 * Round) * i / count);
        stops.AddRange([to - 0.7f * Round, to - 0.35f * Round, to]);
        return [.. stops];
    }
}
