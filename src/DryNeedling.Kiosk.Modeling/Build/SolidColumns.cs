using System.Numerics;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>
/// The room that closed meshes share, measured along columns in the Z direction: each mesh fills a column between its odd and
/// its even crossings.
/// </summary>
internal sealed class SolidColumns
{
    /// <summary>Distance of the columns, metres.</summary>
    private const float Edge = 0.0008f;

    // Off the raster by a hair, so that no column meets an edge exactly.
    private const float HairX = 1.7e-5f, HairY = 2.3e-5f;

    private readonly Dictionary<(int X, int Y), List<(float From, float To)>> columns = [];

    public SolidColumns(TriangleMesh mesh)
    {
        Dictionary<(int, int), List<float>> crossings = [];
        Bounds = Bounds.Empty;
        for (int t = 0; t < mesh.Triangles.Length; t += 3)
            Cross(mesh.Positions[mesh.Triangles[t]], mesh.Positions[mesh.Triangles[t + 1]], mesh.Positions[mesh.Triangles[t + 2]], crossings);
        foreach (((int, int) column, List<float> depths) in crossings)
        {
            depths.Sort();
            List<(float, float)> spans = [];
            for (int i = 0; i + 1 < depths.Count; i += 2)
                spans.Add((depths[i], depths[i + 1]));
            columns[column] = spans;
            Volume += spans.Sum(span => (double)span.Item2 - span.Item1) * Edge * Edge;
        }
    }

    public Bounds Bounds { get; private set; }

    /// <summary>Cubic metres.</summary>
    public double Volume { get; }

    /// <summary>The room that both fill, cubic metres.</summary>
    public double SharedWith(SolidColumns other)
    {
        if (other.columns.Count < columns.Count)
            return other.SharedWith(this);
        double sum = 0;
        foreach (((int, int) column, List<(float From, float To)> spans) in columns)
        {
            if (!other.columns.TryGetValue(column, out List<(float From, float To)>? others))
                continue;
            foreach ((float from, float to) in spans)
            {
                foreach ((float otherFrom, float otherTo) in others)
                    sum += MathF.Max(0, MathF.Min(to, otherTo) - MathF.Max(from, otherFrom));
            }
        }

        return sum * Edge * Edge;
    }

    private void Cross(Vector3 a, Vector3 b, Vector3 c, Dictionary<(int, int), List<float>> crossings)
    {
        Bounds = Bounds.Include(a).Include(b).Include(c);
        a = new((a.X - HairX) / Edge, (a.Y - HairY) / Edge, a.Z);
        b = new((b.X - HairX) / Edge, (b.Y - HairY) / Edge, b.Z);
        c = new((c.X - HairX) / Edge, (c.Y - HairY) / Edge, c.Z);
        float area = (b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y);
        if (MathF.Abs(area) < 1e-9f)
            return;
        for (int x = (int)MathF.Ceiling(MathF.Min(a.X, MathF.Min(b.X, c.X))); x <= MathF.Max(a.X, MathF.Max(b.X, c.X)); x++)
        {
            for (int y = (int)MathF.Ceiling(MathF.Min(a.Y, MathF.Min(b.Y, c.Y))); y <= MathF.Max(a.Y, MathF.Max(b.Y, c.Y)); y++)
            {
                float v = ((x - a.X) * (c.Y - a.Y) - (c.X - a.X) * (y - a.Y)) / area, w = ((b.X - a.X) * (y - a.Y) - (x - a.X) * (b.Y - a.Y)) / area;
                if (v < 0 || w < 0 || v + w > 1)
                    continue;
                if (!crossings.TryGetValue((x, y), out List<float>? depths))
                    crossings[(x, y)] = depths = [];
                depths.Add(a.Z + v * (b.Z - a.Z) + w * (c.Z - a.Z));
            }
        }
    }
}
