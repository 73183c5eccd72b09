using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Shapes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>A mistake in <c>models/anatomy</c>; the message begins with file, line and column.</summary>
public sealed class AnatomyException(string message) : Exception(message);

/// <summary>Reads the declarative description of the body's structures from a folder of JSON files.</summary>
public static class AnatomyReader
{
    /// <summary>All structures of all files below <paramref name="folder"/>, in the order of file names.</summary>
    /// <exception cref="AnatomyException">The first mistake found, with its place.</exception>
    public static IReadOnlyList<StructureDescription> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new AnatomyException($"{folder}:1:1: error anatomy-missing: the folder with the anatomy's description does not exist.");
        List<StructureDescription> structures = [];
        HashSet<string> ids = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetDirectoryName(Path.GetRelativePath(folder, file)) is not ("muscles" or "fascia" or "skeleton"))
                continue;
            var source = new JsonSource(file);
            foreach (JsonNode? node in source.Array(source.Root, "structures"))
            {
                StructureDescription structure = Structure(source, source.Object(node));
                if (!ids.Add(structure.Id))
                    throw source.Error(node, $"'{structure.Id}' is described twice; remove one.");
                structures.Add(structure);
            }
        }

        return structures;
    }

    private static StructureDescription Structure(JsonSource source, JsonObject node)
    {
        string id = source.Text(node, "id");
        var shapes = new List<Shape>();
        foreach (JsonNode? shape in source.Array(node, "shapes"))
            shapes.Add(ShapeOf(source, source.Object(shape)));
        if (shapes.Count == 0)
            throw source.Error(node, $"'{id}' has no shapes; give it at least one loft, sheet or blend.");
        float[] tendons = node["tendons"] is { } t ? source.Numbers(t, 2) : [0, 0];
        return new(
            id, source.Choice<StructureKind>(node, "kind"), (Layer)(int)source.Number(node, "layer", 0, 3),
            source.Text(node, "region"), source.Text(node, "sides") == "both", node["selectable"]?.GetValue<bool>() ?? false,
            source.Number(node, "priority", 0.1f, 10), node["volumeCm3"] is null ? null : source.Number(node, "volumeCm3", 0.01f, 5000),
            (tendons[0], tendons[1]), shapes);
    }

    private static Shape ShapeOf(JsonSource source, JsonObject node)
    {
        if (node["loft"] is JsonArray loft)
            return LoftOf(source, loft);
        if (node["sheet"] is JsonObject sheet)
            return SheetOf(source, sheet);
        if (node["blend"] is JsonArray blend)
            return new Blend([.. blend.Select(step => StepOf(source, source.Object(step)))]);
        throw source.Error(node, "a shape must be a 'loft', a 'sheet' or a 'blend'.");
    }

    private static Loft LoftOf(JsonSource source, JsonArray stations)
    {
        if (stations.Count < 2)
            throw source.Error(stations, "a loft needs at least two stations.");
        List<LoftSection> sections = [];
        foreach (JsonNode? station in stations)
        {
            JsonObject at = source.Object(station);
            float[] half = source.Numbers(source.Required(at, "half"), 2);
            sections.Add(new(
                source.Number(at, "s", 0, 1), source.Point(source.Required(at, "at")), half[0] / 1000, half[1] / 1000,
                source.Point(source.Required(at, "wide")), at["normal"] is { } n ? source.Point(n) : null));
            if (sections.Count > 1 && sections[^1].S < sections[^2].S)
                throw source.Error(station, "stations must be in order of 's'.");
        }

        return new(sections);
    }

    private static Sheet SheetOf(JsonSource source, JsonObject sheet)
    {
        JsonArray rows = source.Array(sheet, "grid");
        Vector3[][] grid = [.. rows.Select(row => source.List(row).Select(source.Point).ToArray())];
        if (grid.Length < 2 || grid[0].Length < 2 || grid.Any(row => row.Length != grid[0].Length))
            throw source.Error(rows, "a sheet's grid needs at least two rows of the same length, two points or more.");
        return new(grid, source.Number(sheet, "thickness", 0.2f, 60) / 1000, source.Number(sheet, "rim", 0, 0.5f))
        {
            Drape = sheet["drape"] is { } drape ? source.Point(drape) : null,
        };
    }

    private static BlendStep StepOf(JsonSource source, JsonObject step)
    {
        Primitive primitive;
        if (step["ellipsoid"] is JsonObject e)
            primitive = new Primitive.Ellipsoid(source.Point(source.Required(e, "at")), source.Point(source.Required(e, "half")) / 1000);
        else if (step["rounded"] is JsonObject r)
            primitive = RoundedOf(source, r);
        else
            throw source.Error(step, "a blend's step must be an 'ellipsoid' or a 'rounded' chain.");
        return new(primitive, source.Text(step, "op") == "cut", source.Number(step, "blend", 0, 100) / 1000);
    }

    private static Primitive.Rounded RoundedOf(JsonSource source, JsonObject node)
    {
        Vector3[] points = [.. source.Array(node, "points").Select(source.Point)];
        float[] radii = source.Numbers(source.Required(node, "radii"), points.Length);
        return new(points, [.. radii.Select(r => r / 1000)]);
    }

    /// <summary>A parsed file that knows where its nodes stand, for messages.</summary>
    private sealed class JsonSource
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
}
