using System.Numerics;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// One piece of the interface on the GPU: pixels painted elsewhere, drawn as one rectangle over the scene at one texel
/// per pixel. Moving or fading it uploads nothing.
/// </summary>
internal sealed class PanelTexture : IDisposable
{
    private GpuTexture? texture;

    /// <summary>Top left corner on the screen, pixels.</summary>
    public int X { get; set; }

    public int Y { get; set; }

    /// <summary>0 to 1; 0 is not drawn.</summary>
    public float Opacity { get; set; } = 1;

    /// <summary>Rows of the screen it may be seen in: top, bottom, and the lengths of the soft ends; pixels.</summary>
    public Vector4 Window { get; set; } = Unclipped;

    /// <summary>A window that hides nothing.</summary>
    public static Vector4 Unclipped { get; } = new(-1e6f, 1e6f, 0, 0);

    public int Width => texture?.Width ?? 0;

    public int Height => texture?.Height ?? 0;

    /// <summary>Nothing was uploaded yet, or the GPU lost it: paint and upload the whole panel.</summary>
    public bool IsEmpty => texture is null;

    /// <summary>Makes room for a panel of this size; a new size forgets the pixels.</summary>
    /// <returns>Whether the whole panel must be uploaded now.</returns>
    public bool Fit(GL gl, int width, int height)
    {
        if (texture is not null && texture.Width == width && texture.Height == height)
            return false;

        texture?.Dispose();
        texture = new(gl, width, height, smooth: false);
        return true;
    }

    /// <summary>Uploads a rectangle out of the panel's premultiplied RGBA pixels (the whole panel, rows from the top).</summary>
    public void Upload(ReadOnlySpan<byte> rgba, int x, int y, int width, int height) =>
        (texture ?? throw new InvalidOperationException("Fit comes before Upload.")).Upload(rgba, Width, x, y, width, height);

    /// <summary>The context is gone and the texture with it.</summary>
    public void Forget() => texture = null;

    public void Bind() => texture?.Bind();

    public void Dispose()
    {
        texture?.Dispose();
        texture = null;
    }
}
