using System.Numerics;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// Moves anatomy that comes through the finished skin, or too near to it, back under it. One displacement of space moves
/// everything around along, less with the distance, so that neighbours stay neighbours and nothing folds.
/// </summary>
internal static class Tuck
{
    /// <summary>Skin over the anatomy, metres.</summary>
    private const float Least = 0.0012f;

    // A displacement fades out over these distances, metres, round by round: first wide, so that its slope stays below 1; at last
    // what stands in a crease between toes or eyelids, where neighbours must part, goes back alone.
    private static readonly float[] Fades = [0.014f, 0.014f, 0.012f, 0.008f, 0.005f, 0.003f, 0.001f, 0.001f, 0.001f, 0.001f];

    // A wide fade is at least this many times as wide as its move is long.
    private const float FadePerMove = 1.8f, WideFade = 0.01f;

    // What stands out farther is not anatomy that came through but a mistake of the skin, such as a fold in itself.
    private const float Farthest = 0.01f;

    /// <summary>Changes the positions of <paramref name="meshes"/>, which lie on the left and in the midline.</summary>
    public static void Under(TriangleMesh skin, IReadOnlyList<TriangleMesh> meshes)
    {
        var surface = new ClosedSurface(skin.Positions, skin.Triangles);
        foreach (float fade in Fades)
        {
            var found = new List<(Vector3 Place, Vector3 Move)>[meshes.Count];
            Parallel.For(0, meshes.Count, m => found[m] = Demands(surface, meshes[m]));
            var field = new Displacement([.. found.SelectMany(list => list)], fade);
            if (field.IsEmpty)
                return;
            Parallel.For(0, meshes.Count, m =>
            {
                Vector3[] positions = meshes[m].Positions;
                for (int i = 0; i < positions.Length; i++)
                    positions[i] += field.At(positions[i]);
            });
        }
    }

    private static List<(Vector3 Place, Vector3 Move)> Demands(ClosedSurface surface, TriangleMesh mesh)
    {
        List<(Vector3, Vector3)> demands = [];
        foreach (Vector3 p in mesh.Positions)
        {
            if (surface.At(p, Farthest + Least) is not { } at || at.Distance < -Least || at.Distance > Farthest)
                continue;
            Vector3 move = -(at.Distance + Least + 0.0002f) * at.Outward;
            demands.Add((p, move));
            // The right half asks for the same; in the midline both must agree.
            if (p.X < 0.02f)
                demands.Add((p with { X = -p.X }, move with { X = -move.X }));
        }

        return demands;
    }

    /// <summary>Displacement of space: at each demand its own move, between them their weighted mean, fading out around.</summary>
    private sealed class Displacement
    {
        private const float Cell = 0.012f;

        private readonly (Vector3 Place, Vector3 Move, float Length, float Reach)[] demands;
        private readonly Dictionary<(int, int, int), List<int>> cells = [];

        public Displacement(IReadOnlyList<(Vector3 Place, Vector3 Move)> moves, float fade)
        {
            demands = [.. moves.Select(m => (m.Place, m.Move, m.Move.Length(), fade < WideFade ? fade : MathF.Max(fade, FadePerMove * m.Move.Length())))];
            for (int d = 0; d < demands.Length; d++)
            {
                ((int X, int Y, int Z) low, (int X, int Y, int Z) high) =
                    (Key(demands[d].Place - new Vector3(demands[d].Reach)), Key(demands[d].Place + new Vector3(demands[d].Reach)));
                for (int i = low.X; i <= high.X; i++)
                {
                    for (int j = low.Y; j <= high.Y; j++)
                    {
                        for (int k = low.Z; k <= high.Z; k++)
                        {
                            if (!cells.TryGetValue((i, j, k), out List<int>? list))
                                cells[(i, j, k)] = list = [];
                            list.Add(d);
                        }
                    }
                }
            }
        }

        public bool IsEmpty => demands.Length == 0;

        public Vector3 At(Vector3 point)
        {
            if (!cells.TryGetValue(Key(point), out List<int>? near))
                return Vector3.Zero;
            Vector3 direction = Vector3.Zero;
            float most = 0;
            foreach (int d in near)
            {
                (Vector3 place, Vector3 move, float length, float reach) = demands[d];
                float share = 1 - Vector3.Distance(place, point) / reach;
                if (share <= 0)
                    continue;
                most = MathF.Max(most, share * length);
                direction += share * share * share * move;
            }

            float size = direction.Length();
            return size > 1e-9f ? most / size * direction : Vector3.Zero;
        }

        private static (int, int, int) Key(Vector3 p) => ((int)MathF.Floor(p.X / Cell), (int)MathF.Floor(p.Y / Cell), (int)MathF.Floor(p.Z / Cell));
    }
}
