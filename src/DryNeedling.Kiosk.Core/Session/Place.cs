using DryNeedling.Kiosk.Anatomy;

namespace DryNeedling.Kiosk.Session;

/// <summary>Where a visitor was before going deeper, and everything needed to be there again.</summary>
/// <param name="Before">Where they came from when they were there; null where the way began.</param>
public sealed record Place(
    KioskScreen Screen,
    string? Topic,
    int StoryStep,
    StructureId? Selection,
    int? TriggerPoint,
    float ScrollMm,
    SheetPosition Sheet,
    float Peel,
    Place? Before)
{
    /// <summary>How many steps lead back from here, at least 1.</summary>
    public int Depth { get; } = (Before?.Depth ?? 0) + 1;
}
