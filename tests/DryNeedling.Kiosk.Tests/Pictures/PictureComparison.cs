using DryNeedling.Kiosk.Rendering;

namespace DryNeedling.Kiosk.Tests.Pictures;

/// <summary>Compares a rendered picture with the one kept in <c>tests/pictures</c>.</summary>
internal static class PictureComparison
{
    // Another processor rounds differently and shifts edges by a fraction of a pixel: single pixels may differ a lot,
    // the picture as a whole must not. A missing muscle or a wrong colour moves both figures tenfold.
    private const double LargestMeanDifference = 2.0;
    private const double LargestShareOfDifferentPixels = 0.02;
    private const int ClearlyDifferent = 40;

    /// <summary>Fails with figures, and leaves the new picture beside the kept one as NAME.actual.png.</summary>
    public static void AssertLooksLike(string name, int width, int height, byte[] rgba)
    {
        string folder = Path.Combine(Repository.Root, "tests", "pictures");
        string kept = Path.Combine(folder, name + ".png"), actual = Path.Combine(folder, name + ".actual.png");
        if (!File.Exists(kept))
        {
            Directory.CreateDirectory(folder);
            PngFile.Write(actual, width, height, rgba);
            Assert.Fail($"There is no {kept} yet. Look at {actual}; if it is right, keep it under that name.");
        }

        (int keptWidth, int keptHeight, byte[] expected) = PngFile.Read(kept);
        Assert.Equal((keptWidth, keptHeight), (width, height));
        (double mean, double share) = Difference(expected, rgba);
        if (mean > LargestMeanDifference || share > LargestShareOfDifferentPixels)
        {
            PngFile.Write(actual, width, height, rgba);
            Assert.Fail($"{name} looks different: {mean:0.00} levels on average, {share:P2} of the pixels clearly. Compare {actual} with {kept}.");
        }

        File.Delete(actual);
    }

    /// <summary>Mean difference in levels (0 to 255), and the share of pixels whose strongest channel differs clearly.</summary>
    public static (double Mean, double Share) Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        long sum = 0;
        int different = 0;
        for (int i = 0; i < a.Length; i += 4)
        {
            int red = Math.Abs(a[i] - b[i]), green = Math.Abs(a[i + 1] - b[i + 1]), blue = Math.Abs(a[i + 2] - b[i + 2]);
            sum += red + green + blue;
            different += Math.Max(red, Math.Max(green, blue)) > ClearlyDifferent ? 1 : 0;
        }

        return (sum / (a.Length * 0.75), different / (a.Length / 4.0));
    }
}
