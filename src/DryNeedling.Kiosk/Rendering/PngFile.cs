using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>Pictures in and out: the only class that reads or writes image files.</summary>
internal static class PngFile
{
    private static readonly PngEncoder Encoder = new() { ColorType = PngColorType.Rgb, BitDepth = PngBitDepth.Bit8 };

    /// <summary>Writes RGBA rows from the top as an opaque PNG; the file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string path, int width, int height, ReadOnlySpan<byte> rgba)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, width * height * 4, nameof(rgba));
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>(rgba, width, height);
        string part = path + ".part";
        try
        {
            using (FileStream file = File.Create(part))
                image.SaveAsPng(file, Encoder);

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
        try
        {
            using Image<Rgba32> image = Image.Load<Rgba32>(path);
            byte[] rgba = new byte[image.Width * image.Height * 4];
            image.CopyPixelDataTo(rgba);
            return (image.Width, image.Height, rgba);
        }
        catch (Exception e) when (e is UnknownImageFormatException or InvalidImageContentException)
        {
            throw new IOException($"{path} is not a picture that can be read.", e);
        }
    }
}
