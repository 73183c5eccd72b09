using DryNeedling.Kiosk.Anatomy;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// The body's arrays on the GPU: one vertex buffer, one index buffer that holds the full level and after it the
/// reduced one, uploaded in one go each.
/// </summary>
internal sealed unsafe class GpuBody : IDisposable
{
    private readonly GL gl;
    private readonly int reducedStart;
    private uint array;
    private uint vertices;
    private uint indices;

    public GpuBody(GL gl, Body body)
    {
        this.gl = gl;
        reducedStart = body.Indices.Length;
        array = gl.GenVertexArray();
        gl.BindVertexArray(array);
        vertices = gl.GenBuffer();
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, vertices);
        gl.BufferData<BodyVertex>(BufferTargetARB.ArrayBuffer, body.Vertices, BufferUsageARB.StaticDraw);
        DescribeVertex();
        UploadIndices(body);
    }

    public void Bind() => gl.BindVertexArray(array);

    /// <summary>Draws one structure's triangles with the program in use.</summary>
    /// <param name="seen">Only those that can be seen while nothing but the skin is taken off.</param>
    public void Draw(Structure structure, bool reduced, bool seen = false)
    {
        bool small = reduced && structure.ReducedIndices.Count > 0;
        MeshRange range = small ? structure.ReducedIndices : structure.Indices;
        int count = !seen ? range.Count : small ? structure.SeenReduced : structure.Seen;
        if (count == 0)
            return;
        int start = range.Start + (small ? reducedStart : 0);
        gl.DrawRangeElements(
            PrimitiveType.Triangles, (uint)structure.Vertices.Start, (uint)(structure.Vertices.End - 1),
            (uint)count, DrawElementsType.UnsignedInt, (void*)((long)start * sizeof(uint)));
    }

    public void Dispose()
    {
        gl.DeleteVertexArray(array);
        gl.DeleteBuffer(vertices);
        gl.DeleteBuffer(indices);
        (array, vertices, indices) = (0, 0, 0);
    }

    private void DescribeVertex()
    {
        Attribute(0, 3, VertexAttribPointerType.Float, false, 0);
        Attribute(1, 4, VertexAttribPointerType.Short, true, 12);
        Attribute(2, 2, VertexAttribPointerType.UnsignedShort, true, 20);
        Attribute(3, 4, VertexAttribPointerType.UnsignedByte, true, 24);
    }

    private void Attribute(uint index, int count, VertexAttribPointerType type, bool fraction, int offset)
    {
        gl.EnableVertexAttribArray(index);
        gl.VertexAttribPointer(index, count, type, fraction, BodyVertex.SizeInBytes, (void*)offset);
    }

    private void UploadIndices(Body body)
    {
        nuint full = (nuint)body.Indices.Length * sizeof(uint), reduced = (nuint)body.ReducedIndices.Length * sizeof(uint);
        indices = gl.GenBuffer();
        gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, indices);
        gl.BufferData(BufferTargetARB.ElementArrayBuffer, full + reduced, null, BufferUsageARB.StaticDraw);
        gl.BufferSubData<uint>(BufferTargetARB.ElementArrayBuffer, 0, body.Indices);
        gl.BufferSubData<uint>(BufferTargetARB.ElementArrayBuffer, (nint)full, body.ReducedIndices);
    }
}
