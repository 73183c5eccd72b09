using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Meshes;

/// <summary>
/// Reduces a mesh by collapsing edges onto one of their ends, cheapest first, by quadric error (Garland and Heckbert,
/// 1997). The vertices that are left are a subset of the given ones, so that a reduced level needs no vertices of its
/// own. Deterministic.
/// </summary>
public static class Simplifier
{
    /// <summary>
    /// Triangles (three indices each) that remain of <paramref name="triangles"/>: about <paramref name="target"/>, or
    /// more where fewer would cost too much.
    /// </summary>
    /// <param name="mostCost">Largest cost of one collapse: an area times a squared distance, in metres to the fourth.</param>
    /// <param name="kept">One flag a vertex: those that must stay, such as the rim of half a surface; null for none.</param>
    /// <param name="roughly">Triangles may turn by more than a right angle and small holes may close: for a level where form no longer counts.</param>
    public static int[] Reduce(Vector3[] positions, int[] triangles, int target, float mostCost = float.PositiveInfinity, bool[]? kept = null, bool roughly = false)
    {
        if (triangles.Length / 3 <= target)
            return triangles;
        var work = new Work(positions, triangles, kept, roughly);
        return work.Run(target, mostCost);
    }

    /// <summary>Drops vertices that no triangle uses; returns the kept old numbers in order.</summary>
    public static int[] Compact(int[] triangles, int vertexCount)
    {
        var used = new bool[vertexCount];
        foreach (int v in triangles)
            used[v] = true;
        var kept = new List<int>();
        var renumbered = new int[vertexCount];
        for (int v = 0; v < vertexCount; v++)
        {
            if (!used[v])
                continue;
            renumbered[v] = kept.Count;
            kept.Add(v);
        }

        for (int i = 0; i < triangles.Length; i++)
            triangles[i] = renumbered[triangles[i]];
        return [.. kept];
    }

    private sealed class Work
    {
        // Of an edge's length to the fourth power, as errors are areas times squared distances: as if it missed by 1/300.
        private const float EvennessWeight = 1e-5f;

        private readonly float leastCosine;
        private readonly bool roughly;
        private readonly Vector3[] positions;
        private readonly int[] triangles;
        private readonly bool[] dead;
        private readonly List<int>[] around;
        private readonly Quadric[] quadrics;
        private readonly int[] version;
        private readonly bool[]? kept;
        private readonly int[] mark;
        private int stamp;
        private readonly PriorityQueue<(int From, int To, int FromVersion, int ToVersion), ulong> queue = new();

        public Work(Vector3[] positions, int[] triangles, bool[]? kept, bool roughly)
        {
            this.kept = kept;
            this.roughly = roughly;
            leastCosine = roughly ? -0.3f : 0.05f;
            this.positions = positions;
            this.triangles = [.. triangles];
            dead = new bool[triangles.Length / 3];
            around = new List<int>[positions.Length];
            quadrics = new Quadric[positions.Length];
            version = new int[positions.Length];
            mark = new int[positions.Length];
            for (int v = 0; v < around.Length; v++)
                around[v] = new(8);
            for (int t = 0; t < dead.Length; t++)
            {
                Quadric plane = PlaneOf(t);
                for (int k = 0; k < 3; k++)
                {
                    around[triangles[3 * t + k]].Add(t);
                    quadrics[triangles[3 * t + k]] += plane;
                }
            }
        }

        public int[] Run(int target, float mostCost)
        {
            int left = dead.Length, before;
            do
            {
                // An edge that could not go when its turn came may go once its surroundings have changed.
                before = left;
                OfferAll();
                while (left > target && queue.TryDequeue(out (int From, int To, int FromVersion, int ToVersion) edge, out ulong rank))
                {
                    if (rank > Rank(mostCost, int.MaxValue))
                        break;
                    if (version[edge.From] != edge.FromVersion || version[edge.To] != edge.ToVersion)
                        continue;
                    if (MayCollapse(edge.From, edge.To))
                        left -= Collapse(edge.From, edge.To);
                    else if (MayCollapse(edge.To, edge.From))
                        left -= Collapse(edge.To, edge.From);
                }
            }
            while (left > target && left < before - before / 50);

            var result = new List<int>(3 * left);
            for (int t = 0; t < dead.Length; t++)
            {
                if (!dead[t])
                    result.AddRange([triangles[3 * t], triangles[3 * t + 1], triangles[3 * t + 2]]);
            }

            return [.. result];
        }

        private void OfferAll()
        {
            queue.Clear();
            for (int t = 0; t < dead.Length; t++)
            {
                for (int k = 0; k < 3 && !dead[t]; k++)
                {
                    // The neighbour across the edge offers it the other way round.
                    if (triangles[3 * t + k] < triangles[3 * t + (k + 1) % 3])
                        Offer(triangles[3 * t + k], triangles[3 * t + (k + 1) % 3]);
                }
            }
        }

        private void Offer(int a, int b)
        {
            Quadric sum = quadrics[a] + quadrics[b];
            float atA = (float)sum.At(positions[a]), atB = (float)sum.At(positions[b]);
            // A little of the edge's length keeps flat parts evenly meshed.
            float squared = Vector3.DistanceSquared(positions[a], positions[b]), evenness = EvennessWeight * squared * squared;
            (int from, int to) = atA < atB || (atA == atB && a < b) ? (b, a) : (a, b);
            queue.Enqueue((from, to, version[from], version[to]), Rank(MathF.Min(atA, atB) + evenness, from));
        }

