using System.Numerics;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>
/// The muscle: bundles of fibres side by side like the wires of a cable, each filling its cell of an irregular honeycomb.
/// </summary>
internal sealed class FibreBundles
{
    private const float RowHeight = 0.085f, Gap = 0.0016f;
    private const float InnerFrom = 0.42f;
    private const int Rows = 7, Columns = 9;

    private readonly List<Bundle> bundles = [];
    private readonly int around;
    private readonly float step;

    /// <param name="coarse">1 for full detail, more for less.</param>
    public FibreBundles(float coarse)
    {
        around = (int)(20 / coarse) & ~1;
        step = 0.055f * coarse;
        Vector2[] seeds = [.. SeedsOf()];
        for (int i = 0; i < seeds.Length; i++)
            bundles.Add(new(i, seeds[i], OutlineOf(seeds, i)));
        // What is in front hides the most: drawn first, it saves the shading of what it hides.
        bundles.Sort((a, b) => a.Depth != b.Depth ? b.Depth.CompareTo(a.Depth) : a.Number.CompareTo(b.Number));
    }

    private sealed record Bundle(int Number, Vector2 Seed, Vector2[] Outline)
    {
        /// <summary>Runs along a face of the block, where its whole length is seen.</summary>
        public bool IsOutside => MathF.Abs(Seed.X) > CutawayShape.HalfDepth - 0.10f || Seed.Y > CutawayShape.MuscleTop - 0.09f || Seed.Y < CutawayShape.MuscleBottom + 0.07f;

        public bool IsBand => Number == 0;

        /// <summary>How far it lies to the front, and on top.</summary>
        public float Depth => Seed.X + 0.5f * Seed.Y;

        /// <summary>How far right it reaches; the bundles are cut at different lengths.</summary>
        public float End => CutawayShape.HalfLength - 0.07f * CellularNoise.Of(Number + 100);
    }

    public void AddSides(CutawayMesh mesh)
    {
        foreach (Bundle bundle in bundles)
        {
            if (!bundle.IsBand)
                AddSide(mesh, bundle);
        }
    }

    public void AddBand(CutawayMesh mesh) => AddSide(mesh, bundles.Single(bundle => bundle.IsBand));

    public void AddEnds(CutawayMesh mesh)
    {
        foreach (Bundle bundle in bundles)
        {
            AddEnd(mesh, bundle, right: true);
            AddEnd(mesh, bundle, right: false);
        }
    }

    // X of a seed is its depth (Z), Y its height. The band comes first.
    private static IEnumerable<Vector2> SeedsOf()
    {
        yield return new(CutawayShape.BandZ, CutawayShape.BandY);
        for (int row = 0; row < Rows; row++)
        {
            float pitch = 2 * CutawayShape.HalfDepth / Columns;
            for (int column = 0; column < Columns; column++)
            {
                int number = row * Columns + column;
                float shift = row % 2 == 0 ? 0.28f : -0.28f;
                Vector2 jitter = new(CellularNoise.Of(number) - 0.5f, CellularNoise.Of(number + 50) - 0.5f);
                Vector2 seed = new(
                    CutawayShape.HalfDepth - (column + 0.5f) * pitch + shift * pitch * 0.5f + 0.026f * jitter.X,
                    CutawayShape.MuscleBottom + (row + 0.5f) * RowHeight + 0.020f * jitter.Y);
                if (Vector2.Distance(seed, new(CutawayShape.BandZ, CutawayShape.BandY)) > 0.062f)
                    yield return seed;
            }
        }
    }

    // Distance to the cell's border in each direction, softened so that its corners are round.
    private Vector2[] OutlineOf(Vector2[] seeds, int own)
    {
        const int Fine = 120;
        float[] radius = new float[Fine];
        for (int i = 0; i < Fine; i++)
            radius[i] = ToBorder(seeds, own, Direction(i, Fine)) - Gap;
        Vector2[] outline = new Vector2[around + 1];
        for (int i = 0; i <= around; i++)
        {
            int middle = i * Fine / around;
            float sum = 0;
            const int Soft = 5;
            for (int k = -Soft; k <= Soft; k++)
                sum += radius[(middle + k + Fine) % Fine];
            outline[i] = Direction(middle, Fine) * sum / (2 * Soft + 1);
        }

        return outline;
    }

    private static Vector2 Direction(int i, int of)
    {
        (float sin, float cos) = MathF.SinCos(MathF.Tau * i / of);
        return new(cos, sin);
    }

    private static float ToBorder(Vector2[] seeds, int own, Vector2 way)
    {
        Vector2 seed = seeds[own];
        float least = way.X > 0 ? (CutawayShape.HalfDepth - seed.X) / way.X : (-CutawayShape.HalfDepth - seed.X) / Math.Min(way.X, -1e-6f);
        float upright = way.Y > 0 ? (CutawayShape.MuscleTop - seed.Y) / Math.Max(way.Y, 1e-6f) : (CutawayShape.MuscleBottom - seed.Y) / Math.Min(way.Y, -1e-6f);
        least = MathF.Min(least, upright);
        for (int i = 0; i < seeds.Length; i++)
        {
            if (i == own)
                continue;
            Vector2 between = seeds[i] - seed;
            float towards = Vector2.Dot(way, between);
            if (towards > 1e-6f)
                least = MathF.Min(least, between.LengthSquared() / 2 / towards);
        }

        return least;
    }

