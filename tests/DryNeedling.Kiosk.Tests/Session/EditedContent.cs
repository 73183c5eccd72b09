using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Session;

/// <summary>The content is edited during a visit: what is still there stays, what is not is left.</summary>
public class EditedContent
{
    private static readonly KioskContent Content = OurContent.Value;
    private static readonly StructureId Infraspinatus = new("infraspinatus.R");

    [Fact]
    public void An_edit_elsewhere_changes_nothing()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.SelectTriggerPoint(Infraspinatus, 2)).Apply(new Intent.ScrollTo(12));

        Assert.Equal(state, After(state, Content with { Glossary = [] }));
    }

    [Fact]
    public void A_muscle_that_vanished_is_deselected()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.SelectTriggerPoint(Infraspinatus, 2));

        KioskState after = After(state, Content with { Muscles = [.. Content.Muscles.Where(m => m.Id != "infraspinatus")] });

        Assert.Null(after.Selection);
        Assert.Null(after.TriggerPoint);
    }

    [Fact]
    public void What_never_had_a_card_stays_selected()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.Select(new("femur.R")));

        Assert.Equal(state.Selection, After(state, Content with { Muscles = [] }).Selection);
    }

    [Fact]
    public void A_trigger_point_that_vanished_leaves_its_muscle_selected()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.SelectTriggerPoint(Infraspinatus, 3));
        MuscleCard muscle = Content.Muscle("infraspinatus")!;
        MuscleCard shorter = muscle with { TriggerPoints = muscle.TriggerPoints[..2] };

        KioskState after = After(state, Content with { Muscles = Content.Muscles.Replace(muscle, shorter) });

        Assert.Equal(Infraspinatus, after.Selection);
        Assert.Null(after.TriggerPoint);
    }

    [Fact]
    public void A_zone_that_vanished_is_no_longer_marked()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.ToggleZone(new("temple.R"))).Apply(new Intent.ToggleZone(new("vertex")));

        KioskState after = After(state, Content with { Zones = [.. Content.Zones.Where(zone => zone.Id != "temple")] });

        Assert.Equal(["vertex"], after.HurtingZones.Select(zone => zone.Value));
    }

    [Fact]
    public void A_story_that_vanished_is_closed_and_a_shorter_one_ends_at_its_last_step()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Story, "how-it-works")).Apply(new Intent.ShowStoryStep(7));
        Story story = Content.Story("how-it-works")!;
        ImmutableArray<Story> shorter = Content.Stories.Replace(story, story with { Steps = story.Steps[..5] });

        Assert.Equal(4, After(state, Content with { Stories = shorter }).StoryStep);
        Assert.Equal(KioskScreen.Learn, After(state, Content with { Stories = [] }).Screen);
    }

    [Fact]
    public void A_condition_that_vanished_is_closed()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Condition, "sciatica"));

        Assert.Equal(KioskScreen.Condition, After(state, Content with { Glossary = [] }).Screen);
        Assert.Equal(KioskScreen.Conditions, After(state, Content with { Conditions = [] }).Screen);
    }

    [Fact]
    public void A_language_that_vanished_gives_way_to_the_first()
    {
        KioskState state = KioskState.Initial.Apply(new Intent.SetLanguage("es"));

        Assert.Equal("es", After(state, Content with { Glossary = [] }).Language);
        Assert.Equal("", After(state, Content with { Settings = Content.Settings with { Languages = ["en"] } }).Language);
    }

    // A copy by "with" would still look things up in the old lists.
    private static KioskState After(KioskState state, KioskContent content) => state.Apply(new Intent.ContentChanged(Content, new(
        content.Settings, content.Muscles, content.ZoneGroups, content.Zones, content.Conditions, content.Stories, content.Tours,
        content.Glossary, content.Sources, content.Strings)));
}
