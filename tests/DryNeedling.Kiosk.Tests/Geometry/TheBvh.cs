using System.Numerics;
using CsCheck;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Tests.Geometry;

public class TheBvh
{
    private static readonly Gen<Vector3> Point = Gen.Select(Gen.Float[-1, 1], Gen.Float[-1, 1], Gen.Float[-1, 1], (x, y, z) => new Vector3(x, y, z));

    [Fact]
    public void It_finds_the_same_nearest_triangle_as_trying_them_all()
    {
        Gen.Select(Point.Array[3, 300], Point, Point).Sample((corners, origin, towards) =>
        {
            int count = corners.Length / 3;
            uint[] indices = [.. Enumerable.Range(0, 3 * count).Select(i => (uint)i)];
            ushort[] owners = [.. Enumerable.Range(0, count).Select(i => (ushort)(i % 2))];
            if (Vector3.Distance(origin, towards) < 0.01f)
                return;
            Ray ray = new(origin, Vector3.Normalize(towards - origin));
            bool[] stops = [true, false];

            RayHit? found = Bvh.Build(corners, indices, owners).Nearest(ray, stops);

            RayHit? expected = Enumerable.Range(0, count).Where(i => owners[i] == 0)
                .Select(i => Bvh.Build(corners[(3 * i)..(3 * i + 3)], [0, 1, 2], [0]).Nearest(ray, stops))
                .Where(hit => hit is not null).MinBy(hit => hit!.Value.Distance);
            // Whether a ray along an edge meets the triangle is decided by the last bit, which the processor may round either way.
            if (IsAtAnEdge(expected) || IsAtAnEdge(found))
                return;
            Assert.Equal(expected is null, found is null);
            Assert.Equal(expected?.Distance ?? 0, found?.Distance ?? 0, 1e-4f);
        });
    }

    private static bool IsAtAnEdge(RayHit? hit) =>
        hit is { } h && (h.Second < 1e-4f || h.Third < 1e-4f || h.Second + h.Third > 1 - 1e-4f || h.Distance < 1e-4f);

    [Fact]
    public void A_ray_hits_a_triangle_from_both_sides_and_says_where()
    {
        Vector3[] corners = [new(0, 0, 0), new(1, 0, 0), new(0, 1, 0)];
        Bvh bvh = Bvh.Build(corners, [0, 1, 2], [0]);

        RayHit front = bvh.Nearest(new(new(0.25f, 0.5f, 2), -Vector3.UnitZ), [true])!.Value;
        RayHit back = bvh.Nearest(new(new(0.25f, 0.5f, -3), Vector3.UnitZ), [true])!.Value;

        Assert.Equal((2f, 3f), (front.Distance, back.Distance));
        Assert.Equal((0.25f, 0.5f), (front.Second, front.Third));
    }

    [Fact]
    public void Structures_that_do_not_stop_the_ray_are_passed_through()
    {
        Vector3[] corners = [new(0, 0, 1), new(1, 0, 1), new(0, 1, 1), new(0, 0, 0), new(1, 0, 0), new(0, 1, 0)];
        Bvh bvh = Bvh.Build(corners, [0, 1, 2, 3, 4, 5], [0, 1]);

        Assert.Equal(1, bvh.Nearest(new(new(0.2f, 0.2f, 2), -Vector3.UnitZ), [false, true])!.Value.Structure);
    }

    [Fact]
    public void Nothing_is_hit_in_an_empty_tree() =>
        Assert.Null(Bvh.Build([], [], []).Nearest(new(Vector3.Zero, Vector3.UnitX), []));
}
