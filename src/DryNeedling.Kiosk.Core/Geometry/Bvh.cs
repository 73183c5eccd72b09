using System.Numerics;

namespace DryNeedling.Kiosk.Geometry;

/// <summary>Where a ray met a mesh: the triangle's position in the index array (times three), the structure it belongs
/// to, the distance in metres and the barycentric weights of its second and third corner.</summary>
public readonly record struct RayHit(int Triangle, int Structure, float Distance, float Second, float Third);

/// <summary>
/// A bounding volume hierarchy over all triangles of a body, for picking on the CPU. Built once (binned surface area
/// heuristic), immutable afterwards, safe to query from any thread; a query allocates nothing.
/// </summary>
public sealed class Bvh
{
    // A triangle on the side of its box must not be lost to rounding (Ize, "Robust BVH ray traversal", 2013).
    private const float Rounding = 1.0000005f;

    private const int LeafSize = 4, Bins = 12, StackDepth = 64;

    private readonly Node[] nodes;
    private readonly Vector3[] positions;
    private readonly uint[] indices;
    private readonly int[] triangles;
    private readonly ushort[] structureOf;

    private Bvh(Node[] nodes, Vector3[] positions, uint[] indices, int[] triangles, ushort[] structureOf)
    {
        this.nodes = nodes;
        this.positions = positions;
        this.indices = indices;
        this.triangles = triangles;
        this.structureOf = structureOf;
    }

