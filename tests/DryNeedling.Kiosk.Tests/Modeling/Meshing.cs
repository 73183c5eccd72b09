using System.Numerics;
using CsCheck;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Meshes;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Tests.Modeling;

public sealed class Meshing
{
    private static readonly Gen<TriangleMesh> Balls =
        Gen.Select(Gen.Float[0.006f, 0.02f], Gen.Float[-1, 1], Gen.Float[-1, 1]).Select((radius, y, z) => Ball(radius, new(0, y, z)));

    [Fact]
    public void It_finds_the_volume_of_a_ball() =>
        Gen.Float[0.006f, 0.02f].Sample(radius =>
        {
            double wanted = 4 / 3.0 * Math.PI * Math.Pow(radius, 3);
            Assert.InRange(Ball(radius, Vector3.Zero).Volume(), 0.93 * wanted, 1.01 * wanted);
        }, iter: 20);

    [Fact]
    public void It_closes_every_surface() => Balls.Sample(ball => AssertClosed(ball.Triangles), iter: 20);

    [Fact]
    public void It_keeps_a_simplified_surface_closed_and_within_its_target() =>
        Gen.Select(Balls, Gen.Int[2, 12]).Sample((ball, factor) =>
        {
            int target = ball.Triangles.Length / 3 / factor;
            int[] fewer = Simplifier.Reduce(ball.Positions, ball.Triangles, target);
            Assert.InRange(fewer.Length / 3, 4, target);
            AssertClosed(fewer);
        }, iter: 20);

    [Fact]
    public void It_spends_no_more_error_than_allowed()
    {
        TriangleMesh ball = Ball(0.02f, Vector3.Zero);
        int[] fine = Simplifier.Reduce(ball.Positions, ball.Triangles, 4, 1e-15f), coarse = Simplifier.Reduce(ball.Positions, ball.Triangles, 4, 1e-12f);
        Assert.True(coarse.Length < fine.Length && fine.Length < ball.Triangles.Length);
    }

    [Fact]
    public void It_smooths_without_losing_volume()
    {
        TriangleMesh ball = Ball(0.02f, Vector3.Zero);
        double before = ball.Volume();
        Smoothing.Surface(ball, 6);
        Assert.InRange(ball.Volume() / before, 0.99, 1.01);
    }

    [Fact]
    public void It_drops_crumbs_and_keeps_the_large_pieces()
    {
        TriangleMesh large = Ball(0.02f, Vector3.Zero), small = Ball(0.003f, new(0, 0.1f, 0));
        var both = new TriangleMesh
        {
            Positions = [.. large.Positions, .. small.Positions],
            Triangles = [.. large.Triangles, .. small.Triangles.Select(v => v + large.Positions.Length)],
        };
        Islands.DropCrumbs(both, 0.1f, 4);
        Assert.Equal(large.Positions, both.Positions);
        Assert.Equal(large.Triangles, both.Triangles);
    }

    private static TriangleMesh Ball(float radius, Vector3 centre)
    {
        VoxelBlock block = VoxelBlock.Covering(
            new(Vector3.Zero, 0.0012f), new Bounds(centre - new Vector3(radius), centre + new Vector3(radius)), 0.004f, 1);
        for (int x = 0; x < block.Size.X; x++)
        {
            for (int y = 0; y < block.Size.Y; y++)
            {
                for (int z = 0; z < block.Size.Z; z++)
                    block.Values[block.Index(x, y, z)] = Vector3.Distance(block.Position(x, y, z), centre) - radius;
            }
        }

        return SurfaceNets.Extract(block);
    }

    private static void AssertClosed(int[] triangles)
    {
        Dictionary<(int, int), int> edges = [];
        for (int i = 0; i < triangles.Length; i++)
        {
            (int a, int b) = (triangles[i], triangles[i % 3 == 2 ? i - 2 : i + 1]);
            edges[(a, b)] = edges.GetValueOrDefault((a, b)) + 1;
        }

        Assert.All(edges, e => Assert.True(e.Value == 1 && edges.GetValueOrDefault((e.Key.Item2, e.Key.Item1)) == 1));
    }
}
