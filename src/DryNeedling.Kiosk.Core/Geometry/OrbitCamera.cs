using System.Numerics;

namespace DryNeedling.Kiosk.Geometry;

/// <summary>
/// The camera's motion: it follows fingers at once, glides out after them, and eases to a goal. It never tips over,
/// never loses the body and never flies through it. Time is given; the same calls give the same poses.
/// </summary>
public sealed class OrbitCamera
{
    /// <summary>Inertia ends after so long ...</summary>
    public static readonly TimeSpan GlideTime = TimeSpan.FromSeconds(0.6);

    /// <summary>... and after so far.</summary>
    public const float GlideLimit = MathF.PI / 2;

    public static readonly TimeSpan EaseTime = TimeSpan.FromSeconds(0.45);

    /// <summary>Visitors lose track of which side is up when they look from above; radians.</summary>
    public const float PitchLimit = 60 * MathF.PI / 180;

    public const float NearestDistance = 0.3f;

    public const float FarthestDistance = 10;

    private Bounds reach;
    private OrbitPose easeFrom, easeTo;
    private float easeSeconds, easeLength;
    private float glideVelocity, glideSeconds = float.PositiveInfinity;

    /// <param name="home">Where the camera starts.</param>
    /// <param name="reach">The box that the target may not leave, metres.</param>
    public OrbitCamera(OrbitPose home, Bounds reach)
    {
        Pose = easeFrom = easeTo = home;
        this.reach = reach;
    }

    public OrbitPose Pose { get; private set; }

    /// <summary>Where the camera will be when it has settled.</summary>
    public OrbitPose Goal => IsEasing ? easeTo : Pose;

    public bool IsSettled => !IsEasing && !IsGliding;

    private bool IsEasing => easeLength > 0;

    private bool IsGliding => glideSeconds < (float)GlideTime.TotalSeconds;

    /// <summary>Turns by so many radians at once; positive yaw shows more of the body's left side.</summary>
    public void Turn(float yaw, float pitch)
    {
        Stop();
        Pose = Pose with
        {
            Yaw = Wrapped(Pose.Yaw + yaw),
            Pitch = Math.Clamp(Pose.Pitch + pitch, -PitchLimit, PitchLimit),
        };
    }

    /// <summary>Lets the body glide on at <paramref name="yawPerSecond"/> (radians per second) until it has slowed down.</summary>
    public void Glide(float yawPerSecond)
    {
        // Slowing down evenly covers half of velocity times time.
        float most = 2 * GlideLimit / (float)GlideTime.TotalSeconds;
        glideVelocity = Math.Clamp(yawPerSecond, -most, most);
        glideSeconds = MathF.Abs(glideVelocity) < 0.1f ? float.PositiveInfinity : 0;
    }

    /// <summary>Moves the target across the view by so many metres, right and up.</summary>
    public void Pan(float right, float up)
    {
        Stop();
        Vector3 side = new(MathF.Cos(Pose.Yaw), 0, -MathF.Sin(Pose.Yaw));
        Vector3 above = Vector3.Cross(Pose.Backward, side);
        Pose = Pose with { Target = Kept(Pose.Target + right * side + up * above) };
    }

    /// <summary>
    /// Comes nearer by <paramref name="factor"/> while the point that lies <paramref name="offset"/> (metres right and
    /// up of the target, in the target's plane) stays where it is on the screen.
    /// </summary>
    public void Zoom(float factor, Vector2 offset)
    {
        float distance = Math.Clamp(Pose.Distance / factor, NearestDistance, FarthestDistance);
        float kept = 1 - distance / Pose.Distance;
        Pan(offset.X * kept, offset.Y * kept);
        Pose = Pose with { Distance = distance };
    }

    /// <summary>Jumps: for pictures and for visitors who asked for less motion.</summary>
    public void CutTo(OrbitPose pose)
    {
        Stop();
        Pose = Limited(pose);
    }

    public void EaseTo(OrbitPose pose)
    {
        Stop();
        easeFrom = Pose;
        easeTo = Limited(pose);
        easeSeconds = 0;
        easeLength = (float)EaseTime.TotalSeconds;
    }

    /// <summary>Moves on by <paramref name="step"/>; true when the pose changed.</summary>
    public bool Advance(TimeSpan step)
    {
        if (IsEasing)
            AdvanceEase((float)step.TotalSeconds);
        else if (IsGliding)
            AdvanceGlide((float)step.TotalSeconds);
        else
            return false;
        return true;
    }

    /// <summary>The body is another one: keep the target inside it.</summary>
    public void SetReach(Bounds bounds)
    {
        reach = bounds;
        Pose = Limited(Pose);
    }

    private void AdvanceEase(float step)
    {
        easeSeconds += step;
        if (easeSeconds >= easeLength)
        {
            Pose = easeTo;
            easeLength = 0;
            return;
        }

        float left = 1 - easeSeconds / easeLength, t = 1 - left * left * left;
        float turn = Wrapped(easeTo.Yaw - easeFrom.Yaw);
        // A swing round the body moves outwards on its way, or a close-up camera would cut through the shoulders.
        float detour = 1 + 0.9f * MathF.Abs(turn) / MathF.PI * MathF.Sin(MathF.PI * t);
        Pose = new(
            Wrapped(easeFrom.Yaw + t * turn),
            easeFrom.Pitch + t * (easeTo.Pitch - easeFrom.Pitch),
            MathF.Min(FarthestDistance, easeFrom.Distance * MathF.Pow(easeTo.Distance / easeFrom.Distance, t) * detour),
            Vector3.Lerp(easeFrom.Target, easeTo.Target, t));
    }

    private void AdvanceGlide(float step)
    {
        float length = (float)GlideTime.TotalSeconds;
        float before = glideSeconds, after = MathF.Min(length, before + step);
        float turned = glideVelocity * (after - before - (after * after - before * before) / (2 * length));
        Pose = Pose with { Yaw = Wrapped(Pose.Yaw + turned) };
        glideSeconds = after >= length ? float.PositiveInfinity : after;
    }

    private void Stop()
    {
        easeLength = 0;
        glideSeconds = float.PositiveInfinity;
    }

    private OrbitPose Limited(OrbitPose pose) => new(
        Wrapped(pose.Yaw),
        Math.Clamp(pose.Pitch, -PitchLimit, PitchLimit),
        Math.Clamp(pose.Distance, NearestDistance, FarthestDistance),
        Kept(pose.Target));

    private Vector3 Kept(Vector3 target) => reach.IsEmpty ? target : Vector3.Clamp(target, reach.Min, reach.Max);

    private static float Wrapped(float angle) => MathF.IEEERemainder(angle, 2 * MathF.PI);
}
