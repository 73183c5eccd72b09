using System.Numerics;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>Where a point lies among cells that fill space irregularly (Worley 1996); the same numbers every time.</summary>
internal static class CellularNoise
{
    /// <summary>
    /// How far a point, in cells, is from its cell's middle, softly where two cells meet; how near it is to another cell
    /// (1 on the border); and a number of 0 to 1 that is its cell's own, softly too.
    /// </summary>
    public static (float FromMiddle, float Border, float Own) At(Vector3 p)
    {
        const float Sharpness = 16;
        float first = float.PositiveInfinity, second = float.PositiveInfinity, sum = 0, own = 0;
        int x = (int)MathF.Floor(p.X), y = (int)MathF.Floor(p.Y), z = (int)MathF.Floor(p.Z);
        for (int i = 0; i < 27; i++)
        {
            int a = x + i % 3 - 1, b = y + i / 3 % 3 - 1, c = z + i / 9 - 1;
            uint hash = Hash(a, b, c);
            Vector3 seed = new(a + Part(hash, 0), b + Part(hash, 10), c + Part(hash, 20));
            float distance = Vector3.Distance(seed, p), weight = MathF.Exp(-Sharpness * distance);
            sum += weight;
            own += weight * (((hash * 747796405u) >> 9) & 1023) / 1023f;
            if (distance < first)
                (second, first) = (first, distance);
            else if (distance < second)
                second = distance;
        }

        return (-MathF.Log(sum) / Sharpness, 1 - Math.Clamp((second - first) / 0.3f, 0, 1), own / sum);
    }

    /// <summary>A number of 0 to 1 that belongs to a whole number.</summary>
    public static float Of(int i) => ((Hash(i, 17, 59) >> 5) & 1023) / 1023f;

    /// <summary>Soft noise of -1 to 1 with one wave a unit or so.</summary>
    public static float Soft(Vector3 p) =>
        (MathF.Sin(p.X * 2.1f + 1.3f * MathF.Sin(p.Z * 1.7f + p.Y)) + MathF.Sin(p.Z * 2.3f + 1.1f * MathF.Sin(p.X * 1.9f + 2))
        + MathF.Sin(p.Y * 2.7f + 0.9f * MathF.Sin(p.X * 1.3f + p.Z))) / 3;

    // Jitter stays within the middle of a cell: all cells are of a size.
    private static float Part(uint hash, int shift) => 0.12f + 0.76f * ((hash >> shift) & 1023) / 1023f;

    private static uint Hash(int x, int y, int z)
    {
        uint h = (uint)x * 0x8DA6B343u ^ (uint)y * 0xD8163841u ^ (uint)z * 0xCB1AB31Fu;
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 12;
        h *= 0x297A2D39u;
        return h ^ (h >> 15);
    }
}
