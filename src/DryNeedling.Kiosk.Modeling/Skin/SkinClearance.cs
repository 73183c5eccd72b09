using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// How deep a point lies under a closed skin, by the nearest vertex and the tangent plane there; exact enough where the
/// skin is meshed more finely than it bends.
/// </summary>
internal sealed class SkinClearance
{
    private const float Cell = 0.012f;

    private readonly Vector3[] positions, normals;
    private readonly Dictionary<(int, int, int), List<int>> cells = [];

    public SkinClearance(Vector3[] positions, Vector3[] normals)
    {
        (this.positions, this.normals) = (positions, normals);
        for (int i = 0; i < positions.Length; i++)
        {
            (int, int, int) key = Key(positions[i]);
            if (!cells.TryGetValue(key, out List<int>? list))
                cells[key] = list = [];
            list.Add(i);
        }
    }

    /// <summary>Nearest vertex within about 24 mm and the depth below its tangent plane in metres, negative outside the skin.</summary>
    public (int Vertex, float Depth)? Under(Vector3 point)
    {
        (int x, int y, int z) = Key(point);
        int best = -1;
        float nearest = float.PositiveInfinity;
        for (int reach = 0; reach <= 2 && (best < 0 || nearest > (reach - 1) * Cell * (reach - 1) * Cell); reach++)
        {
            for (int i = x - reach; i <= x + reach; i++)
            {
                for (int j = y - reach; j <= y + reach; j++)
                {
                    for (int k = z - reach; k <= z + reach; k++)
                    {
                        if (Math.Max(Math.Abs(i - x), Math.Max(Math.Abs(j - y), Math.Abs(k - z))) < reach || !cells.TryGetValue((i, j, k), out List<int>? list))
                            continue;
                        foreach (int v in list)
                        {
                            float distance = Vector3.DistanceSquared(point, positions[v]);
                            if (distance < nearest)
                                (nearest, best) = (distance, v);
                        }
                    }
                }
            }
        }

        return best < 0 ? null : (best, Vector3.Dot(normals[best], positions[best] - point));
    }

    private static (int, int, int) Key(Vector3 p) => ((int)MathF.Floor(p.X / Cell), (int)MathF.Floor(p.Y / Cell), (int)MathF.Floor(p.Z / Cell));
}
