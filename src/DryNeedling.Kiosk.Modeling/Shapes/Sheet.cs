using System.Numerics;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Shapes;

/// <summary>
/// A bent plate: a smooth surface through a grid of points (rows from origin to insertion, columns across) with a
/// thickness that falls off towards its rim.
/// </summary>
public sealed class Sheet : Shape
{
    private const float Spacing = 0.003f, LeastHalf = 0.0008f, FarthestDrape = 0.12f, DrapeStep = 0.0006f;

    private const int DrapeSmoothing = 3;

    private readonly Vector3[] points;
    private readonly float[] halves;
    private readonly int rows, columns;
    private Bounds bounds;

    /// <param name="grid">At least 2 by 2 points, metres: [along][across].</param>
    /// <param name="thickness">Of the middle, metres.</param>
    /// <param name="rim">Share of the shorter side over which the thickness rises from the edge; 0 = a plate of even thickness.</param>
    public Sheet(Vector3[][] grid, float thickness, float rim)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grid.Length, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(grid[0].Length, 2);
        float along = Longest(grid), across = Longest(Transposed(grid));
        rows = Math.Clamp((int)(along / Spacing) + 2, 4, 140);
        columns = Math.Clamp((int)(across / Spacing) + 2, 4, 140);
        points = new Vector3[rows * columns];
        halves = new float[rows * columns];
        float reach = MathF.Max(rim * MathF.Min(along, across), 1e-5f);
        bounds = Bounds.Empty;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                float u = (float)i / (rows - 1), v = (float)j / (columns - 1);
                Vector3 p = Surface(grid, u, v);
                float edge = MathF.Min(MathF.Min(u, 1 - u) * along, MathF.Min(v, 1 - v) * across);
                float x = 1 - Math.Clamp(edge / reach, 0, 1);
                float half = rim > 0 ? thickness / 2 * (0.3f + 0.7f * MathF.Sqrt(1 - x * x)) : thickness / 2;
                points[i * columns + j] = p;
                halves[i * columns + j] = MathF.Max(half, LeastHalf);
                bounds = bounds.Include(p - new Vector3(half)).Include(p + new Vector3(half));
            }
        }

        HalfThickness = thickness / 2;
    }

    /// <summary>When set, the sheet is first pushed in this direction until it lies on what is there already.</summary>
    public Vector3? Drape { get; init; }

    public override Bounds Bounds => bounds;

    public override float HalfThickness { get; }

    /// <summary>Moves every point along <see cref="Drape"/> until the solid (signed distance, metres) is a half thickness away.</summary>
    public void DrapeOver(Func<Vector3, float> solid)
    {
        if (Drape is not { } direction)
            return;
        Vector3 along = Vector3.Normalize(direction);
        var way = new float[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            while (way[i] < FarthestDrape && solid(points[i] + way[i] * along) > halves[i] + 0.0008f)
                way[i] += DrapeStep;
            if (way[i] >= FarthestDrape)
                way[i] = float.NaN;
        }

        // A corner that finds nothing goes with its neighbours, and a taut fascia does not follow every furrow.
        for (int pass = 0; pass < DrapeSmoothing || (way.Any(float.IsNaN) && pass < rows + columns); pass++)
            way = Evened(way);
        bounds = Bounds.Empty;
        for (int i = 0; i < points.Length; i++)
        {
            points[i] += float.IsNaN(way[i]) ? Vector3.Zero : way[i] * along;
            bounds = bounds.Include(points[i] - new Vector3(halves[i])).Include(points[i] + new Vector3(halves[i]));
        }
    }

    private float[] Evened(float[] way)
    {
        var evened = new float[way.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float sum = 0, count = 0;
                for (int k = 0; k < 9; k++)
                {
                    float near = way[Math.Clamp(row + k / 3 - 1, 0, rows - 1) * columns + Math.Clamp(column + k % 3 - 1, 0, columns - 1)];
                    (sum, count) = float.IsNaN(near) ? (sum, count) : (sum + near, count + 1);
                }

                evened[row * columns + column] = count > 0 ? sum / count : float.NaN;
            }
        }

        return evened;
    }

    public override void Rasterize(VoxelBlock normalised, VoxelBlock distance, float band)
    {
        for (int i = 0; i + 1 < rows; i++)
        {
            for (int j = 0; j + 1 < columns; j++)
            {
                int a = i * columns + j, b = a + 1, c = a + columns, d = c + 1;
                RasterizeTriangle(a, b, c, normalised, distance, band);
                RasterizeTriangle(d, c, b, normalised, distance, band);
            }
        }
    }

    public override (Vector2 Fibre, float Distance) FibreAt(Vector3 point)
    {
        int best = 0;
        float least = float.PositiveInfinity;
        for (int i = 0; i < points.Length; i++)
        {
            float q = Vector3.DistanceSquared(points[i], point);
            if (q < least)
                (least, best) = (q, i);
        }

        (int row, int column) = (best / columns, best % columns);
        Vector3 offset = point - points[best];
        float u = row + Fraction(offset, Point(row + 1, column) - Point(row - 1, column));
        float v = column + Fraction(offset, Point(row, column + 1) - Point(row, column - 1));
        return (new(Math.Clamp(u / (rows - 1), 0, 1), Math.Clamp(v / (columns - 1), 0, 1)), MathF.Sqrt(least));
    }

    private static float Fraction(Vector3 offset, Vector3 twoSteps) =>
        Math.Clamp(2 * Vector3.Dot(offset, twoSteps) / MathF.Max(twoSteps.LengthSquared(), 1e-10f), -0.5f, 0.5f);

    private Vector3 Point(int row, int column) =>
        points[Math.Clamp(row, 0, rows - 1) * columns + Math.Clamp(column, 0, columns - 1)];

    private void RasterizeTriangle(int a, int b, int c, VoxelBlock normalised, VoxelBlock distance, float band)
    {
        (Vector3 pa, Vector3 pb, Vector3 pc) = (points[a], points[b], points[c]);
        float reach = MathF.Max(halves[a], MathF.Max(halves[b], halves[c])) + band;
        ((int X, int Y, int Z) from, (int X, int Y, int Z) to) = distance.Clip(
            Vector3.Min(pa, Vector3.Min(pb, pc)) - new Vector3(reach), Vector3.Max(pa, Vector3.Max(pb, pc)) + new Vector3(reach));
        Vector3 normal = Vector3.Normalize(Vector3.Cross(pb - pa, pc - pa) + 1e-12f * Vector3.UnitY);
        for (int x = from.X; x <= to.X; x++)
        {
            for (int y = from.Y; y <= to.Y; y++)
            {
                for (int z = from.Z; z <= to.Z; z++)
                {
                    Vector3 p = distance.Position(x, y, z);
                    if (MathF.Abs(Vector3.Dot(p - pa, normal)) > reach)
                        continue;
                    Vector3 w = ClosestPoint.Weights(p, pa, pb, pc);
                    float away = Vector3.Distance(p, w.X * pa + w.Y * pb + w.Z * pc);
                    float half = w.X * halves[a] + w.Y * halves[b] + w.Z * halves[c];
                    if (away - half <= band)
                        Lower(normalised, distance, distance.Index(x, y, z), away / half, away - half);
                }
            }
        }
    }

    private static Vector3 Surface(Vector3[][] grid, float u, float v)
    {
        float row = u * (grid.Length - 1);
        int i = Math.Min((int)row, grid.Length - 2);
        return CatmullRom.At(Row(grid, i - 1, v), Row(grid, i, v), Row(grid, i + 1, v), Row(grid, i + 2, v), row - i);
    }

    private static Vector3 Row(Vector3[][] grid, int i, float v)
    {
        // Beyond the edge the curve goes on straight.
        if (i < 0)
            return 2 * Row(grid, 0, v) - Row(grid, 1, v);
        if (i >= grid.Length)
            return 2 * Row(grid, grid.Length - 1, v) - Row(grid, grid.Length - 2, v);
        Vector3[] row = grid[i];
        float column = v * (row.Length - 1);
        int j = Math.Min((int)column, row.Length - 2);
        Vector3 before = j > 0 ? row[j - 1] : 2 * row[0] - row[1];
        Vector3 after = j + 2 < row.Length ? row[j + 2] : 2 * row[^1] - row[^2];
        return CatmullRom.At(before, row[j], row[j + 1], after, column - j);
    }

    private static float Longest(Vector3[][] grid)
    {
        float longest = 0;
        for (int j = 0; j < grid[0].Length; j++)
        {
            float length = 0;
            for (int i = 1; i < grid.Length; i++)
                length += Vector3.Distance(grid[i][j], grid[i - 1][j]);
            longest = MathF.Max(longest, length);
        }

        return longest;
    }

    private static Vector3[][] Transposed(Vector3[][] grid) =>
        [.. Enumerable.Range(0, grid[0].Length).Select(j => grid.Select(row => row[j]).ToArray())];
}
