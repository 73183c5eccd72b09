using DryNeedling.Kiosk.Anatomy;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>The block's arrays on the GPU, uploaded once.</summary>
internal sealed unsafe class GpuCutaway : IDisposable
{
    private readonly GL gl;
    private readonly CutawayMesh mesh;
    private uint array, vertices, indices;

    public GpuCutaway(GL gl, CutawayMesh mesh)
    {
        (this.gl, this.mesh) = (gl, mesh);
        array = gl.GenVertexArray();
        gl.BindVertexArray(array);
        vertices = gl.GenBuffer();
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, vertices);
        gl.BufferData(BufferTargetARB.ArrayBuffer, mesh.Vertices, BufferUsageARB.StaticDraw);
        Attribute(0, 3, VertexAttribPointerType.Float, false, 0);
        Attribute(1, 4, VertexAttribPointerType.Short, true, 12);
        Attribute(2, 2, VertexAttribPointerType.Float, false, 20);
        Attribute(3, 4, VertexAttribPointerType.UnsignedByte, true, 28);
        Attribute(4, 4, VertexAttribPointerType.UnsignedByte, true, 32);
        indices = gl.GenBuffer();
        gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, indices);
        gl.BufferData(BufferTargetARB.ElementArrayBuffer, mesh.Indices, BufferUsageARB.StaticDraw);
    }

    public void Bind() => gl.BindVertexArray(array);

    /// <summary>Draws one piece with the program in use.</summary>
    public void Draw(CutawayPiece piece, bool reduced)
    {
        MeshRange range = mesh.IndicesOf(piece, reduced);
        gl.DrawElements(PrimitiveType.Triangles, (uint)range.Count, DrawElementsType.UnsignedInt, (void*)((long)range.Start * sizeof(uint)));
    }

    public void Dispose()
    {
        gl.DeleteVertexArray(array);
        gl.DeleteBuffer(vertices);
        gl.DeleteBuffer(indices);
        (array, vertices, indices) = (0, 0, 0);
    }

    private void Attribute(uint index, int count, VertexAttribPointerType type, bool fraction, int offset)
    {
        gl.EnableVertexAttribArray(index);
        gl.VertexAttribPointer(index, count, type, fraction, CutawayVertex.SizeInBytes, (void*)offset);
    }
}
