namespace DryNeedling.Kiosk.Ui;

/// <summary>What the hand that shows how to begin does.</summary>
internal enum HintPhase
{
    None,
    Turning,
    Tapping,
}

/// <summary>
/// A hand that says "turn", then "tap", to somebody who looks and does nothing; then it goes. It stands still: a kiosk
/// that waits draws nothing.
/// </summary>
internal static class GestureHint
{
    /// <summary>So long nobody touches before the hand comes.</summary>
    public static readonly TimeSpan After = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan PhaseTime = TimeSpan.FromSeconds(4);

    /// <param name="idle">How long nobody touched.</param>
    public static HintPhase PhaseAt(TimeSpan idle) =>
        idle < After ? HintPhase.None : idle < After + PhaseTime ? HintPhase.Turning : idle < After + 2 * PhaseTime ? HintPhase.Tapping : HintPhase.None;

    /// <summary>How long until another phase, for ever after the last.</summary>
    public static TimeSpan UntilNext(TimeSpan idle)
    {
        for (int phase = 0; phase <= 2; phase++)
        {
            if (idle < After + phase * PhaseTime)
                return After + phase * PhaseTime - idle;
        }

        return TimeSpan.MaxValue;
    }
}
