using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Staging;

/// <summary>How every structure should look in a state, before any easing.</summary>
internal static class LookTargets
{
    // Selected: the rest keeps about a third of its light, so that the chosen muscle is the brightest thing on the screen.
    private const float DimmedBySelection = 1;

    // Many panes of glass one behind the other add up: each alone must be faint.
    private const float GlassPresence = 0.55f;

    /// <param name="into">One entry a structure.</param>
    /// <param name="inFront">Structures that hide the selection from the camera: they turn to glass.</param>
    public static void Fill(Span<StructureLook> into, Body body, KioskState state, ReadOnlySpan<bool> inFront)
    {
        int selected = state.Selection is { } id ? body.IndexOf(id) : -1;
        for (int i = 0; i < into.Length; i++)
            into[i] = Of(body.Structures[i], i, state, selected, inFront[i]);
    }

    private static StructureLook Of(Structure structure, int index, KioskState state, int selected, bool inFront)
    {
        if (structure.Kind == StructureKind.Skin)
            return new(1, Glass: selected >= 0 ? 1 : Math.Clamp(state.Peel, 0, 1));
        if (index == selected)
            return new(1, Highlight: 1, Outline: 1);
        float opacity = OpacityAt(structure.Layer, state.Peel);
        if (selected < 0 || opacity <= 0)
            return new(opacity);
        return inFront ? new(opacity * GlassPresence, Glass: 1, Dim: 0.5f) : new(opacity, Dim: DimmedBySelection);
    }

    /// <summary>A layer fades out while the peel goes from its own number to the next.</summary>
    private static float OpacityAt(Layer layer, float peel) =>
        layer is Layer.Skeleton ? 1 : Math.Clamp((int)layer + 1 - peel, 0, 1);
}
