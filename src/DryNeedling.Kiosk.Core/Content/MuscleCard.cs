using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>How surely a trigger point sends pain to a zone: typically, or only sometimes.</summary>
public enum ReferralStrength
{
    Spillover,
    Essential,
}

/// <summary>Skin zones, without side: a sided zone lies on the muscle's own side.</summary>
public sealed record Referral(ImmutableArray<string> Essential, ImmutableArray<string> Spillover)
{
    public static Referral None { get; } = new([], []);
}

/// <summary>One trigger point of a muscle.</summary>
/// <param name="Number">From 1, as on charts.</param>
/// <param name="Along">0 at the origin, 1 at the insertion.</param>
/// <param name="Across">0 to 1 across the fibres.</param>
/// <param name="Place">Where it is, in words.</param>
/// <param name="Refers">Where this one sends pain; null when the sources only tell it of the whole muscle.</param>
public sealed record TriggerPoint(int Number, float Along, float Across, LocalText Place, Referral? Refers);

/// <summary>How often the muscle is treated with a dry needle in practice; kebab-case in the files.</summary>
public enum NeedlingPractice
{
    SpecialistOnly,
    Seldom,
    Sometimes,
    Often,
}

/// <summary>What is said of dry needling one muscle.</summary>
public sealed record MuscleNeedling(NeedlingPractice Practice, LocalText Text, LocalText Care);

/// <summary>Who checked a file, and when; both null until a clinician has.</summary>
public sealed record Review(string? By, string? On);

/// <summary>Everything the kiosk says of one muscle; <c>content/muscles/ID.json</c>. Ids are those of the model without side.</summary>
public sealed record MuscleCard(
    string Id,
    string Region,
    LocalText Name,
    string Latin,
    LocalText Plain,
    LocalTexts Synonyms,
    LocalText Where,
    LocalText Action,
    LocalText Origin,
    LocalText Insertion,
    ImmutableArray<TriggerPoint> TriggerPoints,
    Referral Refers,
    LocalTexts Feels,
    LocalTexts Causes,
    LocalText SelfCare,
    LocalText SelfCareCaution,
    MuscleNeedling DryNeedling,
    ImmutableArray<string> Cautions,
    ImmutableArray<string> Conditions,
    ImmutableArray<string> Sources,
    Review Review)
{
    /// <summary>
    /// Sources that its pain map was compared with and that agree; some are no authority and the card does not show them.
    /// </summary>
    public ImmutableArray<string> CrossCheckedIn { get; init; } = [];

    /// <summary>Where one trigger point sends pain; <paramref name="number"/> null, or a point without a map of its own: the whole muscle's map.</summary>
    public Referral RefersFrom(int? number) =>
        TriggerPoints.FirstOrDefault(t => t.Number == number)?.Refers ?? Refers;
}
