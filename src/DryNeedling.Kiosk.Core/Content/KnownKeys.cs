using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>The closed lists of keys that files may use; what they are called stands in the strings.</summary>
public static class KnownKeys
{
    /// <summary>Parts of the body that muscles are listed under, from the head down; the model uses the same.</summary>
    public static ImmutableArray<string> Regions { get; } =
        ["head-neck", "shoulder", "arm-hand", "upper-back", "low-back", "abdomen", "hip-glute", "thigh", "leg-foot"];

    /// <summary>Parts of the body that conditions are listed under; the last is for those that can be felt in many places.</summary>
    public static ImmutableArray<string> Areas { get; } = ["head-neck", "shoulder-arm", "back", "hip-leg", "several"];

    /// <summary>What the clinician has to look out for near a muscle.</summary>
    public static ImmutableArray<string> Cautions { get; } = ["pneumothorax-risk", "neurovascular", "eye", "abdomen", "kidney"];

    /// <summary>How strong the evidence is, from the strongest down.</summary>
    public static ImmutableArray<string> Evidence { get; } =
        ["moderate", "low", "very-low", "mixed", "insufficient", "no-benefit-shown", "advised-against"];

    internal static ImmutableArray<string> Practices { get; } = ["specialist-only", "seldom", "sometimes", "often"];

    internal static ImmutableArray<string> Views { get; } = ["front", "back", "left", "right"];

    /// <summary>In the order of <see cref="Anatomy.Layer"/>.</summary>
    internal static ImmutableArray<string> Layers { get; } = ["skin", "superficial", "deep", "skeleton"];

    internal static ImmutableArray<string> Animations { get; } = ["none", "pulse", "cutaway", "taut-band", "needle", "twitch", "release"];

    /// <summary>In the order of <see cref="Learning.CutawayPart"/>.</summary>
    internal static ImmutableArray<string> CutawayParts { get; } = ["skin", "fat", "muscle", "band", "point", "needle"];

    internal static ImmutableArray<string> Themes { get; } = ["dark", "light"];

    internal static ImmutableArray<string> Sides { get; } = ["both", "midline"];
}
