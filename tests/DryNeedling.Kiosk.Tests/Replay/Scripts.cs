using DryNeedling.Kiosk.Commands;
using DryNeedling.Kiosk.Replay;

namespace DryNeedling.Kiosk.Tests.Replay;

public class Scripts
{
    [Theory]
    [InlineData("""{ "steps": [ { "wait": 1.5 }, { "tapp": [0.5, 0.5] } ] }""", 1, "'tap'")]
    [InlineData("{\n\"steps\": [\n{ \"wait\": 1 },\n{ \"tap\": [0.5] }\n]\n}", 4, "2 numbers")]
    [InlineData("{ \"steps\": [\n{ \"capture\": \"../out\" } ] }", 2, "cannot name a capture")]
    [InlineData("{ \"steps\": [\n\n{ \"key\": \"Taab\" } ] }", 3, "'Tab'")]
    [InlineData("{ \"steps\": [ { \"wait\": -1 } ] }", 1, "a number from 0")]
    [InlineData("{ \"size\": \"0x0\", \"steps\": [] }", 0, "cannot be drawn")]
    [InlineData("{ \"mode\": \"shwo\", \"steps\": [] }", 1, "'show'")]
    [InlineData("[]", 1, "\"steps\"")]
    [InlineData("{ \"steps\": [ {\"wait\": 1}", 1, "not valid JSON")]
    public void A_mistake_is_named_with_its_line_and_what_to_do(string json, int line, string says)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, json);

        CommandException e = Assert.Throws<CommandException>(() => ScriptReader.Read(file));

        Assert.Equal(ExitCode.BadInput, e.ExitCode);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        if (line > 0)
            Assert.StartsWith($"{file}:{line}", e.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void Every_step_of_the_contract_is_understood()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, """
            {
              "size": "1080x1920", "diagonalInches": 43, "lang": "es", "mode": "show",
              "steps": [
                { "wait": 1.5 }, { "tap": [0.5, 0.4] }, { "tap": "reset" }, { "down": [1, 0.2, 0.3] },
                { "move": [1, 0.4, 0.3], "over": 0.5 }, { "up": [1] },
                { "pinch": { "at": [0.5, 0.5], "from": 0.1, "to": 0.3, "over": 0.4 } },
                { "drag": { "from": [0.3, 0.5], "to": [0.6, 0.5], "over": 0.4 } },
                { "key": "Tab" }, { "type": "soleo" }, { "capture": "end" }, { "expect": { "screen": "explore", "selection": null } }
              ]
            }
            """);

        Script script = ScriptReader.Read(file);

        Assert.Equal((1080, 1920, 43f, "es", true, 12), (script.Width, script.Height, script.DiagonalInches, script.Language, script.ShowsTours, script.Steps.Count));
        File.Delete(file);
    }
}
