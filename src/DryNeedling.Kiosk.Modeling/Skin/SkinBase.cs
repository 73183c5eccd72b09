using System.Numerics;
using System.Text;
using DryNeedling.Kiosk.Modeling.Build;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>A bone of the base skin's rig: joints in metres in the rest pose, the parent's number or -1.</summary>
internal sealed record RigBone(string Name, int Parent, Vector3 Head, Vector3 Tail);

/// <summary>Offsets, in metres, that change the base skin's build: one a vertex, two (head, tail) a bone.</summary>
internal sealed record MorphTarget(Vector3[] Vertices, (Vector3 Head, Vector3 Tail)[] Joints);

/// <summary>
/// The left half (x &gt;= 0, the midline at x = 0) of the CC0 base skin as <c>models/anatomy/skin/base.bin</c> holds it;
/// the file's layout stands in the README beside it.
/// </summary>
internal sealed class SkinBase
{
    /// <summary>Set in a bone number that means the bone's mirror on the right.</summary>
    public const ushort Mirrored = 0x8000;

    private const string Signature = "DNSKIN1\0";

    public required Vector3[] Positions { get; init; }

    /// <summary>Four vertices a quad, counter-clockwise seen from outside.</summary>
    public required int[] Quads { get; init; }

    /// <summary>Four bones a vertex and their weights, which sum to 1.</summary>
    public required (ushort Bone, float Weight)[] Weights { get; init; }

    public required RigBone[] Bones { get; init; }

    public required IReadOnlyDictionary<string, MorphTarget> Targets { get; init; }

    /// <exception cref="AnatomyException">The file is missing or is not a base skin.</exception>
    public static SkinBase Read(string file)
    {
        if (!File.Exists(file))
            throw new AnatomyException($"{file}:1:1: error skin-missing: the base skin does not exist.");
        using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(file)));
        try
        {
            return Encoding.ASCII.GetString(reader.ReadBytes(8)) == Signature
                ? Read(reader)
                : throw new AnatomyException($"{file}:1:1: error skin-base: the file does not begin with DNSKIN1; restore it.");
        }
        catch (EndOfStreamException)
        {
            throw new AnatomyException($"{file}:1:1: error skin-base: the file ends too early; restore it.");
        }
    }

    public int BoneNumber(string name) => System.Array.FindIndex(Bones, bone => bone.Name == name);

    private static SkinBase Read(BinaryReader reader)
    {
        (int vertices, int quads, int bones, int targets) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        Vector3[] positions = Array(vertices, () => Point(reader));
        int[] corners = Array(4 * quads, () => (int)reader.ReadUInt16());
        ushort[] numbers = Array(4 * vertices, reader.ReadUInt16);
        (ushort, float)[] weights = [.. numbers.Select(bone => (bone, reader.ReadUInt16() / 65535f))];
        RigBone[] rig = Array(bones, () => new RigBone(reader.ReadString(), reader.ReadInt16(), Point(reader), Point(reader)));
        var morphs = new Dictionary<string, MorphTarget>();
        for (int i = 0; i < targets; i++)
        {
            morphs[reader.ReadString()] = new(
                Array(vertices, () => new Vector3(reader.ReadInt16(), reader.ReadInt16(), reader.ReadInt16()) * 1e-4f),
                Array(bones, () => (Point(reader), Point(reader))));
        }

        return new() { Positions = positions, Quads = corners, Weights = weights, Bones = rig, Targets = morphs };
    }

    private static Vector3 Point(BinaryReader reader) => new(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());

    private static T[] Array<T>(int count, Func<T> next)
    {
        var items = new T[count];
        for (int i = 0; i < count; i++)
            items[i] = next();
        return items;
    }
}
