using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Shapes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>One structure as <c>models/anatomy</c> describes it, on the body's left side or in the midline.</summary>
/// <param name="Id">Without side.</param>
/// <param name="IsPaired">Built once on the left and mirrored.</param>
/// <param name="Priority">Factor on its distance in the competition for space: below 1 wins, above 1 yields.</param>
/// <param name="VolumeCm3">Wanted volume of one side, or null.</param>
/// <param name="Tendons">Share of the length that is tendon at the origin and at the insertion.</param>
/// <param name="Source">Where it is described, as <c>file:line:column</c>, for messages.</param>
public sealed record StructureDescription(
    string Id,
    StructureKind Kind,
    Layer Layer,
    string Region,
    bool IsPaired,
    bool Selectable,
    float Priority,
    float? VolumeCm3,
    (float Origin, float Insertion) Tendons,
    IReadOnlyList<Shape> Shapes,
    string Source);
