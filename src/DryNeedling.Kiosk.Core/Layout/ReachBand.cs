namespace DryNeedling.Kiosk.Layout;

/// <summary>
/// The part of the screen that a seated person reaches: 800 to 1200 mm above the floor where the clinic says how high
/// the screen hangs, else the lowest 60 % of an upright screen.
/// </summary>
public readonly record struct ReachBand(float TopMm, float HeightMm)
{
    public const float LowestReachMm = 800, HighestReachMm = 1200;

    private const float UprightShare = 0.6f;

    // Into less than this no screen of ours fits.
    private const float LeastMm = 185;

    // All of a tablet lies within one hand's reach.
    private const float TabletInches = 14.5f;

    // Where so much of the screen is in reach already, nothing is moved.
    private const float EnoughShare = 0.92f;

    /// <param name="lowerEdgeMm">Height of the screen's lower edge above the floor, or null when nobody said.</param>
    /// <returns>Millimetres from the screen's top, or null when there is nothing to move.</returns>
    public static ReachBand? Of(ScreenMetrics screen, float? lowerEdgeMm)
    {
        if (screen.DiagonalInches < TabletInches || (lowerEdgeMm is null && !screen.IsPortrait))
            return null;
        float height = screen.HeightMm, top = height * (1 - UprightShare), bottom = height;
        if (lowerEdgeMm is { } lower)
        {
            top = Math.Clamp(height - (HighestReachMm - lower), 0, height);
            bottom = Math.Clamp(height - (LowestReachMm - lower), 0, height);
        }

        float least = MathF.Min(height, LeastMm);
        // What is missing is taken from below first: that is nearer to the hand than what is above.
        bottom = MathF.Max(bottom, MathF.Min(height, top + least));
        top = MathF.Min(top, MathF.Max(0, bottom - least));
        return bottom - top > EnoughShare * height ? null : new(top, bottom - top);
    }
}
