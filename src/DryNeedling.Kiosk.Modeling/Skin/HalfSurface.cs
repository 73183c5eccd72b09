using System.Numerics;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// The left half of a symmetric surface of quads, open along the midline (x = 0). Everything is computed as if the mirrored
/// half were there.
/// </summary>
internal sealed class HalfSurface
{
    private readonly int[] firstNeighbour, neighbours;

    public HalfSurface(Vector3[] positions, int[] quads, float[] segments)
    {
        (Positions, Quads, Segments) = (positions, quads, segments);
        IsMidline = new bool[positions.Length];
        var sets = new SortedSet<int>[positions.Length];
        for (int i = 0; i < sets.Length; i++)
            sets[i] = [];
        var uses = new Dictionary<(int, int), int>();
        for (int e = 0; e < quads.Length; e++)
        {
            (int a, int b) = Edge(e);
            sets[a].Add(b);
            sets[b].Add(a);
            (int, int) key = (Math.Min(a, b), Math.Max(a, b));
            uses[key] = uses.GetValueOrDefault(key) + 1;
        }

        foreach (((int a, int b), int count) in uses)
        {
            if (count == 1)
                IsMidline[a] = IsMidline[b] = true;
        }

        firstNeighbour = new int[positions.Length + 1];
        for (int i = 0; i < sets.Length; i++)
            firstNeighbour[i + 1] = firstNeighbour[i] + sets[i].Count;
        neighbours = [.. sets.SelectMany(set => set)];
    }

    public Vector3[] Positions { get; }

    public int[] Quads { get; }

    /// <summary><see cref="BodySegments.Count"/> weights a vertex.</summary>
    public float[] Segments { get; }

    public bool[] IsMidline { get; }

    public ReadOnlySpan<int> Neighbours(int vertex) => neighbours.AsSpan(firstNeighbour[vertex]..firstNeighbour[vertex + 1]);

    public float Segment(int vertex, BodySegment segment) => Segments[BodySegments.Count * vertex + (int)segment];

    public int[] Triangles()
    {
        var triangles = new int[Quads.Length / 4 * 6];
        for (int q = 0, t = 0; q < Quads.Length; q += 4)
        {
            (int a, int b, int c, int d) = (Quads[q], Quads[q + 1], Quads[q + 2], Quads[q + 3]);
            // The shorter diagonal keeps thin quads from folding.
            bool ac = Vector3.DistanceSquared(Positions[a], Positions[c]) <= Vector3.DistanceSquared(Positions[b], Positions[d]);
            foreach (int v in ac ? [a, b, c, a, c, d] : (ReadOnlySpan<int>)[b, c, d, b, d, a])
                triangles[t++] = v;
        }

        return triangles;
    }

    public Vector3[] Normals()
    {
        var mesh = new TriangleMesh { Positions = Positions, Triangles = Triangles() };
        mesh.ComputeNormals();
        for (int i = 0; i < IsMidline.Length; i++)
        {
            if (IsMidline[i])
                mesh.Normals[i] = Vector3.Normalize(mesh.Normals[i] with { X = 0 });
        }

        return mesh.Normals;
    }

    /// <summary>Each step moves every value the given share of the way to its neighbours' mean; in the midline X stays 0.</summary>
    public Vector3[] Smoothed(Vector3[] values, int steps, float share = 0.5f, float[]? local = null)
    {
        Vector3[] from = [.. values], to = new Vector3[values.Length];
        for (int step = 0; step < steps; step++)
        {
            Parallel.For(0, from.Length, i =>
            {
                Vector3 sum = Vector3.Zero;
                ReadOnlySpan<int> ring = Neighbours(i);
                foreach (int n in ring)
                    sum += Ghosted(i, n, from[n]);
                if (IsMidline[i])
                    sum.X = 0;
                float weight = IsMidline[i] ? MidlineCount(i) : ring.Length;
                to[i] = Vector3.Lerp(from[i], sum / weight, share * (local?[i] ?? 1));
            });
            (from, to) = (to, from);
        }

        return from;
    }

    public float[] Smoothed(float[] values, int steps, float share = 0.5f)
    {
        Vector3[] smooth = Smoothed([.. values.Select(v => new Vector3(0, v, 0))], steps, share);
        return [.. smooth.Select(v => v.Y)];
    }

