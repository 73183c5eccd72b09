using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>rank</c>: what "Where does it hurt?" would show for some zones, best first, each with its reason.</summary>
internal static class RankCommand
{
    private static readonly Option<string[]> Zones = new("--zone") { Description = "A skin zone that hurts; may be repeated.", HelpName = "ID", Required = true };
    private static readonly Option<string?> Language = CommonOptions.Language();
    private static readonly Option<string?> Content = CommonOptions.Content();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        Command command = new("rank", "Ranks the muscles that may be behind painful zones.") { Zones, Language, Content, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        KioskContent content = Installation.ReadContent(parsed.GetValue(Content)).Content;
        string language = parsed.GetValue(Language) is { } given ? KnownNames.Language(given, content) : content.FirstLanguage;
        StructureId[] zones = [.. parsed.GetValue(Zones)!.Select(zone => KnownNames.Zone(zone, content))];
        ImmutableArray<RankedMuscle> ranking = PainRanking.Rank(content, zones);
        if (parsed.GetValue(Json))
            JsonOutput.Write(writer => WriteJson(writer, ranking, content, language));
        else
            WriteText(ranking, content, language);
        return ExitCode.Done;
    }

    private static void WriteText(ImmutableArray<RankedMuscle> ranking, KioskContent content, string language)
    {
        foreach (RankedMuscle muscle in ranking)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{muscle.Score:0.000}  {muscle.Id,-32}  {muscle.Reason(content, language)}"));
    }

    private static void WriteJson(Utf8JsonWriter writer, ImmutableArray<RankedMuscle> ranking, KioskContent content, string language)
    {
        writer.WriteStartArray();
        foreach (RankedMuscle muscle in ranking)
        {
            writer.WriteStartObject();
            writer.WriteString("id", muscle.Id.Value);
            JsonOutput.WriteScore(writer, muscle.Score);
            writer.WriteString("reason", muscle.Reason(content, language));
            writer.WriteStartArray("zones");
            foreach (ExplainedZone zone in muscle.Zones)
            {
                writer.WriteStartObject();
                writer.WriteString("id", zone.Id.Value);
                writer.WriteString("strength", zone.Strength == ReferralStrength.Essential ? "essential" : "spillover");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
