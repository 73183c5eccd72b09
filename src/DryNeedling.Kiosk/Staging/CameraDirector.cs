using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Staging;

/// <summary>
/// Moves the camera where an intent wants it: to a side, nearer, to the selection, to a trigger point and its pain,
/// always into the part of the screen that the interface leaves free.
/// </summary>
internal sealed class CameraDirector
{
    // One half of the body is enough to tell from where both are seen.
    private static readonly Side[] EverySide = [Side.Midline, Side.Left, Side.Right], NearSides = [Side.Midline, Side.Right];

    private readonly Body body;
    private readonly SceneDirector director;
    private readonly Lazy<SightLines> sight;
    private readonly bool[] shown;

    public CameraDirector(Body body, SceneDirector scene, Lazy<SightLines> sight, Box free, ScreenMetrics screen)
    {
        (this.body, director, this.sight) = (body, scene, sight);
        shown = new bool[body.Structures.Count];
        Centre = CameraFraming.CentreOf(free, screen);
        Camera = new(CameraFraming.WholeBody(body, 0, free, screen), body.Bounds);
    }

    public OrbitCamera Camera { get; }

    /// <summary>Where the camera's target sits on the screen: fractions of half the screen, right and up.</summary>
    public Vector2 Centre { get; private set; }

    public Matrix4x4 Projection(ScreenMetrics screen) => Camera.Pose.Projection(screen.Aspect, Centre);

    public bool IsMoving(Box free, ScreenMetrics screen) => !Camera.IsSettled || Centre != CameraFraming.CentreOf(free, screen);

    public void Advance(TimeSpan step, Box free, ScreenMetrics screen)
    {
        Camera.Advance(step);
        Centre = Easing.Towards(Centre, CameraFraming.CentreOf(free, screen), Easing.ShareOf(step));
    }

    /// <summary>The screen changed its shape: frame the same thing anew, at once.</summary>
    public void CutTo(KioskState state, KioskContent content, Box free, ScreenMetrics screen)
    {
        Centre = CameraFraming.CentreOf(free, screen);
        Camera.CutTo(PoseFrom(Camera.Goal.Yaw, state, content, free, screen));
    }

    /// <summary>Starts the motion that an intent asks for, if it asks for one.</summary>
    public void Follow(Intent intent, KioskState before, KioskState state, KioskContent content, Box free, ScreenMetrics screen)
    {
        float? yaw = intent switch
        {
            Intent.LookFrom(var view) => CameraFraming.YawOf(view),
            Intent.SelectTriggerPoint => YawForPain(state, content),
            Intent.Frame or Intent.Select when state.Selection is { } id && (intent is Intent.Frame || state.Selection != before.Selection) =>
                YawFor(id, state),
            Intent.Reset or Intent.FallAsleep => 0,
            Intent.ShowTour(var place) when !place.ShowsSame(before.Tour) => StagedYaw(state, content),
            Intent.Wake when before.Tour is not null => Camera.Goal.Yaw,
            Intent.CloseCard when before.Selection is not null => StagedYaw(state, content),
            Intent.Open or Intent.Back or Intent.ShowStoryStep => StagedYaw(state, content),
            Intent.ShowComfort or Intent.SetReach => Camera.Goal.Yaw,
            Intent.ClearTriggerPoint => Camera.Goal.Yaw,
            _ => null,
        };
        if (yaw is { } from)
            Camera.EaseTo(PoseFrom(from, state, content, free, screen));
        else if (intent is Intent.ZoomBy(var factor))
            Camera.EaseTo(Camera.Goal with { Distance = Camera.Goal.Distance / factor });
    }

    /// <summary>Turns to the side where most of the painted zones lie.</summary>
    public void FaceZones(KioskState state, KioskContent content, Box free, ScreenMetrics screen)
    {
        List<ZoneExtent> zones = EssentialZones(state, content);
        if (zones.Count > 0)
            Camera.EaseTo(PoseFrom(CameraFraming.BestYaw(zones, null, Camera.Goal.Yaw), state, content, free, screen));
    }

