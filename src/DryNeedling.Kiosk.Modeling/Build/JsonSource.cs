using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>A parsed file that knows where its nodes stand, for messages.</summary>
internal sealed class JsonSource
{
    private readonly string file, text;

    public JsonSource(string file)
    {
        this.file = file;
        text = File.ReadAllText(file);
        try
        {
            Root = JsonNode.Parse(text) as JsonObject ?? throw new AnatomyException($"{file}:1:1: error anatomy: the file must hold an object.");
        }
        catch (JsonException error)
        {
            throw new AnatomyException($"{file}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}: error anatomy-json: not valid JSON; look for a missing comma, quote or bracket here.");
        }
    }

    public JsonObject Root { get; }

    public AnatomyException Error(JsonNode? node, string message)
    {
        (int line, int column) = Place(node?.GetPath() ?? "$");
        return new($"{file}:{line}:{column}: error anatomy: {message}");
    }

    /// <summary>Where a node stands, as <c>file:line:column</c>.</summary>
    public string PlaceOf(JsonNode node)
    {
        (int line, int column) = Place(node.GetPath());
        return $"{file}:{line}:{column}";
    }

    public JsonObject Object(JsonNode? node) => node as JsonObject ?? throw Error(node, "an object {...} is expected here.");

    public JsonArray List(JsonNode? node) => node as JsonArray ?? throw Error(node, "a list [...] is expected here.");

    public JsonNode Required(JsonObject node, string name) => node[name] ?? throw Error(node, $"'{name}' is missing.");

    public JsonArray Array(JsonObject node, string name) => List(Required(node, name));

    public string Text(JsonObject node, string name) =>
        Required(node, name) is JsonValue value && value.TryGetValue(out string? text) ? text : throw Error(node[name], $"'{name}' must be a text.");

    public float Number(JsonObject node, string name, float least, float most)
    {
        JsonNode value = Required(node, name);
        float number = Value(value);
        return number >= least && number <= most
            ? number
            : throw Error(value, string.Create(CultureInfo.InvariantCulture, $"'{name}' is {number}; it must lie between {least} and {most}."));
    }

    public T Choice<T>(JsonObject node, string name)
        where T : struct, Enum =>
        Enum.TryParse(Text(node, name), ignoreCase: true, out T value)
            ? value
            : throw Error(node[name], $"'{name}' must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");

    public float[] Numbers(JsonNode? node, int count)
    {
        float[] numbers = [.. List(node).Select(Value)];
        return numbers.Length == count ? numbers : throw Error(node, $"{count} numbers are expected here, not {numbers.Length}.");
    }

    public Vector3 Point(JsonNode? node)
    {
        float[] xyz = Numbers(node, 3);
        return new(xyz[0], xyz[1], xyz[2]);
    }

    private float Value(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number)
            ? (float)number
            : throw Error(node, "a number is expected here.");

    private (int Line, int Column) Place(string path)
    {
        // Walks the text once more; only on the way to an error message.
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        List<(string Name, int Index, bool IsArray)> open = [];
        string? property = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                property = reader.GetString();
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                open.RemoveAt(open.Count - 1);
                continue;
            }

            if (open.Count > 0 && open[^1].IsArray)
                open[^1] = open[^1] with { Index = open[^1].Index + 1 };
            string here = "$" + string.Concat(open.Skip(1).Select(o => o.Name)) + Step(open, property);
            if (here == path)
                return LineOf(bytes, (int)reader.TokenStartIndex);
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                open.Add((Step(open, property), -1, reader.TokenType == JsonTokenType.StartArray));
        }

        return (1, 1);
    }

    private static string Step(List<(string Name, int Index, bool IsArray)> open, string? property) =>
        open.Count == 0 ? "" : open[^1].IsArray ? $"[{open[^1].Index}]" : $".{property}";

    private static (int Line, int Column) LineOf(byte[] bytes, int at)
    {
        int line = 1, start = 0;
        for (int i = 0; i < at; i++)
        {
            if (bytes[i] == '\n')
                (line, start) = (line + 1, i + 1);
        }

        return (line, at - start + 1);
    }
}
