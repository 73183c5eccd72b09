using DryNeedling.Kiosk.Anatomy;

namespace DryNeedling.Kiosk.Content;

/// <summary>Every step of a story and every stop of a tour must show something that exists.</summary>
internal sealed class StoryChecks
{
    private const int FewestSteps = 4, MostSteps = 9;

    private readonly KioskContent content;
    private readonly Body? body;
    private readonly FindingList found;

    private StoryChecks(KioskContent content, Body? body, FindingList found) => (this.content, this.body, this.found) = (content, body, found);

    public static void Check(KioskContent content, Body? body, FindingList found)
    {
        var checks = new StoryChecks(content, body, found);
        foreach (Story story in content.Stories)
            checks.Check(story);
        foreach (Tour tour in content.Tours)
            checks.Check(tour);
    }

    private void Check(Story story)
    {
        string file = FindingList.StoryFile(story.Id);
        if (story.Steps.Length is < FewestSteps or > MostSteps)
            found.Warning(file, "story-length", $"a story has {FewestSteps} to {MostSteps} steps, this one {story.Steps.Length}; visitors leave longer ones and miss shorter ones.", "steps");
        for (int i = 0; i < story.Steps.Length; i++)
        {
            CheckScene(file, story.Steps[i].Scene, "steps", i);
            if (story.Steps[i] is { Animation: not StoryAnimation.None, Scene.TriggerPoint: null })
                found.Error(file, "animation-without-point", "this animation happens at a trigger point; name one in 'triggerPoint', or write \"none\".", "steps", i, "animation");
            if (story.Steps[i] is { Focus: not null, Animation: StoryAnimation.None or StoryAnimation.Pulse })
                found.Error(file, "focus-without-cutaway", "this step shows the body, which has no such part; delete 'focus', or choose an animation of the cut-away: cutaway, taut-band, needle, twitch or release.", "steps", i, "focus");
        }

        if (content.Stories.FirstOrDefault(other => other.Order == story.Order) is { } first && first != story)
            found.Warning(file, "same-order", $"'{first.Id}' has the order {story.Order} as well; give each story its own.", "order");
    }

    private void Check(Tour tour)
    {
        string file = FindingList.TourFile(tour.Id);
        if (tour.Stops.IsEmpty)
            found.Error(file, "shows-nothing", "this tour has no stop; add some or delete the file.", "stops");
        for (int i = 0; i < tour.Stops.Length; i++)
            CheckScene(file, tour.Stops[i].Scene, "stops", i);
    }

    private void CheckScene(string file, StoryScene scene, string list, int index)
    {
        if (scene.IsEmpty)
            found.Error(file, "shows-nothing", "this step shows nothing on the body; name a muscle in 'select' or a place in 'zones'.", list, index);
        if (scene.Select is { } muscle)
            CheckMuscle(file, muscle, scene.TriggerPoint, list, index);
        else if (scene.TriggerPoint is not null)
            found.Error(file, "unknown-trigger-point", "a trigger point needs its muscle; name it in 'select', or write null.", list, index, "triggerPoint");
        for (int i = 0; i < scene.Zones.Length; i++)
            CheckZone(file, scene.Zones[i], list, index, "zones", i);
    }

    private void CheckMuscle(string file, StructureId id, int? triggerPoint, string list, int index)
    {
        // Without a muscle at all the folder is what is wrong, and the reader has said so.
        if (content.Muscles.IsEmpty || found.Places.IsBroken(FindingList.MuscleFile(id.Base)))
            return;
        if (content.Muscle(id.Base) is not { } muscle)
        {
            found.Error(file, "unknown-muscle", $"there is no muscle '{id.Base}'.{Advice(id.Base, content.Muscles.Select(m => m.Id))}", list, index, "select");
            return;
        }

        CheckSide(file, id, list, index);
        if (triggerPoint is { } number && !muscle.TriggerPoints.Any(point => point.Number == number))
            found.Error(file, "unknown-trigger-point", $"'{muscle.Id}' has no trigger point {number}; choose one of 1 to {muscle.TriggerPoints.Length}.", list, index, "triggerPoint");
    }

    private void CheckSide(string file, StructureId id, string list, int index)
    {
        // Only the model knows which muscles lie across the midline.
        if (body is null || body.Find(id) is not null)
            return;
        StructureId[] others = [.. new[] { StructureId.Of(id.Base, Side.Left), StructureId.Of(id.Base, Side.Right), new(id.Base) }.Where(other => body.Find(other) is not null)];
        if (others.Length > 0)
            found.Error(file, "unknown-structure", $"the model has no '{id}'; write {string.Join(" or ", others.Select(other => other.Value))}.", list, index, "select");
    }

    private void CheckZone(string file, StructureId id, params ReadOnlySpan<object> path)
    {
        if (content.Zones.IsEmpty)
            return;
        if (content.Zone(id.Base) is not { } zone)
            found.Error(file, "unknown-zone", $"there is no zone '{id.Base}'.{Advice(id.Base, content.Zones.Select(z => z.Id))}", path);
        else if (zone.IsMidline && id.Side != Side.Midline)
            found.Error(file, "unknown-side", $"'{zone.Id}' lies across the midline; write it without .L or .R.", path);
        else if (!zone.IsMidline && id.Side == Side.Midline)
            found.Error(file, "unknown-side", $"'{zone.Id}' is on both sides; write {zone.Id}.L or {zone.Id}.R.", path);
    }

    private static string Advice(string wrong, IEnumerable<string> known) =>
        NearestNames.Hint(wrong, known) is { Length: > 0 } hint ? hint : " Mend the id or delete it.";
}
