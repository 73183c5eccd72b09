using System.Numerics;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>
/// Divides space among the structures: each place belongs to the one that ranks first there,
/// with a groove between neighbours and a little growth into narrow gaps. What it makes are fields, not labels, so that
/// borders lie between voxels.
/// </summary>
internal static class Partition
{
    /// <summary>Growth everywhere, and at most into a gap, metres.</summary>
    private const float LeastGrowth = 0.0003f, MostGrowth = 0.0015f;

    /// <summary>No structure grows by more than this share of its half thickness.</summary>
    private const float GrowthShare = 0.35f;

    /// <summary>Gaps up to the first width are filled, from the second on left as they are, metres.</summary>
    private const float FilledGap = 0.0022f, OpenGap = 0.0042f;

    /// <summary>Half a groove between thick neighbours, metres; thin ones cannot spare it.</summary>
    private const float HalfGroove = 0.0002f, ThinHalfGroove = 0.00005f, Thin = 0.003f;

    /// <summary>A bone keeps its form: muscles dent it by no more than this, metres, or this share of its half thickness.</summary>
    private const float DeepestDent = 0.0022f, DentShare = 0.35f;

    /// <summary>From this half thickness on a surface can do without some of its finest ridges, from twice as much without all, metres.</summary>
    private const float SmoothedHalf = 0.0022f;

    private const float Reach = 0.0035f, Midline = 0.0003f, Nobody = 4;

    /// <summary>
    /// The structure's surface as the zero level of a signed field in metres (negative inside) on its own voxels; an
    /// earlier one is overwritten.
    /// </summary>
    public static VoxelBlock Surface(StructureField own, IReadOnlyList<StructureField> neighbours, VoxelBlock? earlier)
    {
        VoxelBlock distance = own.Distance;
        VoxelBlock surface = earlier ?? new VoxelBlock(distance.Raster, distance.First, distance.Size, 1);
        Rivals rivals = Compete(own, neighbours);
        float dent = MathF.Min(DeepestDent, DentShare * own.Half);
        float groove = own.Half > Thin ? HalfGroove : ThinHalfGroove;
        distance.Values.CopyTo(surface.Values, 0);
        for (int k = 0; k < rivals.Voxels.Length; k++)
        {
            int at = rivals.Voxels[k];
            (float rank, float slope, float mine) = own.RankAt(own.Normalised.Values[at], distance.Values[at]);
            float border = (rank - rivals.Rank[k]) / (slope + rivals.Slope[k]) + groove;
            float half = own.HalfAt(own.Normalised.Values[at], distance.Values[at]);
            float value = MathF.Max(border, mine - Growth(mine + rivals.Distance[k], half));
            if (own.IsBone)
                value = MathF.Max(MathF.Min(value, mine + dent), (rank - rivals.BoneRank[k]) / (slope + rivals.BoneSlope[k]));
            if (own.Description.IsPaired)
                value = MathF.Max(value, Midline - rivals.Places[k].X);
            surface.Values[at] = value;
        }

        if (own.Half > SmoothedHalf || own.IsSheet)
            surface.Smooth(own.Half > 2 * SmoothedHalf ? 1 : 0.5f, 3 * surface.Raster.Edge);
        return surface;
    }

    /// <summary>Volume below the zero level in cubic metres, with voxels at the surface counted in part.</summary>
    public static double Volume(VoxelBlock surface)
    {
        double sum = 0;
        float edge = surface.Raster.Edge;
        foreach (float value in surface.Values)
            sum += Math.Clamp(0.5f - value / edge, 0, 1);
        return sum * edge * edge * edge;
    }

    /// <summary>
    /// Takes from a structure what a neighbour's surface holds too, after smoothing and growth have blurred the border: half
    /// of it among muscles and among bones, all of it where a muscle meets a bone.
    /// </summary>
    /// <param name="own">The structure.</param>
    /// <param name="surface">Its surface; stays as it is.</param>
    /// <param name="neighbours">Whether each is a bone, and its surface.</param>
    /// <param name="earlier">A block on the same voxels that is overwritten, or null.</param>
    /// <returns>The new surface, on the same voxels.</returns>
    public static VoxelBlock Settle(
        StructureField own, VoxelBlock surface, IReadOnlyList<(bool IsBone, VoxelBlock Surface)> neighbours, VoxelBlock? earlier = null)
    {
        VoxelBlock settled = earlier ?? new VoxelBlock(surface.Raster, surface.First, surface.Size, 0);
        surface.Values.CopyTo(settled.Values, 0);
        float groove = own.Half > Thin ? HalfGroove : ThinHalfGroove;
        foreach ((bool isBone, VoxelBlock other) in neighbours)
        {
            if (own.IsBone && !isBone)
                continue;
            ((int X, int Y, int Z) from, (int X, int Y, int Z) to) = surface.Clip(
                other.Position(0, 0, 0), other.Position(other.Size.X - 1, other.Size.Y - 1, other.Size.Z - 1));
            for (int x = from.X; x <= to.X; x++)
            {
                for (int y = from.Y; y <= to.Y; y++)
                {
                    for (int z = from.Z; z <= to.Z; z++)
                    {
                        int at = surface.Index(x, y, z);
                        float mine = surface.Values[at];
                        if (mine > MostGrowth)
                            continue;
                        float its = other.Sample(surface.Position(x, y, z));
                        float border = own.IsBone == isBone ? (mine - its) / 2 + groove : groove - its;
                        settled.Values[at] = MathF.Max(settled.Values[at], border);
                    }
                }
            }
        }

        return settled;
    }

