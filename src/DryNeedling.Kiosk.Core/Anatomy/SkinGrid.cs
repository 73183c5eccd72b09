using System.Numerics;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Anatomy;

/// <summary>The skin's vertices sorted into cubes, to find the nearest one without looking at all.</summary>
public sealed class SkinGrid
{
    private const float Edge = 0.02f;

    private readonly Vector3[] points;
    private readonly int[] starts;
    private readonly Vector3 origin;
    private readonly (int X, int Y, int Z) size;

    public SkinGrid(Body body)
    {
        List<Vector3> skin = [];
        Bounds bounds = Bounds.Empty;
        foreach (Structure structure in body.Structures)
        {
            if (structure.Kind != StructureKind.Skin)
                continue;
            foreach (ref readonly BodyVertex vertex in body.Vertices.AsSpan(structure.Vertices.Start, structure.Vertices.Count))
                skin.Add(vertex.Position);
            bounds = bounds.Include(structure.Bounds);
        }

        origin = bounds.IsEmpty ? Vector3.Zero : bounds.Min;
        Vector3 cells = bounds.Size / Edge;
        size = ((int)cells.X + 1, (int)cells.Y + 1, (int)cells.Z + 1);
        int[] cellOf = [.. skin.Select(p => Index(CellOf(p)))];
        points = [.. skin];
        Array.Sort(cellOf, points);
        starts = new int[size.X * size.Y * size.Z + 1];
        for (int i = 0, cell = 0; cell < starts.Length; cell++)
        {
            while (i < cellOf.Length && cellOf[i] < cell)
                i++;
            starts[cell] = i;
        }
    }

    /// <summary>The skin vertex nearest to a point, metres; the point itself when the body has no skin.</summary>
    public Vector3 Nearest(Vector3 point)
    {
        if (points.Length == 0)
            return point;
        (int x, int y, int z) = CellOf(point);
        Vector3 best = points[0];
        float least = float.PositiveInfinity;
        int rings = Math.Max(size.X, Math.Max(size.Y, size.Z));
        // Whatever lies in a farther shell of cubes is at least so many edges away.
        for (int ring = 0; ring <= rings && least > Squared((ring - 1) * Edge); ring++)
        {
            for (int i = Math.Max(0, x - ring); i <= Math.Min(size.X - 1, x + ring); i++)
            {
                for (int j = Math.Max(0, y - ring); j <= Math.Min(size.Y - 1, y + ring); j++)
                {
                    bool onShell = Math.Abs(i - x) == ring || Math.Abs(j - y) == ring;
                    int step = onShell || ring == 0 ? 1 : 2 * ring;
                    for (int k = z - ring; k <= z + ring; k += step)
                    {
                        if (k >= 0 && k < size.Z)
                            Look(Index((i, j, k)), point, ref best, ref least);
                    }
                }
            }
        }

        return best;
    }

    private void Look(int cell, Vector3 point, ref Vector3 best, ref float least)
    {
        for (int i = starts[cell]; i < starts[cell + 1]; i++)
        {
            float distance = Vector3.DistanceSquared(points[i], point);
            if (distance < least)
                (least, best) = (distance, points[i]);
        }
    }

    private (int X, int Y, int Z) CellOf(Vector3 point)
    {
        Vector3 at = (point - origin) / Edge;
        return (
            Math.Clamp((int)at.X, 0, size.X - 1), Math.Clamp((int)at.Y, 0, size.Y - 1), Math.Clamp((int)at.Z, 0, size.Z - 1));
    }

    private int Index((int X, int Y, int Z) cell) => (cell.X * size.Y + cell.Y) * size.Z + cell.Z;

    private static float Squared(float x) => x <= 0 ? 0 : x * x;
}
