using System.Collections.Immutable;
using System.Globalization;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Takes the members of one object by name, each checked; every mistake becomes a finding and a stand-in value, so that
/// the rest of the file is still looked at. <see cref="Finish"/> reports what nobody asked for.
/// </summary>
internal sealed class RecordReader(JsonLocatedNode node, FileFindings findings)
{
    private const int LongestList = 1000;

    private readonly List<string> known = ["$schema"];

    public FileFindings Findings => findings;

    public JsonPlace Place => node.Place;

    /// <summary>Reads <paramref name="value"/> as an object; null with a finding when it is something else.</summary>
    public static RecordReader? Of(JsonLocatedNode? value, string name, FileFindings findings)
    {
        if (value is null or { Kind: JsonKind.Object })
            return value is null ? null : new(value, findings);
        findings.Error(value.Place, "wrong-type", $"'{name}' must be an object {{…}}, not {value.KindName}.");
        return null;
    }

    public bool Has(string name) => node.Find(name) is not null;

    public JsonPlace PlaceOf(string name) => node.Find(name)?.Place ?? node.Place;

    public RecordReader? Record(string name) => Of(Require(name), name, findings);

    public RecordReader? OptionalRecord(string name) => Of(Optional(name), name, findings);

    /// <summary>A text of one line that is not empty.</summary>
    public string Text(string name) => TextOf(Require(name), name) ?? "";

    /// <summary>The text of a member that has no name known beforehand.</summary>
    public string TextOf(JsonMember member) => TextOf(member.Value, member.Name) ?? "";

    public string OptionalText(string name) => Optional(name) is { } value ? TextOf(value, name, mayBeEmpty: true) ?? "" : "";

    /// <summary>A text, or null where the file says null.</summary>
    public string? TextOrNull(string name) =>
        Require(name, mayBeNull: true) is { Kind: not JsonKind.Null } value ? TextOf(value, name) : null;

    /// <summary>An id as files and structures bear it: small letters, digits and hyphens.</summary>
    public string Id(string name) => IdOf(Require(name), name);

    public ImmutableArray<string> Ids(string name)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (JsonLocatedNode item in List(name))
        {
            string id = IdOf(item, name);
            if (id.Length > 0 && ids.Contains(id))
                findings.Error(item.Place, "duplicate-entry", $"'{id}' is listed twice in '{name}'; delete one.");
            ids.Add(id);
        }

