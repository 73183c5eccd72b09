using System.Numerics;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Modeling.Build;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>One end of a segment: a place on the posed base skin (joint or marker vertex) and where it must come to lie.</summary>
internal readonly record struct FitPoint(string? Joint, int Marker, Vector3 Target);

/// <summary>
/// A map of some bones' skin: turned and stretched so that From and To meet their targets, widened across by Girth
/// (X and Z of the body).
/// </summary>
internal sealed record FitSegment(string[] Bones, FitPoint From, FitPoint To, Vector2 Girth);

/// <summary>Another body than the described one: shares of the base skin's morphs, the rig's turns, and its height in metres.</summary>
internal sealed record BodyBuild(
    IReadOnlyDictionary<string, float> Morphs, IReadOnlyDictionary<string, Quaternion> Pose, float Height);

/// <summary>How the base skin becomes the measured adult: <c>models/anatomy/skin/fit.json</c>.</summary>
internal sealed record SkinFitDescription(
    IReadOnlyDictionary<string, float> Morphs,
    IReadOnlyDictionary<string, Quaternion> Pose,
    IReadOnlyList<FitSegment> Segments,
    IReadOnlyList<(string Bone, string From, string To, float Share)> Blends,
    IReadOnlyDictionary<string, BodyBuild> Others)
{
    /// <summary>Name of the body that the anatomy describes.</summary>
    public const string Described = Bodies.Male;

    /// <exception cref="AnatomyException">The first mistake found, with its place.</exception>
    public static SkinFitDescription Read(string file, SkinBase skin, IReadOnlyDictionary<string, Vector3> landmarks)
    {
        var source = new JsonSource(file);
        Dictionary<string, float> morphs = ReadMorphs(source, source.Root, skin);
        Dictionary<string, Quaternion> pose = ReadPose(source, source.Object(source.Required(source.Root, "pose")), skin);
        var others = new Dictionary<string, BodyBuild>();
        foreach ((string name, JsonNode? node) in source.Root["bodies"] is JsonObject bodies ? bodies : [])
        {
            JsonObject body = source.Object(node);
            var turns = new Dictionary<string, Quaternion>(pose);
            foreach ((string bone, Quaternion turn) in body["pose"] is JsonObject own ? ReadPose(source, own, skin) : [])
                turns[bone] = turn;
            others[name] = new(ReadMorphs(source, body, skin), turns, source.Number(body, "heightM", 1, 2.2f));
        }

        var segments = new List<FitSegment>();
        foreach (JsonNode? node in source.Array(source.Root, "segments"))
            segments.Add(Segment(source, source.Object(node), skin, landmarks));
        var blends = new List<(string, string, string, float)>();
        foreach (JsonNode? node in source.Array(source.Root, "blends"))
        {
            JsonObject blend = source.Object(node);
            blends.Add((source.Text(blend, "bone"), source.Text(blend, "from"), source.Text(blend, "to"), source.Number(blend, "share", 0, 1)));
            CheckBone(source, node, skin, blends[^1].Item1);
        }

        return new(morphs, pose, segments, blends, others);
    }

    private static Dictionary<string, float> ReadMorphs(JsonSource source, JsonObject parent, SkinBase skin)
    {
        var morphs = new Dictionary<string, float>();
        JsonObject all = source.Object(source.Required(parent, "morphs"));
        foreach ((string name, JsonNode? node) in all)
        {
            if (!skin.Targets.ContainsKey(name))
                throw source.Error(node, $"the base skin has no morph '{name}'; it has {string.Join(", ", skin.Targets.Keys)}.");
            morphs[name] = source.Number(all, name, -2, 2);
        }

        return morphs;
    }

    private static Dictionary<string, Quaternion> ReadPose(JsonSource source, JsonObject turns, SkinBase skin)
    {
        var pose = new Dictionary<string, Quaternion>();
        foreach ((string bone, JsonNode? turn) in turns)
        {
            float[] q = source.Numbers(turn, 4);
            CheckBone(source, turn, skin, bone);
            pose[bone] = Quaternion.Normalize(new(q[0], q[1], q[2], q[3]));
        }

        return pose;
    }

    private static FitSegment Segment(JsonSource source, JsonObject node, SkinBase skin, IReadOnlyDictionary<string, Vector3> landmarks)
    {
        string[] bones = [.. source.Array(node, "bones").Select(bone => bone!.GetValue<string>())];
        foreach (string bone in bones)
            CheckBone(source, node["bones"], skin, bone);
        float[] girth = source.Numbers(source.Required(node, "girth"), 2);
        return new(bones, Point(source, node, "from", skin, landmarks), Point(source, node, "to", skin, landmarks), new(girth[0], girth[1]));
    }

    private static FitPoint Point(JsonSource source, JsonObject segment, string name, SkinBase skin, IReadOnlyDictionary<string, Vector3> landmarks)
    {
        JsonObject node = source.Object(source.Required(segment, name));
        Vector3 target;
        if (node["landmark"] is not null)
        {
            string landmark = source.Text(node, "landmark");
            if (!landmarks.TryGetValue(landmark, out target))
                throw source.Error(node["landmark"], $"there is no landmark '{landmark}' in landmarks.json.");
        }
        else
            target = source.Point(source.Required(node, "at"));
        if (node["offset"] is { } offset)
            target += source.Point(offset);
        if (node["marker"] is not null)
            return new(null, (int)source.Number(node, "marker", 0, skin.Positions.Length - 1), target);
        string joint = source.Text(node, "joint");
        CheckBone(source, node["joint"], skin, joint.EndsWith("/tail", StringComparison.Ordinal) ? joint[..^5] : joint);
        return new(joint, -1, target);
    }

    private static void CheckBone(JsonSource source, JsonNode? node, SkinBase skin, string bone)
    {
        if (skin.BoneNumber(bone) < 0)
            throw source.Error(node, $"the base skin has no bone '{bone}'.");
    }
}
