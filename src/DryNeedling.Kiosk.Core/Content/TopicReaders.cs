using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>Read the files that are not muscles.</summary>
internal static class TopicReaders
{
    /// <summary><c>conditions/ID.json</c>.</summary>
    public static Condition Condition(RecordReader file) => new(
        Id: file.Id("id"),
        Area: file.Has("area") ? file.Choice("area", KnownKeys.Areas) : KnownKeys.Areas[^1],
        Name: file.LocalText("name"),
        Synonyms: file.LocalTexts("synonyms"),
        Explanation: file.LocalText("explanation"),
        Core: file.Ids("core"),
        Also: file.Ids("also"),
        Needling: file.LocalText("needling"),
        Evidence: file.Choice("evidence", KnownKeys.Evidence),
        SeeDoctorFirst: file.LocalTexts("seeDoctorFirst"),
        Sources: file.Ids("sources"),
        Review: MuscleReader.ReviewOf(file.Record("review")));

    /// <summary><c>zones.json</c>: the groups, and the zones in the order of the groups.</summary>
    public static (ImmutableArray<ZoneGroup> Groups, ImmutableArray<Zone> Zones) Zones(RecordReader file) => (
        Unique(file, "groups", group => new ZoneGroup(group.Id("id"), group.LocalText("name")), group => group.Id),
        Unique(file, "zones", zone => new Zone(
            zone.Id("id"), zone.Id("group"), zone.Choice("sides", KnownKeys.Sides) == "midline", zone.LocalText("name"), zone.LocalTexts("synonyms")),
            zone => zone.Id));

    /// <summary><c>glossary.json</c>.</summary>
    public static ImmutableArray<Term> Glossary(RecordReader file)
    {
        MuscleReader.ReviewOf(file.Record("review"));
        return Unique(file, "terms", term => new Term(term.Id("id"), term.LocalText("name"), term.LocalText("meaning")), term => term.Id);
    }

    /// <summary><c>sources.json</c>; a source may lack authors, a year, a journal or a DOI.</summary>
    public static ImmutableArray<Source> Sources(RecordReader file) => Unique(file, "sources", SourceOf, source => source.Id);

    /// <summary><c>strings/LANG.json</c>: kebab-case keys and their texts.</summary>
    public static ImmutableSortedDictionary<string, string> Strings(JsonLocatedNode root, FileFindings findings)
    {
        var file = new RecordReader(root, findings);
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (JsonMember member in root.Members)
        {
            if (member.Name == "$schema")
                continue;
            if (!member.Name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
                findings.Error(member.Place, "bad-id", $"'{member.Name}' is no key; use small letters a to z, digits and hyphens.");
            texts[member.Name] = file.TextOf(member);
        }

        return texts.ToImmutable();
    }

    private static Source SourceOf(RecordReader source)
    {
        var read = new Source(
            source.Id("id"), source.OptionalText("authors"), source.OptionalText("year"), source.Text("title"),
            source.OptionalText("journal"), source.OptionalText("doi"));
        if (read.Doi.Length > 0 && !(read.Doi.StartsWith("10.", StringComparison.Ordinal) && read.Doi.Contains('/')))
            source.Findings.Error(source.PlaceOf("doi"), "bad-doi", $"'{read.Doi}' is no DOI; write it as 10.1093/pm/pnx207, without https://doi.org/.");
        return read;
    }

    private static ImmutableArray<T> Unique<T>(RecordReader file, string list, Func<RecordReader, T> read, Func<T, string> idOf)
    {
        HashSet<string> ids = [];
        return file.Records(list, record =>
        {
            T entry = read(record);
            if (!ids.Add(idOf(entry)))
                record.Findings.Error(record.PlaceOf("id"), "duplicate-id", $"'{idOf(entry)}' is listed twice in '{list}'; delete one.");
            return entry;
        });
    }
}
