using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Tests.Windows;
using SkiaSharp;

namespace DryNeedling.Kiosk.Tests.Commands;

/// <summary>What scripts, services and people rely on when commands succeed.</summary>
public class TheProgram
{
    [Fact]
    public void Model_says_what_the_file_holds()
    {
        JsonNode model = Json(KioskProgram.Run("model", "--model", VisibleBody.Small.File, "--json"));

        Assert.Equal(VisibleBody.Small.File, (string)model["file"]!);
        Assert.Contains(model["structures"]!.AsArray(), s => (string)s!["id"]! == "biceps.R" && (string)s["kind"]! == "muscle");
        Assert.InRange((double)model["heightM"]!, 1.77, 1.79);
        Assert.True((int)model["trianglesReduced"]! < (int)model["triangles"]!);
    }

    [Fact]
    public void Snapshot_draws_a_picture_of_the_asked_size()
    {
        using TemporaryFolder folder = new();

        KioskProgram.Run("snapshot", "--out", folder.File("a.png"), "--size", "320x240", "--select", "biceps.R", "--model", VisibleBody.Small.File).Succeeds();

        using SKBitmap picture = SKBitmap.Decode(folder.File("a.png"));
        Assert.Equal((320, 240), (picture.Width, picture.Height));
        Assert.Equal(["a.png"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Play_captures_pictures_and_states_and_the_same_script_gives_the_same_bytes()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("script.json"), """
            { "size": "320x240", "steps": [
                { "wait": 0.2 }, { "drag": { "from": [0.2, 0.5], "to": [0.4, 0.5], "over": 0.3 } }, { "wait": 1 },
                { "capture": "turned" }, { "expect": { "screen": "explore", "selection": null } } ] }
            """);

        foreach (string run in new[] { "first", "second" })
            KioskProgram.Run("play", folder.File("script.json"), "--out", folder.File(run), "--model", VisibleBody.Small.File).Succeeds();

        JsonNode state = JsonNode.Parse(File.ReadAllText(folder.File("first/turned.json")))!;
        Assert.True(Math.Abs((double)state["camera"]!["yaw"]!) > 5, state.ToJsonString());
        foreach (string name in new[] { "turned.json", "turned.png" })
            Assert.Equal(File.ReadAllBytes(folder.File("first/" + name)), File.ReadAllBytes(folder.File("second/" + name)));
    }

    [Fact]
    public void Play_fails_at_the_line_of_an_expectation_that_does_not_hold()
    {
        using TemporaryFolder folder = new();
        string script = folder.File("script.json");
        File.WriteAllText(script, "{ \"size\": \"64x64\", \"steps\": [\n{ \"wait\": 0.1 },\n{ \"expect\": { \"selection\": \"biceps.R\" } } ] }");

        string line = KioskProgram.Run("play", script, "--out", folder.File("out"), "--model", VisibleBody.Small.File).FailsWith(1);

        Assert.Contains($"{script}:3:", line);
    }

    [Fact]
    public void Search_and_rank_print_what_the_screens_would_show()
    {
        JsonNode found = Json(KioskProgram.Run("search", "infraspinatus", "--json"));
        Assert.Equal(("muscle", "infraspinatus"), ((string)found[0]!["type"]!, (string)found[0]!["id"]!));

        JsonNode ranked = Json(KioskProgram.Run("rank", "--zone", "temple.R", "--json"));
        Assert.NotEmpty(ranked.AsArray());
        Assert.All(ranked.AsArray(), m => Assert.False(string.IsNullOrWhiteSpace((string)m!["reason"]!)));
    }

    [Fact]
    public void Validate_says_yes_or_no_by_its_exit_code_and_names_file_and_line()
    {
        using TemporaryFolder content = new(Content.OurContent.CopyToNewFolder());
        string broken = content.File("muscles/infraspinatus.json");
        File.WriteAllText(broken, "{ \"id\": ");

        ProgramResult result = KioskProgram.Run("validate", "--content", content.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"infraspinatus\.json:1:\d+: error ", result.Output);
        ProgramResult unreadable = KioskProgram.Run("validate", "--content", content.File("nowhere"));
        Assert.Equal(2, unreadable.ExitCode);
        Assert.Contains(content.File("nowhere"), unreadable.Output);
    }

    [Fact]
    public void Bench_measures_everything_it_promises()
    {
        JsonNode report = Json(KioskProgram.Run("bench", "--json", "--size", "160x120", "--model", VisibleBody.Small.File));

        foreach (string name in new[]
        {
            "contentMs", "modelMs", "firstFrameMs", "frameFullMs", "frameMovingMs", "framePanelOnlyMs", "pickUs", "tapToHighlightMs", "rssMb",
        })
            Assert.True((double)report[name]! > 0, $"{name} is {report[name]}");
        Assert.NotEmpty((string)report["renderer"]!);
    }

    private static JsonNode Json(ProgramResult result) => JsonNode.Parse(result.Succeeds())!;
}
