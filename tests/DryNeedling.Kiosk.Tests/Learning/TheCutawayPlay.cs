using CsCheck;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Tests.Learning;

public sealed class TheCutawayPlay
{
    private const float Frame = 1 / 60f;

    private static readonly StoryAnimation[] Plays = [.. Enum.GetValues<StoryAnimation>().Where(CutawayPlay.IsCutaway)];

    private static readonly Func<CutawayPicture, float>[] Fields =
    [
        p => p.SkinLift, p => p.FatLift, p => p.Tightness, p => p.Glow, p => p.Twitch,
        p => p.NeedleDepth, p => p.NeedlePresence, p => p.TubePresence, p => p.TubeLift, p => p.Dent,
    ];

    public static TheoryData<StoryAnimation> Animations => [.. Plays];

    [Fact]
    public void Every_animation_that_our_stories_use_shows_something()
    {
        StoryAnimation[] used = [.. Repository.Content.Stories.SelectMany(story => story.Steps).Select(step => step.Animation).Distinct()];

        Assert.All(used, animation => Assert.True(
            animation is StoryAnimation.None or StoryAnimation.Pulse || CutawayPlay.Length(animation) > TimeSpan.FromSeconds(1), $"{animation}"));
        Assert.Contains(StoryAnimation.Twitch, used);
    }

    [Theory]
    [MemberData(nameof(Animations))]
    public void Each_moves_and_then_stands_still_for_ever(StoryAnimation animation)
    {
        TimeSpan length = CutawayPlay.Length(animation);

        Assert.NotEqual(At(animation, 0), CutawayPlay.At(animation, length / 2));
        Assert.InRange(length.TotalSeconds, 2, 20);
        Gen.Double[0, 1e6].Sample(more => CutawayPlay.At(animation, length + TimeSpan.FromSeconds(more)) == CutawayPlay.At(animation, length));
    }

    [Theory]
    [MemberData(nameof(Animations))]
    public void Nothing_comes_and_goes_more_than_three_times_a_second(StoryAnimation animation)
    {
        foreach (Func<CutawayPicture, float> field in Fields)
        {
            List<float> turns = [];
            float direction = 0;
            for (float t = Frame; t <= CutawayPlay.Length(animation).TotalSeconds; t += Frame)
            {
                float change = field(At(animation, t)) - field(At(animation, t - Frame));
                if (change * direction < 0)
                    turns.Add(t);
                direction = change != 0 ? change : direction;
            }

            // Coming and going is two turns.
            Assert.All(turns, from => Assert.InRange(turns.Count(turn => turn >= from && turn < from + 1), 1, 6));
        }
    }

    [Fact]
    public void Nothing_leaps() =>
        Gen.Select(Gen.Int[0, Plays.Length - 1], Gen.Float[0, 20]).Sample((i, t) =>
            Fields.All(field => MathF.Abs(field(At(Plays[i], t + Frame)) - field(At(Plays[i], t))) < 0.25f));

    [Fact]
    public void The_needle_waits_until_its_tube_is_off_before_it_goes_deep() =>
        Gen.Float[0, 20].Sample(t => At(StoryAnimation.Needle, t) is { NeedleDepth: < 0.2f } or { TubePresence: 0 });

    [Fact]
    public void Each_step_goes_on_where_the_one_before_ended()
    {
        CutawayPicture needle = End(StoryAnimation.Needle), jumped = End(StoryAnimation.Twitch);

        Assert.Equal((1, 1, 1), (needle.NeedleDepth, needle.NeedlePresence, needle.Tightness));
        Assert.Equal((1, 1, 1, 0), (jumped.NeedleDepth, jumped.NeedlePresence, jumped.Tightness, jumped.Twitch));
        Assert.Equal(needle with { Glow = 0, Dent = 0 }, At(StoryAnimation.Twitch, 0) with { Glow = 0, Dent = 0, TubeLift = needle.TubeLift });
        Assert.Equal((1, 1, 1), (At(StoryAnimation.Release, 0).NeedleDepth, At(StoryAnimation.Release, 0).NeedlePresence, At(StoryAnimation.Release, 0).Tightness));
    }

    [Fact]
    public void In_the_end_the_band_is_loose_and_the_needle_gone()
    {
        CutawayPicture end = End(StoryAnimation.Release);

        Assert.Equal((0, 0, 0), (end.Tightness, end.Glow, end.NeedlePresence));
    }

    [Fact]
    public void The_picture_for_those_who_want_no_motion_shows_what_the_step_tells()
    {
        Assert.Equal(1, CutawayPlay.Still(StoryAnimation.Twitch).Twitch, 0.001f);
        Assert.True(CutawayPlay.Still(StoryAnimation.Cutaway) is { FatLift: > 0.1f, SkinLift: > 0.2f });
        Assert.True(CutawayPlay.Still(StoryAnimation.TautBand) is { Tightness: 1, Glow: > 0.5f });
        Assert.True(CutawayPlay.Still(StoryAnimation.Needle) is { NeedlePresence: 1, NeedleDepth: 1, TubePresence: 0 });
        Assert.True(CutawayPlay.Still(StoryAnimation.Release) is { Tightness: 0, NeedlePresence: 0 });
    }

    [Fact]
    public void A_picture_between_two_lies_between_them()
    {
        CutawayPicture a = At(StoryAnimation.Needle, 4), b = End(StoryAnimation.Cutaway);

        Assert.Equal(a, CutawayPicture.Lerp(a, b, 0));
        Assert.Equal(b, CutawayPicture.Lerp(a, b, 1));
        Assert.All(Fields, field => Assert.Equal((field(a) + field(b)) / 2, field(CutawayPicture.Lerp(a, b, 0.5f)), 0.0001f));
    }

    private static CutawayPicture At(StoryAnimation animation, float seconds) => CutawayPlay.At(animation, TimeSpan.FromSeconds(seconds));

    private static CutawayPicture End(StoryAnimation animation) => CutawayPlay.At(animation, CutawayPlay.Length(animation));
}
