using System.Numerics;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Learning;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests;

/// <summary>The block that a story looks into, in the whole kiosk.</summary>
public sealed class TheCutaway : IDisposable
{
    private const int Needle = 4, Twitch = 5, Release = 6, Pulse = 7;

    private readonly KioskFixture kiosk = new();

    public void Dispose() => kiosk.Dispose();

    [Fact]
    public void It_takes_the_body_s_place_acts_out_and_comes_to_rest()
    {
        Tell(Needle);
        kiosk.Wait(3);
        float early = kiosk.App.Block.Picture.NeedleDepth;

        kiosk.Wait(CutawayPlay.Length(StoryAnimation.Needle).TotalSeconds);

        Assert.True(kiosk.App.Block.Look.IsDrawn);
        Assert.NotEqual(1, early);
        Assert.Equal(CutawayPlay.At(StoryAnimation.Needle, TimeSpan.MaxValue), kiosk.App.Block.Picture);
        Assert.False(kiosk.App.IsMoving);
    }

    [Fact]
    public void The_body_comes_back_with_the_step_that_needs_it()
    {
        Tell(Release);
        kiosk.Wait(2);

        kiosk.App.Do(new Intent.ShowStoryStep(Pulse));
        kiosk.Wait(1);

        Assert.Equal(0, kiosk.App.Block.Look.Presence);
        Assert.Null(Label(CutawayPart.Muscle));
        Assert.NotNull(kiosk.App.Ui.Controls.FirstOrDefault(c => c.Id == "layer-skin"));
    }

    [Fact]
    public void With_less_motion_one_picture_stands_for_the_whole_animation()
    {
        kiosk.App.Do(new Intent.ReduceMotion(true));
        Tell(Twitch);

        kiosk.Wait(0.05);
        CutawayPicture first = kiosk.App.Block.Picture;
        kiosk.Wait(1.3);

        Assert.Equal(CutawayPlay.Still(StoryAnimation.Twitch), first);
        Assert.Equal(first, kiosk.App.Block.Picture);
        Assert.False(kiosk.App.IsMoving);
    }

    [Fact]
    public void With_less_motion_a_trigger_point_of_a_story_does_not_pulse()
    {
        kiosk.App.Do(new Intent.ReduceMotion(true));
        Tell(Pulse);

        kiosk.Wait(0.2);

        Assert.False(kiosk.App.IsMoving);
    }

    [Fact]
    public void A_finger_turns_the_block_and_leaves_the_body_where_it_is()
    {
        Tell(Needle);
        kiosk.Wait(1);
        OrbitPose before = kiosk.App.Camera.Pose;
        Vector2 at = kiosk.OnGlass(new(0.1f, 0.7f, 0.4f));

        kiosk.Drag(at, at + new Vector2(40, 0));
        float turned = kiosk.App.Camera.Pose.Yaw;
        kiosk.App.Do(new Intent.ShowStoryStep(Pulse));
        kiosk.Wait(1);

        Assert.True(turned < before.Yaw - 0.1f, $"{turned}");
        Assert.Equal(MathF.PI, MathF.Abs(kiosk.App.Camera.Pose.Yaw), 0.01f);
    }

    [Fact]
    public void A_tap_on_a_part_lights_it_and_another_puts_it_out()
    {
        Tell(Release);
        kiosk.Wait(CutawayPlay.Length(StoryAnimation.Release).TotalSeconds + 1);
        Vector2 fat = kiosk.OnGlass(CutawayShape.AnchorOf(CutawayPart.Fat, kiosk.App.Block.Picture));

        kiosk.Tap(fat);
        CutawayPart? lit = kiosk.State.LitPart;
        kiosk.Wait(1);
        kiosk.Tap(fat);

        Assert.Equal(CutawayPart.Fat, lit);
        Assert.Null(kiosk.State.LitPart);
        Assert.Equal(KioskScreen.Story, kiosk.State.Screen);
    }

    [Fact]
    public void Its_names_are_there_once_it_rests_and_light_their_parts()
    {
        Tell(Twitch);
        kiosk.Wait(3);

        foreach (CutawayPart part in Enum.GetValues<CutawayPart>())
            Assert.NotNull(Label(part));
        kiosk.Tap(Label(CutawayPart.Band)!.Bounds.Center);

        Assert.Equal(CutawayPart.Band, kiosk.State.LitPart);
    }

    [Fact]
    public void A_name_leaves_with_its_part()
    {
        Tell(Release);
        kiosk.Wait(2);
        Control? before = Label(CutawayPart.Needle);

        kiosk.Wait(6);

        Assert.NotNull(before);
        Assert.Null(Label(CutawayPart.Needle));
        Assert.Null(Label(CutawayPart.Point));
    }

    [Fact]
    public void It_can_be_seen_again()
    {
        Tell(Twitch);
        kiosk.Wait(CutawayPlay.Length(StoryAnimation.Twitch).TotalSeconds + 1);

        kiosk.Tap(kiosk.App.Ui.Controls.Single(c => c.Id == "show-again").Bounds.Center);

        Assert.InRange(kiosk.App.Block.Into.TotalSeconds, 0.1, 1);
        Assert.True(kiosk.App.IsMoving);
    }

    [Fact]
    public void A_step_lights_the_part_it_tells_of()
    {
        Tell(1);

        Assert.Equal(CutawayPart.Fat, kiosk.State.LitPart);
    }

    [Fact]
    public void A_muscle_touched_beside_a_story_opens_and_leads_back_to_the_same_step()
    {
        Tell(Pulse);
        kiosk.Wait(1);
        kiosk.Tap(kiosk.RightMuscle);
        (KioskScreen Screen, bool Selected) shown = (kiosk.State.Screen, kiosk.State.Selection is not null);

        kiosk.Tap(kiosk.App.Ui.Controls.Single(c => c.Id == "back").Bounds.Center);

        Assert.Equal((KioskScreen.Explore, true), shown);
        Assert.Equal((KioskScreen.Story, "how-it-works", Pulse), (kiosk.State.Screen, kiosk.State.Topic, kiosk.State.StoryStep));
    }

    [Fact]
    public void A_tap_beside_the_body_leaves_a_story_as_it_is()
    {
        Tell(Pulse);
        kiosk.Wait(1);

        kiosk.Tap(kiosk.Beside);

        Assert.Equal((KioskScreen.Story, Pulse), (kiosk.State.Screen, kiosk.State.StoryStep));
        Assert.NotNull(kiosk.State.Scene);
    }

    private void Tell(int step)
    {
        kiosk.App.Do(new Intent.Open(KioskScreen.Story, "how-it-works"));
        kiosk.App.Do(new Intent.ShowStoryStep(step));
    }

    private Control? Label(CutawayPart part) => kiosk.App.Ui.Controls.FirstOrDefault(c => c.Id == "part-" + part.ToString().ToLowerInvariant());
}
