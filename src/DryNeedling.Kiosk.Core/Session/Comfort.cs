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
    Panel,

    /// <summary>Touches do nothing, so that the glass can be wiped.</summary>
    Cleaning,
}
