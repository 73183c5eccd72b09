using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Staging;

/// <summary>Where the camera must stand so that something fills the free part of the screen well.</summary>
internal static class CameraFraming
{
    // The whole body leaves a little air above the head and below the feet.
    private const float WholeBodyShare = 0.90f;

    // A muscle alone would show no landmark: this much of the free height is its share.
    private const float MuscleShare = 0.42f;
    private const float PainShare = 0.72f;
    private const float GroupShare = 0.72f;

    // Who passes by must see at a glance which part of the body it is.
    private const float DistantGroupShare = 0.45f;
    private const float LeastReach = 0.10f;
    private const float SlightlyFromAbove = 0.05f;

    /// <summary>Where the middle of the free part lies: fractions of half the screen, right and up.</summary>
    public static Vector2 CentreOf(Box free, ScreenMetrics screen) =>
        new(2 * free.Center.X / screen.WidthMm - 1, 1 - 2 * free.Center.Y / screen.HeightMm);

    public static float YawOf(BodyView view) => view switch
    {
        BodyView.Back => MathF.PI,
        BodyView.Left => MathF.PI / 2,
        BodyView.Right => -MathF.PI / 2,
        _ => 0,
    };

    public static OrbitPose WholeBody(Body body, float yaw, Box free, ScreenMetrics screen)
    {
        Vector3 size = body.Bounds.Size;
        float width = MathF.Max(size.X, size.Z);
        float distance = DistanceFor(size.Y / WholeBodyShare, width / WholeBodyShare, free, screen) + size.Z / 2;
        return new(yaw, SlightlyFromAbove, distance, body.Bounds.Center with { X = 0, Z = 0 });
    }

    /// <summary>Where the camera stands when it looks at a muscle from one side; what is seen hardly depends on how far off.</summary>
    public static Vector3 EyeAround(Vector3 centre, float yaw, float distance = 1.6f) => new OrbitPose(yaw, SlightlyFromAbove, distance, centre).Eye;

    /// <summary>Frames a box of the body from the given side.</summary>
    public static OrbitPose Close(Bounds bounds, float yaw, Box free, ScreenMetrics screen) => Close(bounds, yaw, MuscleShare, free, screen);

    /// <summary>Frames what belongs together, however far apart it lies; what is nearly the whole body becomes the whole body.</summary>
    /// <param name="fromAfar">With more of what is around it, for people who do not stand at the glass.</param>
    public static OrbitPose Group(Body body, Bounds bounds, float yaw, Box free, ScreenMetrics screen, bool fromAfar = false)
    {
        OrbitPose near = Close(bounds, yaw, fromAfar ? DistantGroupShare : GroupShare, free, screen), whole = WholeBody(body, yaw, free, screen);
        return near.Distance > 0.85f * whole.Distance ? whole : near;
    }

    private static OrbitPose Close(Bounds bounds, float yaw, float share, Box free, ScreenMetrics screen)
    {
        Vector3 half = Vector3.Max(bounds.Size / 2, new(LeastReach / 2));
        (float sin, float cos) = MathF.SinCos(yaw);
        float width = 2 * (MathF.Abs(half.X * cos) + MathF.Abs(half.Z * sin)), depth = MathF.Abs(half.X * sin) + MathF.Abs(half.Z * cos);
        float height = MathF.Max(2 * half.Y, LeastReach);
        float distance = DistanceFor(height / share, MathF.Max(width, LeastReach) / share, free, screen) + depth;
        return new(yaw, SlightlyFromAbove, MathF.Max(distance, OrbitCamera.NearestDistance), bounds.Center);
    }

    /// <summary>
    /// The side from which a structure is seen best, in steps of 30 degrees, and not past the other arm or leg; among
    /// equals the one nearest to where the camera is, so that it turns no farther than it must.
    /// </summary>
    public static float BestYaw(Body body, int structure, SightLines sight, ReadOnlySpan<bool> isShown, float from)
    {
        const int Steps = 12;
        // Worse than seeing nothing of it: through glass the other limb still confuses.
        const float OtherHalf = 4;
        // A small muscle is looked at from so near that the other hand fills the picture.
        const float Near = 0.6f;
        Vector3 centre = body.Structures[structure].Bounds.Center;
        float best = from, most = float.NegativeInfinity;
        for (int i = 0; i < Steps; i++)
        {
            float yaw = MathF.IEEERemainder(i * 2 * MathF.PI / Steps, 2 * MathF.PI);
            Vector3 eye = EyeAround(centre, yaw);
            float near = MathF.Abs(MathF.IEEERemainder(yaw - from, 2 * MathF.PI)) / MathF.PI;
            // Straight views are the ones people know from charts.
            float straight = i % 3 == 0 ? 0.06f : 0;
            float score = sight.SeenShare(structure, eye, isShown) - 0.16f * near + FacingWeight * Facing(centre, eye) + straight
                - OtherHalf * MathF.Max(sight.ShareBehindOtherHalf(structure, eye), sight.ShareBehindOtherHalf(structure, EyeAround(centre, yaw, Near)));
            if (score > most)
                (most, best) = (score, yaw);
        }

        return best;
    }

