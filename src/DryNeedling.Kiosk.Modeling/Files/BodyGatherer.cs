using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using SharpGLTF.Schema2;

namespace DryNeedling.Kiosk.Modeling.Files;

/// <summary>Collects the meshes of glTF nodes into one body; nodes of the same name become one structure.</summary>
internal sealed class BodyGatherer(ModelRoot root)
{
    private readonly Dictionary<string, List<(Node Node, Mesh Mesh)>> parts = [];
    private readonly List<string> order = [];
    private readonly List<BodyVertex> vertices = [];
    private readonly List<uint> indices = [], reduced = [];

    public void Add(StructureId id, Node node, Mesh mesh)
    {
        if (!parts.TryGetValue(id.Value, out List<(Node Node, Mesh Mesh)>? list))
        {
            parts[id.Value] = list = [];
            order.Add(id.Value);
        }

        list.Add((node, mesh));
    }

    /// <summary>The body, or null when nothing with triangles was added.</summary>
    public Body? Build(string copyright)
    {
        vertices.EnsureCapacity(parts.Values.Sum(list => list.Sum(p => p.Mesh.Primitives.Sum(VertexCount))));
        List<Structure> structures = [];
        foreach (string id in order)
        {
            if (Gather(new(id), parts[id]) is { } structure)
                structures.Add(structure);
        }

        return structures.Count == 0 ? null : new(structures, [.. vertices], [.. indices], [.. reduced], Zones(), copyright);
    }

    private static int VertexCount(MeshPrimitive primitive) => primitive.GetVertexAccessor("POSITION")?.Count ?? 0;

    private Structure? Gather(StructureId id, List<(Node Node, Mesh Mesh)> meshes)
    {
        int firstVertex = vertices.Count, first = indices.Count, firstReduced = reduced.Count;
        foreach ((Node node, Mesh mesh) in meshes)
        {
            Matrix4x4 place = node.WorldMatrix;
            foreach (MeshPrimitive primitive in mesh.Primitives)
            {
                if (VertexCount(primitive) > 0 && primitive.DrawPrimitiveType is PrimitiveType.TRIANGLES)
                    AddPrimitive(primitive, place, meshes.Count == 1 ? ReducedOf(mesh) : null);
            }
        }

        if (indices.Count == first)
            return null;
        Bounds bounds = Bounds.Empty;
        foreach (ref readonly BodyVertex vertex in CollectionsMarshal.AsSpan(vertices)[firstVertex..])
            bounds = bounds.Include(vertex.Position);
        JsonNode? extras = meshes[0].Node.Extras;
        StructureKind kind = Enum.TryParse(Text(extras, "kind"), ignoreCase: true, out StructureKind named) ? named
            : id.Base == "skin" ? StructureKind.Skin : StructureKind.Muscle;
        MeshRange full = new(first, indices.Count - first), less = new(firstReduced, reduced.Count - firstReduced);
        JsonNode? seen = meshes.Count == 1 ? meshes[0].Mesh.Extras : null;
        return new(
            id, kind, LayerOf(extras, kind), Text(extras, "region") ?? "", Flag(extras, "selectable") ?? kind == StructureKind.Muscle,
            new(firstVertex, vertices.Count - firstVertex), full, less, bounds)
        {
            Seen = SeenOf(seen, VertexLayout.Seen, full),
            SeenReduced = SeenOf(seen, VertexLayout.SeenReduced, less),
        };
    }

    private void AddPrimitive(MeshPrimitive primitive, Matrix4x4 place, Accessor? less)
    {
        var first = (uint)vertices.Count;
        if (place.IsIdentity && VertexLayout.Fits(primitive))
            CopyVertices(primitive.GetVertexAccessor("POSITION"));
        else
            ConvertVertices(primitive, place);
        uint count = (uint)vertices.Count - first;
        bool isMirrored = place.GetDeterminant() < 0;
        int firstIndex = indices.Count;
        if (primitive.IndexAccessor is { } accessor)
            CopyIndices(accessor, indices, first, count, isMirrored);
        else
            AddTriangles(primitive, first, isMirrored);
        if (primitive.GetVertexAccessor("NORMAL") is null)
            AddNormals(first, firstIndex);
        if (less is not null)
            CopyIndices(less, reduced, first, count, isMirrored);
    }

    private void CopyVertices(Accessor positions)
    {
        ReadOnlySpan<byte> bytes = positions.SourceBufferView.Content.AsSpan(positions.ByteOffset, positions.Count * BodyVertex.SizeInBytes);
        vertices.AddRange(MemoryMarshal.Cast<byte, BodyVertex>(bytes));
    }