    /// <summary>
    /// Builds the tree. <paramref name="positions"/> in metres, three <paramref name="indices"/> a triangle, one
    /// <paramref name="structureOf"/> number a triangle. The arrays are kept, not copied, and must stay as they are.
    /// </summary>
    public static Bvh Build(Vector3[] positions, uint[] indices, ushort[] structureOf)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(structureOf.Length, indices.Length / 3, nameof(structureOf));
        var builder = new Builder(positions, indices);
        builder.Split();
        return new(builder.Nodes.ToArray(), positions, indices, builder.Order, structureOf);
    }

    /// <summary>
    /// The nearest triangle whose structure <paramref name="stops"/> the ray (one flag a structure), from either side;
    /// null when there is none.
    /// </summary>
    public RayHit? Nearest(in Ray ray, ReadOnlySpan<bool> stops)
    {
        if (nodes.Length == 0)
            return null;
        Vector3 d = ray.Direction, inverse = new(Inverse(d.X), Inverse(d.Y), Inverse(d.Z));
        Span<int> stack = stackalloc int[StackDepth];
        int depth = 0, node = 0, best = -1;
        float nearest = float.PositiveInfinity, second = 0, third = 0;
        while (true)
        {
            ref readonly Node at = ref nodes[node];
            if (at.Count > 0)
            {
                for (int i = at.First; i < at.First + at.Count; i++)
                {
                    if (stops[structureOf[triangles[i]]] && Meets(ray, triangles[i], out float t, out float u, out float v) && t < nearest)
                        (nearest, second, third, best) = (t, u, v, i);
                }
            }
            else
            {
                int near = at.First, far = at.First + 1;
                float nearEntry = Entry(nodes[near], ray.Origin, inverse), farEntry = Entry(nodes[far], ray.Origin, inverse);
                if (nearEntry > farEntry)
                    (near, far, nearEntry, farEntry) = (far, near, farEntry, nearEntry);
                if (farEntry < nearest)
                    stack[depth++] = far;
                if (nearEntry < nearest)
                {
                    node = near;
                    continue;
                }
            }

            do
            {
                if (depth == 0)
                    return best < 0 ? null : new RayHit(3 * triangles[best], structureOf[triangles[best]], nearest, second, third);
                node = stack[--depth];
            }
            while (Entry(nodes[node], ray.Origin, inverse) >= nearest);
        }
    }

    /// <summary>Moeller and Trumbore, "Fast, minimum storage ray/triangle intersection" (1997), without culling.</summary>
    private bool Meets(in Ray ray, int triangle, out float t, out float u, out float v)
    {
        t = u = v = 0;
        Vector3 first = positions[indices[3 * triangle]];
        Vector3 toSecond = positions[indices[3 * triangle + 1]] - first, toThird = positions[indices[3 * triangle + 2]] - first;
        Vector3 p = Vector3.Cross(ray.Direction, toThird);
        float determinant = Vector3.Dot(toSecond, p);
        if (MathF.Abs(determinant) < 1e-14f)
            return false;
        float inverse = 1 / determinant;
        Vector3 s = ray.Origin - first;
        u = Vector3.Dot(s, p) * inverse;
        if (u is < 0 or > 1)
            return false;
        Vector3 q = Vector3.Cross(s, toSecond);
        v = Vector3.Dot(ray.Direction, q) * inverse;
        if (v < 0 || u + v > 1)
            return false;
        t = Vector3.Dot(toThird, q) * inverse;
        return t > 0;
    }

    /// <summary>1 / x, kept finite: infinity times a distance of zero would lose boxes that the ray runs along.</summary>
    private static float Inverse(float x) => MathF.Abs(x) > 1e-20f ? 1 / x : MathF.CopySign(1e20f, x);

    private static float Entry(in Node node, Vector3 origin, Vector3 inverse)
    {
        Vector3 a = (node.Min - origin) * inverse, b = (node.Max - origin) * inverse;
        Vector3 low = Vector3.Min(a, b), high = Vector3.Max(a, b);
        float entry = MathF.Max(MathF.Max(low.X, low.Y), MathF.Max(low.Z, 0));
        float exit = MathF.Min(high.X, MathF.Min(high.Y, high.Z));
        return entry <= exit * Rounding ? entry : float.PositiveInfinity;
    }

    /// <summary>A leaf holds Count triangles from First on; an inner node (Count 0) has its children at First and First + 1.</summary>
    private readonly record struct Node(Vector3 Min, Vector3 Max, int First, int Count);

    private sealed class Builder
    {
        private readonly Vector3[] low, high;

        public Builder(ReadOnlySpan<Vector3> positions, ReadOnlySpan<uint> indices)
        {
            int count = indices.Length / 3;
            low = new Vector3[count];
            high = new Vector3[count];
            Order = new int[count];
            for (int i = 0; i < count; i++)
            {
                Vector3 a = positions[(int)indices[3 * i]], b = positions[(int)indices[3 * i + 1]], c = positions[(int)indices[3 * i + 2]];
                low[i] = Vector3.Min(a, Vector3.Min(b, c));
                high[i] = Vector3.Max(a, Vector3.Max(b, c));
                Order[i] = i;
            }
        }

        public int[] Order { get; }

        public List<Node> Nodes { get; } = [];

        public void Split()
        {
            if (Order.Length == 0)
                return;
            Nodes.Capacity = Order.Length / 2 + 1;
            Nodes.Add(Leaf(0, Order.Length));
            var open = new Stack<(int Node, int Depth)>([(0, 0)]);
            while (open.TryPop(out (int Node, int Depth) next))
            {
                Node leaf = Nodes[next.Node];
                if (leaf.Count <= LeafSize || next.Depth >= StackDepth - 2)
                    continue;
                int cut = Cut(leaf);
                int children = Nodes.Count;
                Nodes.Add(Leaf(leaf.First, cut - leaf.First));
                Nodes.Add(Leaf(cut, leaf.First + leaf.Count - cut));
                Nodes[next.Node] = leaf with { First = children, Count = 0 };
                open.Push((children, next.Depth + 1));
                open.Push((children + 1, next.Depth + 1));
            }
        }

        private Node Leaf(int first, int count)
        {
            Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
            for (int i = first; i < first + count; i++)
            {
                min = Vector3.Min(min, low[Order[i]]);
                max = Vector3.Max(max, high[Order[i]]);
            }

            return new(min, max, first, count);
        }

        /// <summary>Sorts the leaf's triangles to both sides of the cheapest of a few planes across its longest axis.</summary>
        private int Cut(in Node leaf)
        {
            Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
            for (int i = leaf.First; i < leaf.First + leaf.Count; i++)
            {
                Vector3 middle = Middle(Order[i]);
                min = Vector3.Min(min, middle);
                max = Vector3.Max(max, middle);
            }

            Vector3 size = max - min;
            int axis = size.X > size.Y && size.X > size.Z ? 0 : size.Y > size.Z ? 1 : 2;
            float start = min[axis], scale = size[axis] > 0 ? Bins / size[axis] : 0;
            int plane = scale > 0 ? CheapestPlane(leaf, axis, start, scale) : 0;
            int cut = leaf.First;
            for (int i = leaf.First; i < leaf.First + leaf.Count; i++)
            {
                if (Bin(Order[i], axis, start, scale) < plane)
                {
                    (Order[cut], Order[i]) = (Order[i], Order[cut]);
                    cut++;
                }
            }

            return cut == leaf.First || cut == leaf.First + leaf.Count ? leaf.First + leaf.Count / 2 : cut;
        }

        private int CheapestPlane(in Node leaf, int axis, float start, float scale)
        {
            Span<int> counts = stackalloc int[Bins];
            Span<Bounds> boxes = stackalloc Bounds[Bins];
            boxes.Fill(Bounds.Empty);
            for (int i = leaf.First; i < leaf.First + leaf.Count; i++)
            {
                int t = Order[i], bin = Bin(t, axis, start, scale);
                counts[bin]++;
                boxes[bin] = boxes[bin].Include(new Bounds(low[t], high[t]));
            }

            Span<float> left = stackalloc float[Bins];
            Sweep(counts, boxes, left, forward: true);
            Span<float> right = stackalloc float[Bins];
            Sweep(counts, boxes, right, forward: false);
            int best = Bins / 2;
            float least = float.PositiveInfinity;
            for (int plane = 1; plane < Bins; plane++)
            {
                float cost = left[plane - 1] + right[plane];
                if (cost < least)
                    (least, best) = (cost, plane);
            }

            return best;
        }

        private static void Sweep(ReadOnlySpan<int> counts, ReadOnlySpan<Bounds> boxes, Span<float> cost, bool forward)
        {
            Bounds box = Bounds.Empty;
            int count = 0;
            for (int i = 0; i < Bins; i++)
            {
                int bin = forward ? i : Bins - 1 - i;
                box = box.Include(boxes[bin]);
                count += counts[bin];
                Vector3 s = box.Size;
                cost[bin] = count * (s.X * s.Y + s.Y * s.Z + s.Z * s.X);
            }
        }

        private Vector3 Middle(int triangle) => (low[triangle] + high[triangle]) / 2;

        private int Bin(int triangle, int axis, float start, float scale) =>
            Math.Clamp((int)((Middle(triangle)[axis] - start) * scale), 0, Bins - 1);
    }
}
