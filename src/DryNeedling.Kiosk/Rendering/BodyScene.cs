using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Rendering.Cutaway;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// Everything that decides how the body looks in one frame, as plain data: the loop fills it anew for each frame, the
/// renderer compares it with what it drew last and draws only what changed. Filling it allocates nothing.
/// </summary>
internal sealed class BodyScene
{
    private readonly StructureLook[] looks;
    private readonly ZonePaint[] zones;

    public BodyScene(Body body)
    {
        Body = body;
        looks = new StructureLook[body.Structures.Count];
        zones = new ZonePaint[body.Zones.Count];
        Array.Fill(looks, StructureLook.Plain);
    }

    public Body Body { get; }

    /// <summary>One per structure of the body, in its order. The skin's <see cref="StructureLook.Glass"/> is 1 when the
    /// muscles show through it and 0 when it is matte.</summary>
    public Span<StructureLook> Looks => looks;

    /// <summary>One per zone of the body, in its order.</summary>
    public Span<ZonePaint> Zones => zones;

    public OrbitPose Pose { get; set; } = new(0, 0, 4.2f, new(0, 0.88f, 0));

    /// <summary>Where the camera's target sits on the screen: fractions of half the screen, right and up.</summary>
    public Vector2 Centre { get; set; }

    public SceneTheme Theme { get; set; } = SceneTheme.Dark;

    /// <summary>Where painted pain spreads from, metres.</summary>
    public Vector3 PainOrigin { get; set; }

    /// <summary>How far it has spread, metres; infinite when it does not grow.</summary>
    public float PainRadius { get; set; } = float.PositiveInfinity;

    /// <summary>The block that stands in the body's place while a story looks inside; <see cref="Pose"/> then looks at it.</summary>
    public CutawayLook Block { get; set; }

    public void CopyFrom(BodyScene other)
    {
        other.looks.CopyTo(looks, 0);
        other.zones.CopyTo(zones, 0);
        (Pose, Centre, Theme) = (other.Pose, other.Centre, other.Theme);
        (PainOrigin, PainRadius) = (other.PainOrigin, other.PainRadius);
        Block = other.Block;
    }

    /// <summary>Whether both would give the same picture.</summary>
    public bool LooksLike(BodyScene other) =>
        Pose == other.Pose && Centre == other.Centre && ReferenceEquals(Theme, other.Theme) && Block == other.Block
        && (Block.IsDrawn || HasSameBody(other));

    private bool HasSameBody(BodyScene other) =>
        PainOrigin == other.PainOrigin && PainRadius.Equals(other.PainRadius)
        && looks.AsSpan().SequenceEqual(other.looks) && zones.AsSpan().SequenceEqual(other.zones);
}
