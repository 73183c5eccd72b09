namespace DryNeedling.Kiosk.Content;

/// <summary>Names what no clinician has checked yet: one warning a file.</summary>
internal static class ReviewChecks
{
    public static void Check(KioskContent content, FindingList found)
    {
        foreach (MuscleCard muscle in content.Muscles)
            Check(FindingList.MuscleFile(muscle.Id), muscle.Review.By, found);
        foreach (Condition condition in content.Conditions)
            Check(FindingList.ConditionFile(condition.Id), condition.Review.By, found);
        foreach (Story story in content.Stories)
            Check(FindingList.StoryFile(story.Id), story.Review.By, found);
        foreach (Tour tour in content.Tours)
            Check(FindingList.TourFile(tour.Id), tour.Review.By, found);
        if (found.Places.Root("glossary.json")?.Find("review")?.Find("by") is { Kind: JsonKind.Null })
            Check("glossary.json", null, found);
    }

    private static void Check(string file, string? reviewer, FindingList found)
    {
        if (reviewer is null)
            found.Warning(file, "unreviewed", "no clinician has reviewed this file; when one has, write who and when into 'review'.", "review");
    }
}
