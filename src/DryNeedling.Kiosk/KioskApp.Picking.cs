using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk;

/// <summary>What lies under a finger.</summary>
internal sealed partial class KioskApp
{
    /// <summary>The structure that is seen under a finger, or null.</summary>
    public StructureId? Pick(Vector2 mm)
    {
        const float FingerRadiusMm = 4;
        Span<Pickability> pickability = new Pickability[Body.Structures.Count];
        Director.FillPickability(pickability);
        Vector2 tolerance = 2 * new Vector2(FingerRadiusMm / Screen.WidthMm, FingerRadiusMm / Screen.HeightMm);
        int index = Picker.Pick(camera.Camera.Pose.View, Projection, ClipOf(mm), tolerance, pickability);
        return index < 0 ? null : Body.Structures[index].Id;
    }

    /// <summary>The skin zone under a finger, or null beside the body.</summary>
    public StructureId? PickZone(Vector2 mm) => Director.Pain.ZoneUnder(Ray.Through(ClipOf(mm), camera.Camera.Pose.View, Projection), Picker);

    /// <summary>The part of the block under a finger, or null beside it.</summary>
    public CutawayPart? PickPart(Vector2 mm)
    {
        const float FingerRadiusMm = 4;
        float metresPerMm = 2 * block.Camera.Pose.Distance * MathF.Tan(OrbitPose.FieldOfView / 2) / Screen.HeightMm;
        Ray ray = Ray.Through(ClipOf(mm), block.Camera.Pose.View, block.Camera.Pose.Projection(Screen.Aspect, Centre));
        return CutawayShape.Pick(ray, block.Picture, FingerRadiusMm * metresPerMm);
    }
}
