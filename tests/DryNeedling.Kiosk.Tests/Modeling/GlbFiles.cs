using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using CsCheck;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Tests.Rendering;
using SharpGLTF.Memory;
using SharpGLTF.Schema2;

namespace DryNeedling.Kiosk.Tests.Modeling;

public sealed class GlbFiles
{
    private static readonly byte[] Sample = BytesOf(SampleBody.Create(12, 12));

    [Fact]
    public void It_reads_back_exactly_what_was_written()
    {
        Body written = SampleBody.Create(12, 12), read = BodyReader.Read(Sample, "sample.glb");
        Assert.Equal(written.Vertices, read.Vertices);
        Assert.Equal(written.Indices, read.Indices);
        Assert.Equal(written.ReducedIndices, read.ReducedIndices);
        Assert.Equal(written.Structures, read.Structures);
        Assert.Equal(written.Zones, read.Zones);
    }

    [Fact]
    public void It_writes_the_same_bytes_for_the_same_body() => Assert.Equal(Sample, BytesOf(SampleBody.Create(12, 12)));

    [Fact]
    public void It_says_who_made_the_model()
    {
        Body body = SampleBody.Create(4, 4);
        var owned = new Body(body.Structures, body.Vertices, body.Indices, body.ReducedIndices, body.Zones, "Someone, CC BY 4.0");
        Assert.Equal("Someone, CC BY 4.0", BodyReader.Read(BytesOf(owned), "owned.glb").Copyright);
    }

    [Fact]
    public void It_keeps_the_reduced_level_out_of_other_programs_sight()
    {
        ModelRoot root = ModelRoot.ParseGLB(Sample);
        Assert.All(root.LogicalMeshes, mesh => Assert.Single(mesh.Primitives));
    }

    [Fact]
    public void It_takes_an_ordinary_model_by_its_node_names()
    {
        byte[] bytes = Ordinary("infraspinatus.R", Matrix4x4.CreateTranslation(0, 1, 0), withNormals: true);
        Body body = BodyReader.Read(bytes, "atlas.glb");
        Structure structure = Assert.Single(body.Structures);
        Assert.Equal("infraspinatus.R", structure.Id.Value);
        Assert.Equal(StructureKind.Muscle, structure.Kind);
        Assert.Equal(Layer.Superficial, structure.Layer);
        Assert.Equal(1, structure.Bounds.Min.Y, 5);
        Assert.Equal(12, body.Indices.Length);
        Assert.All(body.Vertices, v => Assert.Equal(short.MaxValue, v.Occlusion));
    }

    [Fact]
    public void It_turns_the_triangles_of_a_mirrored_node()
    {
        Body plain = BodyReader.Read(Ordinary("soleus.L", Matrix4x4.Identity, withNormals: false), "a.glb");
        Body mirrored = BodyReader.Read(Ordinary("soleus.R", Matrix4x4.CreateScale(-1, 1, 1), withNormals: false), "b.glb");
        Assert.Equal(Volume(plain), Volume(mirrored), 6);
        Assert.True(Volume(plain) > 0);
    }

    [Fact]
    public void It_makes_normals_where_there_are_none()
    {
        Body body = BodyReader.Read(Ordinary("soleus.L", Matrix4x4.Identity, withNormals: false), "a.glb");
        Assert.All(body.Vertices, v => Assert.Equal(1, v.Normal.Length(), 3));
    }

    [Fact]
    public void It_refuses_a_model_without_structures()
    {
        ModelException e = Assert.Throws<ModelException>(() => BodyReader.Read(Ordinary("Mesh_001 (copy)", Matrix4x4.Identity, true), "x.glb"));
        Assert.Contains("no node is named like a structure", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("glTF")]
    [InlineData("{\"asset\":{\"version\":\"2.0\"}}")]
    public void It_refuses_what_is_not_binary_gltf(string text)
    {
        ModelException e = Assert.Throws<ModelException>(() => BodyReader.Read(Encoding.ASCII.GetBytes(text), "x.glb"));
        Assert.Contains("not a binary glTF", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_that_a_file_is_missing()
    {
        ModelException e = Assert.Throws<ModelException>(() => BodyReader.Read(Path.Combine(Path.GetTempPath(), "no-such-model.glb")));
        Assert.Contains("missing", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_refuses_every_cut_off_file_with_one_line() =>
        Gen.Int[0, Sample.Length - 1].Sample(length =>
        {
            ModelException e = Assert.Throws<ModelException>(() => BodyReader.Read(Sample[..length], "cut.glb"));
            Assert.DoesNotContain('\n', e.Message);
        });

    [Fact]
    public void It_never_fails_but_with_a_line_when_bytes_are_wrong() =>
        Gen.Select(Gen.Int[12, Math.Min(Sample.Length, 20_000) - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] bytes = [.. Sample];
            bytes[at] = value;
            try
            {
                _ = BodyReader.Read(bytes, "wrong.glb");
            }
            catch (ModelException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        });

    private static byte[] BytesOf(Body body)
    {
        using var stream = new MemoryStream();
        BodyWriter.Write(body, stream);
        return stream.ToArray();
    }

    /// <summary>A tetrahedron as any modelling program would export it.</summary>
    private static byte[] Ordinary(string name, Matrix4x4 place, bool withNormals)
    {
        ModelRoot root = ModelRoot.CreateModel();
        MeshPrimitive primitive = root.CreateMesh(name).CreatePrimitive();
        Vector3[] positions = [new(0, 0, 0), new(0.1f, 0, 0), new(0, 0.1f, 0), new(0, 0, 0.1f)];
        Add(root, primitive, "POSITION", positions);
        if (withNormals)
            Add(root, primitive, "NORMAL", [.. positions.Select(p => Vector3.Normalize(p - new Vector3(0.025f)))]);
        Accessor indices = root.CreateAccessor();
        ushort[] triangles = [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3];
        indices.SetIndexData(root.UseBufferView(Bytes(triangles), 0, null, 0, BufferMode.ELEMENT_ARRAY_BUFFER), 0, triangles.Length, IndexEncodingType.UNSIGNED_SHORT);
        primitive.SetIndexAccessor(indices);
        Node node = root.UseScene(0).CreateNode(name);
        node.Mesh = root.LogicalMeshes[0];
        node.LocalMatrix = place;
        return root.WriteGLB().ToArray();
    }

    private static void Add(ModelRoot root, MeshPrimitive primitive, string name, Vector3[] values)
    {
        Accessor accessor = root.CreateAccessor();
        accessor.SetVertexData(
            root.UseBufferView(Bytes(values), 0, null, 12, BufferMode.ARRAY_BUFFER), 0, values.Length, new AttributeFormat(DimensionType.VEC3, EncodingType.FLOAT, false));
        primitive.SetVertexAccessor(name, accessor);
    }

    private static byte[] Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    private static float Volume(Body body)
    {
        float sum = 0;
        for (int i = 0; i < body.Indices.Length; i += 3)
        {
            Vector3 Corner(int k) => body.Vertices[body.Indices[i + k]].Position;
            sum += Vector3.Dot(Corner(0), Vector3.Cross(Corner(1), Corner(2))) / 6;
        }

        return sum;
    }
}
