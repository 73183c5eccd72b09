using System.Numerics;
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
            (tendons[0], tendons[1]), shapes, source.PlaceOf(node));
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
}
