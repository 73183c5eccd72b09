using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Learning;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Content;

/// <summary>Read what moves the body along with a text.</summary>
internal static class StoryReaders
{
    /// <summary><c>stories/ID.json</c>.</summary>
    public static Story Story(RecordReader file) => new(
        Id: file.Id("id"),
        Order: file.Whole("order", 1, 999),
        Name: file.LocalText("name"),
        Summary: file.LocalText("summary"),
        Steps: file.Records("steps", StepOf),
        Sources: file.Ids("sources"),
        Review: MuscleReader.ReviewOf(file.Record("review")));

    /// <summary><c>tours/ID.json</c>.</summary>
    public static Tour Tour(RecordReader file) => new(
        Id: file.Id("id"),
        Name: file.LocalText("name"),
        Stops: file.Records("stops", stop => new TourStop(stop.Whole("seconds", 3, 60), stop.LocalText("caption"), SceneOf(stop))),
        Review: MuscleReader.ReviewOf(file.Record("review")));

    private static StoryStep StepOf(RecordReader step) => new(
        step.LocalText("heading"),
        step.LocalText("text"),
        SceneOf(step),
        step.Choice("animation", KnownKeys.Animations) switch
        {
            "pulse" => StoryAnimation.Pulse,
            "cutaway" => StoryAnimation.Cutaway,
            "taut-band" => StoryAnimation.TautBand,
            "needle" => StoryAnimation.Needle,
            "twitch" => StoryAnimation.Twitch,
            "release" => StoryAnimation.Release,
            _ => StoryAnimation.None,
        },
        step.OptionalChoice("focus", KnownKeys.CutawayParts) is { } part ? (CutawayPart)KnownKeys.CutawayParts.IndexOf(part) : null);

    private static StoryScene SceneOf(RecordReader scene) => new(
        scene.Choice("view", KnownKeys.Views) switch
        {
            "back" => BodyView.Back,
            "left" => BodyView.Left,
            "right" => BodyView.Right,
            _ => BodyView.Front,
        },
        (Layer)KnownKeys.Layers.IndexOf(scene.Choice("layer", KnownKeys.Layers)),
        scene.TextOrNull("select") is { Length: > 0 } select ? IdOf(select, scene, scene.PlaceOf("select")) : null,
        scene.WholeOrNull("triggerPoint", 1, 99),
        ZonesOf(scene));

    private static ImmutableArray<StructureId> ZonesOf(RecordReader scene)
    {
        var zones = ImmutableArray.CreateBuilder<StructureId>();
        foreach (JsonLocatedNode item in scene.List("zones"))
        {
            if (scene.TextOf(item, "zones") is not { } text)
                continue;
            StructureId zone = IdOf(text, scene, item.Place);
            if (zones.Contains(zone))
                scene.Findings.Error(item.Place, "duplicate-entry", $"'{zone}' is listed twice in 'zones'; delete one.");
            zones.Add(zone);
        }

        return zones.ToImmutable();
    }

    private static StructureId IdOf(string text, RecordReader scene, JsonPlace place)
    {
        var id = new StructureId(text);
        if (id.Base.Length == 0 || !id.Base.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            scene.Findings.Error(place, "bad-id", $"'{text}' is no id; use small letters a to z, digits and hyphens, then .L or .R for the side.");
        return id;
    }
}
