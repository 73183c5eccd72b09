using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>How strongly each part is lit, 0 to 1; the others then step back.</summary>
internal record struct CutawayLight(float Skin, float Fat, float Muscle, float Band, float Point, float Needle)
{
    public static CutawayLight On(CutawayPart? part) => new(
        Of(part, CutawayPart.Skin), Of(part, CutawayPart.Fat), Of(part, CutawayPart.Muscle),
        Of(part, CutawayPart.Band), Of(part, CutawayPart.Point), Of(part, CutawayPart.Needle));

    public readonly float Strongest =>
        MathF.Max(MathF.Max(MathF.Max(Skin, Fat), MathF.Max(Muscle, Band)), MathF.Max(Point, Needle));

    private static float Of(CutawayPart? part, CutawayPart wanted) => part == wanted ? 1 : 0;
}

/// <summary>All that decides how the cut-away block looks in one frame.</summary>
/// <param name="Presence">0: the body is seen; up to 0.5 it fades away, from there to 1 the block appears in its place.</param>
internal readonly record struct CutawayLook(float Presence, CutawayPicture Picture, CutawayLight Light)
{
    public static CutawayLook None { get; }

    /// <summary>The block is drawn and not the body.</summary>
    public bool IsDrawn => Presence > 0.5f;

    /// <summary>How much of what is drawn has faded into the backdrop, 0 to 1.</summary>
    public float Veil => 1 - MathF.Abs(1 - 2 * Presence);
}
