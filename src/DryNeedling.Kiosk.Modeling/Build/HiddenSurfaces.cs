using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>
/// Finds the triangles that nobody can see from outside while only the skin is taken off: they lie between muscles, or
/// between muscle and bone. Drawing the whole body can leave them out.
/// </summary>
public static class HiddenSurfaces
{
    // A triangle counts as seen when any of so many rays from any of its tested points leaves the body.
    private const int Rays = 96;

    // Starts beyond the seam of two touching surfaces, so that a neighbour pressed against this one hides it.
    private const float Lift = 0.0006f;

    private static readonly Vector3[] Directions = Sphere();

    /// <summary>
    /// The same body with each structure's seen triangles first, in both levels, and their number in
    /// <see cref="Structure.Seen"/> and <see cref="Structure.SeenReduced"/>. What lies in the skin's layer is taken off with it, hides nothing and is left as it is.
    /// </summary>
    public static Body Last(Body body)
    {
        Bvh bvh = TreeOf(body);
        bool[] stops = [true];
        var seen = new bool[body.Vertices.Length];
        Parallel.For(0, seen.Length, v => seen[v] = IsSeen(body.Vertices[v].Position, body.Vertices[v].Normal, bvh, stops));
        uint[] indices = [.. body.Indices], reduced = [.. body.ReducedIndices];
        var structures = new Structure[body.Structures.Count];
        Parallel.For(0, structures.Length, i =>
        {
            Structure s = body.Structures[i];
            structures[i] = s.Layer == Layer.Skin ? s : s with
            {
                Seen = SeenFirst(s.Indices, indices, t => IsSeen(t, body, seen, bvh, stops, isLarge: false)),
                SeenReduced = SeenFirst(s.ReducedIndices, reduced, t => IsSeen(t, body, seen, bvh, stops, isLarge: true)),
            };
        });
        return new(structures, body.Vertices, indices, reduced, body.Zones, body.Copyright);
    }

    private static Bvh TreeOf(Body body)
    {
        var positions = new Vector3[body.Vertices.Length];
        for (int v = 0; v < positions.Length; v++)
            positions[v] = body.Vertices[v].Position;
        List<uint> indices = [];
        foreach (Structure structure in body.Structures)
        {
            if (structure.Layer != Layer.Skin)
                indices.AddRange(body.Indices.AsSpan(structure.Indices.Start, structure.Indices.Count));
        }

        return Bvh.Build(positions, [.. indices], new ushort[indices.Count / 3]);
    }

    private static int SeenFirst(MeshRange range, uint[] indices, Predicate<ReadOnlySpan<uint>> isSeen)
    {
        List<uint> front = new(range.Count), back = [];
        for (int i = range.Start; i < range.End; i += 3)
        {
            ReadOnlySpan<uint> triangle = indices.AsSpan(i, 3);
            (isSeen(triangle) ? front : back).AddRange(triangle);
        }

        front.CopyTo(indices, range.Start);
        back.CopyTo(indices, range.Start + front.Count);
        return front.Count;
    }

    /// <summary>A large triangle may be seen in its middle only, so its corners are not enough.</summary>
    private static bool IsSeen(ReadOnlySpan<uint> triangle, Body body, bool[] seen, Bvh bvh, bool[] stops, bool isLarge)
    {
        (uint a, uint b, uint c) = (triangle[0], triangle[1], triangle[2]);
        if (seen[a] || seen[b] || seen[c])
            return true;
        Vector3 p = body.Vertices[a].Position, q = body.Vertices[b].Position, r = body.Vertices[c].Position;
        Vector3 normal = Vector3.Cross(q - p, r - p);
        if (normal.LengthSquared() == 0)
            return false;
        normal = Vector3.Normalize(normal);
        return IsSeen((p + q + r) / 3, normal, bvh, stops) || (isLarge && (IsSeen((p + q) / 2, normal, bvh, stops)
            || IsSeen((q + r) / 2, normal, bvh, stops) || IsSeen((r + p) / 2, normal, bvh, stops)));
    }

    private static bool IsSeen(Vector3 point, Vector3 normal, Bvh bvh, bool[] stops)
    {
        Vector3 start = point + Lift * normal;
        foreach (Vector3 direction in Directions)
        {
            if (Vector3.Dot(direction, normal) > 0 && bvh.Nearest(new Ray(start, direction), stops) is null)
                return true;
        }

        return false;
    }

    /// <summary>Even directions over a whole sphere (the Fibonacci lattice).</summary>
    private static Vector3[] Sphere()
    {
        var directions = new Vector3[2 * Rays];
        for (int i = 0; i < directions.Length; i++)
        {
            float y = 1 - (2 * i + 1f) / directions.Length, r = MathF.Sqrt(1 - y * y), angle = i * 2.39996323f;
            directions[i] = new(r * MathF.Cos(angle), y, r * MathF.Sin(angle));
        }

        return directions;
    }
}
