using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;

namespace DryNeedling.Kiosk.Content;

/// <summary>Content and model must speak of the same muscles and zones.</summary>
internal static class ModelChecks
{
    // Corners of triangles are compared, and in a small muscle they stand far apart: less than this is no mistake of the author.
    private const float MostMisfit = 0.15f;

    public static void Check(KioskContent content, Body body, string modelFile, FindingList found)
    {
        foreach (MuscleCard muscle in content.Muscles)
        {
            CheckMuscle(muscle, body, found);
            CheckTriggerPoints(muscle, body, found);
        }

        HashSet<string> painted = ZonesOnSkin(body);
        for (int i = 0; i < content.Zones.Length; i++)
            CheckZone(content.Zones[i], i, painted, found);
        CheckModel(content, body, modelFile, found);
    }

    private static void CheckMuscle(MuscleCard muscle, Body body, FindingList found)
    {
        string file = FindingList.MuscleFile(muscle.Id);
        bool left = Has(Side.Left), right = Has(Side.Right), middle = Has(Side.Midline);
        if (middle || (left && right))
            return;
        if (left || right)
        {
            found.Error(file, "one-sided", $"the model has '{muscle.Id}' only on the {(left ? "left" : "right")}; it needs {StructureId.Of(muscle.Id, left ? Side.Right : Side.Left)} too.", "id");
            return;
        }

        IEnumerable<string> names = body.Structures.Where(s => s.Kind == StructureKind.Muscle).Select(s => s.Id.Base);
        string advice = NearestNames.Hint(muscle.Id, names) is { Length: > 0 } hint ? hint : " Mend the id, or add the muscle to the model.";
        found.Error(file, "unknown-structure", $"the model has no muscle '{muscle.Id}'.{advice}", "id");

        bool Has(Side side) => body.Find(StructureId.Of(muscle.Id, side)) is not null;
    }

    private static void CheckTriggerPoints(MuscleCard muscle, Body body, FindingList found)
    {
        Structure? structure = body.Find(StructureId.Of(muscle.Id, Side.Right)) ?? body.Find(StructureId.Of(muscle.Id, Side.Midline));
        if (structure is null || structure.Vertices.Count == 0)
            return;
        for (int i = 0; i < muscle.TriggerPoints.Length; i++)
        {
            TriggerPoint point = muscle.TriggerPoints[i];
            if (TriggerPointSite.MisfitOf(body, structure, point.Along, point.Across) > MostMisfit)
                found.Warning(FindingList.MuscleFile(muscle.Id), "off-muscle", $"the model's '{structure.Id}' has nothing at along {point.Along}, across {point.Across}, so the point would be drawn elsewhere; change the two numbers.", "triggerPoints", i, "along");
        }
    }

    private static void CheckZone(Zone zone, int index, HashSet<string> painted, FindingList found)
    {
        ImmutableArray<Side> sides = zone.IsMidline ? [Side.Midline] : [Side.Left, Side.Right];
        foreach (StructureId id in sides.Select(side => StructureId.Of(zone.Id, side)).Where(id => !painted.Contains(id.Value)))
            found.Error("zones.json", "zone-not-on-skin", $"the model's skin has no place for '{id}'; paint it there or delete the zone.", "zones", index, "id");
    }

    private static void CheckModel(KioskContent content, Body body, string modelFile, FindingList found)
    {
        foreach (Structure structure in body.Structures)
        {
            bool isShown = structure is { Kind: StructureKind.Muscle, Selectable: true } && structure.Id.Side != Side.Left;
            if (isShown && content.Muscle(structure.Id.Base) is null && !found.Places.IsBroken(FindingList.MuscleFile(structure.Id.Base)))
                found.AddElsewhere(modelFile, FindingSeverity.Warning, "muscle-without-card", $"'{structure.Id}' can be selected but has no card; add content/{FindingList.MuscleFile(structure.Id.Base)}.");
        }

        foreach (StructureId zone in body.Zones.Where(zone => !content.Zones.IsEmpty && content.Zone(zone.Base) is null))
            found.AddElsewhere(modelFile, FindingSeverity.Warning, "unknown-zone", $"the model's skin carries '{zone}', which zones.json does not name.{NearestNames.Hint(zone.Base, content.Zones.Select(z => z.Id))}");
    }

    /// <summary>Zones that at least one vertex of the skin carries with some weight.</summary>
    private static HashSet<string> ZonesOnSkin(Body body)
    {
        bool[] carried = new bool[256];
        foreach (Structure structure in body.Structures.Where(s => s.Kind == StructureKind.Skin))
        {
            foreach (ref readonly BodyVertex vertex in body.Vertices.AsSpan(structure.Vertices.Start, structure.Vertices.Count))
            {
                carried[vertex.Paint0] |= vertex.Paint2 > 0;
                carried[vertex.Paint1] |= vertex.Paint3 > 0;
            }
        }

        return [.. body.Zones.Where((_, i) => i + 1 < carried.Length && carried[i + 1]).Select(zone => zone.Value)];
    }
}
