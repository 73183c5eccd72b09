namespace DryNeedling.Kiosk.Session;

/// <summary>
/// How long nobody has touched the kiosk, and what follows: after <c>promptAfter</c> the question "Still there?" with
/// a countdown, after the countdown the end of the visit.
/// </summary>
public sealed class IdleClock(TimeSpan promptAfter, TimeSpan countdown)
{
    public TimeSpan Idle { get; private set; }

    /// <summary>How many times longer than usual the question waits: who reads touches nothing. At least 1.</summary>
    public int Patience { get; set; } = 1;

    /// <summary>Whole seconds left to answer, or null when nobody is asked (yet).</summary>
    public int? SecondsLeft => Idle < PromptAfter
        ? null
        : (int)Math.Ceiling(Math.Max(0, (PromptAfter + countdown - Idle).TotalSeconds));

    public bool IsExpired => Idle >= PromptAfter + countdown;

    /// <summary>When something visible changes next if nobody touches: the loop may sleep until then.</summary>
    public TimeSpan UntilNextChange => Idle < PromptAfter
        ? PromptAfter - Idle
        : TimeSpan.FromSeconds(1) - TimeSpan.FromTicks((Idle - PromptAfter).Ticks % TimeSpan.TicksPerSecond);

    private TimeSpan PromptAfter => promptAfter * Patience;

    public void Touched() => Idle = TimeSpan.Zero;

    public void Advance(TimeSpan step) => Idle += step;
}