    /// <summary>A thin tendon must not become a cord because it has room.</summary>
    private static float Growth(float gap, float half)
    {
        float t = Math.Clamp((gap - FilledGap) / (OpenGap - FilledGap), 0, 1);
        return MathF.Min(MostGrowth + (LeastGrowth - MostGrowth) * t * t * (3 - 2 * t), MathF.Max(LeastGrowth / 2, GrowthShare * half));
    }

    private static Rivals Compete(StructureField own, IReadOnlyList<StructureField> neighbours)
    {
        var rivals = new Rivals(own, Reach + MathF.Max(0, own.Scale - 1) * own.Half);
        foreach (StructureField other in neighbours)
            rivals.Meet(other);
        return rivals;
    }

    /// <summary>The places a structure may take, and the strongest rival at each.</summary>
    private sealed class Rivals
    {
        public Rivals(StructureField own, float reach)
        {
            VoxelBlock block = own.Distance;
            Voxels = new int[block.Values.Count(d => d <= reach)];
            Places = new Vector3[Voxels.Length];
            int at = 0, found = 0;
            for (int x = 0; x < block.Size.X; x++)
            {
                for (int y = 0; y < block.Size.Y; y++)
                {
                    for (int z = 0; z < block.Size.Z; z++, at++)
                    {
                        if (block.Values[at] > reach)
                            continue;
                        Voxels[found] = at;
                        Places[found++] = block.Position(x, y, z);
                    }
                }
            }

            Rank = new float[Voxels.Length];
            Distance = new float[Voxels.Length];
            Slope = new float[Voxels.Length];
            BoneRank = own.IsBone ? new float[Voxels.Length] : [];
            BoneSlope = own.IsBone ? new float[Voxels.Length] : [];
            Array.Fill(Rank, Nobody);
            Array.Fill(BoneRank, Nobody);
            Array.Fill(Distance, StructureField.Band);
        }

        public int[] Voxels { get; }

        public Vector3[] Places { get; }

        /// <summary>The best rival's rank, and the nearest rival's signed distance in metres.</summary>
        public float[] Rank { get; }

        public float[] Distance { get; }

        /// <summary>How much the best rival's rank grows per metre.</summary>
        public float[] Slope { get; }

        /// <summary>The best other bone's rank and slope, for a bone.</summary>
        public float[] BoneRank { get; }

        public float[] BoneSlope { get; }

        public void Meet(StructureField other)
        {
            bool isBone = other.IsBone && BoneRank.Length > 0;
            VoxelBlock n = other.Normalised, d = other.Distance;
            Vector3 origin = n.Position(0, 0, 0);
            float inverse = 1 / n.Raster.Edge;
            Vector3 last = new(n.Size.X - 1.001f, n.Size.Y - 1.001f, n.Size.Z - 1.001f);
            int sx = n.Size.Y * n.Size.Z, sy = n.Size.Z;
            for (int k = 0; k < Places.Length; k++)
            {
                Vector3 p = (Places[k] - origin) * inverse;
                if (p.X < 0 || p.Y < 0 || p.Z < 0 || p.X > last.X || p.Y > last.Y || p.Z > last.Z)
                    continue;
                (int x, int y, int z) = ((int)p.X, (int)p.Y, (int)p.Z);
                int at = x * sx + y * sy + z;
                if (d.Values[at] > StructureField.Band)
                    continue;
                (float u, float v, float w) = (p.X - x, p.Y - y, p.Z - z);
                (float rank, float slope, float near) = other.RankAt(
                    Between(n.Values, at, sx, sy, u, v, w), Between(d.Values, at, sx, sy, u, v, w));
                Distance[k] = MathF.Min(Distance[k], near);
                if (rank < Rank[k])
                    (Rank[k], Slope[k]) = (rank, slope);
                if (isBone && rank < BoneRank[k])
                    (BoneRank[k], BoneSlope[k]) = (rank, slope);
            }
        }

        private static float Between(float[] f, int at, int sx, int sy, float u, float v, float w)
        {
            float a = f[at] + w * (f[at + 1] - f[at]), b = f[at + sy] + w * (f[at + sy + 1] - f[at + sy]);
            float c = f[at + sx] + w * (f[at + sx + 1] - f[at + sx]), e = f[at + sx + sy] + w * (f[at + sx + sy + 1] - f[at + sx + sy]);
            a += v * (b - a);
            c += v * (e - c);
            return a + u * (c - a);
        }
    }
}
