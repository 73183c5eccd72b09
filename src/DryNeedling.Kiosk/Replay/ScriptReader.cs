using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Commands;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Replay;

/// <summary>Reads a script; the first mistake ends it with file, line, and what to do.</summary>
internal sealed class ScriptReader
{
    private const long LargestFile = 1 << 20;
    private const double LongestWait = 24 * 3600;

    private static readonly string[] StepNames =
        ["wait", "tap", "down", "move", "up", "pinch", "drag", "key", "type", "capture", "expect"];

    private readonly string file;
    private readonly int[] stepLines;
    private int line = 1;

    private ScriptReader(string file, byte[] bytes)
    {
        this.file = file;
        stepLines = LinesOfSteps(bytes);
    }

    /// <exception cref="CommandException">The file cannot be read or is no script.</exception>
    public static Script Read(string file)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(file).Length > LargestFile)
                throw new CommandException(ExitCode.BadInput, $"{file}:1: a script of more than 1 MB is refused.");
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.BadInput, $"{file} cannot be read: {e.Message}");
        }

        try
        {
            ReadOnlySpan<byte> text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
            JsonNode? root = JsonNode.Parse(text);
            return new ScriptReader(file, text.ToArray()).ScriptOf(root);
        }
        catch (JsonException e)
        {
            throw new CommandException(ExitCode.BadInput, $"{file}:{e.LineNumber + 1}:{e.BytePositionInLine + 1}: not valid JSON; look for a missing comma, quote or bracket here.");
        }
    }

    private Script ScriptOf(JsonNode? node)
    {
        if (node is not JsonObject root)
            throw Error("a script is an object with \"steps\": [...].");
        foreach ((string name, _) in root)
        {
            if (name is not ("size" or "diagonalInches" or "content" or "model" or "lang" or "mode" or "steps" or "$schema"))
                throw Error($"unknown member '{name}'.{KnownNames.Hint(name, ["size", "diagonalInches", "content", "model", "lang", "mode", "steps"])}");
        }

        (int width, int height) = root["size"] is { } size ? CommonOptions.ParseSize(Text(size)) : (1920, 1080);
        float? diagonal = root["diagonalInches"] is { } inches ? (float)Number(inches, 1, 500) : null;
        string mode = TextOrNull(root["mode"]) ?? "visitor";
        if (mode is not ("visitor" or "show"))
            throw Error($"unknown mode '{mode}'.{KnownNames.Hint(mode, ["visitor", "show"])} Modes are visitor, show.");
        if (root["steps"] is not JsonArray steps)
            throw Error("\"steps\": [...] is missing.");
        List<(int, ScriptStep)> read = [];
        for (int i = 0; i < steps.Count; i++)
        {
            line = i < stepLines.Length ? stepLines[i] : 1;
            read.Add((line, StepOf(steps[i])));
        }

        return new(width, height, diagonal, TextOrNull(root["content"]), TextOrNull(root["model"]), TextOrNull(root["lang"]), mode == "show", read);
    }

    private ScriptStep StepOf(JsonNode? node)
    {
        if (node is not JsonObject step || step.Count == 0)
            throw Error("a step is an object such as {\"wait\": 1.5}.");
        (string name, JsonNode? value) = step.First();
        if (step.Count > 1 && (name != "move" || step.Count > 2 || !step.ContainsKey("over")))
            throw Error($"a step does one thing; make several of {string.Join(", ", step.Select(m => $"'{m.Key}'"))}.");
        return name switch
        {
            "wait" => new ScriptStep.Wait(Number(value, 0, LongestWait)),
            "tap" when value is JsonArray => new ScriptStep.TapAt(Point(value)),
            "tap" => new ScriptStep.TapControl(Text(value)),
            "down" => Numbers(value, 3) is var d ? new ScriptStep.Down((int)d[0], new((float)d[1], (float)d[2])) : throw Error(""),
            "move" => Numbers(value, 3) is var m
                ? new ScriptStep.Move((int)m[0], new((float)m[1], (float)m[2]), step["over"] is { } over ? Number(over, 0, 600) : 0)
                : throw Error(""),
            "up" => new ScriptStep.Up(value is JsonArray ? (int)Numbers(value, 1)[0] : (int)Number(value, 0, 1000)),
            "pinch" => PinchOf(value),
            "drag" => DragOf(value),
            "key" => new ScriptStep.Press(KeyOf(Text(value))),
            "type" => new ScriptStep.Type(Text(value)),
            "capture" => new ScriptStep.Capture(NameOf(Text(value))),
            "expect" => ExpectOf(value),
            _ => throw Error($"unknown step '{name}'.{KnownNames.Hint(name, StepNames)} Steps are {string.Join(", ", StepNames)}."),
        };
    }

    private ScriptStep.Pinch PinchOf(JsonNode? value)
    {
        JsonObject o = Members(value, "at", "from", "to", "over");
        return new(Point(o["at"]), (float)Number(o["from"], 0, 2), (float)Number(o["to"], 0, 2), Number(o["over"], 0, 600));
    }

    private ScriptStep.Drag DragOf(JsonNode? value)
    {
        JsonObject o = Members(value, "from", "to", "over");
        return new(Point(o["from"]), Point(o["to"]), Number(o["over"], 0, 600));
    }

    private ScriptStep.Expect ExpectOf(JsonNode? value) =>
        value is JsonObject { Count: > 0 } o
            ? new([.. o.Select(m => (m.Key, m.Value?.DeepClone()))])
            : throw Error("'expect' takes an object such as {\"selection\": \"soleus.L\"}.");

    private JsonObject Members(JsonNode? value, params string[] names)
    {
        if (value is not JsonObject o)
            throw Error($"an object with {string.Join(", ", names)} is expected.");
        foreach ((string name, _) in o)
        {
            if (!names.Contains(name))
                throw Error($"unknown member '{name}'.{KnownNames.Hint(name, names)}");
        }

        return o;
    }

    private KioskKey KeyOf(string name) =>
        Enum.TryParse(name, ignoreCase: true, out KioskKey key) && Enum.IsDefined(key)
            ? key
            : throw Error($"unknown key '{name}'.{KnownNames.Hint(name, Enum.GetNames<KioskKey>())} Keys are {string.Join(", ", Enum.GetNames<KioskKey>())}.");

    // A capture's name becomes a file's name and must stay in its folder.
    private string NameOf(string name) =>
        name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name[0] != '.'
            ? name
            : throw Error($"'{name}' cannot name a capture; use letters, digits, '-' and '_'.");

    private Vector2 Point(JsonNode? value)
    {
        double[] xy = Numbers(value, 2);
        return new((float)xy[0], (float)xy[1]);
    }

    private double[] Numbers(JsonNode? value, int count) =>
        value is JsonArray array && array.Count == count
            ? [.. array.Select(n => Number(n, -1000, 1000))]
            : throw Error($"{count} numbers are expected: [{string.Join(", ", Enumerable.Repeat("0.5", count))}].");

    private double Number(JsonNode? value, double least, double most) =>
        value is JsonValue v && v.TryGetValue(out double number) && number >= least && number <= most
            ? number
            : throw Error(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a number from {least} to {most} is expected, not {value?.ToJsonString() ?? "nothing"}."));

    private string Text(JsonNode? value) =>
        value is JsonValue v && v.TryGetValue(out string? text) ? text : throw Error($"a text is expected, not {value?.ToJsonString() ?? "nothing"}.");

    private string? TextOrNull(JsonNode? value) => value is null ? null : Text(value);

    private CommandException Error(string message) => new(ExitCode.BadInput, $"{file}:{line}: {message}");

    /// <summary>The line on which each element of the top level's "steps" begins.</summary>
    private static int[] LinesOfSteps(byte[] bytes)
    {
        List<int> lines = [];
        Utf8JsonReader reader = new(bytes);
        bool inSteps = false;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                inSteps = reader.ValueTextEquals("steps");
            else if (inSteps && reader.CurrentDepth == 2 && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                lines.Add(1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
        }

        return [.. lines];
    }
}