    /// <summary>Of the straight views, the one that shows most of several structures.</summary>
    public static float BestYaw(Body body, IReadOnlyList<int> structures, SightLines sight, ReadOnlySpan<bool> isShown, float from)
    {
        const int Views = 4;
        float best = from, most = float.NegativeInfinity;
        for (int i = 0; i < Views; i++)
        {
            float yaw = MathF.IEEERemainder(i * 2 * MathF.PI / Views, 2 * MathF.PI), seen = 0;
            foreach (int structure in structures)
            {
                Vector3 centre = body.Structures[structure].Bounds.Center, eye = EyeAround(centre, yaw);
                seen += (sight.SeenShare(structure, eye, isShown) + FacingWeight * Facing(centre, eye)) / structures.Count;
            }

            // From the side the far half is hidden, which seeing one half well cannot tell.
            float score = seen - (i % 2 == 1 ? 0.3f : 0) - 0.05f * MathF.Abs(MathF.IEEERemainder(yaw - from, 2 * MathF.PI)) / MathF.PI;
            if (score > most)
                (most, best) = (score, yaw);
        }

        return best;
    }

    /// <summary>
    /// The side from which a muscle and the zones it refers to are seen together: both count, and a view from between
    /// them shows more than either alone when they face opposite ways.
    /// </summary>
    /// <param name="muscleSeen">How much of the muscle is seen from an angle, 0 to 1; null when only the zones count.</param>
    public static float BestYaw(IReadOnlyList<ZoneExtent> zones, Func<float, float>? muscleSeen, float from)
    {
        const int Steps = 12;
        float best = from, most = float.NegativeInfinity;
        for (int i = 0; i < Steps; i++)
        {
            float yaw = MathF.IEEERemainder(i * 2 * MathF.PI / Steps, 2 * MathF.PI);
            Vector3 towards = new(MathF.Sin(yaw), 0, MathF.Cos(yaw));
            float painSeen = 0;
            foreach (ZoneExtent zone in zones)
                painSeen += Visible(zone.Facing, towards) / zones.Count;
            float near = MathF.Abs(MathF.IEEERemainder(yaw - from, 2 * MathF.PI)) / MathF.PI;
            float muscle = muscleSeen is null ? painSeen : MathF.Min(1, 1.5f * muscleSeen(yaw));
            // Seeing a little of both tells more than seeing all of one.
            float score = 0.5f * (muscle + painSeen) + MathF.Min(muscle, painSeen) - 0.12f * near + (i % 3 == 0 ? 0.05f : 0);
            if (score > most)
                (most, best) = (score, yaw);
        }

        return best;
    }

    /// <summary>Frames a trigger point's muscle with the zones it refers to, from the given side.</summary>
    public static OrbitPose WithPain(Body body, Bounds muscle, IReadOnlyList<ZoneExtent> zones, float yaw, Box free, ScreenMetrics screen)
    {
        Bounds all = muscle;
        foreach (ZoneExtent zone in zones)
            all = all.Include(zone.Bounds);
        OrbitPose close = Close(muscle, yaw, free, screen), whole = WholeBody(body, yaw, free, screen);
        Vector3 size = all.Size;
        float width = MathF.Abs(size.X * MathF.Cos(yaw)) + MathF.Abs(size.Z * MathF.Sin(yaw));
        float distance = DistanceFor(size.Y / PainShare, width / PainShare, free, screen) + size.Z / 2;
        return close with { Distance = Math.Clamp(distance, close.Distance, whole.Distance), Target = all.Center };
    }

    // A muscle is looked at from the side of the body that it lies on, if that shows it about as well.
    private const float FacingWeight = 0.12f;

    private static float Facing(Vector3 centre, Vector3 eye)
    {
        Vector3 outwards = (centre - new Vector3(0, centre.Y, 0)) with { Y = 0 };
        return outwards.Length() > 0.02f ? Vector3.Dot(Vector3.Normalize(outwards), Vector3.Normalize(eye - centre)) : 0;
    }

    // What is seen at a slant is still seen; what faces away is not.
    private static float Visible(Vector3 facing, Vector3 towards)
    {
        float cosine = Vector3.Dot(facing, towards);
        return cosine <= 0.1f ? 0 : MathF.Min(1, cosine * 1.3f);
    }

    /// <summary>Distance at which a rectangle of this height and width (metres) just fits the free part of the screen.</summary>
    private static float DistanceFor(float height, float width, Box free, ScreenMetrics screen)
    {
        float perMetre = 2 * MathF.Tan(OrbitPose.FieldOfView / 2);
        float byHeight = height / (perMetre * free.Height / screen.HeightMm);
        float byWidth = width / (perMetre * screen.Aspect * free.Width / screen.WidthMm);
        return MathF.Max(byHeight, byWidth);
    }
}