    private void AddSide(CutawayMesh mesh, Bundle bundle)
    {
        // Inside only the ends on the right are seen.
        float from = bundle.IsOutside ? -CutawayShape.HalfLength : InnerFrom, length = bundle.End - from;
        int stations = Math.Max(3, (int)(length / step));
        mesh.AddSheet(around + 1, stations + 1, (column, station) =>
        {
            // Seen from outside, what lies to the right comes earlier in the outline.
            int i = around - column;
            float x = from + length * station / stations;
            Vector2 before = bundle.Outline[(i + around - 1) % around], after = bundle.Outline[(i + 1) % around];
            Vector2 out2 = Vector2.Normalize(new Vector2(after.Y - before.Y, before.X - after.X));
            // The edge of the cut is a little round.
            float close = MathF.Min(1, (bundle.End - x) / 0.02f + 0.86f);
            Vector3 at = PlaceOf(bundle, x, bundle.Outline[i] * close);
            return VertexAt(bundle, at, new(0, out2.Y, out2.X), new(x, (float)i / around + bundle.Number * 0.37f), bundle.Outline[i]);
        });
    }

    private void AddEnd(CutawayMesh mesh, Bundle bundle, bool right)
    {
        float x = right ? bundle.End : -CutawayShape.HalfLength, close = right ? 0.86f : 1;
        const int Rings = 2;
        mesh.AddSheet(around + 1, Rings + 1, (i, ring) =>
        {
            Vector2 way = bundle.Outline[right ? around - i : i] * (close * (Rings - ring) / Rings);
            float dome = right ? 0.010f * ring / Rings : 0;
            Vector3 normal = Vector3.Normalize(new(right ? 1 : -1, way.Y * 3, way.X * 3));
            Vector3 at = PlaceOf(bundle, x, way) + new Vector3(dome, 0, 0);
            CutawayVertex vertex = VertexAt(bundle, at, normal, new(at.Z, at.Y), way);
            float light = 0.75f + 0.25f * ring / Rings;
            (vertex.Open, vertex.Closed) = (Anatomy.BodyVertex.Fraction(light), CutawayVertex.Byte(light));
            return vertex;
        });
    }

    private static Vector3 PlaceOf(Bundle bundle, float x, Vector2 way)
    {
        float phase = bundle.Number * 2.4f, wave = bundle.IsBand ? 0 : 0.0045f;
        return new(x, bundle.Seed.Y + way.Y + wave * MathF.Sin(6.5f * x + phase), bundle.Seed.X + way.X + wave * MathF.Sin(5.3f * x + 1.7f * phase));
    }

    private static CutawayVertex VertexAt(Bundle bundle, Vector3 at, Vector3 normal, Vector2 texture, Vector2 way)
    {
        float own = CellularNoise.Of(bundle.Number + 200);
        Vector3 colour = new Vector3(0.585f, 0.205f, 0.175f) * (0.90f + 0.20f * own) + new Vector3(0.02f, 0.02f, 0.012f) * CellularNoise.Of(bundle.Number + 300);
        float sides = MathF.Min(CutawayShape.HalfDepth - MathF.Abs(at.Z), at.Y < CutawayShape.MuscleBottom + 0.04f ? 0.02f : 1);
        float top = CutawayShape.MuscleTop - at.Y;
        // Between the cut ends light gets in from the right.
        sides = MathF.Min(sides, 0.6f * MathF.Max(0, bundle.End - at.X));
        float open = Light(MathF.Min(sides, top));
        float covered = MathF.Max(0, CutawayShape.FatEnd + 0.06f - at.X);
        float closed = Light(MathF.Min(sides, top + covered)) * SoftTissue.Corner(at, CutawayShape.FatEnd + 0.05f, CutawayShape.MuscleTop, normal.Y);
        CutawayVertex vertex = CutawayVertex.Of(CutawayShape.Curved(at), RoundedBox.Bent(normal, at), texture, colour, open, closed);
        float aside = Vector2.Distance(bundle.Seed, new(CutawayShape.BandZ, CutawayShape.BandY));
        vertex.Jump = CutawayVertex.Byte(bundle.IsBand ? 1 : 0.55f * MathF.Exp(-aside * aside / 0.02f));
        if (bundle.IsBand)
            (vertex.Band, vertex.Red, vertex.Green) = (255, CutawayVertex.Byte(0.5f + 4 * way.Y), CutawayVertex.Byte(0.5f + 4 * way.X));
        return vertex;
    }

    private static float Light(float depth) => 0.34f + 0.66f * MathF.Exp(-MathF.Max(0, depth - 0.008f) / 0.020f);
}
