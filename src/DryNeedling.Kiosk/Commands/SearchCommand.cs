using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>search</c>: what a visitor would be shown for a text, best first.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string> Text = new("TEXT") { Description = "What the visitor types." };
    private static readonly Option<string?> Language = CommonOptions.Language();
    private static readonly Option<string?> Content = CommonOptions.Content();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        Command command = new("search", "Searches the content.") { Text, Language, Content, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        KioskContent content = Installation.ReadContent(parsed.GetValue(Content)).Content;
        string language = parsed.GetValue(Language) is { } given ? KnownNames.Language(given, content) : content.FirstLanguage;
        ImmutableArray<SearchHit> hits = new Search(content).Find(parsed.GetValue(Text)!, language);
        if (parsed.GetValue(Json))
            JsonOutput.Write(writer => WriteJson(writer, hits));
        else
            WriteText(hits);
        return ExitCode.Done;
    }

    private static void WriteText(ImmutableArray<SearchHit> hits)
    {
        foreach (SearchHit hit in hits)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Score:0.000}  {Name(hit.Type),-9}  {hit.Label}  ({hit.Id})"));
    }

    private static void WriteJson(Utf8JsonWriter writer, ImmutableArray<SearchHit> hits)
    {
        writer.WriteStartArray();
        foreach (SearchHit hit in hits)
        {
            writer.WriteStartObject();
            writer.WriteString("type", Name(hit.Type));
            writer.WriteString("id", hit.Id);
            writer.WriteString("label", hit.Label);
            JsonOutput.WriteScore(writer, hit.Score);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Name(SearchType type) => type.ToString().ToLowerInvariant();
}
