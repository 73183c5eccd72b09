using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Build;
using DryNeedling.Kiosk.Modeling.Meshes;
using DryNeedling.Kiosk.Modeling.Skin;

namespace DryNeedling.Kiosk.Tests.Modeling.Skin;

public sealed class TheSkin(BuiltSkin built) : IClassFixture<BuiltSkin>
{
    private TriangleMesh Mesh => built.Model.Mesh;

    [Fact]
    public void It_is_closed_at_both_levels()
    {
        AssertClosed(Mesh.Triangles);
        AssertClosed(Mesh.Reduced);
        Assert.InRange(Mesh.Volume(), 0.045, 0.085);
    }

    [Fact]
    public void It_is_the_same_on_both_sides()
    {
        var places = Mesh.Positions.ToHashSet();

        Assert.All(Mesh.Positions, p => Assert.Contains(p with { X = 0 - p.X }, places));
    }

    [Fact]
    public void It_stands_on_the_floor_as_tall_as_the_measured_adult()
    {
        Assert.InRange(Mesh.Positions.Min(p => p.Y), -0.004f, 0.004f);
        Assert.InRange(Mesh.Positions.Max(p => p.Y), 1.712f, 1.728f);
    }

    [Fact]
    public void Its_faces_look_the_way_their_neighbours_look()
    {
        int folded = 0;
        for (int t = 0; t < Mesh.Triangles.Length; t += 3)
        {
            (int a, int b, int c) = (Mesh.Triangles[t], Mesh.Triangles[t + 1], Mesh.Triangles[t + 2]);
            Vector3 face = Vector3.Cross(Mesh.Positions[b] - Mesh.Positions[a], Mesh.Positions[c] - Mesh.Positions[a]);
            if (Vector3.Dot(face, Mesh.Normals[a] + Mesh.Normals[b] + Mesh.Normals[c]) < 0)
                folded++;
        }

        // A crease of lips, lids, ears or toes may turn a face; a folded armpit turns hundreds.
        Assert.InRange(folded, 0, Mesh.Triangles.Length / 3 / 400);
    }

    [Fact]
    public void It_covers_the_anatomy_of_trunk_arms_and_legs()
    {
        var bvh = Bvh.Build(Mesh.Positions, Array.ConvertAll(Mesh.Triangles, v => (uint)v), new ushort[Mesh.Triangles.Length / 3]);
        var clearance = new SkinClearance(Mesh.Positions, Mesh.Normals);
        int outside = 0, all = 0;
        foreach ((string _, string region, TriangleMesh mesh) in built.Anatomy)
        {
            if (region is not ("abdomen" or "low-back" or "upper-back" or "shoulder" or "hip-glute" or "thigh"))
                continue;
            foreach (Vector3 p in mesh.Positions)
            {
                all++;
                if (clearance.Under(p) is { Depth: < -0.001f } && IsOutside(bvh, p))
                    outside++;
            }
        }

        // Single vertices of a coarse stand-in may show in the armpit; a muscle that sticks out is hundreds.
        Assert.InRange(outside, 0, all / 500);
    }

    [Fact]
    public void Every_zone_of_the_list_is_carried_by_enough_skin()
    {
        var carried = new int[built.Model.Zones.Count + 1];
        foreach ((byte first, byte second, byte firstWeight, byte secondWeight) in Mesh.Zones)
        {
            carried[first] += firstWeight > 127 ? 1 : 0;
            carried[second] += secondWeight > 127 ? 1 : 0;
        }

        Assert.Equal(167, built.Model.Zones.Count);
        for (int zone = 0; zone < built.Model.Zones.Count; zone++)
            Assert.True(carried[zone + 1] >= 30, $"{built.Model.Zones[zone]} has {carried[zone + 1]} vertices");
    }

    [Fact]
    public void No_sided_zone_paints_the_other_half()
    {
        for (int v = 0; v < Mesh.Positions.Length; v++)
        {
            (byte first, byte second, byte _, byte _) = Mesh.Zones[v];
            foreach (byte number in (byte[])[first, second])
            {
                Side side = number == 0 ? Side.Midline : built.Model.Zones[number - 1].Side;
                Assert.True(side == Side.Midline || (side == Side.Left ? Mesh.Positions[v].X > 0 : Mesh.Positions[v].X < 0));
            }
        }
    }

