namespace DryNeedling.Kiosk.Session;

/// <summary>The colours a visitor can choose; <see cref="Clinic"/> leaves those of the clinic's settings.</summary>
public enum ThemeChoice
{
    Clinic,
    Dark,
    Light,

    /// <summary>Black and white as far as the clinic's colour allows.</summary>
    Contrast,
}

/// <summary>What a visitor made easier for themselves, besides language and text size; forgotten with the visit.</summary>
/// <param name="ReducedMotion">Cuts instead of glides, no pulse, no inertia.</param>
/// <param name="Reach">Everything that can be touched lies where a seated person reaches it.</param>
public sealed record Comfort(ThemeChoice Theme, bool ReducedMotion, bool Reach)
{
    public static Comfort None { get; } = new(ThemeChoice.Clinic, false, false);
}

/// <summary>What the staff have opened.</summary>
public enum StaffMode
{
    None,

    /// <summary>The PIN is asked for.</summary>
    Pin,
    Panel,

    /// <summary>How the kiosk is, in its own log's words.</summary>
    Status,

    /// <summary>Touches do nothing, so that the glass can be wiped.</summary>
    Cleaning,
}

/// <summary>What has happened at the PIN pad. The digits themselves are not part of the state, which can be captured.</summary>
/// <param name="WaitSeconds">Until the next try, after too many wrong ones.</param>
public sealed record PinEntry(int Digits, bool IsChecking, bool WasWrong, int WaitSeconds)
{
    public const int MostDigits = 12;

    public static PinEntry Empty { get; } = new(0, false, false, 0);
}
