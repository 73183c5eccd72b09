using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>An RGBA texture with premultiplied alpha, first row on top.</summary>
internal sealed unsafe class GpuTexture : IDisposable
{
    private readonly GL gl;
    private uint handle;

    public GpuTexture(GL gl, int width, int height, bool smooth)
    {
        this.gl = gl;
        (Width, Height) = (width, height);
        handle = gl.GenTexture();
        int filter = (int)(smooth ? TextureMinFilter.Linear : TextureMinFilter.Nearest);
        Bind();
        gl.TexImage2D(
            TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)width, (uint)height, 0, PixelFormat.Rgba,
            PixelType.UnsignedByte, null);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, filter);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, filter);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
    }

    public int Width { get; }

    public int Height { get; }

    public void Bind()
    {
        gl.ActiveTexture(TextureUnit.Texture0);
        gl.BindTexture(TextureTarget.Texture2D, handle);
    }

    /// <summary>Replaces a rectangle with the same rectangle of <paramref name="rgba"/>, which holds the whole picture.</summary>
    /// <param name="rowPixels">Pixels from one row of <paramref name="rgba"/> to the next.</param>
    public void Upload(ReadOnlySpan<byte> rgba, int rowPixels, int x, int y, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x + width, Math.Min(rowPixels, Width), nameof(width));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(y + height, Height, nameof(height));
        ArgumentOutOfRangeException.ThrowIfLessThan(rgba.Length, ((y + height - 1) * rowPixels + x + width) * 4, nameof(rgba));
        Bind();
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 4);
        gl.PixelStore(PixelStoreParameter.UnpackRowLength, rowPixels);
        fixed (byte* first = rgba)
        {
            gl.TexSubImage2D(
                TextureTarget.Texture2D, 0, x, y, (uint)width, (uint)height, PixelFormat.Rgba, PixelType.UnsignedByte,
                first + ((nint)y * rowPixels + x) * 4);
        }

        gl.PixelStore(PixelStoreParameter.UnpackRowLength, 0);
    }

    public void Dispose()
    {
        gl.DeleteTexture(handle);
        handle = 0;
    }
}
