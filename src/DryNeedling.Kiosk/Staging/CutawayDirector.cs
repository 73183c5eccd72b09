using System.Collections.Immutable;
using System.Numerics;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Learning;
using DryNeedling.Kiosk.Rendering.Cutaway;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Staging;

/// <summary>Parts of the cut-away block that can be named, with the place on the glass that each name points to, millimetres.</summary>
/// <param name="Top">Upper edge of the block on the glass; what stands out of its skin reaches higher.</param>
internal sealed record SeenBlock(ImmutableArray<(CutawayPart Part, Vector2 At)> Parts, float Top, float Bottom);

/// <summary>
/// Shows the cut-away block while a story's step looks inside: fades it in, acts out the step's animation, lights parts,
/// and has a camera of its own. Knows no GPU.
/// </summary>
internal sealed class CutawayDirector
{
    private const float FadeSeconds = 0.5f, BlendSeconds = 0.5f;

    // A visitor who lets go and turns on sees no flicker of names.
    private const float RestSeconds = 0.3f;

    // A name points to what moves less than this, metres of the block.
    private const float Apart = 0.03f;

    private static readonly CutawayPart[] Parts = Enum.GetValues<CutawayPart>();

    private static readonly Bounds Reach = new(new(-1, -0.2f, -1), new(1, 2.4f, 1));

    private readonly CutawayLight[] light = new CutawayLight[1], lightGoal = new CutawayLight[1];
    private KioskState aimed = KioskState.Initial;
    private StoryAnimation animation;
    private CutawayPicture from;
    private float blend = 1, presence, resting;
    private TimeSpan into;
    private OrbitPose lastPose;
    private (OrbitPose Pose, int Mask, Box Free, ScreenMetrics Screen) seenAs;

    public OrbitCamera Camera { get; } = new(new(CutawayFraming.HomeYaw, 0.3f, 4, new(0, 0.6f, 0)), Reach);

    /// <summary>The state wants the block in the body's place.</summary>
    public bool IsWanted { get; private set; }

    /// <summary>The body is out of sight.</summary>
    public bool IsAlone => IsWanted && presence >= 1;

    public CutawayPicture Picture { get; private set; }

    public CutawayLook Look => presence <= 0 ? CutawayLook.None : new(presence, Picture, light[0]);

    /// <summary>Time since the animation began.</summary>
    public TimeSpan Into => into;

    public bool HasEnded => into >= CutawayPlay.Length(animation);

    public bool IsMoving => presence != (IsWanted ? 1 : 0)
        || (IsWanted && (!HasEnded || blend < 1 || light[0] != lightGoal[0] || !Camera.IsSettled || resting < RestSeconds));

    /// <summary>What can be named now; null while the block moves under a finger or is not there.</summary>
    public SeenBlock? Seen { get; private set; }

    /// <summary>Follows the state. The same one as before costs nothing.</summary>
    public void Aim(KioskState state, Box free, ScreenMetrics screen)
    {
        if (ReferenceEquals(state, aimed))
            return;
        bool sameStep = IsWanted && (state.Topic, state.StoryStep, state.Animation) == (aimed.Topic, aimed.StoryStep, aimed.Animation);
        aimed = state;
        bool wasWanted = IsWanted;
        IsWanted = state.ShowsCutaway;
        if (!IsWanted)
        {
            Seen = null;
            return;
        }

        lightGoal[0] = CutawayLight.On(state.LitPart);
        if (sameStep)
            return;
        // Layers that lie apart already stay so while the next step tells of the next layer.
        bool goesOn = wasWanted && state.Animation == StoryAnimation.Cutaway && animation == StoryAnimation.Cutaway;
        animation = state.Animation;
        if (!goesOn)
            Start(isNew: presence <= 0);
        Reframe(CutawayFraming.HomeYaw, free, screen, cut: presence <= 0.5f);
        if (presence <= 0)
            light[0] = lightGoal[0];
    }

    /// <summary>Acts the step out from its beginning, seen as at first.</summary>
    public void ShowAgain(Box free, ScreenMetrics screen)
    {
        Start(isNew: false);
        Reframe(CutawayFraming.HomeYaw, free, screen, cut: false);
    }

    /// <summary>Frames the block anew after the free part of the screen changed, or from another side.</summary>
    public void Reframe(float yaw, Box free, ScreenMetrics screen, bool cut)
    {
        OrbitPose pose = CutawayFraming.Pose(animation, yaw, free, screen);
        if (cut)
            Camera.CutTo(pose);
        else
            Camera.EaseTo(pose);
    }

