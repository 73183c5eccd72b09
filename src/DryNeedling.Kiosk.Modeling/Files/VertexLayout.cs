using DryNeedling.Kiosk.Anatomy;
using SharpGLTF.Memory;
using SharpGLTF.Schema2;

namespace DryNeedling.Kiosk.Modeling.Files;

/// <summary>
/// How <see cref="BodyVertex"/> looks to glTF: one interleaved buffer. Normal and occlusion lie in one four-part
/// attribute, because glTF wants every attribute to begin at a multiple of four bytes; the normal alone is named too,
/// for other programs (KHR_mesh_quantization).
/// </summary>
internal static class VertexLayout
{
    /// <summary>Normal and occlusion, signed fractions.</summary>
    public const string Light = "_LIGHT";

    /// <summary>Fibre coordinates, unsigned fractions.</summary>
    public const string Fibre = "_FIBRE";

    /// <summary>The paint bytes as they are.</summary>
    public const string Paint = "_PAINT";

    /// <summary>Name of the mesh's extra that holds the number of the reduced level's index accessor.</summary>
    public const string Reduced = "reduced";

    /// <summary>Names of the mesh's extras that hold <see cref="Structure.Seen"/> and <see cref="Structure.SeenReduced"/>.</summary>
    public const string Seen = "seen", SeenReduced = "seenReduced";

    public static IReadOnlyList<(string Name, int Offset, AttributeFormat Format)> Attributes { get; } =
    [
        ("POSITION", 0, new(DimensionType.VEC3, EncodingType.FLOAT, false)),
        ("NORMAL", 12, new(DimensionType.VEC3, EncodingType.SHORT, true)),
        (Light, 12, new(DimensionType.VEC4, EncodingType.SHORT, true)),
        (Fibre, 20, new(DimensionType.VEC2, EncodingType.UNSIGNED_SHORT, true)),
        (Paint, 24, new(DimensionType.VEC4, EncodingType.UNSIGNED_BYTE, false)),
    ];

    /// <summary>Whether a primitive's vertices lie in the file exactly as they lie in memory.</summary>
    public static bool Fits(MeshPrimitive primitive)
    {
        if (primitive.GetVertexAccessor("POSITION") is not { } position || position.SourceBufferView is not { } view)
            return false;
        foreach ((string name, int offset, AttributeFormat format) in Attributes)
        {
            if (primitive.GetVertexAccessor(name) is not { } accessor || accessor.SourceBufferView != view || accessor.IsSparse
                || accessor.Count != position.Count || accessor.ByteOffset != position.ByteOffset + offset || accessor.Format != format)
                return false;
        }

        return view.ByteStride == BodyVertex.SizeInBytes;
    }
}
