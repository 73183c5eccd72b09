namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>Exact Euclidean distance transform of a box of voxels (Felzenszwalb and Huttenlocher, 2012).</summary>
internal static class DistanceTransform
{
    private const float Far = 1e12f;

    /// <summary>Distance, in the unit of <paramref name="edge"/>, of every voxel's centre to the nearest marked voxel's; Z runs fastest, X slowest.</summary>
    public static float[] To(bool[] marked, (int X, int Y, int Z) size, float edge)
    {
        float[] squared = [.. marked.Select(m => m ? 0 : Far)];
        Pass(squared, size.X * size.Y, size.Z, line => line * size.Z, 1);
        Pass(squared, size.X * size.Z, size.Y, line => line / size.Z * size.Y * size.Z + line % size.Z, size.Z);
        Pass(squared, size.Y * size.Z, size.X, line => line, size.Y * size.Z);
        for (int i = 0; i < squared.Length; i++)
            squared[i] = edge * MathF.Sqrt(MathF.Min(squared[i], 1e8f));
        return squared;
    }

    private static void Pass(float[] squared, int lines, int length, Func<int, int> start, int stride) =>
        Parallel.For(0, lines, () => new Line(length), (line, _, work) => { work.Run(squared, start(line), stride); return work; }, _ => { });

    private sealed class Line(int length)
    {
        private readonly float[] values = new float[length], borders = new float[length + 1];
        private readonly int[] parabolas = new int[length];

        public void Run(float[] squared, int start, int stride)
        {
            int last = -1;
            for (int q = 0; q < length; q++)
            {
                float value = values[q] = squared[start + q * stride];
                if (value >= Far)
                    continue;
                float border = float.NegativeInfinity;
                while (last >= 0)
                {
                    int p = parabolas[last];
                    border = (value + (float)q * q - values[p] - (float)p * p) / (2 * (q - p));
                    if (border > borders[last])
                        break;
                    last--;
                    border = float.NegativeInfinity;
                }

                parabolas[++last] = q;
                borders[last] = border;
                borders[last + 1] = float.PositiveInfinity;
            }

            if (last < 0)
                return;
            for (int q = 0, k = 0; q < length; q++)
            {
                while (borders[k + 1] < q)
                    k++;
                int p = parabolas[k];
                squared[start + q * stride] = (float)(q - p) * (q - p) + values[p];
            }
        }
    }
}
