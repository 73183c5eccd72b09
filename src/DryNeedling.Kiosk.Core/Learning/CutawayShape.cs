using System.Numerics;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Learning;

/// <summary>
/// Measures of the cut-away block, some forty times as large as life: fibres run along X, the skin lies on top (Y), Z points
/// to whoever looks. At its right end the skin is cut back farther than the fat, and the fat farther than the muscle.
/// </summary>
public static class CutawayShape
{
    public const float HalfLength = 0.8f, HalfDepth = 0.42f;

    public const float MuscleBottom = 0.10f, MuscleTop = 0.70f, FatTop = 0.97f, SkinTop = 1.08f;

    /// <summary>Where skin and fat end on the right.</summary>
    public const float SkinEnd = 0.28f, FatEnd = 0.52f;

    /// <summary>Where the needle goes in, and the plane it moves in.</summary>
    public const float NeedleX = -0.16f, NeedleZ = HalfDepth + 0.012f;

    public const float BandY = 0.50f, BandZ = HalfDepth - 0.06f;

    // What stands above this at the beginning may reach behind the names.
    private const float TubeSeen = 0.66f;

    public const float ShaftLength = 0.70f, HandleLength = 0.19f;

    public static Vector3 TriggerPoint { get; } = new(NeedleX, BandY, BandZ);

    /// <summary>A body has no flat surface: everything in the block follows this gentle curve.</summary>
    public static Vector3 Curved(Vector3 p) => p with { Y = p.Y - 0.035f * (p.X + 0.1f) * (p.X + 0.1f) - 0.16f * p.Z * p.Z * (p.Y / SkinTop) };

    /// <summary>Height of the needle's tip.</summary>
    public static float TipOf(in CutawayPicture picture)
    {
        float skin = Curved(new(NeedleX, SkinTop, NeedleZ)).Y, band = Curved(new(NeedleX, BandY, NeedleZ)).Y;
        return skin + (band - skin) * picture.NeedleDepth;
    }

    /// <summary>The box that holds everything an animation shows, for the camera.</summary>
    public static Bounds BoundsOf(in CutawayPicture picture, bool withTube)
    {
        float top = SkinTop + picture.SkinLift;
        if (picture.NeedlePresence > 0)
            top = MathF.Max(top, TipOf(picture) + ShaftLength + HandleLength);
        return new(new(-HalfLength, 0.03f, -HalfDepth), new(HalfLength, withTube ? MathF.Max(top, SkinTop + TubeSeen) : top, HalfDepth));
    }

    /// <summary>Where a part's name points to.</summary>
    public static Vector3 AnchorOf(CutawayPart part, in CutawayPicture picture) => Curved(Flat(part)) + LiftOf(part, picture) * Vector3.UnitY;

    /// <summary>What a ray meets first, or null. Thin things are met within <paramref name="reach"/> of them.</summary>
    public static CutawayPart? Pick(Ray ray, in CutawayPicture picture, float reach)
    {
        CutawayPart? met = Solid(ray, picture, out float distance);
        if (picture.NeedlePresence > 0.5f && NearNeedle(ray, picture, reach, distance))
            return CutawayPart.Needle;
        if (met != CutawayPart.Muscle || picture.Tightness <= 0.3f)
            return met;
        Vector3 at = ray.At(distance);
        if (at.Z < HalfDepth - 0.02f || MathF.Abs(at.Y - Curved(new(at.X, BandY, HalfDepth)).Y) > 0.075f)
            return met;
        return picture.Glow > 0.3f && MathF.Abs(at.X - NeedleX) < 0.13f ? CutawayPart.Point : CutawayPart.Band;
    }

    /// <summary>Whether a part's anchor is seen from a place, and not hidden by another part.</summary>
    public static bool Sees(Vector3 eye, CutawayPart part, in CutawayPicture picture)
    {
        Vector3 at = AnchorOf(part, picture), way = at - eye;
        if (part is CutawayPart.Band or CutawayPart.Point or CutawayPart.Needle && eye.Z < HalfDepth)
            return false;
        CutawayPart? met = Solid(new(eye, Vector3.Normalize(way)), picture, out float distance);
        return met is null || distance > way.Length() - 0.12f;
    }

    private static Vector3 Flat(CutawayPart part) => part switch
    {
        CutawayPart.Skin => new(0.06f, SkinTop, 0.05f),
        CutawayPart.Fat => new((SkinEnd + FatEnd) / 2, FatTop, 0.05f),
        CutawayPart.Muscle => new((FatEnd + HalfLength) / 2 + 0.03f, MuscleTop, 0.05f),
        CutawayPart.Band => new(0.24f, BandY, HalfDepth),
        CutawayPart.Point => new(NeedleX, BandY - 0.045f, HalfDepth + 0.02f),
        _ => new(NeedleX, SkinTop + 0.075f, NeedleZ),
    };

    private static float LiftOf(CutawayPart part, in CutawayPicture picture) => part switch
    {
        CutawayPart.Skin => picture.SkinLift,
        CutawayPart.Fat => picture.FatLift,
        _ => 0,
    };

    private static CutawayPart? Solid(Ray ray, in CutawayPicture picture, out float distance)
    {
        distance = float.PositiveInfinity;
        CutawayPart? met = null;
        Meet(ray, CutawayPart.Muscle, HalfLength, MuscleBottom, MuscleTop, ref met, ref distance);
        Meet(ray, CutawayPart.Fat, FatEnd, MuscleTop + picture.FatLift, FatTop + picture.FatLift, ref met, ref distance);
        Meet(ray, CutawayPart.Skin, SkinEnd, FatTop + picture.SkinLift, SkinTop + picture.SkinLift, ref met, ref distance);
        return met;
    }

    private static void Meet(Ray ray, CutawayPart part, float end, float bottom, float top, ref CutawayPart? met, ref float distance)
    {
        Vector3 a = (new Vector3(-HalfLength, bottom, -HalfDepth) - ray.Origin) / ray.Direction;
        Vector3 b = (new Vector3(end, top, HalfDepth) - ray.Origin) / ray.Direction;
        Vector3 first = Vector3.Min(a, b), last = Vector3.Max(a, b);
        float enters = MathF.Max(first.X, MathF.Max(first.Y, first.Z)), leaves = MathF.Min(last.X, MathF.Min(last.Y, last.Z));
        if (enters <= leaves && enters > 0 && enters < distance)
            (met, distance) = (part, enters);
    }

    private static bool NearNeedle(Ray ray, in CutawayPicture picture, float reach, float behind)
    {
        // Nearest approach of the ray to the needle's upright line.
        Vector2 from = new(ray.Origin.X - NeedleX, ray.Origin.Z - NeedleZ), along = new(ray.Direction.X, ray.Direction.Z);
        float t = -Vector2.Dot(from, along) / MathF.Max(1e-6f, along.LengthSquared());
        float tip = TipOf(picture), y = ray.At(t).Y;
        bool above = y > SkinTop - 0.02f && y < tip + ShaftLength + HandleLength;
        return t > 0 && t < behind + 0.05f && above && (from + along * t).Length() < 0.02f + reach;
    }
}
