using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>A uniform buffer at a fixed binding point, written whole.</summary>
internal sealed unsafe class GpuUniformBlock : IDisposable
{
    private readonly GL gl;
    private uint handle;

    public GpuUniformBlock(GL gl, uint binding, int sizeInBytes)
    {
        this.gl = gl;
        handle = gl.GenBuffer();
        gl.BindBuffer(BufferTargetARB.UniformBuffer, handle);
        gl.BufferData(BufferTargetARB.UniformBuffer, (nuint)sizeInBytes, null, BufferUsageARB.DynamicDraw);
        gl.BindBufferBase(BufferTargetARB.UniformBuffer, binding, handle);
    }

    public void Write<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        gl.BindBuffer(BufferTargetARB.UniformBuffer, handle);
        fixed (T* first = values)
            gl.BufferSubData(BufferTargetARB.UniformBuffer, 0, (nuint)(values.Length * sizeof(T)), first);
    }

    public void Dispose()
    {
        gl.DeleteBuffer(handle);
        handle = 0;
    }
}