    private OrbitPose PoseFrom(float yaw, KioskState state, KioskContent content, Box free, ScreenMetrics screen)
    {
        if (state.Selection is not { } id || body.Find(id) is not { } structure)
            return Group(state, content) is { } group ? CameraFraming.Group(body, group, yaw, free, screen, fromAfar: state.Tour is not null) : CameraFraming.WholeBody(body, yaw, free, screen);
        List<ZoneExtent> zones = state.TriggerPoint is null ? [] : EssentialZones(state, content);
        return zones.Count == 0
            ? CameraFraming.Close(structure.Bounds, yaw, free, screen)
            : CameraFraming.WithPain(body, structure.Bounds, zones, yaw, free, screen);
    }

    /// <summary>Where the lit muscles lie, or the zones of a story's step; null when there are none.</summary>
    private Bounds? Group(KioskState state, KioskContent content)
    {
        Bounds all = Bounds.Empty;
        foreach (int lit in CoreOf(state, bothSides: true))
            all = all.Include(body.Structures[lit].Bounds);
        if (state.Scene is not null)
        {
            foreach (ZoneExtent zone in EssentialZones(state, content))
                all = all.Include(zone.Bounds);
        }

        return all.IsEmpty ? null : all;
    }

    /// <summary>From where what the content shows is seen: a story says it itself.</summary>
    private float StagedYaw(KioskState state, KioskContent content)
    {
        if (state.Scene is { } scene)
            return CameraFraming.YawOf(scene.View);
        if (state.Selection is { } id)
            return state.TriggerPoint is null ? YawFor(id, state) : YawForPain(state, content);
        List<int> lit = CoreOf(state, bothSides: false);
        if (lit.Count == 0)
            return Camera.Goal.Yaw;
        director.FillShown(shown, state);
        return CameraFraming.BestYaw(body, lit, sight.Value, shown, Camera.Goal.Yaw);
    }

    /// <summary>The lit muscles that are usually involved; where there are none, all that are lit.</summary>
    private List<int> CoreOf(KioskState state, bool bothSides)
    {
        bool hasCore = state.Lit.Any(muscle => muscle.IsCore);
        List<int> found = [];
        foreach (LitMuscle muscle in state.Lit)
        {
            if (hasCore && !muscle.IsCore)
                continue;
            foreach (Side side in bothSides ? EverySide : NearSides)
            {
                if (body.IndexOf(StructureId.Of(muscle.Id, side)) is >= 0 and var index)
                    found.Add(index);
            }
        }

        return found;
    }

    private float YawFor(StructureId id, KioskState state)
    {
        director.FillShown(shown, state);
        return body.IndexOf(id) is >= 0 and var index
            ? CameraFraming.BestYaw(body, index, sight.Value, shown, Camera.Goal.Yaw)
            : Camera.Goal.Yaw;
    }

    /// <summary>From where the selected muscle and the zones where its pain is typically felt are seen together.</summary>
    private float YawForPain(KioskState state, KioskContent content)
    {
        if (state.Selection is not { } id || body.IndexOf(id) is not (>= 0 and var index))
            return Camera.Goal.Yaw;
        List<ZoneExtent> zones = EssentialZones(state, content);
        if (zones.Count == 0)
            return YawFor(id, state);
        director.FillShown(shown, state);
        Vector3 centre = body.Structures[index].Bounds.Center;
        return CameraFraming.BestYaw(zones, yaw => sight.Value.SeenShare(index, CameraFraming.EyeAround(centre, yaw), shown), Camera.Goal.Yaw);
    }

    private List<ZoneExtent> EssentialZones(KioskState state, KioskContent content)
    {
        List<ZoneExtent> zones = [];
        foreach ((StructureId zone, ReferralStrength strength) in PainMap.Of(state, content))
        {
            if (strength == ReferralStrength.Essential && director.Pain.ExtentOf(zone) is { } extent)
                zones.Add(extent);
        }

        return zones;
    }
}
