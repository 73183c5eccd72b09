using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Tests.Anatomy;

public class Picking
{
    private static readonly OrbitPose Camera = new(0, 0, 4, Vector3.Zero);
    private static readonly Vector2 Finger = new(0.02f, 0.02f);

    // From the left: a wide plate, a thin strip that touches it, and another wide plate half a finger further on.
    private readonly Body body = Plates(("wide", -1, 0, 0), ("thin", 0, 0.012f, 0), ("right", 0.04f, 1, 0), ("behind", -1, 0, -0.5f));

    [Fact]
    public void A_tap_in_the_middle_of_a_structure_takes_it() => Assert.Equal("wide", At(-0.4f));

    [Fact]
    public void A_tap_between_two_candidates_prefers_the_smaller() => Assert.Equal("thin", At(-0.003f));

    [Fact]
    public void A_tap_just_beside_a_structure_still_takes_it() => Assert.Equal("right", At(0.036f));

    [Fact]
    public void A_tap_on_nothing_takes_nothing() => Assert.Null(At(1.3f));

    [Fact]
    public void What_is_drawn_as_glass_is_passed_through() =>
        Assert.Equal("behind", At(-0.4f, ("wide", Pickability.Through)));

    [Fact]
    public void What_is_seen_but_not_selectable_hides_what_lies_behind() =>
        Assert.Null(At(-0.4f, ("wide", Pickability.Blocks)));

    private string? At(float x, params (string Id, Pickability How)[] changes)
    {
        var pickability = new Pickability[body.Structures.Count];
        Array.Fill(pickability, Pickability.Selectable);
        foreach ((string id, Pickability how) in changes)
            pickability[body.IndexOf(new(id))] = how;
        Matrix4x4 view = Camera.View, projection = Camera.Projection(1, Vector2.Zero);
        Vector4 clip = Vector4.Transform(new Vector4(x, 0, 0, 1), view * projection);
        int found = BodyPicker.Build(body).Pick(view, projection, new(clip.X / clip.W, 0), Finger, pickability);
        return found < 0 ? null : body.Structures[found].Id.Value;
    }

    private static Body Plates(params (string Id, float From, float To, float Z)[] plates)
    {
        List<BodyVertex> vertices = [];
        List<uint> indices = [];
        List<Structure> structures = [];
        foreach ((string id, float from, float to, float z) in plates)
        {
            var first = (uint)vertices.Count;
            Vector3[] corners = [new(from, -1, z), new(to, -1, z), new(to, 1, z), new(from, 1, z)];
            vertices.AddRange(corners.Select(c => new BodyVertex { Position = c }));
            MeshRange range = new(indices.Count, 6);
            indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
            structures.Add(new(
                new(id), StructureKind.Muscle, Layer.Superficial, "", true, new((int)first, 4), range, default,
                corners.Aggregate(Bounds.Empty, (b, c) => b.Include(c))));
        }

        return new([.. structures], [.. vertices], [.. indices], [], [], "");
    }
}