        return ids.ToImmutable();
    }

    /// <summary>One of a closed list.</summary>
    public string Choice(string name, ImmutableArray<string> choices) =>
        TextOf(Require(name), name) is { } text ? Choose(text, node.Find(name)!, name, choices) : choices[0];

    /// <summary>Null when it is not there.</summary>
    public string? OptionalChoice(string name, ImmutableArray<string> choices) => Has(name) ? Choice(name, choices) : null;

    public ImmutableArray<string> Choices(string name, ImmutableArray<string> choices)
    {
        foreach (JsonLocatedNode item in List(name))
        {
            if (TextOf(item, name) is { } text)
                Choose(text, item, name, choices);
        }

        return [.. List(name).Select(item => item.Text).Distinct()];
    }

    public double Number(string name, double least, double most) => Number(Require(name), name, least, most) ?? least;

    public double? OptionalNumber(string name, double least, double most) => Number(Optional(name), name, least, most);

    public int Whole(string name, int least, int most)
    {
        double number = Number(name, least, most);
        if (number != Math.Floor(number))
            findings.Error(PlaceOf(name), "not-whole", $"'{name}' must be a whole number.");
        return (int)number;
    }

    /// <summary>A whole number, or null where the file says null.</summary>
    public int? WholeOrNull(string name, int least, int most) =>
        Require(name, mayBeNull: true) is { Kind: not JsonKind.Null } ? Whole(name, least, most) : null;

    public IReadOnlyList<JsonLocatedNode> List(string name)
    {
        if (Require(name) is not { } value)
            return [];
        if (value.Kind == JsonKind.List && value.Items.Count <= LongestList)
            return value.Items;
        if (value.Kind == JsonKind.List)
            findings.Error(value.Items[LongestList].Place, "too-long", $"'{name}' has {value.Items.Count} entries; {LongestList} are enough for anything: delete the rest.");
        else
            findings.Error(value.Place, "wrong-type", $"'{name}' must be a list […], not {value.KindName}.");
        return [];
    }

    /// <summary>A list of objects, each read by <paramref name="read"/>.</summary>
    public ImmutableArray<T> Records<T>(string name, Func<RecordReader, T> read)
    {
        var records = ImmutableArray.CreateBuilder<T>();
        foreach (JsonLocatedNode item in List(name))
        {
            if (Of(item, name, findings) is not { } record)
                continue;
            records.Add(read(record));
            record.Finish();
        }

        return records.ToImmutable();
    }

    /// <summary>A text in every language: <c>{"en": "…"}</c>.</summary>
    public LocalText LocalText(string name)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (JsonMember member in Languages(name, "{ \"en\": \"…\" }"))
        {
            if (TextOf(member.Value, name) is { } text)
                texts[member.Name] = text;
        }

        return new(texts.ToImmutable());
    }

    /// <summary>Texts in every language: <c>{"en": ["…"]}</c>.</summary>
    public LocalTexts LocalTexts(string name)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (JsonMember member in Languages(name, "{ \"en\": [\"…\"] }"))
        {
            if (member.Value.Kind != JsonKind.List)
                findings.Error(member.Value.Place, "wrong-type", $"'{name}' must be a list of texts [\"…\"] in '{member.Name}', not {member.Value.KindName}.");
            else
                texts[member.Name] = [.. member.Value.Items.Select(item => TextOf(item, name)).OfType<string>()];
        }

        return new(texts.ToImmutable());
    }

    /// <summary>Every member that was not asked for is a mistake, most often a misspelling.</summary>
    public void Finish()
    {
        foreach (JsonMember member in node.Members)
        {
            if (!known.Contains(member.Name))
                findings.Error(member.Place, "unknown-member", $"'{member.Name}' is not known here; delete it or mend its name.{NearestNames.Hint(member.Name, known)}");
        }
    }

    private List<JsonMember> Languages(string name, string form)
    {
        if (Require(name) is not { } value)
            return [];
        if (value.Kind != JsonKind.Object)
            findings.Error(value.Place, "wrong-type", $"'{name}' must hold a text for each language, {form}, not {value.KindName}.");
        else if (value.Members.Count == 0)
            findings.Error(value.Place, "empty-text", $"'{name}' holds no language; write {form}.");
        foreach (JsonMember member in value.Members)
        {
            if (!IsLanguage(member.Name))
                findings.Error(member.Place, "unknown-member", $"'{member.Name}' is no language; name it by two small letters, as 'en' or 'es'.");
        }

        return value.Members;
    }

    internal static bool IsLanguage(string name) => name is [>= 'a' and <= 'z', >= 'a' and <= 'z'];

    private JsonLocatedNode? Require(string name, bool mayBeNull = false)
    {
        JsonLocatedNode? value = Optional(name, mayBeNull);
        if (value is null && !Has(name))
            findings.Error(node.Place, "missing-member", $"'{name}' is missing in this object; add it.");
        return value;
    }

    private JsonLocatedNode? Optional(string name, bool mayBeNull = false)
    {
        if (!known.Contains(name))
            known.Add(name);
        JsonLocatedNode? value = node.Find(name);
        if (value is not { Kind: JsonKind.Null } || mayBeNull)
            return value;
        findings.Error(value.Place, "null", $"'{name}' must not be null; give it a value or delete it.");
        return null;
    }

    /// <summary>The text of a value, or null with a finding.</summary>
    public string? TextOf(JsonLocatedNode? value, string name, bool mayBeEmpty = false)
    {
        if (value is null)
            return null;
        if (value.Kind != JsonKind.Text)
            findings.Error(value.Place, "wrong-type", $"'{name}' must be a text in \"quotes\", not {value.KindName}.");
        else if (!mayBeEmpty && string.IsNullOrWhiteSpace(value.Text))
            findings.Error(value.Place, "empty-text", $"'{name}' is empty; write the text.");
        else if (value.Text.Any(c => char.IsControl(c) && c != '\n'))
            findings.Error(value.Place, "bad-text", $"'{name}' holds a control character (a tab or a damaged letter); delete it.");
        else
            return value.Text;
        return null;
    }

    private string IdOf(JsonLocatedNode? value, string name)
    {
        if (TextOf(value, name) is not { } id)
            return "";
        // Sources are called by their short key, which may hold an underscore.
        if (!id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_'))
            findings.Error(value!.Place, "bad-id", $"'{id}' is no id; use small letters a to z, digits and hyphens.");
        return id;
    }

    private string Choose(string text, JsonLocatedNode value, string name, ImmutableArray<string> choices)
    {
        if (choices.Contains(text))
            return text;
        findings.Error(value.Place, $"unknown-{name.TrimEnd('s').ToLowerInvariant()}", $"'{text}' is no {name.TrimEnd('s')}; choose one of {string.Join(", ", choices)}.{NearestNames.Hint(text, choices)}");
        return choices[0];
    }

    private double? Number(JsonLocatedNode? value, string name, double least, double most)
    {
        if (value is null)
            return null;
        if (value.Kind != JsonKind.Number)
        {
            string advice = value.Kind == JsonKind.Text ? "write it without quotes" : "write a number";
            findings.Error(value.Place, "wrong-type", $"'{name}' must be a number, not {value.KindName}; {advice}.");
        }
        else if (value.Number >= least && value.Number <= most)
            return value.Number;
        else
            findings.Error(value.Place, "out-of-range", string.Create(CultureInfo.InvariantCulture, $"'{name}' is {value.Number}; it must lie between {least} and {most}."));
        return null;
    }
}
