using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Anatomy;
using SharpGLTF.Schema2;

namespace DryNeedling.Kiosk.Modeling.Files;

/// <summary>Writes a body as a binary glTF 2.0 file, one node a structure. The same body gives the same bytes.</summary>
public static class BodyWriter
{
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(Body body, string path)
    {
        string part = path + ".part";
        try
        {
            using (FileStream file = File.Create(part))
                Write(body, file);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public static void Write(Body body, Stream stream)
    {
        ModelRoot root = ModelRoot.CreateModel();
        root.Asset.Generator = "DryNeedling.Kiosk build-body";
        root.Asset.Copyright = body.Copyright;
        Scene scene = root.UseScene(0);
        scene.Extras = new JsonObject { ["zones"] = new JsonArray([.. body.Zones.Select(zone => JsonValue.Create(zone.Value))]) };
        BufferView vertices = root.UseBufferView(
            MemoryMarshal.AsBytes(body.Vertices.AsSpan()).ToArray(), 0, null, BodyVertex.SizeInBytes, BufferMode.ARRAY_BUFFER);
        BufferView indices = Indices(root, body, body.Indices, s => s.Indices);
        BufferView reduced = Indices(root, body, body.ReducedIndices, s => s.ReducedIndices);
        foreach (Structure structure in body.Structures)
        {
            Mesh mesh = root.CreateMesh(structure.Id.Value);
            MeshPrimitive primitive = mesh.CreatePrimitive();
            AddVertices(root, primitive, vertices, structure.Vertices);
            primitive.SetIndexAccessor(IndexAccessor(root, indices, structure.Indices));
            mesh.Extras = new JsonObject { [VertexLayout.Seen] = structure.Seen };
            if (structure.ReducedIndices.Count > 0)
            {
                mesh.Extras[VertexLayout.Reduced] = IndexAccessor(root, reduced, structure.ReducedIndices).LogicalIndex;
                mesh.Extras[VertexLayout.SeenReduced] = structure.SeenReduced;
            }

            Node node = scene.CreateNode(structure.Id.Value);
            node.Mesh = mesh;
            node.Extras = new JsonObject
            {
                ["kind"] = Name(structure.Kind),
                ["layer"] = (int)structure.Layer,
                ["region"] = structure.Region,
                ["selectable"] = structure.Selectable,
            };
        }

        root.WriteGLB(stream);
    }

    /// <summary>The indices of all structures, each counting from its own first vertex.</summary>
    private static BufferView Indices(ModelRoot root, Body body, uint[] all, Func<Structure, MeshRange> rangeOf)
    {
        var local = new uint[Math.Max(all.Length, 1)];
        foreach (Structure structure in body.Structures)
        {
            MeshRange range = rangeOf(structure);
            for (int i = range.Start; i < range.End; i++)
                local[i] = all[i] - (uint)structure.Vertices.Start;
        }

        return root.UseBufferView(MemoryMarshal.AsBytes(local.AsSpan()).ToArray(), 0, null, 0, BufferMode.ELEMENT_ARRAY_BUFFER);
    }

    private static void AddVertices(ModelRoot root, MeshPrimitive primitive, BufferView vertices, MeshRange range)
    {
        foreach ((string name, int offset, SharpGLTF.Memory.AttributeFormat format) in VertexLayout.Attributes)
        {
            Accessor accessor = root.CreateAccessor();
            accessor.SetData(vertices, range.Start * BodyVertex.SizeInBytes + offset, range.Count, format);
            primitive.SetVertexAccessor(name, accessor);
        }
    }

    private static Accessor IndexAccessor(ModelRoot root, BufferView indices, MeshRange range)
    {
        Accessor accessor = root.CreateAccessor();
        accessor.SetIndexData(indices, range.Start * sizeof(uint), range.Count, IndexEncodingType.UNSIGNED_INT);
        return accessor;
    }

    private static string Name(StructureKind kind) => kind.ToString().ToLowerInvariant();
}
