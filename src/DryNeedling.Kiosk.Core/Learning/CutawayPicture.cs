namespace DryNeedling.Kiosk.Learning;

/// <summary>One moment of the cut-away block: all that moves in it. Lengths in the block's own metres, the rest 0 to 1.</summary>
/// <param name="SkinLift">How far the skin is raised off its place.</param>
/// <param name="FatLift">How far the fat is raised off the muscle.</param>
/// <param name="Tightness">Of the band: 0 like its neighbours, 1 straight, pale and thick at the trigger point.</param>
/// <param name="Glow">Light of the trigger point.</param>
/// <param name="Twitch">How far the band has jumped.</param>
/// <param name="NeedleDepth">0: the tip stands on the skin; 1: it is in the band; below 0: above the skin.</param>
/// <param name="NeedlePresence">0: no needle is there.</param>
/// <param name="TubePresence">Of the guide tube around the needle.</param>
/// <param name="TubeLift">How far the tube is raised off the skin.</param>
/// <param name="Dent">How far the skin gives way under the tip.</param>
public readonly record struct CutawayPicture(
    float SkinLift = 0,
    float FatLift = 0,
    float Tightness = 0,
    float Glow = 0,
    float Twitch = 0,
    float NeedleDepth = -0.3f,
    float NeedlePresence = 0,
    float TubePresence = 0,
    float TubeLift = 0,
    float Dent = 0)
{
    /// <summary>The picture part of the way from one to another.</summary>
    public static CutawayPicture Lerp(in CutawayPicture a, in CutawayPicture b, float share) => new(
        float.Lerp(a.SkinLift, b.SkinLift, share),
        float.Lerp(a.FatLift, b.FatLift, share),
        float.Lerp(a.Tightness, b.Tightness, share),
        float.Lerp(a.Glow, b.Glow, share),
        float.Lerp(a.Twitch, b.Twitch, share),
        float.Lerp(a.NeedleDepth, b.NeedleDepth, share),
        float.Lerp(a.NeedlePresence, b.NeedlePresence, share),
        float.Lerp(a.TubePresence, b.TubePresence, share),
        float.Lerp(a.TubeLift, b.TubeLift, share),
        float.Lerp(a.Dent, b.Dent, share));

    /// <summary>Whether a part is there to be named.</summary>
    public bool Shows(CutawayPart part) => part switch
    {
        CutawayPart.Band => Tightness > 0.5f,
        CutawayPart.Point => Glow > 0.3f,
        CutawayPart.Needle => NeedlePresence > 0.5f,
        _ => true,
    };
}
