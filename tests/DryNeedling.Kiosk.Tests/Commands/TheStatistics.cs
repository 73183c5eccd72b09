using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;
using SkiaSharp;

namespace DryNeedling.Kiosk.Tests.Commands;

public sealed class TheStatistics : IDisposable
{
    private static readonly DateTime Noon = new(2026, 3, 5, 12, 0, 0, DateTimeKind.Local);

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> environment;

    public TheStatistics()
    {
        environment = new() { ["KIOSK_STATE"] = folder.File("state") };
        StatePlace place = new(folder.File("state"));
        using CountStore store = CountStore.Open(place, new(place, TimeProvider.System, TextWriter.Null));
        Dictionary<(long, Count), int> counts = [];
        for (int day = 0; day < 5; day++)
        {
            long hour = CountWriter.HourOf(Noon.AddDays(day));
            counts[(hour, new(CountKind.Session, "visits"))] = 10 + day;
            counts[(hour, new(CountKind.Muscle, "soleus"))] = 3;
            counts[(hour, new(CountKind.Muscle, "infraspinatus"))] = 4;
        }

        store.Add(counts);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Text_says_how_many_visits_and_what_they_looked_at_most()
    {
        string text = Stats().Succeeds();

        Assert.StartsWith("2026-03-05 to 2026-03-09: 60 visits\n", text, StringComparison.Ordinal);
        Assert.Matches(@"muscle +20  infraspinatus\nmuscle +15  soleus\n", text);
    }

    [Fact]
    public void A_csv_line_is_an_hour_and_days_limit_it()
    {
        string[] lines = Stats("--from", "2026-03-06", "--to", "2026-03-07", "--csv").Succeeds().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("hour,kind,key,number", lines[0]);
        Assert.Equal(7, lines.Length);
        Assert.Contains("2026-03-06T12:00,session,visits,11", lines);
    }

    [Fact]
    public void Json_holds_totals_and_every_day()
    {
        JsonNode json = JsonNode.Parse(Stats("--from", "2026-03-04", "--to", "2026-03-06", "--json").Succeeds())!;

        Assert.Equal(21, (int)json["sessions"]!);
        Assert.Equal(8, (int)json["totals"]!["muscle"]!["infraspinatus"]!);
        Assert.Equal([0, 10, 11], json["days"]!.AsArray().Select(d => (int)d!["sessions"]!));
    }

    [Fact]
    public void The_chart_is_a_picture()
    {
        Stats("--chart", folder.File("chart.png")).Succeeds();

        using SKBitmap chart = SKBitmap.Decode(folder.File("chart.png"));
        Assert.Equal((960, 600), (chart.Width, chart.Height));
        Assert.True(chart.Pixels.Distinct().Count() > 20);
    }

    [Fact]
    public void Without_counts_there_are_none_and_a_wrong_day_is_named()
    {
        environment["KIOSK_STATE"] = folder.File("nothing");
        Assert.Contains(": 0 visits", Stats().Succeeds(), StringComparison.Ordinal);
        Assert.Equal("hour,kind,key,number\n", Stats("--csv").Succeeds());

        Assert.Contains("'yesterday'", Stats("--from", "yesterday").FailsWith(2), StringComparison.Ordinal);
        Assert.Contains("--from", Stats("--from", "2026-03-05", "--to", "2026-03-01").FailsWith(2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        File.WriteAllText(folder.File("state/counts.db"), new string('?', 5000));

        Assert.Contains("counts.db", Stats().FailsWith(2), StringComparison.Ordinal);
    }

    private ProgramResult Stats(params string[] options) => KioskProgram.Run(environment, ["stats", .. options]);
}
