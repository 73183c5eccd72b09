using System.Numerics;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Modeling.Build;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>More fat under the skin around a place: Depth metres in the middle of an ellipsoid, fading outwards.</summary>
internal readonly record struct FatPad(Vector3 Center, Vector3 Half, float Depth)
{
    public float At(Vector3 point) => Depth * MathF.Exp(-((point - Center) / Half).LengthSquared());

    public static IReadOnlyList<FatPad> Read(string file, string list = "fat")
    {
        var source = new JsonSource(file);
        List<FatPad> pads = [];
        foreach (JsonNode? node in source.Array(source.Root, list))
        {
            JsonObject pad = source.Object(node);
            pads.Add(new(
                source.Point(source.Required(pad, "at")), source.Point(source.Required(pad, "halfMm")) / 1000, source.Number(pad, "depthMm", 0, 40) / 1000));
        }

        return pads;
    }
}

/// <summary>Which anatomy lies under which segment's skin, and how the skin lies on it.</summary>
internal static class SegmentAnatomy
{
    private static readonly string[] ShoulderOfArm = ["deltoid", "coracobrachialis"];

    private static readonly string[] UpperArm = ["biceps-brachii", "triceps", "brachialis", "humerus"];

    // They follow the face's skin, not the other way round.
    private static readonly string[] FaceMuscles = ["orbicularis", "zygomaticus", "occipitofrontalis", "platysma"];

    public static bool BelongsTo(BodySegment segment, string id, string region)
    {
        bool right = id.EndsWith(".R", StringComparison.Ordinal);
        return segment switch
        {
            BodySegment.Head => region == "head-neck" && !IsOfFace(id),
            BodySegment.Trunk => 
                region is "shoulder" or "upper-back" or "abdomen" or "low-back" or "head-neck" or "hip-glute" or "thigh"
                && !IsOfFace(id) && !id.StartsWith("coracobrachialis", StringComparison.Ordinal),
            BodySegment.Arm => !right && (region == "arm-hand" || ShoulderOfArm.Any(part => id.StartsWith(part, StringComparison.Ordinal))),
            BodySegment.Hand => !right && region == "arm-hand",
            BodySegment.Leg => !right && region is "thigh" or "leg-foot" or "hip-glute" or "abdomen" or "low-back",
            BodySegment.Foot => !right && region == "leg-foot",
            // Fitted joint by joint; pushing would weld them together.
            _ => false,
        };
    }

    /// <summary>Faces, hands and feet keep their own form; there anatomy that stands out is the anatomy's mistake.</summary>
    public static bool MayLift(BodySegment segment) => segment is BodySegment.Trunk or BodySegment.Arm or BodySegment.Leg;

    /// <summary>Half the width of the gap between arm and trunk that counts as filled, metres.</summary>
    public const float ArmpitGap = 0.014f;

    public static bool IsAtArmpit(string id, string region) =>
        !id.EndsWith(".R", StringComparison.Ordinal) && (region is "shoulder" or "upper-back" || UpperArm.Any(part => id.StartsWith(part, StringComparison.Ordinal)));

    private static bool IsOfFace(string id) => FaceMuscles.Any(part => id.StartsWith(part, StringComparison.Ordinal));

    /// <summary>Half the width of gaps that fat fills, metres.</summary>
    public static float Gap(BodySegment segment) => segment switch
    {
        BodySegment.Hand or BodySegment.Foot => 0,
        BodySegment.Arm => 0.010f,
        _ => 0.018f,
    };

    /// <summary>Least and most distance between skin and anatomy in metres; how readily the skin is drawn in, and how much it keeps its own form (0..1).</summary>
    public static (float Least, float Most, float Pull, float Still) Wish(BodySegment segment) => segment switch
    {
        BodySegment.Head => (0.003f, 0.02f, 0, 1),
        BodySegment.Hand => (0.0025f, 0.01f, 0, 1),
        BodySegment.Foot => (0.0025f, 0.01f, 0.1f, 0.9f),
        BodySegment.Digit => (0, 0, 0, 1),
        BodySegment.Arm => (0.0035f, 0.0045f, 0.6f, 0),
        _ => (0.004f, 0.0055f, 0.6f, 0),
    };
}
