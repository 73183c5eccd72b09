using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Meshes;

/// <summary>Evens out a mesh's surface or the values at its vertices.</summary>
public static class Smoothing
{
    // Pass band of Taubin's filter: a step inwards, a slightly larger one outwards, so that the volume stays.
    private const float Inwards = 0.5f, Outwards = -0.53f;

    /// <summary>Low-pass filter without shrinking (Taubin, 1995).</summary>
    public static void Surface(TriangleMesh mesh, int steps)
    {
        int[][] around = Neighbours(mesh);
        for (int i = 0; i < steps; i++)
        {
            mesh.Positions = Moved(mesh.Positions, around, Inwards);
            mesh.Positions = Moved(mesh.Positions, around, Outwards);
        }
    }

    /// <summary>Averages fibre coordinates and belly shares along the surface.</summary>
    public static void Fibres(TriangleMesh mesh, int steps)
    {
        int[][] around = Neighbours(mesh);
        for (int step = 0; step < steps; step++)
        {
            var next = new Vector2[mesh.Fibres.Length];
            for (int v = 0; v < next.Length; v++)
            {
                Vector2 sum = Vector2.Zero;
                foreach (int other in around[v])
                    sum += mesh.Fibres[other];
                next[v] = around[v].Length > 0 ? (mesh.Fibres[v] + sum / around[v].Length) / 2 : mesh.Fibres[v];
            }

            mesh.Fibres = next;
        }
    }

    private static Vector3[] Moved(Vector3[] positions, int[][] around, float share)
    {
        var moved = new Vector3[positions.Length];
        for (int v = 0; v < moved.Length; v++)
        {
            Vector3 sum = Vector3.Zero;
            foreach (int other in around[v])
                sum += positions[other];
            moved[v] = around[v].Length > 0 ? positions[v] + share * (sum / around[v].Length - positions[v]) : positions[v];
        }

        return moved;
    }

    private static int[][] Neighbours(TriangleMesh mesh)
    {
        var sets = new List<int>[mesh.Positions.Length];
        for (int v = 0; v < sets.Length; v++)
            sets[v] = new(6);
        for (int i = 0; i < mesh.Triangles.Length; i++)
        {
            int v = mesh.Triangles[i], other = mesh.Triangles[i % 3 == 2 ? i - 2 : i + 1];
            // Each edge of a closed mesh runs once in each direction.
            if (!sets[v].Contains(other))
                sets[v].Add(other);
            if (!sets[other].Contains(v))
                sets[other].Add(v);
        }

        return [.. sets.Select(set => set.ToArray())];
    }
}