    [Fact]
    public void Zones_of_both_sides_are_mirror_images()
    {
        var painted = new Dictionary<Vector3, (byte, byte, byte, byte)>();
        for (int v = 0; v < Mesh.Positions.Length; v++)
            painted[Mesh.Positions[v]] = Mesh.Zones[v];

        for (int v = 0; v < Mesh.Positions.Length; v++)
        {
            (byte first, byte second, byte firstWeight, byte secondWeight) = Mesh.Zones[v];
            Assert.Equal((Mirror(first), Mirror(second), firstWeight, secondWeight), painted[Mesh.Positions[v] with { X = 0 - Mesh.Positions[v].X }]);
        }
    }

    [Theory]
    [InlineData("palm.L", 0.256f, 0.835f, 0.06f)]
    [InlineData("middle-deltoid.L", 0.23f, 1.36f, -0.025f)]
    [InlineData("anterior-knee.R", -0.081f, 0.458f, 0.05f)]
    [InlineData("heel.L", 0.066f, 0.02f, -0.09f)]
    [InlineData("vertex", 0, 1.72f, -0.02f)]
    [InlineData("buttock-upper.R", -0.09f, 0.95f, -0.14f)]
    public void A_touch_finds_the_zone_that_lies_there(string zone, float x, float y, float z)
    {
        int nearest = 0;
        for (int v = 1; v < Mesh.Positions.Length; v++)
        {
            if (Vector3.DistanceSquared(Mesh.Positions[v], new(x, y, z)) < Vector3.DistanceSquared(Mesh.Positions[nearest], new(x, y, z)))
                nearest = v;
        }

        Assert.Equal(zone, built.Model.Zones[Mesh.Zones[nearest].First - 1].Value);
    }

    [Fact]
    public void A_zone_with_an_unknown_segment_is_named_with_its_line()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "zones.json");
        File.WriteAllText(file, """
            { "zones": [
              { "id": "palm", "sides": "both",
                "segments": ["hnad"], "shapes": [] } ] }
            """);

        AnatomyException mistake = Assert.Throws<AnatomyException>(() => ZoneReader.Read(file));

        Assert.StartsWith($"{file}:3:18: error anatomy: a segment must be one of head, trunk", mistake.Message, StringComparison.Ordinal);
    }

    /// <summary>Whether most rays from a point leave the skin without having been inside it.</summary>
    private bool IsOutside(Bvh bvh, Vector3 point)
    {
        int leaving = 0;
        foreach (Vector3 way in (Vector3[])[new(0.02f, 1, 0.01f), new(-0.9f, 0.1f, 0.4f), new(0.1f, 0.05f, -1), new(0.05f, 0.1f, 1), new(0.7f, 0.3f, 0.5f)])
        {
            var ray = new Ray(point, Vector3.Normalize(way));
            if (bvh.Nearest(ray, [true]) is not { } hit)
            {
                leaving++;
                continue;
            }

            Vector3 a = Mesh.Positions[Mesh.Triangles[hit.Triangle]], b = Mesh.Positions[Mesh.Triangles[hit.Triangle + 1]];
            Vector3 c = Mesh.Positions[Mesh.Triangles[hit.Triangle + 2]];
            leaving += Vector3.Dot(Vector3.Cross(b - a, c - a), ray.Direction) < 0 ? 1 : 0;
        }

        return leaving >= 3;
    }

    private byte Mirror(byte number) =>
        number == 0 ? number : (byte)(built.Model.Zones.ToList().IndexOf(built.Model.Zones[number - 1].Mirror) + 1);

    private static void AssertClosed(int[] triangles)
    {
        var edges = new HashSet<(int, int)>();
        for (int t = 0; t < triangles.Length; t += 3)
        {
            for (int k = 0; k < 3; k++)
                Assert.True(edges.Add((triangles[t + k], triangles[t + (k + 1) % 3])), "an edge is used twice in one direction");
        }

        Assert.All(edges, edge => Assert.Contains((edge.Item2, edge.Item1), edges));
    }
}
