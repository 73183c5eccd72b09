using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Anatomy;

/// <summary>
/// The whole body on the CPU, immutable: what the renderer uploads, what picking searches, and what survives a lost
/// GL context. All structures share one vertex array and two index arrays (full level, reduced level).
/// </summary>
public sealed class Body
{
    private readonly Dictionary<string, int> indexById;
    private readonly Lazy<SkinGrid> skinGrid;

    public Body(
        IReadOnlyList<Structure> structures, BodyVertex[] vertices, uint[] indices, uint[] reducedIndices,
        IReadOnlyList<StructureId> zones, string copyright)
    {
        Structures = structures;
        Vertices = vertices;
        Indices = indices;
        ReducedIndices = reducedIndices;
        Zones = zones;
        Copyright = copyright;
        skinGrid = new(() => new(this));
        indexById = new(structures.Count);
        var bounds = Bounds.Empty;
        for (int i = 0; i < structures.Count; i++)
        {
            indexById[structures[i].Id.Value] = i;
            bounds = bounds.Include(structures[i].Bounds);
        }

        Bounds = bounds;
    }

    public IReadOnlyList<Structure> Structures { get; }

    public BodyVertex[] Vertices { get; }

    /// <summary>Triangles of the full level, three indices each.</summary>
    public uint[] Indices { get; }

    /// <summary>Triangles of the reduced level, three indices each; a structure without one uses its full level.</summary>
    public uint[] ReducedIndices { get; }

    /// <summary>The skin zones that the skin's paint bytes number from 1.</summary>
    public IReadOnlyList<StructureId> Zones { get; }

    /// <summary>The model's own copyright line (glTF asset.copyright), shown on the About card; may be empty.</summary>
    public string Copyright { get; }

    public Bounds Bounds { get; }

    /// <summary>Made on first use.</summary>
    public SkinGrid SkinGrid => skinGrid.Value;

    /// <summary>Position of a structure in <see cref="Structures"/>, or -1.</summary>
    public int IndexOf(StructureId id) => indexById.TryGetValue(id.Value, out int index) ? index : -1;

    public Structure? Find(StructureId id) => IndexOf(id) is var i and >= 0 ? Structures[i] : null;
}
