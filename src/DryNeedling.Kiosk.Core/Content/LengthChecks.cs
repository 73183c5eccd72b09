namespace DryNeedling.Kiosk.Content;

/// <summary>Texts that stand on buttons, in lists and under pictures cannot scroll: they must be short.</summary>
internal static class LengthChecks
{
    private const int MostInName = 60, MostInPlain = 80, MostInPlace = 110;
    private const int MostCaptionWords = 12, MostStoryWords = 60;

    public static void Check(KioskContent content, FindingList found)
    {
        foreach (MuscleCard muscle in content.Muscles)
            Check(muscle, found);
        foreach (Condition condition in content.Conditions)
            CheckLength(FindingList.ConditionFile(condition.Id), condition.Name, MostInName, found, "name");
        for (int i = 0; i < content.Zones.Length; i++)
            CheckLength("zones.json", content.Zones[i].Name, MostInName, found, "zones", i, "name");
        for (int i = 0; i < content.ZoneGroups.Length; i++)
            CheckLength("zones.json", content.ZoneGroups[i].Name, MostInName, found, "groups", i, "name");
        for (int i = 0; i < content.Glossary.Length; i++)
            CheckLength("glossary.json", content.Glossary[i].Name, MostInName, found, "terms", i, "name");
        foreach (Story story in content.Stories)
            Check(story, found);
        foreach (Tour tour in content.Tours)
            Check(tour, found);
    }

    private static void Check(MuscleCard muscle, FindingList found)
    {
        string file = FindingList.MuscleFile(muscle.Id);
        CheckLength(file, muscle.Name, MostInName, found, "name");
        CheckLength(file, muscle.Plain, MostInPlain, found, "plain");
        for (int i = 0; i < muscle.TriggerPoints.Length; i++)
            CheckLength(file, muscle.TriggerPoints[i].Place, MostInPlace, found, "triggerPoints", i, "place");
    }

    private static void Check(Story story, FindingList found)
    {
        string file = FindingList.StoryFile(story.Id);
        CheckLength(file, story.Name, MostInName, found, "name");
        for (int i = 0; i < story.Steps.Length; i++)
        {
            CheckLength(file, story.Steps[i].Heading, MostInName, found, "steps", i, "heading");
            CheckWords(file, story.Steps[i].Text, MostStoryWords, found, "steps", i, "text");
        }
    }

    private static void Check(Tour tour, FindingList found)
    {
        string file = FindingList.TourFile(tour.Id);
        CheckLength(file, tour.Name, MostInName, found, "name");
        for (int i = 0; i < tour.Stops.Length; i++)
            CheckWords(file, tour.Stops[i].Caption, MostCaptionWords, found, "stops", i, "caption");
    }

    private static void CheckLength(string file, LocalText text, int most, FindingList found, params ReadOnlySpan<object> path)
    {
        foreach ((string language, string value) in text.ByLanguage)
        {
            if (value.Length > most)
                found.Error(file, "text-too-long", $"this text has {value.Length} letters in '{language}', and {most} fit; shorten it.", [.. path, language]);
        }
    }

    private static void CheckWords(string file, LocalText text, int most, FindingList found, params ReadOnlySpan<object> path)
    {
        foreach ((string language, string value) in text.ByLanguage)
        {
            int words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            if (words > most)
                found.Error(file, "text-too-long", $"this text has {words} words in '{language}', and {most} can be read; shorten it.", [.. path, language]);
        }
    }
}
