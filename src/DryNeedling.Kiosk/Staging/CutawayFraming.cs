using System.Numerics;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Staging;

/// <summary>Where the camera must stand so that the cut-away block fills the free part of the screen and leaves room for its names.</summary>
internal static class CutawayFraming
{
    /// <summary>Seen from its right front corner, a little from above: all layers, their steps and the cut.</summary>
    public const float HomeYaw = 27 * MathF.PI / 180;

    private const float HomePitch = 19 * MathF.PI / 180;

    // Above and below stand the names.
    private const float WidthShare = 0.94f, HeightShare = 0.78f;

    public static OrbitPose Pose(StoryAnimation animation, float yaw, Box free, ScreenMetrics screen)
    {
        Bounds bounds = CutawayShape.BoundsOf(CutawayPlay.Still(animation), withTube: animation == StoryAnimation.Needle);
        OrbitPose pose = new(yaw, HomePitch, 4, bounds.Center);
        float reach = MathF.Tan(OrbitPose.FieldOfView / 2);
        Vector2 room = new Vector2(reach * screen.Aspect * free.Width / screen.WidthMm * WidthShare, reach * free.Height / screen.HeightMm * HeightShare);
        for (int i = 0; i < 6; i++)
        {
            (Vector2 least, Vector2 most) = Outline(pose, bounds);
            Vector2 middle = (least + most) / 2 * pose.Distance, half = (most - least) / 2;
            (Vector3 right, Vector3 up) = Axes(pose);
            float needed = MathF.Max(half.X / room.X, half.Y / room.Y);
            pose = pose with { Target = pose.Target + right * middle.X + up * middle.Y, Distance = pose.Distance * needed };
        }

        return pose;
    }

    // On the plane at distance 1, where the bounds' corners show.
    private static (Vector2 Least, Vector2 Most) Outline(OrbitPose pose, Bounds bounds)
    {
        (Vector3 right, Vector3 up) = Axes(pose);
        Vector2 least = new(float.PositiveInfinity), most = new(float.NegativeInfinity);
        for (int corner = 0; corner < 8; corner++)
        {
            Vector3 at = new(
                (corner & 1) == 0 ? bounds.Min.X : bounds.Max.X, (corner & 2) == 0 ? bounds.Min.Y : bounds.Max.Y, (corner & 4) == 0 ? bounds.Min.Z : bounds.Max.Z);
            // Above the skin there is only the needle.
            if (at.Y > CutawayShape.SkinTop + 0.5f)
                at = new(CutawayShape.NeedleX, at.Y, CutawayShape.NeedleZ);
            Vector3 from = at - pose.Target;
            Vector2 seen = new Vector2(Vector3.Dot(from, right), Vector3.Dot(from, up)) / (pose.Distance - Vector3.Dot(from, pose.Backward));
            (least, most) = (Vector2.Min(least, seen), Vector2.Max(most, seen));
        }

        return (least, most);
    }

    private static (Vector3 Right, Vector3 Up) Axes(OrbitPose pose)
    {
        Vector3 right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, pose.Backward));
        return (right, Vector3.Cross(pose.Backward, right));
    }
}
