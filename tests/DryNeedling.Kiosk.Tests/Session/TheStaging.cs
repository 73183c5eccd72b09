using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Session;

public class TheStaging
{
    private static KioskContent Content => Repository.Content;

    [Fact]
    public void A_condition_lights_its_muscles_the_core_ones_first()
    {
        Condition condition = Content.Condition("tech-neck")!;

        KioskState state = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Condition, condition.Id)).Staged(Content);

        Assert.Equal([.. condition.Core, .. condition.Also], state.Lit.Select(m => m.Id));
        Assert.Equal(condition.Core.Length, state.Lit.TakeWhile(m => m.IsCore).Count());
        Assert.DoesNotContain(state.Lit.Skip(condition.Core.Length), m => m.IsCore);
    }

    [Fact]
    public void Every_step_of_every_story_shows_what_it_says()
    {
        foreach (Story story in Content.Stories)
        {
            for (int i = 0; i < story.Steps.Length; i++)
            {
                KioskState state = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Story, story.Id)).Apply(new Intent.ShowStoryStep(i)).Staged(Content);

                StoryScene scene = story.Steps[i].Scene;
                Assert.Equal((scene.Select, scene.TriggerPoint, (float)(int)scene.Layer), (state.Selection, state.TriggerPoint, state.Peel));
                Assert.Same(scene, state.Scene);
                Assert.Equal(story.Steps[i].Animation, state.Animation);
            }
        }
    }

    [Fact]
    public void A_step_past_the_end_is_the_last_one()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Story, "how-it-works")).Apply(new Intent.ShowStoryStep(99)).Staged(Content);

        Assert.Equal(Content.Story("how-it-works")!.Steps.Length - 1, state.StoryStep);
    }

    [Fact]
    public void Leaving_takes_everything_staged_along()
    {
        KioskState told = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Story, "how-it-works")).Staged(Content);
        KioskState lit = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Condition, "whiplash")).Staged(Content);

        foreach (KioskState state in (KioskState[])[told, lit])
        {
            KioskState left = state.Apply(new Intent.Open(KioskScreen.Explore)).Staged(Content);

            Assert.Equal(KioskState.Initial, left with { Lit = KioskState.Initial.Lit });
            Assert.Empty(left.Lit);
        }
    }

    [Fact]
    public void A_topic_that_nobody_wrote_shows_nothing()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Story, "no-such-story")).Staged(Content);

        Assert.Null(state.Scene);
        Assert.Null(state.Selection);
    }
}