        /// <summary>Orders by cost (bits of positive floats order like the floats), equal costs by number.</summary>
        private static ulong Rank(float cost, int from) => ((ulong)BitConverter.SingleToUInt32Bits(cost) << 32) | (uint)from;

        private bool MayCollapse(int from, int to)
        {
            if (kept?[from] ?? false)
                return false;
            int shared = 0;
            foreach (int t in around[from])
            {
                if (Has(t, to))
                {
                    shared++;
                    continue;
                }

                Vector3 before = NormalOf(t, from, positions[from]), after = NormalOf(t, from, positions[to]);
                if (Vector3.Dot(before, after) < leastCosine * before.Length() * after.Length() || after.LengthSquared() < 1e-18f)
                    return false;
            }

            return (roughly || (shared == 2 && CommonNeighbours(from, to) == 2)) && !WouldBridgeTheRim(from, to);
        }

        /// <summary>A new edge straight from one kept vertex to another would meet its own double once halves are joined.</summary>
        private bool WouldBridgeTheRim(int from, int to)
        {
            if (kept is null || !kept[to])
                return false;
            foreach (int t in around[from])
            {
                for (int k = 0; k < 3; k++)
                {
                    int v = triangles[3 * t + k];
                    if (v != to && kept[v] && !around[to].Exists(other => Has(other, v)))
                        return true;
                }
            }

            return false;
        }

        private int CommonNeighbours(int a, int b)
        {
            // Two fresh numbers tell the vertices around a from those already counted.
            stamp += 2;
            foreach (int t in around[a])
            {
                for (int k = 0; k < 3; k++)
                    mark[triangles[3 * t + k]] = stamp;
            }

            (mark[a], mark[b]) = (0, 0);
            int common = 0;
            foreach (int t in around[b])
            {
                for (int k = 0; k < 3; k++)
                {
                    int v = triangles[3 * t + k];
                    if (mark[v] != stamp)
                        continue;
                    mark[v] = stamp + 1;
                    common++;
                }
            }

            return common;
        }

        private int Collapse(int from, int to)
        {
            int removed = 0;
            foreach (int t in around[from])
            {
                if (Has(t, to))
                {
                    dead[t] = true;
                    removed++;
                    for (int k = 0; k < 3; k++)
                    {
                        int v = triangles[3 * t + k];
                        if (v != from)
                            around[v].Remove(t);
                    }

                    continue;
                }

                for (int k = 0; k < 3; k++)
                {
                    if (triangles[3 * t + k] == from)
                        triangles[3 * t + k] = to;
                }

                around[to].Add(t);
            }

            around[from].Clear();
            quadrics[to] += quadrics[from];
            version[from]++;
            version[to]++;
            foreach (int t in around[to])
            {
                for (int k = 0; k < 3; k++)
                {
                    if (triangles[3 * t + k] != to)
                        Offer(to, triangles[3 * t + k]);
                }
            }

            return removed;
        }

        private bool Has(int t, int v) => triangles[3 * t] == v || triangles[3 * t + 1] == v || triangles[3 * t + 2] == v;

        private Vector3 NormalOf(int t, int moved, Vector3 place)
        {
            Vector3 a = Corner(triangles[3 * t], moved, place), b = Corner(triangles[3 * t + 1], moved, place), c = Corner(triangles[3 * t + 2], moved, place);
            return Vector3.Cross(b - a, c - a);
        }

        private Vector3 Corner(int v, int moved, Vector3 place) => v == moved ? place : positions[v];

        private Quadric PlaneOf(int t)
        {
            Vector3 a = positions[triangles[3 * t]], normal = NormalOf(t, -1, default);
            float area = normal.Length();
            if (area < 1e-12f)
                return default;
            normal /= area;
            return Quadric.OfPlane(normal, -Vector3.Dot(normal, a), area);
        }
    }

    private readonly record struct Quadric(
        double Xx, double Xy, double Xz, double Xd, double Yy, double Yz, double Yd, double Zz, double Zd, double Dd)
    {
        public static Quadric OfPlane(Vector3 n, float d, float weight) => new(
            weight * n.X * n.X, weight * n.X * n.Y, weight * n.X * n.Z, weight * n.X * d, weight * n.Y * n.Y,
            weight * n.Y * n.Z, weight * n.Y * d, weight * n.Z * n.Z, weight * n.Z * d, weight * (double)d * d);

        public static Quadric operator +(in Quadric a, in Quadric b) => new(
            a.Xx + b.Xx, a.Xy + b.Xy, a.Xz + b.Xz, a.Xd + b.Xd, a.Yy + b.Yy, a.Yz + b.Yz, a.Yd + b.Yd, a.Zz + b.Zz, a.Zd + b.Zd, a.Dd + b.Dd);

        public double At(Vector3 p) => Math.Max(
            0,
            Xx * p.X * p.X + 2 * Xy * p.X * p.Y + 2 * Xz * p.X * p.Z + 2 * Xd * p.X + Yy * p.Y * p.Y + 2 * Yz * p.Y * p.Z
                + 2 * Yd * p.Y + Zz * p.Z * p.Z + 2 * Zd * p.Z + Dd);
    }
}
