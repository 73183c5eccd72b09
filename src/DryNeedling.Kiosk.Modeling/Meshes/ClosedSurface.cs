using System.Numerics;
using DryNeedling.Kiosk.Modeling.Shapes;

namespace DryNeedling.Kiosk.Modeling.Meshes;

/// <summary>
/// Signed distance to a closed mesh: exact to the nearest triangle, with the sign of the pseudonormal there (Baerentzen and
/// Aanaes, "Signed distance computation using the angle weighted pseudonormal", 2005).
/// </summary>
internal sealed class ClosedSurface
{
    private const float Cell = 0.008f, Doubtful = 0.0004f;

    private readonly Vector3[] positions, vertexNormals, faceNormals;
    private readonly int[] triangles;
    private readonly Dictionary<(int, int), Vector3> edgeNormals = [];
    private readonly Dictionary<(int, int, int), List<int>> cells = [];

    public ClosedSurface(Vector3[] positions, int[] triangles)
    {
        (this.positions, this.triangles) = (positions, triangles);
        vertexNormals = new Vector3[positions.Length];
        faceNormals = new Vector3[triangles.Length / 3];
        for (int t = 0; t < faceNormals.Length; t++)
            Add(t);
    }

    /// <summary>Signed distance in metres (negative inside) and the way outwards at the nearest point; null farther away than <paramref name="reach"/>.</summary>
    public (float Distance, Vector3 Outward)? At(Vector3 point, float reach)
    {
        int best = -1, rings = (int)MathF.Ceiling(reach / Cell);
        float nearest = reach * reach;
        Vector3 weights = default, foot = default;
        (int x, int y, int z) = Key(point);
        for (int ring = 0; ring <= rings; ring++)
        {
            float near = (ring - 1) * Cell;
            if (best >= 0 && near > 0 && near * near > nearest)
                break;
            for (int i = x - ring; i <= x + ring; i++)
            {
                for (int j = y - ring; j <= y + ring; j++)
                {
                    bool isShell = Math.Abs(i - x) == ring || Math.Abs(j - y) == ring;
                    for (int k = z - ring; k <= z + ring; k += isShell || ring == 0 ? 1 : 2 * ring)
                    {
                        if (!cells.TryGetValue((i, j, k), out List<int>? list))
                            continue;
                        foreach (int t in list)
                        {
                            Vector3 a = positions[triangles[3 * t]], b = positions[triangles[3 * t + 1]], c = positions[triangles[3 * t + 2]];
                            Vector3 w = ClosestPoint.Weights(point, a, b, c), p = w.X * a + w.Y * b + w.Z * c;
                            float distance = Vector3.DistanceSquared(point, p);
                            if (distance < nearest)
                                (nearest, best, weights, foot) = (distance, t, w, p);
                        }
                    }
                }
            }
        }

        if (best < 0)
            return null;
        Vector3 normal = NormalAt(best, weights), way = point - foot;
        float length = MathF.Sqrt(nearest);
        float sign = Vector3.Dot(way, normal) < 0 ? -1 : 1;
        // Where the surface folds through itself the nearest face may look the wrong way.
        if (sign > 0 && length > Doubtful && IsWound(point))
            sign = -1;
        return (sign * length, length > 1e-5f ? sign / length * way : Vector3.Normalize(normal));
    }

    /// <summary>Whether the surface winds around the point (van Oosterom and Strackee, 1983, for the solid angle of a triangle).</summary>
    private bool IsWound(Vector3 point)
    {
        double sum = 0;
        for (int t = 0; t < triangles.Length; t += 3)
        {
            Vector3 a = positions[triangles[t]] - point, b = positions[triangles[t + 1]] - point, c = positions[triangles[t + 2]] - point;
            float la = a.Length(), lb = b.Length(), lc = c.Length();
            float top = Vector3.Dot(a, Vector3.Cross(b, c));
            float bottom = la * lb * lc + Vector3.Dot(a, b) * lc + Vector3.Dot(b, c) * la + Vector3.Dot(c, a) * lb;
            sum += 2 * MathF.Atan2(top, bottom);
        }

        return sum > 2 * Math.PI;
    }

    private Vector3 NormalAt(int triangle, Vector3 weights)
    {
        const float None = 1e-6f;
        (int a, int b, int c) = (triangles[3 * triangle], triangles[3 * triangle + 1], triangles[3 * triangle + 2]);
        return (weights.X > None, weights.Y > None, weights.Z > None) switch
        {
            (true, false, false) => vertexNormals[a],
            (false, true, false) => vertexNormals[b],
            (false, false, true) => vertexNormals[c],
            (true, true, false) => edgeNormals[Edge(a, b)],
            (false, true, true) => edgeNormals[Edge(b, c)],
            (true, false, true) => edgeNormals[Edge(c, a)],
            _ => faceNormals[triangle],
        };
    }

    private void Add(int t)
    {
        (int a, int b, int c) = (triangles[3 * t], triangles[3 * t + 1], triangles[3 * t + 2]);
        (Vector3 pa, Vector3 pb, Vector3 pc) = (positions[a], positions[b], positions[c]);
        Vector3 normal = Vector3.Cross(pb - pa, pc - pa);
        faceNormals[t] = normal = normal.LengthSquared() > 0 ? Vector3.Normalize(normal) : Vector3.Zero;
        vertexNormals[a] += Angle(pb - pa, pc - pa) * normal;
        vertexNormals[b] += Angle(pc - pb, pa - pb) * normal;
        vertexNormals[c] += Angle(pa - pc, pb - pc) * normal;
        foreach ((int, int) edge in ((int, int)[])[Edge(a, b), Edge(b, c), Edge(c, a)])
            edgeNormals[edge] = edgeNormals.GetValueOrDefault(edge) + normal;
        (int X, int Y, int Z) low = Key(Vector3.Min(pa, Vector3.Min(pb, pc))), high = Key(Vector3.Max(pa, Vector3.Max(pb, pc)));
        for (int i = low.X; i <= high.X; i++)
        {
            for (int j = low.Y; j <= high.Y; j++)
            {
                for (int k = low.Z; k <= high.Z; k++)
                {
                    if (!cells.TryGetValue((i, j, k), out List<int>? list))
                        cells[(i, j, k)] = list = [];
                    list.Add(t);
                }
            }
        }
    }

    private static float Angle(Vector3 u, Vector3 v) =>
        MathF.Acos(Math.Clamp(Vector3.Dot(u, v) / MathF.Max(u.Length() * v.Length(), 1e-12f), -1, 1));

    private static (int, int) Edge(int a, int b) => a < b ? (a, b) : (b, a);

    private static (int, int, int) Key(Vector3 p) => ((int)MathF.Floor(p.X / Cell), (int)MathF.Floor(p.Y / Cell), (int)MathF.Floor(p.Z / Cell));
}
