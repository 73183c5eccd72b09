using DryNeedling.Kiosk.Platform;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>A picture on the GPU that can be drawn into and read from; with depth and stencil when asked for.</summary>
internal sealed unsafe class GpuTarget : IDisposable
{
    private readonly GL gl;
    private uint depth;

    /// <exception cref="PlatformException">The driver cannot draw into such a picture (usually: too large).</exception>
    public GpuTarget(GL gl, int width, int height, InternalFormat format, bool withDepth)
    {
        this.gl = gl;
        Width = width;
        Height = height;
        Framebuffer = gl.GenFramebuffer();
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, Framebuffer);
        AddColour(format);
        if (withDepth)
            AddDepth();

        if (gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer) != GLEnum.FramebufferComplete)
            throw new PlatformException($"The graphics driver cannot draw a picture of {width}x{height}.");
    }

    public int Width { get; }

    public int Height { get; }

    public uint Framebuffer { get; private set; }

    public uint Texture { get; private set; }

    public void Bind()
    {
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, Framebuffer);
        gl.Viewport(0, 0, (uint)Width, (uint)Height);
    }

    /// <summary>Copies the whole picture into another framebuffer of the same size.</summary>
    public void CopyTo(uint framebuffer)
    {
        gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, Framebuffer);
        gl.BindFramebuffer(FramebufferTarget.DrawFramebuffer, framebuffer);
        gl.BlitFramebuffer(
            0, 0, Width, Height, 0, 0, Width, Height, ClearBufferMask.ColorBufferBit, BlitFramebufferFilter.Nearest);
    }

    public void Dispose()
    {
        gl.DeleteFramebuffer(Framebuffer);
        gl.DeleteTexture(Texture);
        gl.DeleteRenderbuffer(depth);
        (Framebuffer, Texture, depth) = (0, 0, 0);
    }

    private void AddColour(InternalFormat format)
    {
        Texture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, Texture);
        // Blue first, as windows have it: drivers pick the stored order from this, and copying to the screen is then a
        // plain copy of memory instead of a conversion of every pixel.
        gl.TexImage2D(
            TextureTarget.Texture2D, 0, format, (uint)Width, (uint)Height, 0, PixelFormat.Bgra, PixelType.UnsignedInt8888Rev, null);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Nearest);
        gl.FramebufferTexture2D(
            FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, Texture, 0);
    }

    private void AddDepth()
    {
        depth = gl.GenRenderbuffer();
        gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, depth);
        gl.RenderbufferStorage(
            RenderbufferTarget.Renderbuffer, InternalFormat.Depth24Stencil8, (uint)Width, (uint)Height);
        gl.FramebufferRenderbuffer(
            FramebufferTarget.Framebuffer, FramebufferAttachment.DepthStencilAttachment, RenderbufferTarget.Renderbuffer, depth);
    }
}
