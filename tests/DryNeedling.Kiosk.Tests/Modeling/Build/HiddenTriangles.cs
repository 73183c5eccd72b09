using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Build;
using DryNeedling.Kiosk.Modeling.Files;

namespace DryNeedling.Kiosk.Tests.Modeling.Build;

/// <summary>Which triangles are left out while everything below the skin is there.</summary>
public class HiddenTriangles
{
    private const int Sides = 12;

    [Fact]
    public void A_bone_inside_a_muscle_cannot_be_seen_and_the_muscle_can()
    {
        Body body = HiddenSurfaces.Last(BodyOf(("muscle", Layer.Superficial, 0.1f, 0), ("bone", Layer.Skeleton, 0.05f, 0)));
        Assert.Equal(3 * Sides, body.Structures[0].Seen);
        Assert.Equal(0, body.Structures[1].Seen);
        Assert.Equal(0, body.Structures[1].SeenReduced);
    }

    [Fact]
    public void The_skin_and_what_lies_in_it_hide_nothing()
    {
        Body body = HiddenSurfaces.Last(BodyOf(("platysma", Layer.Skin, 0.1f, 0), ("bone", Layer.Skeleton, 0.05f, 0)));
        Assert.Equal(3 * Sides, body.Structures[0].Seen);
        Assert.Equal(3 * Sides, body.Structures[1].Seen);
    }

    [Fact]
    public void What_is_half_covered_keeps_its_seen_half_first()
    {
        Body whole = BodyOf(("muscle", Layer.Superficial, 0.1f, 0), ("bone", Layer.Skeleton, 0.05f, 0.1f));
        Body body = HiddenSurfaces.Last(whole);
        Structure bone = body.Structures[1];
        Assert.InRange(bone.Seen, 3, 3 * Sides - 3);
        Assert.Contains(Corners(body, bone.Indices.Start, bone.Seen), p => p.X > 0.1f);
        Assert.DoesNotContain(Corners(body, bone.Indices.Start + bone.Seen, bone.Indices.Count - bone.Seen), p => p.X > 0.1f);
        Assert.Equal(
            whole.Indices.Chunk(3).Select(t => string.Join(',', t)).Order(), body.Indices.Chunk(3).Select(t => string.Join(',', t)).Order());
    }

    [Fact]
    public void The_numbers_come_back_from_a_file()
    {
        Body body = HiddenSurfaces.Last(BodyOf(("muscle", Layer.Superficial, 0.1f, 0), ("bone", Layer.Skeleton, 0.05f, 0.1f)));
        using MemoryStream stream = new();
        BodyWriter.Write(body, stream);
        Body read = BodyReader.Read(stream.ToArray(), "body.glb");
        Assert.Equal(body.Structures.Select(s => (s.Seen, s.SeenReduced)), read.Structures.Select(s => (s.Seen, s.SeenReduced)));
    }

    private static IEnumerable<Vector3> Corners(Body body, int start, int count) =>
        body.Indices.AsSpan(start, count).ToArray().Select(v => body.Vertices[v].Position);

    /// <summary>Cubes: id, layer, half their side, and how far to the side they stand; metres.</summary>
    private static Body BodyOf(params (string Id, Layer Layer, float Half, float X)[] cubes)
    {
        List<Structure> structures = [];
        List<BodyVertex> vertices = [];
        List<uint> indices = [];
        foreach ((string id, Layer layer, float half, float x) in cubes)
        {
            MeshRange corners = new(vertices.Count, 8), triangles = new(indices.Count, 3 * Sides);
            for (int c = 0; c < 8; c++)
            {
                Vector3 outwards = new((c & 1) == 0 ? -1 : 1, (c & 2) == 0 ? -1 : 1, (c & 4) == 0 ? -1 : 1);
                vertices.Add(new() { Position = half * outwards + new Vector3(x, 0, 0), Normal = Vector3.Normalize(outwards) });
            }

            foreach (int c in (int[])[0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5])
                indices.Add((uint)(corners.Start + c));
            Bounds bounds = Bounds.Empty.Include(new Vector3(x - half, -half, -half)).Include(new Vector3(x + half, half, half));
            structures.Add(new(new(id), StructureKind.Muscle, layer, "", true, corners, triangles, triangles, bounds));
        }

        return new(structures, [.. vertices], [.. indices], [.. indices], [], "");
    }
}
