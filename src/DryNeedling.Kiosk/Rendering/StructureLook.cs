using System.Numerics;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>How one structure shows this frame; every part runs from 0 to 1, so that each can be eased.</summary>
/// <param name="Opacity">0 = peeled away (costs nothing), 1 = there.</param>
/// <param name="Glass">1 = only a faint rim remains, so that what lies behind is seen.</param>
/// <param name="Highlight">1 = chosen: gains light, keeps its texture.</param>
/// <param name="Dim">1 = stepped back to about a third of its light.</param>
/// <param name="Outline">Strength of the thin line around its whole silhouette.</param>
internal readonly record struct StructureLook(
    float Opacity, float Glass = 0, float Highlight = 0, float Dim = 0, float Outline = 0)
{
    public static StructureLook Plain { get; } = new(1);

    public static StructureLook Hidden { get; }
}

/// <summary>Pain on one skin zone, 0 to 1 each: solid where typical, stippled where it comes only sometimes.</summary>
internal readonly record struct ZonePaint(float Essential, float Spillover);

/// <summary>A trigger point drawn over the picture.</summary>
/// <param name="Position">Metres, body space.</param>
/// <param name="Number">What stands on its tag; 0 = no tag.</param>
/// <param name="Presence">0 to 1, faded in and out.</param>
/// <param name="Active">The chosen one: larger.</param>
/// <param name="Pulse">Phase of the slow pulse, 0 to 1; 0 stands still.</param>
internal readonly record struct TriggerMarker(Vector3 Position, int Number, float Presence, bool Active, float Pulse);
