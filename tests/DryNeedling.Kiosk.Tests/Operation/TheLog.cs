using DryNeedling.Kiosk.Operation;

namespace DryNeedling.Kiosk.Tests.Operation;

public sealed class TheLog : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter errors = new();
    private readonly StatePlace place;

    public TheLog() => place = new(folder.File("state"));

    public void Dispose()
    {
        errors.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_line_says_when_how_bad_where_and_what()
    {
        KioskLog log = new(place, TimeProvider.System, errors);

        log.Info("run", "Started.");
        log.Error("content", "a.json:1:2: error json: two\nlines\tand a tab\n");

        string[] lines = File.ReadAllLines(place.Path(KioskLog.FileName));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info run: Started\.$", lines[0]);
        Assert.EndsWith("Z error content: a.json:1:2: error json: two lines and a tab", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Equal(lines[1], log.LastError);
        Assert.Equal("a.json:1:2: error json: two lines and a tab\n", errors.ToString());
    }

    [Fact]
    public void It_keeps_two_files_of_bounded_size_and_the_newest_lines_are_there()
    {
        KioskLog log = new(place, TimeProvider.System, errors, mostBytes: 1000);

        for (int i = 0; i < 200; i++)
            log.Info("run", $"Line {i} of many.");

        Assert.Equal([KioskLog.FileName, KioskLog.OlderName], Directory.EnumerateFiles(place.Folder).Select(Path.GetFileName).Order());
        Assert.All(Directory.EnumerateFiles(place.Folder), f => Assert.True(new FileInfo(f).Length <= 1000, f));
        IReadOnlyList<string> tail = KioskLog.Tail(place, 20);
        Assert.Equal(Enumerable.Range(180, 20), tail.Select(l => int.Parse(l.Split("Line ")[1].Split(' ')[0], null)));
    }

    [Fact]
    public void A_place_that_cannot_be_written_costs_nothing_but_the_log()
    {
        File.WriteAllText(folder.File("file"), "");
        StatePlace nowhere = new(folder.File("file/state"));
        KioskLog log = new(nowhere, TimeProvider.System, errors);

        log.Error("run", "Trouble.");

        Assert.Equal("Trouble.\n", errors.ToString());
        Assert.Empty(KioskLog.Tail(nowhere, 5));
    }

    [Fact]
    public void A_message_without_end_is_cut()
    {
        new KioskLog(place, TimeProvider.System, errors).Info("run", new string('x', 100_000));

        Assert.True(new FileInfo(place.Path(KioskLog.FileName)).Length < 3000);
    }

    [Fact]
    public void Many_threads_write_whole_lines()
    {
        KioskLog log = new(place, TimeProvider.System, errors);

        Parallel.For(0, 200, i => log.Info("run", $"<{i}>"));

        Assert.Equal(200, File.ReadLines(place.Path(KioskLog.FileName)).Count(l => l.EndsWith('>')));
    }
}
