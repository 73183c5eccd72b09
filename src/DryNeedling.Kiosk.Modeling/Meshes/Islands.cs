namespace DryNeedling.Kiosk.Modeling.Meshes;

/// <summary>The separate pieces of a mesh.</summary>
public static class Islands
{
    /// <summary>Drops pieces smaller than <paramref name="share"/> of the largest or than <paramref name="least"/> triangles.</summary>
    public static void DropCrumbs(TriangleMesh mesh, float share, int least)
    {
        int[] root = Roots(mesh);
        var count = new int[root.Length];
        for (int i = 0; i < mesh.Triangles.Length; i += 3)
            count[root[mesh.Triangles[i]]]++;
        int limit = Math.Max(least, (int)(share * count.Max()));
        List<int> kept = new(mesh.Triangles.Length);
        for (int i = 0; i < mesh.Triangles.Length; i += 3)
        {
            if (count[root[mesh.Triangles[i]]] >= limit)
                kept.AddRange([mesh.Triangles[i], mesh.Triangles[i + 1], mesh.Triangles[i + 2]]);
        }

        int[] triangles = [.. kept];
        int[] vertices = Simplifier.Compact(triangles, mesh.Positions.Length);
        mesh.Positions = [.. vertices.Select(v => mesh.Positions[v])];
        mesh.Triangles = triangles;
    }

    private static int[] Roots(TriangleMesh mesh)
    {
        var parent = new int[mesh.Positions.Length];
        for (int v = 0; v < parent.Length; v++)
            parent[v] = v;
        for (int i = 0; i < mesh.Triangles.Length; i += 3)
        {
            Join(parent, mesh.Triangles[i], mesh.Triangles[i + 1]);
            Join(parent, mesh.Triangles[i], mesh.Triangles[i + 2]);
        }

        for (int v = 0; v < parent.Length; v++)
            parent[v] = Find(parent, v);
        return parent;
    }

    private static void Join(int[] parent, int a, int b)
    {
        (a, b) = (Find(parent, a), Find(parent, b));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Find(int[] parent, int v)
    {
        while (parent[v] != v)
            v = parent[v] = parent[parent[v]];
        return v;
    }
}
