using System.Numerics;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// Carries the difference between two skins into the body: inside, every point moves by the harmonic interpolation of what the
/// skin around it does (Joshi et al., "Harmonic coordinates", 2007), so that an arm follows its own skin and not the trunk's.
/// </summary>
internal sealed class Variation
{
    // Beyond the midline a cell meets its own mirror, whose X turns against it: more than 12/7 would not settle there.
    private const float Edge = 0.008f, Margin = 0.024f, Overrelaxation = 1.6f;

    private const int Sweeps = 400;

    private readonly (int X, int Y, int Z) size;
    private readonly Vector3 origin;
    private readonly Vector3[] moves;

    /// <param name="skin">Positions of the left half's skin, metres.</param>
    /// <param name="way">How each of them moves.</param>
    public Variation(Vector3[] skin, Vector3[] way)
    {
        Vector3 low = skin.Aggregate(Vector3.Min) - new Vector3(Margin), high = skin.Aggregate(Vector3.Max) + new Vector3(Margin);
        // Cells begin at the midline: the first one's neighbour beyond it is its own mirror.
        origin = low with { X = 0 };
        Vector3 cells = (high - origin) / Edge;
        size = ((int)cells.X + 1, (int)cells.Y + 1, (int)cells.Z + 1);
        moves = new Vector3[size.X * size.Y * size.Z];
        var count = new int[moves.Length];
        for (int i = 0; i < skin.Length; i++)
        {
            Vector3 c = (skin[i] - origin) / Edge;
            int at = Index(Math.Max(0, (int)c.X), (int)c.Y, (int)c.Z);
            moves[at] += way[i];
            count[at]++;
        }

        Vector3 mean = way.Aggregate(Vector3.Zero, (sum, w) => sum + w) / way.Length;
        for (int i = 0; i < moves.Length; i++)
            moves[i] = count[i] > 0 ? moves[i] / count[i] : mean with { X = 0 };
        Relax(count);
    }

    /// <summary>Where a point of the left half or the midline goes.</summary>
    public Vector3 At(Vector3 point)
    {
        bool isRight = point.X < 0;
        Vector3 p = (point with { X = MathF.Abs(point.X) } - origin) / Edge - new Vector3(0.5f);
        p = Vector3.Clamp(p, new(-0.5f, 0, 0), new(size.X - 1.001f, size.Y - 1.001f, size.Z - 1.001f));
        (int x, int y, int z) = ((int)MathF.Floor(p.X), (int)p.Y, (int)p.Z);
        (float u, float v, float w) = (p.X - x, p.Y - y, p.Z - z);
        Vector3 move = Vector3.Lerp(Plane(x, y, z, v, w), Plane(x + 1, y, z, v, w), u);
        return isRight ? move with { X = -move.X } : move;
    }

    /// <summary>Moves a mesh and turns its normals with it.</summary>
    public void Apply(TriangleMesh mesh)
    {
        const float Step = 0.004f;
        Vector3[] positions = mesh.Positions, normals = mesh.Normals;
        Parallel.For(0, positions.Length, i =>
        {
            Vector3 p = positions[i];
            Vector3 dx = (At(p + Step * Vector3.UnitX) - At(p - Step * Vector3.UnitX)) / (2 * Step);
            Vector3 dy = (At(p + Step * Vector3.UnitY) - At(p - Step * Vector3.UnitY)) / (2 * Step);
            Vector3 dz = (At(p + Step * Vector3.UnitZ) - At(p - Step * Vector3.UnitZ)) / (2 * Step);
            (Vector3 a, Vector3 b, Vector3 c) = (Vector3.UnitX + dx, Vector3.UnitY + dy, Vector3.UnitZ + dz);
            // The cofactors of the map turn normals; they need no inverse.
            Vector3 n = normals[i].X * Vector3.Cross(b, c) + normals[i].Y * Vector3.Cross(c, a) + normals[i].Z * Vector3.Cross(a, b);
            normals[i] = n.LengthSquared() > 1e-9f ? Vector3.Normalize(n) : normals[i];
            positions[i] = p + At(p);
        });
    }

    private int Index(int x, int y, int z) => (Math.Min(x, size.X - 1) * size.Y + y) * size.Z + z;

    private Vector3 Plane(int x, int y, int z, float v, float w)
    {
        Vector3 a = Vector3.Lerp(Cell(x, y, z), Cell(x, y, z + 1), w), b = Vector3.Lerp(Cell(x, y + 1, z), Cell(x, y + 1, z + 1), w);
        return Vector3.Lerp(a, b, v);
    }

    private Vector3 Cell(int x, int y, int z) => x >= 0 ? moves[Index(x, y, z)] : moves[Index(0, y, z)] with { X = -moves[Index(0, y, z)].X };

    /// <summary>Successive overrelaxation of Laplace's equation; cells with skin stay. Checkerboard order, so the same on any number of cores.</summary>
    private void Relax(int[] isFixed)
    {
        for (int sweep = 0; sweep < 2 * Sweeps; sweep++)
        {
            Parallel.For(0, size.X, x =>
            {
                for (int y = 0; y < size.Y; y++)
                {
                    for (int z = (x + y + sweep) & 1; z < size.Z; z += 2)
                    {
                        int at = Index(x, y, z);
                        if (isFixed[at] > 0)
                            continue;
                        Vector3 mean = (Cell(x - 1, y, z) + Cell(x + 1, y, z) + Cell(x, Math.Max(0, y - 1), z)
                            + Cell(x, Math.Min(size.Y - 1, y + 1), z) + Cell(x, y, Math.Max(0, z - 1)) + Cell(x, y, Math.Min(size.Z - 1, z + 1))) / 6;
                        moves[at] += Overrelaxation * (mean - moves[at]);
                    }
                }
            });
        }
    }
}
