using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>Every id that a file names must exist. A whole list that could not be read was reported by the reader already.</summary>
internal sealed class ReferenceChecks
{
    private readonly KioskContent content;
    private readonly FindingList found;
    private readonly HashSet<string> zones, conditions, muscles, sources, groups;
    private readonly HashSet<string> cited = [], painful = [];

    private ReferenceChecks(KioskContent content, FindingList found)
    {
        this.content = content;
        this.found = found;
        zones = [.. content.Zones.Select(zone => zone.Id)];
        groups = [.. content.ZoneGroups.Select(group => group.Id)];
        conditions = [.. content.Conditions.Select(condition => condition.Id)];
        muscles = [.. content.Muscles.Select(muscle => muscle.Id)];
        sources = [.. content.Sources.Select(source => source.Id)];
    }

    public static void Check(KioskContent content, FindingList found) => new ReferenceChecks(content, found).CheckAll();

    private void CheckAll()
    {
        foreach (MuscleCard muscle in content.Muscles)
            Check(muscle);
        foreach (Condition condition in content.Conditions)
            Check(condition);
        foreach (Story story in content.Stories)
            CheckSources(FindingList.StoryFile(story.Id), story.Sources);
        for (int i = 0; i < content.Zones.Length; i++)
            Check(content.Zones[i], i);
        for (int i = 0; i < content.Sources.Length; i++)
        {
            if (!cited.Contains(content.Sources[i].Id))
                found.Warning("sources.json", "unused-source", $"no file cites '{content.Sources[i].Id}'; cite it where it belongs or delete it.", "sources", i, "id");
        }
    }

    private void Check(MuscleCard muscle)
    {
        string file = FindingList.MuscleFile(muscle.Id);
        CheckReferral(file, muscle.Refers, "refers");
        for (int i = 0; i < muscle.TriggerPoints.Length; i++)
        {
            if (muscle.TriggerPoints[i].Refers is { } refers)
                CheckReferral(file, refers, "triggerPoints", i, "refers");
        }

        CheckIds(file, muscle.Conditions, conditions, "condition", ["conditions"]);
        CheckSources(file, muscle.Sources);
        cited.UnionWith(muscle.CrossCheckedIn);
        CheckIds(file, muscle.CrossCheckedIn, sources, "source", ["crossCheckedIn"]);
    }

    private void Check(Condition condition)
    {
        string file = FindingList.ConditionFile(condition.Id);
        CheckIds(file, condition.Core, muscles, "muscle", ["core"]);
        CheckIds(file, condition.Also, muscles, "muscle", ["also"]);
        CheckSources(file, condition.Sources);
        foreach (string both in condition.Core.Intersect(condition.Also))
            found.Error(file, "duplicate-entry", $"'{both}' is in both 'core' and 'also'; keep one.", "also", condition.Also.IndexOf(both));
    }

    private void Check(Zone zone, int index)
    {
        if (!groups.Contains(zone.Group))
            found.Error("zones.json", "unknown-group", $"there is no group '{zone.Group}'.{NearestNames.Hint(zone.Group, groups)}", "zones", index, "group");
        if (!content.Muscles.IsEmpty && !painful.Contains(zone.Id))
            found.Warning("zones.json", "unused-zone", $"no muscle sends pain to '{zone.Id}'; a visitor who marks it finds nothing.", "zones", index, "id");
    }

    private void CheckReferral(string file, Referral referral, params object[] path)
    {
        painful.UnionWith(referral.Essential);
        painful.UnionWith(referral.Spillover);
        CheckIds(file, referral.Essential, zones, "zone", [.. path, "essential"]);
        CheckIds(file, referral.Spillover, zones, "zone", [.. path, "spillover"]);
    }

    private void CheckSources(string file, ImmutableArray<string> ids)
    {
        cited.UnionWith(ids);
        CheckIds(file, ids, sources, "source", ["sources"]);
        if (ids.IsEmpty)
            found.Warning(file, "uncited", "this file cites no source; say where it comes from.", "sources");
    }

    private void CheckIds(string file, ImmutableArray<string> ids, HashSet<string> known, string what, object[] path)
    {
        for (int i = 0; known.Count > 0 && i < ids.Length; i++)
        {
            if (known.Contains(ids[i]) || found.Places.IsBroken($"{what}s/{ids[i]}.json"))
                continue;
            string advice = NearestNames.Hint(ids[i], known) is { Length: > 0 } hint ? hint : " Mend the id or delete it.";
            found.Error(file, $"unknown-{what}", $"there is no {what} '{ids[i]}'.{advice}", [.. path, i]);
        }
    }
}
