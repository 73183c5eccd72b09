using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Build;

namespace DryNeedling.Kiosk.Tests.Modeling;

public sealed class TheBodyBuilder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("anatomy").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_builds_a_paired_structure_on_both_sides()
    {
        Describe("muscles", Loft("biceps-brachii", x: 0.2f, half: 20, priority: 1));
        (Body body, _) = BodyBuilder.Build(folder);
        Structure left = body.Find(new("biceps-brachii.L"))!, right = body.Find(new("biceps-brachii.R"))!;
        Assert.Equal(2, body.Structures.Count);
        Assert.Equal(0.2f, left.Bounds.Center.X, 2);
        Assert.Equal(-left.Bounds.Max.X, right.Bounds.Min.X, 6);
        Assert.True(Volume(body, left) > 0);
        Assert.Equal(Volume(body, left), Volume(body, right), 8);
    }

    [Fact]
    public void It_keeps_a_structure_of_the_midline_whole()
    {
        Describe("skeleton", Loft("sternum", x: 0.004f, half: 12, priority: 1, sides: "midline"));
        (Body body, _) = BodyBuilder.Build(folder);
        Structure sternum = Assert.Single(body.Structures);
        Assert.Equal("sternum", sternum.Id.Value);
        Assert.Equal(0, sternum.Bounds.Center.X, 3);
    }

    [Fact]
    public void It_brings_a_muscle_to_the_wanted_volume()
    {
        Describe("muscles", Loft("biceps-brachii", x: 0.2f, half: 20, priority: 1, volume: 150));
        (_, BuildReport report) = BodyBuilder.Build(folder);
        double plain = Math.PI * 0.02 * 0.02 * 0.1 * 1e6;
        Assert.InRange(report.Structures[0].VolumeCm3, plain + 8, 1.06 * 150);
    }

    [Fact]
    public void It_leaves_no_place_to_two_muscles()
    {
        Describe("muscles", Loft("biceps-brachii", x: 0.2f, half: 20, priority: 1), Loft("brachialis", x: 0.225f, half: 20, priority: 1));
        (Body body, BuildReport report) = BodyBuilder.Build(folder);
        Assert.All(report.Structures, s => Assert.InRange(s.Overlap, 0, 0.005f));
        Assert.True(body.Find(new("biceps-brachii.L"))!.Bounds.Max.X < body.Find(new("brachialis.L"))!.Bounds.Min.X + 0.002f);
    }

    [Fact]
    public void It_runs_the_fibres_from_origin_to_insertion()
    {
        Describe("muscles", Loft("biceps-brachii", x: 0.2f, half: 12, priority: 1));
        (Body body, _) = BodyBuilder.Build(folder);
        foreach (BodyVertex vertex in body.Vertices)
            Assert.Equal((1.1f - vertex.Position.Y) / 0.1f, vertex.U / 65535f, 0.12f);
    }

    [Fact]
    public void It_gives_the_same_body_twice()
    {
        Describe("muscles", Loft("biceps-brachii", x: 0.2f, half: 20, priority: 1), Loft("brachialis", x: 0.225f, half: 20, priority: 1));
        Body first = BodyBuilder.Build(folder).Body, second = BodyBuilder.Build(folder).Body;
        Assert.Equal(first.Vertices, second.Vertices);
        Assert.Equal(first.Indices, second.Indices);
        Assert.Equal(first.ReducedIndices, second.ReducedIndices);
    }

    [Fact]
    public void It_darkens_what_neighbours_cover_and_not_what_lies_above()
    {
        Describe("muscles", Loft("biceps-brachii", x: 0.2f, half: 20, priority: 1), Loft("brachialis", x: 0.243f, half: 20, priority: 1, layer: 2));
        (Body body, _) = BodyBuilder.Build(folder);
        Assert.True(Darkest(body, "biceps-brachii.L") < 0.4f);
        Assert.True(Darkest(body, "brachialis.L") > 0.6f);
    }

    [Fact]
    public void It_names_the_place_of_a_structure_that_vanished()
    {
        Describe("muscles", Loft("brachialis", x: 0.2f, half: 3, priority: 9), Loft("biceps-brachii", x: 0.2f, half: 20, priority: 0.5f));
        AnatomyException e = Assert.Throws<AnatomyException>(() => BodyBuilder.Build(folder));
        Assert.Contains("'brachialis'", e.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("muscles", "arm.json") + ":2:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_the_place_of_a_mistake()
    {
        Describe("muscles", Loft("brachialis", x: 0.2f, half: 12, priority: 99));
        AnatomyException e = Assert.Throws<AnatomyException>(() => BodyBuilder.Build(folder));
        Assert.Contains("'priority' is 99", e.Message, StringComparison.Ordinal);
        Assert.Contains("arm.json:2:", e.Message, StringComparison.Ordinal);
    }

    private void Describe(string kind, params string[] structures)
    {
        Directory.CreateDirectory(Path.Combine(folder, kind));
        File.WriteAllText(Path.Combine(folder, kind, "arm.json"), "{\"structures\": [\n" + string.Join(",\n", structures) + "\n]}\n");
    }

    /// <summary>A round muscle of 10 cm that hangs down from y = 1.1 m.</summary>
    private static string Loft(
        string id, float x, float half, float priority, string sides = "both", float? volume = null, int layer = 1) =>
        FormattableString.Invariant($$"""
            {"id": "{{id}}", "kind": "muscle", "layer": {{layer}}, "region": "arm", "sides": "{{sides}}", "selectable": true, "priority": {{priority}}, {{(volume is { } v ? FormattableString.Invariant($"\"volumeCm3\": {v}, ") : "")}}"tendons": [0.1, 0.1], "shapes": [{"loft": [{"s": 0, "at": [{{x}}, 1.1, 0], "half": [{{half}}, {{half}}], "wide": [1, 0, 0]}, {"s": 1, "at": [{{x}}, 1.0, 0], "half": [{{half}}, {{half}}], "wide": [1, 0, 0]}]}]}
            """);

    private static float Darkest(Body body, string id)
    {
        Structure structure = body.Find(new(id))!;
        return body.Vertices.Skip(structure.Vertices.Start).Take(structure.Vertices.Count).Min(v => v.Occlusion) / (float)short.MaxValue;
    }

    private static float Volume(Body body, Structure structure)
    {
        float sum = 0;
        for (int i = structure.Indices.Start; i < structure.Indices.End; i += 3)
        {
            Vector3 Corner(int k) => body.Vertices[body.Indices[i + k]].Position;
            sum += Vector3.Dot(Corner(0), Vector3.Cross(Corner(1), Corner(2))) / 6;
        }

        return sum;
    }
}
