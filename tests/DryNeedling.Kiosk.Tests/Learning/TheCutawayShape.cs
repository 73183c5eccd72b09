using System.Numerics;
using CsCheck;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Tests.Learning;

public sealed class TheCutawayShape
{
    private const float Finger = 0.02f;

    // From the right front, a little from above.
    private static readonly Vector3 Eye = new(1.7f, 2, 3.6f);

    public static TheoryData<StoryAnimation> Animations => [.. Enum.GetValues<StoryAnimation>().Where(CutawayPlay.IsCutaway)];

    [Theory]
    [MemberData(nameof(Animations))]
    public void Touching_where_a_name_points_to_meets_that_part(StoryAnimation animation)
    {
        CutawayPicture picture = CutawayPlay.Still(animation);
        foreach (CutawayPart part in Enum.GetValues<CutawayPart>().Where(part => picture.Shows(part)))
        {
            Assert.True(CutawayShape.Sees(Eye, part, picture), $"{part} is hidden");
            Assert.Equal(part, CutawayShape.Pick(Towards(CutawayShape.AnchorOf(part, picture)), picture, Finger));
        }
    }

    [Fact]
    public void Beside_the_block_there_is_nothing() =>
        Assert.Null(CutawayShape.Pick(Towards(new(-1.5f, 0.5f, 0)), CutawayPlay.Still(StoryAnimation.Needle), Finger));

    [Fact]
    public void A_part_that_is_not_there_is_never_met() =>
        Gen.Select(Gen.Float[-1, 1], Gen.Float[0, 2], Gen.Float[-0.5f, 0.5f]).Sample((x, y, z) =>
            CutawayShape.Pick(Towards(new(x, y, z)), CutawayPlay.Still(StoryAnimation.Cutaway), Finger)
                is null or CutawayPart.Skin or CutawayPart.Fat or CutawayPart.Muscle);

    [Fact]
    public void The_cut_is_not_seen_from_behind()
    {
        CutawayPicture picture = CutawayPlay.Still(StoryAnimation.Needle);
        Vector3 behind = Eye with { Z = -Eye.Z };

        Assert.False(CutawayShape.Sees(behind, CutawayPart.Band, picture));
        Assert.False(CutawayShape.Sees(behind, CutawayPart.Point, picture));
        Assert.True(CutawayShape.Sees(behind, CutawayPart.Skin, picture));
    }

    [Fact]
    public void The_needle_ends_in_the_band()
    {
        float tip = CutawayShape.TipOf(CutawayPlay.Still(StoryAnimation.Needle));

        Assert.Equal(CutawayShape.Curved(CutawayShape.TriggerPoint).Y, tip, 0.03f);
    }

    private static Ray Towards(Vector3 at) => new(Eye, Vector3.Normalize(at - Eye));
}
