using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Platform;

/// <summary>Checks that belong to every context, whoever made it.</summary>
internal static class GlDoor
{
    public const string TooOld =
        "OpenGL 3.3 is needed and this machine's graphics driver does not offer it: install or update the driver " +
        "(Debian: apt install libgl1-mesa-dri).";

    /// <exception cref="PlatformException">The context is older than OpenGL 3.3.</exception>
    public static GL Open(Func<string, nint> find)
    {
        GL gl = GL.GetApi(find);
        int version = gl.GetInteger(GetPName.MajorVersion) * 10 + gl.GetInteger(GetPName.MinorVersion);
        if (version < 33)
            throw new PlatformException(TooOld);

        return gl;
    }

    /// <summary>Whether a context of this version or with these extensions reports resets.</summary>
    public static bool ReportsResets(GL gl) =>
        gl.GetInteger(GetPName.MajorVersion) * 10 + gl.GetInteger(GetPName.MinorVersion) >= 45;

    /// <summary>Reads the bound read framebuffer as RGBA rows from the top.</summary>
    public static void ReadTopDown(GL gl, int width, int height, Span<byte> rgba)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, width * height * 4, nameof(rgba));
        gl.PixelStore(PixelStoreParameter.PackAlignment, 1);
        gl.ReadPixels(0, 0, (uint)width, (uint)height, PixelFormat.Rgba, PixelType.UnsignedByte, rgba);
        FlipRows(rgba, width * 4);
    }

    // GL's first row is the bottom one; this is the only flip in the program.
    private static void FlipRows(Span<byte> pixels, int stride)
    {
        Span<byte> kept = new byte[stride];
        int rows = pixels.Length / stride;
        for (int top = 0, bottom = rows - 1; top < bottom; top++, bottom--)
        {
            Span<byte> upper = pixels.Slice(top * stride, stride), lower = pixels.Slice(bottom * stride, stride);
            upper.CopyTo(kept);
            lower.CopyTo(upper);
            kept.CopyTo(lower);
        }
    }
}
