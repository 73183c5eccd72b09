using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>Packs finished meshes into one body.</summary>
internal sealed class BodyAssembler
{
    private readonly List<Structure> structures = [];
    private readonly List<BodyVertex> vertices = [];
    private readonly List<uint> indices = [], reduced = [];

    public void Add(StructureId id, StructureKind kind, Layer layer, string region, bool selectable, TriangleMesh mesh)
    {
        var first = (uint)vertices.Count;
        MeshRange full = Append(indices, mesh.Triangles, first), less = Append(reduced, mesh.Reduced, first);
        Bounds bounds = Bounds.Empty;
        for (int v = 0; v < mesh.Positions.Length; v++)
        {
            vertices.Add(VertexOf(mesh, v));
            bounds = bounds.Include(mesh.Positions[v]);
        }

        structures.Add(new(id, kind, layer, region, selectable, new((int)first, mesh.Positions.Length), full, less, bounds));
    }

    public Body Build(IReadOnlyList<StructureId> zones, string copyright) =>
        new(structures, [.. vertices], [.. indices], [.. reduced], zones, copyright);

    private static MeshRange Append(List<uint> all, int[] triangles, uint first)
    {
        var range = new MeshRange(all.Count, triangles.Length);
        foreach (int v in triangles)
            all.Add(first + (uint)v);
        return range;
    }

    private static BodyVertex VertexOf(TriangleMesh mesh, int v)
    {
        var vertex = new BodyVertex
        {
            Position = mesh.Positions[v],
            Normal = mesh.Normals[v],
            Occlusion = BodyVertex.Fraction(mesh.Occlusion.Length > 0 ? mesh.Occlusion[v] : 1),
        };
        if (mesh.Fibres.Length > 0)
            (vertex.U, vertex.V) = (Unsigned(mesh.Fibres[v].X), Unsigned(mesh.Fibres[v].Y));
        if (mesh.Zones.Length > 0)
            (vertex.Paint0, vertex.Paint1, vertex.Paint2, vertex.Paint3) = mesh.Zones[v];
        else if (mesh.Belly.Length > 0)
            vertex.Paint0 = (byte)MathF.Round(255 * mesh.Belly[v]);
        return vertex;
    }

    private static ushort Unsigned(float value) => (ushort)MathF.Round(Math.Clamp(value, 0, 1) * ushort.MaxValue);
}
