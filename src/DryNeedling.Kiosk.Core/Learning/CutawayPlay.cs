using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Learning;

/// <summary>
/// What the cut-away block acts out: from an animation's name and the time into it to a picture, and nothing else.
/// Each ends by itself after a few rounds and then stands still; nothing in it comes and goes more than three times a second.
/// </summary>
public static class CutawayPlay
{
    private const float SkinApart = 0.34f, FatApart = 0.15f;

    // The needle's way: it is set down in its tube, tapped through the skin, and goes to the band once the tube is off.
    private const float NeedleRound = 10.4f, NeedleLeaves = 8.4f;
    private const int NeedleRounds = 2;

    private const float TwitchRound = 2.8f;
    private const int TwitchRounds = 3;

    private const float GlowPeriod = 2.4f;
    private const int Glows = 3;

    private const float ThroughTheSkin = 0.14f, RestingGlow = 0.75f;

    /// <summary>Whether a step with this animation shows the block instead of the body.</summary>
    public static bool IsCutaway(StoryAnimation animation) => animation is not (StoryAnimation.None or StoryAnimation.Pulse);

    /// <summary>How long it moves; afterwards the picture is that of its end.</summary>
    public static TimeSpan Length(StoryAnimation animation) => TimeSpan.FromSeconds(animation switch
    {
        StoryAnimation.Cutaway => 2.4,
        StoryAnimation.TautBand => 3 + Glows * GlowPeriod,
        StoryAnimation.Needle => (NeedleRounds - 1) * NeedleRound + NeedleLeaves,
        StoryAnimation.Twitch => TwitchRounds * TwitchRound,
        StoryAnimation.Release => 7,
        _ => 0,
    });

    /// <summary>The one picture that tells most of an animation, for those who want no motion.</summary>
    public static CutawayPicture Still(StoryAnimation animation) => animation == StoryAnimation.Twitch
        ? TwitchAt(TwitchPeak)
        : At(animation, Length(animation));

    /// <param name="into">Time since the animation began; negative counts as its beginning.</param>
    public static CutawayPicture At(StoryAnimation animation, TimeSpan into)
    {
        float t = Math.Clamp((float)into.TotalSeconds, 0, (float)Length(animation).TotalSeconds);
        return animation switch
        {
            StoryAnimation.Cutaway => new(SkinApart * Rise(t, 0.4f, 1.7f), FatApart * Rise(t, 0.9f, 2.2f)),
            StoryAnimation.TautBand => TautBandAt(t),
            StoryAnimation.Needle => NeedleAt(t),
            StoryAnimation.Twitch => TwitchAt(t),
            StoryAnimation.Release => ReleaseAt(t),
            _ => new(),
        };
    }

    private static CutawayPicture TautBandAt(float t)
    {
        float tight = Rise(t, 0.4f, 2.8f), beat = Wave((t - 3) / GlowPeriod);
        return new(Tightness: tight, Glow: Rise(t, 1.4f, 3) * (RestingGlow + 0.25f * (t > 3 ? beat : 0)));
    }

    private static CutawayPicture NeedleAt(float t)
    {
        int round = Math.Min(NeedleRounds - 1, (int)(t / NeedleRound));
        float s = t - round * NeedleRound;
        // The last round ends with the needle in place.
        float leaves = Rise(s, NeedleLeaves, NeedleLeaves + 1.4f);
        float pushes = 0.13f * (Bump(s, 4.9f, 6.3f) + Bump(s, 6.5f, 7.9f));
        float depth = -0.30f * (1 - Rise(s, 0, 0.9f)) + ThroughTheSkin * Rise(s, 1.3f, 1.48f) + (1 - ThroughTheSkin) * Rise(s, 2.5f, 4.4f) - pushes;
        return new(
            Tightness: 1,
            Glow: 0.5f + 0.25f * Rise(s, 4, 4.8f) - 0.25f * leaves,
            NeedleDepth: depth - 1.3f * leaves,
            NeedlePresence: Rise(s, 0, 0.5f) * (1 - Rise(s, NeedleLeaves + 0.7f, NeedleLeaves + 1.4f)),
            TubePresence: Rise(s, 0, 0.5f) * (1 - Rise(s, 1.9f, 2.5f)),
            TubeLift: 0.30f * (1 - Rise(s, 0, 0.9f)) + 0.34f * Rise(s, 1.7f, 2.5f),
            Dent: 0.02f * Bump(s, 0.8f, 1.7f) + 0.008f * Rise(s, 2.6f, 3.4f) * (1 - leaves));
    }

    // From the push that sets it off: up within a tenth of a second, down within half of one.
    private const float TwitchStart = 0.95f, TwitchPeak = TwitchStart + 0.11f;

    private static CutawayPicture TwitchAt(float t)
    {
        // At its very end the last round is over, and not at the beginning of a next one.
        float s = t - Math.Min(TwitchRounds - 1, (int)(t / TwitchRound)) * TwitchRound;
        float up = Rise(s, TwitchStart, TwitchPeak), down = Rise(s, TwitchPeak + 0.05f, TwitchPeak + 0.6f);
        return new(
            Tightness: 1, Glow: RestingGlow, Twitch: up * (1 - down),
            NeedleDepth: 1 - 0.14f * Bump(s, 0.1f, 1.1f), NeedlePresence: 1, Dent: 0.008f);
    }

    private static CutawayPicture ReleaseAt(float t)
    {
        float loose = Rise(t, 0.8f, 3.8f), leaves = Rise(t, 4.2f, 6.4f);
        return new(
            Tightness: 1 - loose,
            Glow: RestingGlow * (1 - Rise(t, 0.8f, 3.4f)),
            NeedleDepth: 1 - 1.5f * leaves,
            NeedlePresence: 1 - Rise(t, 5.6f, 6.6f),
            Dent: 0.008f * (1 - leaves));
    }

    /// <summary>0 before, 1 after, softly between.</summary>
    private static float Rise(float t, float from, float to)
    {
        float s = Math.Clamp((t - from) / (to - from), 0, 1);
        return s * s * (3 - 2 * s);
    }

    /// <summary>Up to 1 and down again.</summary>
    private static float Bump(float t, float from, float to) => t <= from || t >= to ? 0 : Wave((t - from) / (to - from));

    private static float Wave(float turns) => 0.5f - 0.5f * MathF.Cos(MathF.Tau * turns);
}
