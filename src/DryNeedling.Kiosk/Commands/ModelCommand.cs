using System.CommandLine;
using System.Numerics;
using System.Text.Json;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>model</c>: what the model holds.</summary>
internal static class ModelCommand
{
    private static readonly Option<string?> Model = CommonOptions.Model();
    private static readonly Option<string?> Content = CommonOptions.Content();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        Command command = new("model", "Prints what the model holds.") { Model, Content, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string file = CommonOptions.ModelFile(parsed.GetValue(Model));
        Body body = Installation.ReadBody(parsed.GetValue(Model));
        // Trigger points are the content's; a model is worth printing without them.
        KioskContent content = ContentReader.Read(CommonOptions.ContentFolder(parsed.GetValue(Content))).Content ?? KioskContent.Empty;
        if (parsed.GetValue(Json))
            WriteJson(file, body, content);
        else
            WriteText(file, body, content);
        return ExitCode.Done;
    }

    private static IEnumerable<(string Id, TriggerPointSite Site)> SitesOf(Body body, KioskContent content)
    {
        foreach (Structure structure in body.Structures)
        {
            if (structure.Kind != StructureKind.Muscle || content.Muscle(structure.Id.Base) is not { } card)
                continue;
            foreach (TriggerPoint point in card.TriggerPoints)
                yield return ($"{structure.Id}/{point.Number}", TriggerPointSite.Find(body, structure, point.Along, point.Across));
        }
    }

    private static void WriteText(string file, Body body, KioskContent content)
    {
        Console.WriteLine($"{file}: {body.Bounds.Max.Y:0.00} m tall, {body.Indices.Length / 3:N0} triangles, {ReducedTriangles(body):N0} reduced");
        foreach (IGrouping<Layer, Structure> layer in body.Structures.GroupBy(s => s.Layer).OrderBy(g => g.Key))
        {
            int triangles = layer.Sum(s => s.Indices.Count / 3);
            Console.WriteLine(
                $"  {layer.Key,-12} {layer.Count(),4} structures: {layer.Count(s => s.Id.Side == Side.Left)} left, " +
                $"{layer.Count(s => s.Id.Side == Side.Right)} right, {layer.Count(s => s.Id.Side == Side.Midline)} midline; " +
                $"{layer.Count(s => s.Selectable)} selectable; {triangles:N0} triangles");
        }

        Console.WriteLine($"  {SitesOf(body, content).Count()} trigger points, {body.Zones.Count} skin zones");
        if (body.Copyright.Length > 0)
            Console.WriteLine($"  {body.Copyright}");
    }

    private static void WriteJson(string file, Body body, KioskContent content)
    {
        using Stream output = Console.OpenStandardOutput();
        using Utf8JsonWriter json = new(output, new() { Indented = true });
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteNumber("heightM", Rounded(body.Bounds.Max.Y));
        json.WriteNumber("triangles", body.Indices.Length / 3);
        json.WriteNumber("trianglesReduced", ReducedTriangles(body));
        json.WriteStartArray("structures");
        foreach (Structure structure in body.Structures)
            WriteStructure(json, structure);
        json.WriteEndArray();
        json.WriteStartArray("triggerPoints");
        foreach ((string id, TriggerPointSite site) in SitesOf(body, content))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            WritePoint(json, "point", site.Point);
            WritePoint(json, "skin", site.Skin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("zones");
        foreach (StructureId zone in body.Zones)
            json.WriteStringValue(zone.Value);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteStructure(Utf8JsonWriter json, Structure structure)
    {
        json.WriteStartObject();
        json.WriteString("id", structure.Id.Value);
        json.WriteString("kind", structure.Kind.ToString().ToLowerInvariant());
        json.WriteNumber("layer", (int)structure.Layer);
        json.WriteString("region", structure.Region);
        json.WriteBoolean("selectable", structure.Selectable);
        json.WriteNumber("triangles", structure.Indices.Count / 3);
        WritePoint(json, "min", structure.Bounds.Min);
        WritePoint(json, "max", structure.Bounds.Max);
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, string name, Vector3 point)
    {
        json.WriteStartArray(name);
        for (int axis = 0; axis < 3; axis++)
            json.WriteNumberValue(Rounded(point[axis]));
        json.WriteEndArray();
    }

    /// <summary>Structures without a reduced level are drawn in full.</summary>
    private static int ReducedTriangles(Body body) =>
        body.Structures.Sum(s => (s.ReducedIndices.Count > 0 ? s.ReducedIndices.Count : s.Indices.Count) / 3);

    private static decimal Rounded(float metres) => Math.Round((decimal)metres, 5);
}