    /// <summary>Catmull and Clark (1978); segment weights are averaged.</summary>
    public HalfSurface Subdivided()
    {
        int vertices = Positions.Length, faces = Quads.Length / 4;
        var edgeOf = new Dictionary<(int, int), int>();
        var ends = new List<(int A, int B)>();
        var sides = new List<(int First, int Second)>();
        var edgeOfCorner = new int[Quads.Length];
        for (int e = 0; e < Quads.Length; e++)
        {
            (int a, int b) = Edge(e);
            (int, int) key = (Math.Min(a, b), Math.Max(a, b));
            if (edgeOf.TryGetValue(key, out int edge))
                sides[edge] = (sides[edge].First, e / 4);
            else
            {
                edgeOf[key] = edge = ends.Count;
                ends.Add(key);
                sides.Add((e / 4, -1));
            }

            edgeOfCorner[e] = edge;
        }

        var positions = new Vector3[vertices + ends.Count + faces];
        var segments = new float[BodySegments.Count * positions.Length];
        Segments.CopyTo(segments, 0);
        int firstFace = vertices + ends.Count;
        for (int f = 0; f < faces; f++)
        {
            for (int k = 0; k < 4; k++)
            {
                positions[firstFace + f] += Positions[Quads[4 * f + k]] / 4;
                AddSegments(segments, firstFace + f, Quads[4 * f + k], 0.25f);
            }
        }

        for (int e = 0; e < ends.Count; e++)
        {
            Vector3 first = positions[firstFace + sides[e].First];
            Vector3 second = sides[e].Second < 0 ? first with { X = -first.X } : positions[firstFace + sides[e].Second];
            positions[vertices + e] = (Positions[ends[e].A] + Positions[ends[e].B] + first + second) / 4;
            AddSegments(segments, vertices + e, ends[e].A, 0.5f);
            AddSegments(segments, vertices + e, ends[e].B, 0.5f);
        }

        MoveOldVertices(positions, ends, firstFace);
        return new(positions, Split(edgeOfCorner, vertices, firstFace), segments);
    }

    private void MoveOldVertices(Vector3[] positions, List<(int A, int B)> ends, int firstFace)
    {
        var faceSum = new Vector3[Positions.Length];
        var faceCount = new float[Positions.Length];
        var edgeSum = new Vector3[Positions.Length];
        var edgeCount = new float[Positions.Length];
        for (int c = 0; c < Quads.Length; c++)
        {
            float twice = IsMidline[Quads[c]] ? 2 : 1;
            faceSum[Quads[c]] += twice * positions[firstFace + c / 4];
            faceCount[Quads[c]] += twice;
        }

        foreach ((int a, int b) in ends)
        {
            Vector3 middle = (Positions[a] + Positions[b]) / 2;
            foreach ((int v, int other) in ((int, int)[])[(a, b), (b, a)])
            {
                float twice = IsMidline[v] && !IsMidline[other] ? 2 : 1;
                edgeSum[v] += twice * middle;
                edgeCount[v] += twice;
            }
        }

        for (int v = 0; v < Positions.Length; v++)
        {
            float n = edgeCount[v];
            positions[v] = (faceSum[v] / faceCount[v] + 2 * edgeSum[v] / n + (n - 3) * Positions[v]) / n;
            if (IsMidline[v])
                positions[v].X = 0;
        }
    }

    private int[] Split(int[] edgeOfCorner, int vertices, int firstFace)
    {
        var quads = new int[4 * Quads.Length];
        for (int c = 0; c < Quads.Length; c++)
        {
            int before = c % 4 == 0 ? c + 3 : c - 1;
            quads[4 * c] = Quads[c];
            quads[4 * c + 1] = vertices + edgeOfCorner[c];
            quads[4 * c + 2] = firstFace + c / 4;
            quads[4 * c + 3] = vertices + edgeOfCorner[before];
        }

        return quads;
    }

    private void AddSegments(float[] segments, int to, int from, float share)
    {
        for (int s = 0; s < BodySegments.Count; s++)
            segments[BodySegments.Count * to + s] += share * Segments[BodySegments.Count * from + s];
    }

    private (int A, int B) Edge(int corner) => (Quads[corner], Quads[corner % 4 == 3 ? corner - 3 : corner + 1]);

    private Vector3 Ghosted(int vertex, int neighbour, Vector3 value) => IsMidline[vertex] && !IsMidline[neighbour] ? 2 * value : value;

    private float MidlineCount(int vertex)
    {
        int count = 0;
        foreach (int n in Neighbours(vertex))
            count += IsMidline[n] ? 1 : 2;
        return count;
    }
}
