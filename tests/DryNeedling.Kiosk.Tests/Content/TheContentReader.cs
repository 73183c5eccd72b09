using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Content;

public class TheContentReader
{
    [Fact]
    public void Our_own_content_has_no_mistake()
    {
        (KioskContent? content, var findings) = ContentReader.Read(OurContent.Folder);

        Assert.Empty(findings);
        Assert.NotNull(content);
        Assert.Equal(87, content.Zones.Length);
        Assert.Equal(134, content.Muscles.Length);
        Assert.Equal(27, content.Conditions.Length);
        Assert.Equal(12, content.Stories.Length);
        Assert.Equal(3, content.Tours.Length);
        Assert.Equal(50, content.Glossary.Length);
        Assert.Equal("en es", string.Join(' ', content.Settings.Languages));
    }

    [Fact]
    public void A_story_is_read_as_it_is_written()
    {
        Story story = OurContent.Value.Story("how-it-works")!;

        Assert.Equal(2, story.Order);
        Assert.Equal("¿Cómo funciona?", story.Name.In("es"));
        Assert.Equal(
            [StoryAnimation.Cutaway, StoryAnimation.Cutaway, StoryAnimation.Cutaway, StoryAnimation.TautBand, StoryAnimation.Needle, StoryAnimation.Twitch, StoryAnimation.Release, StoryAnimation.Pulse],
            story.Steps.Select(step => step.Animation));
        StoryScene last = story.Steps[^1].Scene;
        Assert.Equal((BodyView.Back, Layer.Superficial, new StructureId("infraspinatus.R"), 2), (last.View, last.Layer, last.Select!.Value, last.TriggerPoint!.Value));
        Assert.Equal(["anterior-deltoid.R", "medial-scapular-border.R"], last.Zones.Select(zone => zone.Value));
    }

    [Fact]
    public void Stories_come_in_their_own_order() =>
        Assert.Equal(Enumerable.Range(1, 12), OurContent.Value.Stories.Select(story => story.Order));

    [Fact]
    public void A_tour_is_read_as_it_is_written()
    {
        Tour tour = OurContent.Value.Tours.Single(t => t.Id == "overview");

        Assert.Equal(90, tour.Stops.Sum(stop => stop.Seconds));
        Assert.Null(tour.Stops[0].Scene.Select);
        Assert.Equal(new StructureId("quadratus-lumborum-superficial.R"), tour.Stops[5].Scene.Select);
        Assert.Equal(Layer.Deep, tour.Stops[5].Scene.Layer);
    }
}