    private void ConvertVertices(MeshPrimitive primitive, Matrix4x4 place)
    {
        IReadOnlyList<Vector3> positions = primitive.GetVertexAccessor("POSITION").AsVector3Array();
        IReadOnlyList<Vector3>? normals = primitive.GetVertexAccessor("NORMAL")?.AsVector3Array();
        // A mirroring or unevenly scaling transform turns normals by its inverse transpose.
        Matrix4x4 turn = Matrix4x4.Invert(place, out Matrix4x4 inverse) ? Matrix4x4.Transpose(inverse) : Matrix4x4.Identity;
        for (int i = 0; i < positions.Count; i++)
        {
            Vector3 normal = normals is not null && i < normals.Count ? Vector3.TransformNormal(normals[i], turn) : Vector3.Zero;
            vertices.Add(new()
            {
                Position = Vector3.Transform(positions[i], place),
                Normal = normal.LengthSquared() > 0 ? Vector3.Normalize(normal) : Vector3.Zero,
                Occlusion = short.MaxValue,
                Paint0 = byte.MaxValue,
            });
        }
    }

    /// <summary>Area-weighted normals for vertices that came without.</summary>
    private void AddNormals(uint first, int firstIndex)
    {
        Span<BodyVertex> all = CollectionsMarshal.AsSpan(vertices);
        var normals = new Vector3[all.Length - (int)first];
        for (int i = firstIndex; i + 2 < indices.Count; i += 3)
        {
            (uint a, uint b, uint c) = (indices[i], indices[i + 1], indices[i + 2]);
            Vector3 origin = all[(int)a].Position;
            Vector3 normal = Vector3.Cross(all[(int)b].Position - origin, all[(int)c].Position - origin);
            foreach (uint v in (ReadOnlySpan<uint>)[a, b, c])
                normals[v - first] += normal;
        }

        for (int i = 0; i < normals.Length; i++)
            all[(int)first + i].Normal = normals[i].LengthSquared() > 0 ? Vector3.Normalize(normals[i]) : Vector3.UnitY;
    }

    /// <summary>Appends an accessor's indices to <paramref name="target"/>, counted from the body's first vertex.</summary>
    private static void CopyIndices(Accessor accessor, List<uint> target, uint first, uint count, bool isMirrored)
    {
        int start = target.Count, triples = accessor.Count / 3 * 3;
        CollectionsMarshal.SetCount(target, start + triples);
        Span<uint> added = CollectionsMarshal.AsSpan(target)[start..];
        if (accessor.Encoding == EncodingType.UNSIGNED_INT && !accessor.IsSparse)
        {
            ReadOnlySpan<byte> bytes = accessor.SourceBufferView.Content.AsSpan(accessor.ByteOffset, triples * sizeof(uint));
            MemoryMarshal.Cast<byte, uint>(bytes).CopyTo(added);
        }
        else
        {
            IReadOnlyList<uint> read = accessor.AsIndicesArray();
            for (int i = 0; i < triples; i++)
                added[i] = read[i];
        }

        foreach (ref uint index in added)
        {
            if (index >= count)
                throw new InvalidDataException("an index points beyond its vertices");
            index += first;
        }

        if (isMirrored)
            Turn(added);
    }

    private void AddTriangles(MeshPrimitive primitive, uint first, bool isMirrored)
    {
        int start = indices.Count;
        foreach ((int a, int b, int c) in primitive.GetTriangleIndices())
            indices.AddRange([first + (uint)a, first + (uint)b, first + (uint)c]);
        if (isMirrored)
            Turn(CollectionsMarshal.AsSpan(indices)[start..]);
    }

    private static void Turn(Span<uint> triangles)
    {
        for (int i = 0; i + 2 < triangles.Length; i += 3)
            (triangles[i + 1], triangles[i + 2]) = (triangles[i + 2], triangles[i + 1]);
    }

    private Accessor? ReducedOf(Mesh mesh) =>
        mesh.Primitives.Count == 1 && mesh.Extras?[VertexLayout.Reduced] is JsonValue value && value.TryGetValue(out int number)
            && number >= 0 && number < root.LogicalAccessors.Count
            ? root.LogicalAccessors[number] : null;

    /// <summary>Whole triangles of a range; all of them where the file says nothing that makes sense.</summary>
    private static int SeenOf(JsonNode? extras, string name, MeshRange range) =>
        extras is JsonObject o && o[name] is JsonValue value && value.TryGetValue(out int count) && count >= 0 && count <= range.Count
            ? count / 3 * 3 : range.Count;

    private StructureId[] Zones() =>
        (root.DefaultScene ?? root.LogicalScenes[0]).Extras?["zones"] is JsonArray zones
            ? [.. zones.Select(zone => new StructureId(zone?.GetValue<string>() ?? ""))] : [];

    private static Layer LayerOf(JsonNode? extras, StructureKind kind) =>
        extras is JsonObject o && o["layer"] is JsonValue value && value.TryGetValue(out int layer) && layer is >= 0 and <= 3 ? (Layer)layer
            : kind == StructureKind.Skin ? Layer.Skin : Layer.Superficial;

    private static string? Text(JsonNode? extras, string name) =>
        extras is JsonObject o && o[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static bool? Flag(JsonNode? extras, string name) =>
        extras is JsonObject o && o[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;
}
