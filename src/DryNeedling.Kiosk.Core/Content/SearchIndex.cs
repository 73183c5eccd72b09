using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Every word by which something can be found, with what it finds and how much that counts. Built once per content.
/// </summary>
internal sealed class SearchIndex
{
    // A name outweighs whatever is said about the thing; a place it hurts comes after a place it lies.
    private const float NameWeight = 1, LatinWeight = 0.95f, SynonymWeight = 0.85f, PlainWeight = 0.8f;
    private const float EssentialWeight = 0.5f, SpilloverWeight = 0.4f, ProseWeight = 0.3f;

    /// <summary>What it counts that a muscle lies in a place.</summary>
    public const float PlaceWeight = 0.45f;

    private readonly Dictionary<string, List<Posting>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> zones = new(StringComparer.Ordinal);
    private int fields;

    public SearchIndex(KioskContent content)
    {
        foreach (Zone zone in content.Zones)
            zones[zone.Id] = new(zone.Name, zone.Synonyms);
        foreach (MuscleCard muscle in content.Muscles)
            Add(muscle, content);
        foreach (Condition condition in content.Conditions)
            Add(condition);
        foreach (Story story in content.Stories)
            Add(story);
        foreach (Term term in content.Glossary)
            Add(term);
        Words = [.. byWord.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Entry(entry.Key, [.. entry.Value]))];
    }

    /// <summary>All words, in order.</summary>
    public Entry[] Words { get; }

    public List<Item> Items { get; } = [];

    private void Add(MuscleCard muscle, KioskContent content)
    {
        int item = AddItem(SearchType.Muscle, muscle.Id, muscle.Name);
        AddField(item, muscle.Latin, "", LatinWeight);
        AddFields(item, muscle.Plain, PlainWeight);
        AddFields(item, muscle.Synonyms, SynonymWeight);
        AddFields(item, muscle.Where, PlaceWeight);
        foreach ((string language, var strings) in content.Strings.ByLanguage)
            AddField(item, strings.GetValueOrDefault("region-" + muscle.Region, ""), language, PlaceWeight);
        foreach (string zone in muscle.Refers.Essential)
            AddZone(item, zone, EssentialWeight);
        foreach (string zone in muscle.Refers.Spillover)
            AddZone(item, zone, SpilloverWeight);
    }

    private void Add(Condition condition)
    {
        int item = AddItem(SearchType.Condition, condition.Id, condition.Name);
        AddFields(item, condition.Synonyms, SynonymWeight);
        AddFields(item, condition.Explanation, ProseWeight);
    }

    private void Add(Story story)
    {
        int item = AddItem(SearchType.Story, story.Id, story.Name);
        AddFields(item, story.Summary, ProseWeight);
        foreach (StoryStep step in story.Steps)
            AddFields(item, step.Heading, ProseWeight);
    }

    private void Add(Term term)
    {
        int item = AddItem(SearchType.Term, term.Id, term.Name);
        AddFields(item, term.Meaning, ProseWeight);
    }

    private int AddItem(SearchType type, string id, LocalText name)
    {
        Items.Add(new(type, id, name));
        AddFields(Items.Count - 1, name, NameWeight);
        return Items.Count - 1;
    }

    private void AddZone(int item, string zone, float weight)
    {
        if (!zones.TryGetValue(zone, out Place? place))
            return;
        AddFields(item, place.Name, weight);
        AddFields(item, place.Synonyms, weight);
    }

    private void AddFields(int item, LocalText text, float weight)
    {
        foreach ((string language, string value) in text.ByLanguage)
            AddField(item, value, language, weight);
    }

    private void AddFields(int item, LocalTexts texts, float weight)
    {
        foreach ((string language, var values) in texts.ByLanguage)
        {
            foreach (string value in values)
                AddField(item, value, language, weight);
        }
    }

    private void AddField(int item, string text, string language, float weight)
    {
        List<string> words = SearchWords.Of(text);
        int field = fields++;
        for (int i = 0; i < words.Count; i++)
        {
            ref List<Posting>? postings = ref CollectionsMarshal.GetValueRefOrAddDefault(byWord, words[i], out _);
            (postings ??= []).Add(new(item, field, language, weight, i, words.Count));
        }
    }

    /// <summary>Something that can be found.</summary>
    internal sealed record Item(SearchType Type, string Id, LocalText Name);

    /// <summary>A word and where it occurs.</summary>
    internal sealed record Entry(string Word, Posting[] Postings);

    /// <summary>A word at a position of a field; no language means all.</summary>
    internal readonly record struct Posting(int Item, int Field, string Language, float Weight, int Position, int FieldLength)
    {
        public bool IsName => Weight >= PlainWeight;
    }

    private sealed record Place(LocalText Name, LocalTexts Synonyms);
}
