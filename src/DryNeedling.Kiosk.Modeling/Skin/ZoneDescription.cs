using System.Numerics;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Modeling.Build;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// A solid, in metres on the body's left or across its midline, whose meeting with the skin marks a part of a zone:
/// a chain of balls joined by cones, or an ellipsoid, cut at two levels. Facing, a unit vector or zero, tells front from back.
/// </summary>
internal sealed record ZoneShape(Vector3[] Points, float[] Radii, Vector3? Half, Vector3 Facing, (float Low, float High) Levels)
{
    /// <summary>Signed distance in metres (negative inside); exact for a single ball, close enough near the surface of the others.</summary>
    public float DistanceTo(Vector3 p) => MathF.Max(Solid(p), MathF.Max(Levels.Low - p.Y, p.Y - Levels.High));

    private float Solid(Vector3 p)
    {
        if (Half is { } half)
        {
            Vector3 q = (p - Points[0]) / half;
            float length = q.Length(), slope = (q / half).Length();
            return slope > 0 ? length * (length - 1) / slope : -MathF.Min(half.X, MathF.Min(half.Y, half.Z));
        }

        float nearest = Points.Length == 1 ? Vector3.Distance(p, Points[0]) - Radii[0] : float.PositiveInfinity;
        for (int i = 0; i + 1 < Points.Length; i++)
        {
            Vector3 axis = Points[i + 1] - Points[i];
            float t = Math.Clamp(Vector3.Dot(p - Points[i], axis) / axis.LengthSquared(), 0, 1);
            nearest = MathF.Min(nearest, Vector3.Distance(p, Points[i] + t * axis) - (Radii[i] + t * (Radii[i + 1] - Radii[i])));
        }

        return nearest;
    }
}

/// <summary>One pain zone as <c>models/anatomy/skin/zones.json</c> describes it.</summary>
/// <param name="Over">Metres by which it wins against neighbours where both claim the skin.</param>
/// <param name="Segments">The only parts of the body it may paint.</param>
internal sealed record ZoneDescription(string Id, bool IsPaired, BodySegment[] Segments, float Over, IReadOnlyList<ZoneShape> Shapes);

internal static class ZoneReader
{
    /// <exception cref="AnatomyException">The first mistake found, with its place.</exception>
    public static IReadOnlyList<ZoneDescription> Read(string file)
    {
        var source = new JsonSource(file);
        List<ZoneDescription> zones = [];
        foreach (JsonNode? node in source.Array(source.Root, "zones"))
        {
            ZoneDescription zone = Zone(source, source.Object(node));
            if (zones.Any(other => other.Id == zone.Id))
                throw source.Error(node, $"zone '{zone.Id}' is described twice; remove one.");
            zones.Add(zone);
        }

        return zones;
    }

    private static ZoneDescription Zone(JsonSource source, JsonObject node)
    {
        string id = source.Text(node, "id");
        string sides = source.Text(node, "sides");
        if (sides is not ("both" or "midline"))
            throw source.Error(node["sides"], "'sides' must be both or midline.");
        BodySegment[] segments = [.. source.Array(node, "segments").Select(name => Segment(source, name))];
        JsonArray shapes = source.Array(node, "shapes");
        if (shapes.Count == 0)
            throw source.Error(shapes, $"zone '{id}' has no shapes; give it at least one ellipsoid or chain.");
        return new(
            id, sides == "both", segments, node["overMm"] is null ? 0 : source.Number(node, "overMm", -50, 50) / 1000,
            [.. shapes.Select(shape => Shape(source, source.Object(shape)))]);
    }

    private static BodySegment Segment(JsonSource source, JsonNode? name) =>
        name is JsonValue value && value.TryGetValue(out string? text) && Enum.TryParse(text, ignoreCase: true, out BodySegment segment)
            ? segment
            : throw source.Error(name, $"a segment must be one of {string.Join(", ", Enum.GetNames<BodySegment>()).ToLowerInvariant()}.");

    private static ZoneShape Shape(JsonSource source, JsonObject node)
    {
        Vector3 facing = node["facing"] is { } f ? Vector3.Normalize(source.Point(f)) : Vector3.Zero;
        float[] levels = node["levels"] is { } l ? source.Numbers(l, 2) : [-1, 3];
        if (levels[0] >= levels[1])
            throw source.Error(node["levels"], "'levels' must give the lower height first.");
        if (node["ellipsoid"] is JsonObject ellipsoid)
        {
            Vector3 half = source.Point(source.Required(ellipsoid, "halfMm")) / 1000;
            if (MathF.Min(half.X, MathF.Min(half.Y, half.Z)) <= 0)
                throw source.Error(ellipsoid["halfMm"], "an ellipsoid's half axes must be larger than 0.");
            return new([source.Point(source.Required(ellipsoid, "at"))], [0], half, facing, (levels[0], levels[1]));
        }

        if (node["chain"] is not JsonObject chain)
            throw source.Error(node, "a zone's shape must be an 'ellipsoid' or a 'chain'.");
        Vector3[] points = [.. source.Array(chain, "points").Select(source.Point)];
        if (points.Length == 0)
            throw source.Error(chain["points"], "a chain needs at least one point.");
        float[] radii = source.Numbers(source.Required(chain, "radiiMm"), points.Length);
        return new(points, [.. radii.Select(r => r / 1000)], null, facing, (levels[0], levels[1]));
    }
}
