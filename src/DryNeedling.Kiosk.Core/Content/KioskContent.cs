using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// A validated, immutable snapshot of the content folder: swapped whole, never edited. Lists are in file order
/// (muscles, conditions and tours by id), stories in their own order.
/// </summary>
public sealed record KioskContent(
    ClinicSettings Settings,
    ImmutableArray<MuscleCard> Muscles,
    ImmutableArray<ZoneGroup> ZoneGroups,
    ImmutableArray<Zone> Zones,
    ImmutableArray<Condition> Conditions,
    ImmutableArray<Story> Stories,
    ImmutableArray<Tour> Tours,
    ImmutableArray<Term> Glossary,
    ImmutableArray<Source> Sources,
    Strings Strings)
{
    private readonly Dictionary<string, MuscleCard> muscles = Muscles.ToDictionary(m => m.Id);
    private readonly Dictionary<string, Zone> zones = Zones.ToDictionary(z => z.Id);
    private readonly Dictionary<string, Condition> conditions = Conditions.ToDictionary(c => c.Id);
    private readonly Dictionary<string, Story> stories = Stories.ToDictionary(s => s.Id);

    /// <summary>Where the parts stand in the files they were read from.</summary>
    public ContentPlaces Places { get; init; } = ContentPlaces.None;

    /// <summary>No content at all: what the kiosk starts from when the folder cannot be read.</summary>
    public static KioskContent Empty { get; } = new(ClinicSettings.Default, [], [], [], [], [], [], [], [], Strings.Empty);

    /// <summary>Nothing to show: no muscle, condition, story, zone or term.</summary>
    public bool IsEmpty => Muscles.IsEmpty && Conditions.IsEmpty && Stories.IsEmpty && Zones.IsEmpty && Glossary.IsEmpty;

    public string FirstLanguage => Settings.Languages[0];

    /// <summary>The card of a muscle by its id without side, or null.</summary>
    public MuscleCard? Muscle(string id) => muscles.GetValueOrDefault(id);

    public Zone? Zone(string id) => zones.GetValueOrDefault(id);

    public Condition? Condition(string id) => conditions.GetValueOrDefault(id);

    public Story? Story(string id) => stories.GetValueOrDefault(id);
}
