using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>Every sentence is our own and short.</summary>
public sealed partial class TheWriting
{
    private const int Run = 7;
    private const int MostWordsInParagraph = 60, MostWordsInSentence = 16;

    // The members that hold sentences; the others hold names and short lists.
    private static readonly HashSet<string> Prose = ["where", "action", "selfCare", "selfCareCaution", "text", "care", "explanation", "needling", "meaning"];

    private static readonly (string File, JsonNode Root)[] Files =
    [
        .. Directory.EnumerateFiles(OurContent.Folder, "*.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(OurContent.Folder, file), JsonNode.Parse(File.ReadAllText(file))!)),
    ];

    /// <summary>The list holds hashes (FNV-1a, 64 bits) of all runs of seven words of a clinic's public page, never its text.</summary>
    [Fact]
    public void Nothing_is_taken_from_the_clinics_page_not_even_seven_words()
    {
        HashSet<ulong> page = [.. File.ReadLines(Path.Combine(Repository.Root, "tests/DryNeedling.Kiosk.Tests/Content/clinic-page.hashes"))
            .Select(line => ulong.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        Assert.Equal(642, page.Count);

        Assert.Empty(
            from file in Files
            from text in Texts(file.Root)
            from run in Runs(text)
            where page.Contains(Hash(run))
            select $"{file.File}: {run}");
    }

    [Fact]
    public void Runs_and_their_hashes_are_what_the_list_was_made_of()
    {
        Assert.Equal(["its a dry needle 7 mm long", "a dry needle 7 mm long isnt"], Runs("It’s a “dry” needle, 7 mm long; isn't"));
        Assert.Equal(0x85944171f73967e8, Hash("foobar"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Sentences_are_short(string language)
    {
        string[] sentences = [.. Paragraphs(language).SelectMany(p => EndOfSentence().Split(p.Text)).Where(s => s.Length > 0)];

        Assert.True(sentences.Length > 1500, $"{sentences.Length} sentences");
        Assert.InRange(sentences.Average(WordCount), 5, MostWordsInSentence);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void In_no_file_sentences_are_long_on_average(string language) =>
        Assert.All(
            Paragraphs(language).GroupBy(p => p.File),
            file => Assert.True(file.SelectMany(p => EndOfSentence().Split(p.Text)).Average(WordCount) <= MostWordsInSentence, file.Key));

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_paragraph_is_long(string language) =>
        Assert.All(Paragraphs(language), p => Assert.True(WordCount(p.Text) <= MostWordsInParagraph, $"{p.File}: {p.Text}"));

    private static IEnumerable<(string File, string Text)> Paragraphs(string language) =>
        from file in Files
        from text in ProseIn(file.Root, "", language)
        from paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        select (file.File, paragraph);

    private static IEnumerable<string> ProseIn(JsonNode? node, string name, string language) => node switch
    {
        JsonObject texts when Prose.Contains(name) && texts[language] is JsonValue text => [(string)text!],
        JsonObject members => members.SelectMany(member => ProseIn(member.Value, member.Key, language)),
        JsonArray items => items.SelectMany(item => ProseIn(item, name, language)),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    private static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static IEnumerable<string> Runs(string text)
    {
        string[] words = [.. Word().Matches(Apostrophe().Replace(text.ToLowerInvariant(), "")).Select(match => match.Value)];
        return Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(i => string.Join(' ', words[i..(i + Run)]));
    }

    private static ulong Hash(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(0xcbf29ce484222325, (hash, b) => (hash ^ b) * 0x100000001b3);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex("['’]")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex EndOfSentence();
}
