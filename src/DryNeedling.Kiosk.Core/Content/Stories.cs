using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Learning;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Content;

/// <summary>What is acted out at the trigger point of a step; kebab-case in the files.</summary>
public enum StoryAnimation
{
    None,

    /// <summary>The trigger point swells and fades.</summary>
    Pulse,

    /// <summary>A window through skin and fat down to the muscle.</summary>
    Cutaway,

    /// <summary>The tight fibres stand out from the loose ones.</summary>
    TautBand,

    /// <summary>A needle goes to the trigger point.</summary>
    Needle,

    /// <summary>The band jumps.</summary>
    Twitch,

    /// <summary>The band lets go.</summary>
    Release,
}

/// <summary>The body as it is shown beside a text.</summary>
/// <param name="Select">A muscle with its side, or null.</param>
/// <param name="TriggerPoint">Number of that muscle's trigger point, or null.</param>
/// <param name="Zones">Skin zones to paint, with their sides.</param>
public sealed record StoryScene(
    BodyView View, Layer Layer, StructureId? Select, int? TriggerPoint, ImmutableArray<StructureId> Zones)
{
    /// <summary>Neither a muscle nor a zone.</summary>
    public bool IsEmpty => Select is null && Zones.IsEmpty;
}

/// <summary>One page of a story.</summary>
/// <param name="Focus">The part of the cut-away block that it tells of, or null.</param>
public sealed record StoryStep(LocalText Heading, LocalText Text, StoryScene Scene, StoryAnimation Animation, CutawayPart? Focus = null);

/// <summary>A story of Learn; <c>content/stories/ID.json</c>.</summary>
/// <param name="Order">Place in the list of stories, from 1.</param>
/// <param name="Summary">One line under the name.</param>
public sealed record Story(
    string Id,
    int Order,
    LocalText Name,
    LocalText Summary,
    ImmutableArray<StoryStep> Steps,
    ImmutableArray<string> Sources,
    Review Review);

/// <summary>One picture of a tour, with the line that stands under it for <paramref name="Seconds"/>.</summary>
public sealed record TourStop(int Seconds, LocalText Caption, StoryScene Scene);

/// <summary>A loop of show mode; <c>content/tours/ID.json</c>.</summary>
public sealed record Tour(string Id, LocalText Name, ImmutableArray<TourStop> Stops, Review Review);