    /// <param name="still">For visitors who asked for less motion: one picture stands for the whole animation.</param>
    public void Advance(TimeSpan step, bool still)
    {
        float seconds = (float)step.TotalSeconds;
        Camera.Advance(still ? TimeSpan.FromSeconds(10) : step);
        presence = still ? (IsWanted ? 1 : 0) : Math.Clamp(presence + (IsWanted ? seconds : -seconds) / FadeSeconds, 0, 1);
        Easing.Towards<CutawayLight>(light, lightGoal, still ? 1 : Easing.ShareOf(step));
        if (!IsWanted)
            return;
        // Nothing happens before there is somebody's eye on it.
        if (presence >= 1)
            into = still ? CutawayPlay.Length(animation) : Shortest(into + step, CutawayPlay.Length(animation));
        blend = still ? 1 : MathF.Min(1, blend + seconds / BlendSeconds);
        CutawayPicture now = still ? CutawayPlay.Still(animation) : CutawayPlay.At(animation, into);
        Picture = blend >= 1 ? now : CutawayPicture.Lerp(from, now, blend * blend * (3 - 2 * blend));
        resting = Camera.Pose != lastPose || !Camera.IsSettled || presence < 1 ? 0 : MathF.Min(RestSeconds, resting + seconds);
        lastPose = Camera.Pose;
    }

    /// <summary>All motion is over at once: for pictures.</summary>
    public void Settle()
    {
        (presence, into, blend, resting) = (IsWanted ? 1 : 0, CutawayPlay.Length(animation), 1, RestSeconds);
        light[0] = lightGoal[0];
        Camera.Advance(TimeSpan.FromSeconds(10));
        Picture = CutawayPlay.At(animation, into);
    }

    /// <summary>Looks anew what can be named, if anything that decides it changed.</summary>
    public void FindNames(Vector2 centre, Box free, ScreenMetrics screen)
    {
        if (!IsWanted || resting < RestSeconds)
        {
            Seen = null;
            return;
        }

        CutawayPicture end = CutawayPlay.Still(animation);
        int mask = 0;
        foreach (CutawayPart part in Parts)
        {
            bool inPlace = Vector3.Distance(CutawayShape.AnchorOf(part, Picture), CutawayShape.AnchorOf(part, end)) < Apart;
            if (Picture.Shows(part) && inPlace)
                mask |= 1 << (int)part;
        }

        if (Seen is not null && seenAs == (Camera.Pose, mask, free, screen))
            return;
        seenAs = (Camera.Pose, mask, free, screen);
        Seen = NamesOf(mask, end, centre, free, screen);
    }

    // Apart from its caller, which must not allocate.
    private SeenBlock NamesOf(int mask, CutawayPicture end, Vector2 centre, Box free, ScreenMetrics screen)
    {
        Matrix4x4 toClip = Camera.Pose.View * Camera.Pose.Projection(screen.Aspect, centre);
        (float top, float bottom) = EdgesOf(CutawayShape.BoundsOf(end, withTube: false), toClip, screen);
        return new([.. Parts
            .Where(part => (mask & 1 << (int)part) != 0 && CutawayShape.Sees(Camera.Pose.Eye, part, end))
            .Select(part => (part, OnGlass(CutawayShape.AnchorOf(part, end), toClip, screen)))
            .Where(seen => free.Contains(seen.Item2))], top, bottom);
    }

    private static (float Top, float Bottom) EdgesOf(Bounds bounds, in Matrix4x4 toClip, ScreenMetrics screen)
    {
        (float top, float bottom) = (float.PositiveInfinity, float.NegativeInfinity);
        for (int corner = 0; corner < 8; corner++)
        {
            Vector3 at = new((corner & 1) == 0 ? bounds.Min.X : bounds.Max.X, (corner & 2) == 0 ? bounds.Min.Y : bounds.Max.Y, (corner & 4) == 0 ? bounds.Min.Z : bounds.Max.Z);
            float y = OnGlass(at, toClip, screen).Y;
            (top, bottom) = (MathF.Min(top, y), MathF.Max(bottom, y));
        }

        return (top, bottom);
    }

    private void Start(bool isNew)
    {
        into = TimeSpan.Zero;
        (from, blend) = (Picture, isNew ? 1 : 0);
        if (isNew)
            Picture = CutawayPlay.At(animation, into);
    }

    private static Vector2 OnGlass(Vector3 at, in Matrix4x4 toClip, ScreenMetrics screen)
    {
        Vector4 clip = Vector4.Transform(at, toClip);
        return new((clip.X / clip.W + 1) / 2 * screen.WidthMm, (1 - clip.Y / clip.W) / 2 * screen.HeightMm);
    }

    private static TimeSpan Shortest(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
