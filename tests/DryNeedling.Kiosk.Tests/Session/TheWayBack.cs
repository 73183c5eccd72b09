using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Session;

public class TheWayBack
{
    private static readonly StructureId Muscle = new("upper-trapezius.R"), Other = new("infraspinatus.R");

    private static readonly KioskState InCondition =
        KioskState.Initial.Apply(new Intent.Open(KioskScreen.Conditions)).Apply(new Intent.ScrollTo(40)).Apply(new Intent.Open(KioskScreen.Condition, "tech-neck"));

    [Fact]
    public void From_a_muscle_leads_to_the_condition_it_was_chosen_in()
    {
        KioskState chosen = InCondition.Apply(new Intent.ScrollTo(70)).Apply(new Intent.Select(Muscle));
        Assert.Equal((KioskScreen.Condition, Muscle, 0f), (chosen.Screen, chosen.Selection!.Value, chosen.CardScrollMm));

        KioskState back = chosen.Apply(new Intent.Back());

        Assert.Equal((KioskScreen.Condition, "tech-neck", 70f), (back.Screen, back.Topic, back.CardScrollMm));
        Assert.Null(back.Selection);
    }

    [Fact]
    public void From_a_condition_leads_to_where_the_list_had_been_scrolled_to()
    {
        KioskState back = InCondition.Apply(new Intent.Back());

        Assert.Equal((KioskScreen.Conditions, (string?)null, 40f), (back.Screen, back.Topic, back.CardScrollMm));
        Assert.Null(back.Trail);
    }

    [Fact]
    public void From_a_condition_named_on_a_muscles_card_leads_to_that_card()
    {
        KioskState card = KioskState.Initial.Apply(new Intent.SelectTriggerPoint(Muscle, 2)).Apply(new Intent.ScrollTo(300));

        KioskState back = card.Apply(new Intent.Open(KioskScreen.Condition, "whiplash")).Apply(new Intent.Back());

        Assert.Equal(card, back);
    }

    [Fact]
    public void Choosing_another_muscle_is_no_step_deeper()
    {
        KioskState back = InCondition.Apply(new Intent.Select(Muscle)).Apply(new Intent.Select(Other)).Apply(new Intent.Back());

        Assert.Null(back.Selection);
        Assert.Equal("tech-neck", back.Topic);
    }

    [Fact]
    public void Closing_a_card_over_a_screen_leads_to_that_screen()
    {
        KioskState pain = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Pain)).Apply(new Intent.ToggleZone(new("temple.R")));

        KioskState closed = pain.Apply(new Intent.Select(Muscle)).Apply(new Intent.CloseCard());

        Assert.Equal(pain, closed);
    }

    [Fact]
    public void A_muscle_chosen_in_a_story_leads_back_to_its_step()
    {
        KioskState told = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Story, "how-it-works")).Apply(new Intent.ShowStoryStep(3));

        KioskState chosen = told.Apply(new Intent.Select(Muscle));
        Assert.Equal(KioskScreen.Explore, chosen.Screen);

        Assert.Equal(told, chosen.Apply(new Intent.Back()));
    }

    [Fact]
    public void The_main_navigation_begins_a_new_way()
    {
        KioskState elsewhere = InCondition.Apply(new Intent.Select(Muscle)).Apply(new Intent.Open(KioskScreen.Learn));

        Assert.Null(elsewhere.Trail);
        Assert.Null(elsewhere.Selection);
        Assert.Equal(KioskScreen.Explore, elsewhere.Apply(new Intent.Back()).Screen);
    }

    [Fact]
    public void A_way_in_circles_stays_short()
    {
        KioskState state = InCondition;
        for (int i = 0; i < 500; i++)
            state = state.Apply(new Intent.Select(Muscle)).Apply(new Intent.Open(KioskScreen.Condition, i % 2 == 0 ? "whiplash" : "tech-neck"));

        int steps = 0;
        for (; state.Trail is not null; steps++)
            state = state.Apply(new Intent.Back());
        Assert.InRange(steps, 2, 20);
    }

    [Fact]
    public void Nobody_there_forgets_the_way()
    {
        Assert.Null(InCondition.Apply(new Intent.Select(Muscle)).Apply(new Intent.FallAsleep()).Trail);
        Assert.Null(InCondition.Apply(new Intent.Select(Muscle)).Apply(new Intent.Reset()).Trail);
    }
}
