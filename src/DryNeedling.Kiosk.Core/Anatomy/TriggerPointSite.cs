using System.Numerics;

namespace DryNeedling.Kiosk.Anatomy;

/// <summary>Where a trigger point lies: on the muscle's surface and on the skin above it, metres.</summary>
public readonly record struct TriggerPointSite(Vector3 Point, Vector3 Skin)
{
    // Among the places of the muscle that fit as well as this (a fraction of its length), the one nearest to the skin counts.
    private const float Tolerance = 0.03f;

    /// <summary>
    /// The place on <paramref name="muscle"/> that is <paramref name="along"/> of the way from origin to insertion and
    /// <paramref name="across"/> of its width (both 0..1), on the side that faces the skin. A model without fibre
    /// coordinates is measured along the muscle's longest extent instead.
    /// </summary>
    public static TriggerPointSite Find(Body body, Structure muscle, float along, float across)
    {
        ReadOnlySpan<BodyVertex> vertices = body.Vertices.AsSpan(muscle.Vertices.Start, muscle.Vertices.Count);
        bool hasFibres = HasFibres(vertices);
        float least = LeastMisfit(vertices, muscle, along, across, hasFibres);
        Vector3 best = muscle.Bounds.Center, bestSkin = best;
        float nearest = float.PositiveInfinity;
        foreach (ref readonly BodyVertex vertex in vertices)
        {
            if (Misfit(vertex, muscle, along, across, hasFibres) > least + Tolerance)
                continue;
            Vector3 skin = body.SkinGrid.Nearest(vertex.Position);
            float gap = Vector3.DistanceSquared(skin, vertex.Position);
            if (gap < nearest)
                (nearest, best, bestSkin) = (gap, vertex.Position, skin);
        }

        return new(best, bestSkin);
    }

    /// <summary>
    /// How far the muscle's own surface stays from the wanted place, as a fraction of the muscle's length: 0 when it is
    /// there, more when the muscle has nothing at these fibre coordinates.
    /// </summary>
    public static float MisfitOf(Body body, Structure muscle, float along, float across)
    {
        ReadOnlySpan<BodyVertex> vertices = body.Vertices.AsSpan(muscle.Vertices.Start, muscle.Vertices.Count);
        return LeastMisfit(vertices, muscle, along, across, HasFibres(vertices));
    }

    private static float LeastMisfit(ReadOnlySpan<BodyVertex> vertices, Structure muscle, float along, float across, bool hasFibres)
    {
        float least = float.PositiveInfinity;
        foreach (ref readonly BodyVertex vertex in vertices)
            least = MathF.Min(least, Misfit(vertex, muscle, along, across, hasFibres));
        return least;
    }

    /// <summary>How far a vertex is from the wanted place, as a fraction of the muscle's length; its width counts less.</summary>
    private static float Misfit(in BodyVertex vertex, Structure muscle, float along, float across, bool hasFibres)
    {
        const float Unit = ushort.MaxValue;
        if (hasFibres)
            return MathF.Abs(vertex.U / Unit - along) + 0.35f * MathF.Abs(vertex.V / Unit - across);
        Vector3 size = muscle.Bounds.Size, at = vertex.Position - muscle.Bounds.Min;
        int axis = size.X > size.Y && size.X > size.Z ? 0 : size.Y > size.Z ? 1 : 2;
        // Without fibres the upper end, or the end nearer to the midline, is taken for the origin.
        float fraction = size[axis] > 0 ? at[axis] / size[axis] : 0.5f;
        bool fromMaximum = axis == 1 || (axis == 0 && muscle.Bounds.Center.X < 0);
        return MathF.Abs((fromMaximum ? 1 - fraction : fraction) - along);
    }

    private static bool HasFibres(ReadOnlySpan<BodyVertex> vertices)
    {
        foreach (ref readonly BodyVertex vertex in vertices)
        {
            if (vertex.U != vertices[0].U)
                return true;
        }

        return false;
    }
}
