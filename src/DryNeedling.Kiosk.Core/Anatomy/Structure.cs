using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Anatomy;

/// <summary>The depth at which a structure lies, from the outside in; the number is the one stored in the model.</summary>
public enum Layer
{
    Skin = 0,
    Superficial = 1,
    Deep = 2,
    Skeleton = 3,
}

public enum StructureKind
{
    Skin,
    Muscle,
    Bone,
    Cartilage,
    Tendon,
    Fascia,
    Other,
}

/// <summary>A run of vertices or indices inside the body's shared arrays.</summary>
public readonly record struct MeshRange(int Start, int Count)
{
    public int End => Start + Count;
}

/// <summary>
/// One named part of the body. Its triangles are <see cref="Indices"/> of <see cref="Body.Indices"/> (full level) or
/// <see cref="ReducedIndices"/> of <see cref="Body.ReducedIndices"/>; both point into <see cref="Body.Vertices"/>.
/// </summary>
public sealed record Structure(
    StructureId Id,
    StructureKind Kind,
    Layer Layer,
    string Region,
    bool Selectable,
    MeshRange Vertices,
    MeshRange Indices,
    MeshRange ReducedIndices,
    Bounds Bounds)
{
    /// <summary>
    /// How many of <see cref="Indices"/>, from the first, can be seen from outside while only the skin is taken off;
    /// the rest lies between structures.
    /// </summary>
    public int Seen { get; init; } = Indices.Count;

    /// <summary>The same for <see cref="ReducedIndices"/>.</summary>
    public int SeenReduced { get; init; } = ReducedIndices.Count;
}
