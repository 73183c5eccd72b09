using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Text;
using Microsoft.Data.Sqlite;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>stats</c>: what was counted, as text, CSV, JSON and as a small chart.</summary>
internal static class StatsCommand
{
    private const int MostShown = 10;

    private static readonly Option<string?> From = new("--from") { Description = "First day, for example 2026-03-01.", HelpName = "DATE" };
    private static readonly Option<string?> To = new("--to") { Description = "Last day.", HelpName = "DATE" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "Print one line an hour and thing counted." };
    private static readonly Option<bool> Json = CommonOptions.Json();
    private static readonly Option<string?> Chart = new("--chart") { Description = "Write a small chart.", HelpName = "FILE.png" };

    public static Command Create()
    {
        Command command = new("stats", "What was counted: visits, and what they looked at.") { From, To, Csv, Json, Chart };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        CountReport report = Read(Day(parsed.GetValue(From)), Day(parsed.GetValue(To)));
        if (parsed.GetValue(Chart) is { } file)
            WriteChart(file, report);
        if (parsed.GetValue(Json))
            JsonOutput.Write(writer => WriteJson(writer, report));
        else if (parsed.GetValue(Csv))
            WriteCsv(report);
        else
            WriteText(report);
        return ExitCode.Done;
    }

    private static CountReport Read(DateOnly? from, DateOnly? to)
    {
        StatePlace place = StatePlace.Find();
        if (from > to)
            throw new CommandException(ExitCode.BadInput, $"--from {from:yyyy-MM-dd} comes after --to {to:yyyy-MM-dd}; change them over.");
        try
        {
            return CountReport.Read(place, from, to, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            throw new CommandException(ExitCode.BadInput, $"{place.Path(CountStore.FileName)} cannot be read: {e.Message}");
        }
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is >= 1970 and <= 9000
            ? day
            : throw new CommandException(ExitCode.BadInput, $"'{text}' is no day; write year, month and day, as 2026-03-01.");
    }

    private static void WriteChart(string file, CountReport report)
    {
        try
        {
            using FontSet fonts = new(Installation.FontsFolder);
            CountChart.Write(file, report, fonts.Primary(TextFace.Regular));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.BadInput, $"{file} cannot be written: {e.Message}");
        }
    }

    private static void WriteText(CountReport report)
    {
        Console.WriteLine($"{report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}: {report.Sessions} visits");
        foreach (CountKind kind in Enum.GetValues<CountKind>().Where(k => k != CountKind.Session))
        {
            (string Key, long Number)[] totals = [.. report.Totals(kind)];
            foreach ((string key, long number) in totals.Take(MostShown))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CountStore.NameOf(kind),-14}{number,7}  {key}"));
            if (totals.Length > MostShown)
                Console.WriteLine($"{CountStore.NameOf(kind),-14}         and {totals.Length - MostShown} more");
        }
    }

    private static void WriteCsv(CountReport report)
    {
        Console.WriteLine("hour,kind,key,number");
        foreach (HourCount count in report.Hours)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CountReport.LocalHour(count.Hour):yyyy-MM-ddTHH:mm},{CountStore.NameOf(count.Kind)},{count.Key},{count.Number}"));
    }

    private static void WriteJson(Utf8JsonWriter writer, CountReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("from", report.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("to", report.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteNumber("sessions", report.Sessions);
        writer.WriteStartObject("totals");
        foreach (CountKind kind in Enum.GetValues<CountKind>().Where(k => k != CountKind.Session))
        {
            writer.WriteStartObject(CountStore.NameOf(kind));
            foreach ((string key, long number) in report.Totals(kind))
                writer.WriteNumber(key, number);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("days");
        foreach ((DateOnly day, long sessions) in report.Days())
        {
            writer.WriteStartObject();
            writer.WriteString("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteNumber("sessions", sessions);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
