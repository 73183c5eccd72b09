using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>The way from the described body's skin to another body's, at every vertex; refined along with the skin.</summary>
internal sealed record BodyShape(HalfSurface Described, HalfSurface Other, float[] Soft, float Height)
{
    private const string SoftBone = "breast.L";

    private const int Evening = 8, Filling = 1500, Broad = 60;

    // Of what the described body's anatomy does to its skin, the other body keeps this share of the broad forms and of the relief.
    private const float BroadShare = 0.4f, ReliefShare = 0.3f;

    // From this share of the breast's bone on, the muscles below do not follow the skin.
    private const float SoftShare = 0.04f;

    public static BodyShape Of(SkinBase skin, SkinFitDescription fit, string body)
    {
        BodyBuild build = fit.Others[body];
        int bone = skin.BoneNumber(SoftBone);
        var soft = new float[skin.Positions.Length];
        for (int k = 0; k < skin.Weights.Length; k++)
            soft[k / 4] += (skin.Weights[k].Bone & ~SkinBase.Mirrored) == bone ? skin.Weights[k].Weight : 0;
        return new BodyShape(SkinFit.Apply(skin, fit), SkinFit.Apply(skin, fit, build), soft, build.Height).Subdivided();
    }

    public BodyShape Subdivided()
    {
        // The values at the vertices are refined as if they were places.
        HalfSurface soft = new HalfSurface([.. Soft.Select(s => new Vector3(0, s, 0))], Described.Quads, Described.Segments).Subdivided();
        return new(Described.Subdivided(), Other.Subdivided(), [.. soft.Positions.Select(p => p.Y)], Height);
    }

    /// <summary>Turns the described body's skin into this one's; returns what the anatomy under it must do.</summary>
    public Variation Change(HalfSurface skin)
    {
        Vector3[] way = [.. Other.Positions.Select((p, i) => p - Described.Positions[i])];
        way = skin.Smoothed(way, Evening);
        Vector3[] laid = [.. skin.Positions.Select((p, i) => p - Described.Positions[i])], broad = skin.Smoothed(laid, Broad);
        for (int i = 0; i < way.Length; i++)
        {
            // A skull is a skull: on the head all of it stays.
            float free = 1 - skin.Segment(i, BodySegment.Head);
            way[i] -= free * ((1 - BroadShare) * broad[i] + (1 - ReliefShare) * (laid[i] - broad[i]));
        }

        float low = float.PositiveInfinity, high = float.NegativeInfinity;
        for (int i = 0; i < way.Length; i++)
            (low, high) = (MathF.Min(low, skin.Positions[i].Y + way[i].Y), MathF.Max(high, skin.Positions[i].Y + way[i].Y));
        float scale = Height / (high - low);
        for (int i = 0; i < way.Length; i++)
            way[i] = scale * (skin.Positions[i] + way[i] - low * Vector3.UnitY) - skin.Positions[i];
        float[] isSoft = skin.Smoothed([.. Soft.Select(s => s > SoftShare ? 1f : 0)], 4);
        Vector3[] inner = skin.Smoothed(way, Filling, 0.9f, isSoft);
        var inward = new Variation([.. skin.Positions], inner);
        for (int i = 0; i < way.Length; i++)
        {
            skin.Positions[i] += way[i];
            skin.Positions[i].X = skin.IsMidline[i] ? 0 : MathF.Max(skin.Positions[i].X, 0.0008f);
        }

        return inward;
    }
}
