using SkiaSharp;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>Pictures in and out: the only class that reads or writes image files.</summary>
internal static class PngFile
{
    /// <summary>Writes RGBA rows from the top as an opaque PNG; the file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string path, int width, int height, ReadOnlySpan<byte> rgba)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, width * height * 4, nameof(rgba));
        SKImageInfo info = new(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using SKImage image = SKImage.FromPixelCopy(info, rgba);
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        string part = path + ".part";
        try
        {
            using (FileStream file = File.Create(part))
                data.SaveTo(file);

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Reads a picture as RGBA rows from the top.</summary>
    /// <exception cref="IOException">The file is missing or not a picture.</exception>
    public static (int Width, int Height, byte[] Rgba) Read(string path)
    {
        using SKBitmap bitmap = SKBitmap.Decode(path) ?? throw new IOException($"{path} is not a picture that can be read.");
        SKImageInfo info = new(bitmap.Width, bitmap.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using SKBitmap converted = new(info);
        if (!bitmap.CopyTo(converted, SKColorType.Rgba8888))
            throw new IOException($"{path} has a colour format that cannot be read.");

        return (info.Width, info.Height, converted.GetPixelSpan().ToArray());
    }
}
