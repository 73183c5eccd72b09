using System.Numerics;

namespace DryNeedling.Kiosk.Ui;

/// <summary>What the hand that shows how to begin does.</summary>
internal enum HintPhase
{
    None,
    Turning,
    Tapping,
}

/// <summary>
/// A hand that shows turning, then tapping, to somebody who looks and does nothing; a few rounds, then it rests.
/// </summary>
internal static class GestureHint
{
    private const int Rounds = 3;
    private const float RoundSeconds = 4, TurnSeconds = 2.2f, TapFrom = 2.6f, TapUntil = 3.4f, WideMm = 26, DipMm = 2.5f;

    /// <summary>So long nobody touches before the hand comes.</summary>
    public static readonly TimeSpan After = TimeSpan.FromSeconds(4);

    /// <param name="idle">How long nobody touched.</param>
    public static HintPhase PhaseAt(TimeSpan idle)
    {
        float seconds = (float)(idle - After).TotalSeconds;
        if (seconds is < 0 or >= Rounds * RoundSeconds)
            return HintPhase.None;
        return seconds % RoundSeconds is >= TapFrom and < TapUntil ? HintPhase.Tapping : HintPhase.Turning;
    }

    /// <summary>Where the hand is, millimetres from its place.</summary>
    public static Vector2 OffsetAt(TimeSpan idle)
    {
        float seconds = (float)(idle - After).TotalSeconds % RoundSeconds;
        if (seconds < TurnSeconds)
            return new(WideMm * MathF.Sin(MathF.Tau * seconds / TurnSeconds), 0);
        return new(0, seconds is >= TapFrom and < TapUntil ? DipMm : 0);
    }
}
