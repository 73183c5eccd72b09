using System.Numerics;
using CsCheck;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Tests.Rendering;

namespace DryNeedling.Kiosk.Tests.Anatomy;

public class TheSkinGrid
{
    [Fact]
    public void It_finds_a_vertex_as_near_as_looking_at_all_of_them()
    {
        Body body = SampleBody.Create();
        MeshRange skin = body.Structures[SampleBody.Skin].Vertices;
        Gen<float> coordinate = Gen.Float[-0.5f, 2];
        Gen.Select(coordinate, coordinate, coordinate, (x, y, z) => new Vector3(x, y, z)).Sample(
            point =>
            {
                float expected = float.PositiveInfinity;
                for (int i = skin.Start; i < skin.End; i++)
                    expected = MathF.Min(expected, Vector3.Distance(point, body.Vertices[i].Position));

                Assert.Equal(expected, Vector3.Distance(point, body.SkinGrid.Nearest(point)), 1e-5f);
            },
            iter: 300);
    }
}
