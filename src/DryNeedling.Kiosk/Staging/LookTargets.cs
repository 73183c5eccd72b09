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

    // Muscles of a condition are spread over the body and lie at all depths: what is not one of them must let them be seen.
    private const float UnlitPresence = 0.35f, UnlitBone = 0.6f;

    // Sometimes involved: lit, but less than those that usually are.
    private const float AlsoLit = 0.4f;

    // They may cover a core muscle that lies deeper: it must shine through, yet a finger must still meet them.
    private const float AlsoGlass = 0.45f;

    /// <param name="into">One entry a structure.</param>
    /// <param name="inFront">Structures that hide the selection from the camera: they turn to glass.</param>
    public static void Fill(Span<StructureLook> into, Body body, KioskState state, ReadOnlySpan<bool> inFront)
    {
        int selected = state.Selection is { } id ? body.IndexOf(id) : -1;
        bool lights = selected < 0 && !state.Lit.IsDefaultOrEmpty;
        Layer deepest = lights ? DeepestCore(body, state) : Layer.Skin;
        for (int i = 0; i < into.Length; i++)
            into[i] = lights ? Lit(body.Structures[i], state, deepest) : Of(body.Structures[i], i, state, selected, inFront[i]);
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

    private static Layer DeepestCore(Body body, KioskState state)
    {
        Layer deepest = Layer.Skin;
        foreach (LitMuscle muscle in state.Lit)
        {
            if (muscle.IsCore && (body.Find(StructureId.Of(muscle.Id, Side.Right)) ?? body.Find(new(muscle.Id))) is { } structure && structure.Layer > deepest)
                deepest = structure.Layer;
        }

        return deepest;
    }

    private static StructureLook Lit(Structure structure, KioskState state, Layer deepestCore)
    {
        if (structure.Kind == StructureKind.Skin)
            return new(1, Glass: 1);
        foreach (LitMuscle muscle in state.Lit)
        {
            if (structure.Id.Base == muscle.Id)
                return muscle.IsCore ? new(1, Highlight: 1, Outline: 1)
                    : new(1, Glass: structure.Layer < deepestCore ? AlsoGlass : 0, Highlight: AlsoLit, Outline: AlsoLit);
        }

        float opacity = OpacityAt(structure.Layer, state.Peel);
        return structure.Kind is StructureKind.Bone or StructureKind.Cartilage
            ? new(opacity, Dim: UnlitBone) : new(opacity * UnlitPresence, Glass: 1, Dim: UnlitBone);
    }

    /// <summary>A layer fades out while the peel goes from its own number to the next.</summary>
    private static float OpacityAt(Layer layer, float peel) =>
        layer is Layer.Skeleton ? 1 : Math.Clamp((int)layer + 1 - peel, 0, 1);
}
