using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Modeling.Build;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Tests.Modeling;

/// <summary>What is committed as <c>models/body.glb</c> and <c>models/body-female.glb</c>.</summary>
public sealed class TheShippedBodies
{
    private const int MostTriangles = 350_000, MostReduced = 80_000;

    private const long MostBytes = 25_000_000;

    public static TheoryData<string> Names => ShippedBodies.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void They_have_every_muscle_of_the_content_on_both_sides(string name)
    {
        Body body = ShippedBodies.Of(name);
        foreach (MuscleCard muscle in Repository.Content.Muscles)
        {
            Side[] sides = body.Find(new(muscle.Id)) is null ? [Side.Left, Side.Right] : [Side.Midline];
            foreach (Side side in sides)
            {
                Structure? structure = body.Find(StructureId.Of(muscle.Id, side));
                Assert.True(structure is { Kind: StructureKind.Muscle, Selectable: true }, $"{StructureId.Of(muscle.Id, side)} is not a muscle to select");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void They_have_a_place_for_every_trigger_point_and_zone_of_the_content(string name) =>
        Assert.Empty(ContentValidator.Validate(Repository.Content, ShippedBodies.Of(name), ShippedBodies.FileOf(name)).Where(f => f.Code != "unreviewed"));

    [Fact]
    public void They_have_the_same_structures_layers_and_zones()
    {
        Body male = ShippedBodies.Of(Bodies.Male), female = ShippedBodies.Of(Bodies.Female);
        Assert.Equal(male.Structures.Select(Described), female.Structures.Select(Described));
        Assert.Equal(male.Zones, female.Zones);
        Assert.Equal(male.Copyright, female.Copyright);

        static (StructureId, StructureKind, Layer, string, bool) Described(Structure s) => (s.Id, s.Kind, s.Layer, s.Region, s.Selectable);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void They_keep_their_levels_within_their_budget(string name)
    {
        Body body = ShippedBodies.Of(name);
        Assert.InRange(body.Indices.Length / 3, 1, MostTriangles);
        Assert.InRange(body.ReducedIndices.Length / 3, 1, MostReduced);
        Assert.InRange(new FileInfo(ShippedBodies.FileOf(name)).Length, 1, MostBytes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void They_stand_on_the_floor(string name) =>
        Assert.InRange(ShippedBodies.Of(name).Find(new("skin"))!.Bounds.Min.Y, -0.001f, 0.002f);

    [Theory]
    [MemberData(nameof(Names))]
    public void They_are_the_same_on_the_left_as_on_the_right(string name)
    {
        Body body = ShippedBodies.Of(name);
        foreach (Structure left in body.Structures.Where(s => s.Id.Side == Side.Left))
        {
            Structure right = body.Find(left.Id.Mirror)!;
            Assert.Equal(left.Bounds.Min.X, -right.Bounds.Max.X);
            Assert.Equal(left.Vertices.Count, right.Vertices.Count);
            Assert.True(left.Bounds.Center.X > 0, $"{left.Id} does not lie on the left");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void They_carry_every_zone_of_the_content_on_their_skin(string name)
    {
        Body body = ShippedBodies.Of(name);
        Structure skin = body.Find(new("skin"))!;
        var strongest = new byte[body.Zones.Count + 1];
        foreach (BodyVertex vertex in body.Vertices.AsSpan(skin.Vertices.Start, skin.Vertices.Count))
        {
            strongest[vertex.Paint0] = Math.Max(strongest[vertex.Paint0], vertex.Paint2);
            strongest[vertex.Paint1] = Math.Max(strongest[vertex.Paint1], vertex.Paint3);
        }

        foreach (Zone zone in Repository.Content.Zones)
        {
            foreach (Side side in zone.IsMidline ? [Side.Midline] : new[] { Side.Left, Side.Right })
            {
                int number = body.Zones.ToList().IndexOf(StructureId.Of(zone.Id, side)) + 1;
                Assert.True(number > 0 && strongest[number] > 200, $"{StructureId.Of(zone.Id, side)} is nowhere on the skin");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_comes_out_of_their_skin(string name)
    {
        Body body = ShippedBodies.Of(name);
        Structure skin = body.Find(new("skin"))!;
        Vector3[] places = [.. body.Vertices.Skip(skin.Vertices.Start).Take(skin.Vertices.Count).Select(v => v.Position)];
        int[] triangles = [.. body.Indices.Skip(skin.Indices.Start).Take(skin.Indices.Count).Select(i => (int)i - skin.Vertices.Start)];
        var surface = new ClosedSurface(places, triangles);
        var outside = new int[body.Structures.Count];
        Parallel.For(0, outside.Length, i =>
        {
            Structure structure = body.Structures[i];
            if (structure.Id == skin.Id)
                return;
            for (int v = structure.Vertices.Start; v < structure.Vertices.End; v++)
                outside[i] += surface.At(body.Vertices[v].Position, 0.03f) is { Distance: > 0.001f } ? 1 : 0;
        });
        Assert.Empty(body.Structures.Where((_, i) => outside[i] > 0).Select(s => s.Id.Value));
    }
}
