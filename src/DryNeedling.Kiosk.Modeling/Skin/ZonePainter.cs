using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// Shares the skin out among the pain zones. Where several claim a place, the deeper one wins, with a soft border of one
/// to two centimetres; beyond its shapes a zone fades within <see cref="Fade"/>.
/// </summary>
internal static class ZonePainter
{
    /// <summary>Metres.</summary>
    public const float Fade = 0.014f;

    // Depth inside a shape beyond this counts no more: a large zone must not swallow a small one.
    private const float Deepest = 0.012f;

    // Turning away from the faced direction costs as much as this way out of the shape, at a right angle.
    private const float Turn = 0.032f;

    private const float Border = 0.006f;

    /// <summary>Two zones (numbers in <paramref name="zones"/>, or -1) with weights 0..1 for a place on the body's left.</summary>
    public static (int First, int Second, float FirstWeight, float SecondWeight) At(
        IReadOnlyList<ZoneDescription> zones, Vector3 place, Vector3 normal, ReadOnlySpan<float> segments, bool isMidline)
    {
        int first = -1, second = -1;
        float firstScore = float.PositiveInfinity, secondScore = float.PositiveInfinity, presence = 0;
        for (int z = 0; z < zones.Count; z++)
        {
            ZoneDescription zone = zones[z];
            float share = 0;
            foreach (BodySegment segment in zone.Segments)
                share += segments[(int)segment];
            if (share < 0.02f || (isMidline && zone.IsPaired))
                continue;
            // A zone must not stretch from its own segment onto a neighbour that merely touches it.
            float claim = Claim(zone, place, normal) + 0.03f * Math.Max(0, 0.5f - share);
            presence = MathF.Max(presence, 1 - Smooth(claim / Fade));
            float score = claim - zone.Over;
            if (claim >= Fade)
                continue;
            if (score < firstScore)
                (second, secondScore, first, firstScore) = (first, firstScore, z, score);
            else if (score < secondScore)
                (second, secondScore) = (z, score);
        }

        if (first < 0)
            return (-1, -1, 0, 0);
        float firstWeight = second < 0 ? 1 : 1 / (1 + MathF.Exp((firstScore - secondScore) / Border));
        return (first, second, presence * firstWeight, second < 0 ? 0 : presence * (1 - firstWeight));
    }

    private static float Claim(ZoneDescription zone, Vector3 place, Vector3 normal)
    {
        float least = float.PositiveInfinity;
        foreach (ZoneShape shape in zone.Shapes)
        {
            float claim = MathF.Max(shape.DistanceTo(place), -Deepest);
            if (shape.Facing != Vector3.Zero)
                claim += Turn * (1 - Vector3.Dot(normal, shape.Facing));
            least = MathF.Min(least, claim);
        }

        return least;
    }

    private static float Smooth(float t)
    {
        t = Math.Clamp(t, 0, 1);
        return t * t * (3 - 2 * t);
    }
}
