using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Staging;

/// <summary>Which skin zones a state paints: what the selected muscle refers to, or what the visitor marked.</summary>
internal sealed class PainMap(Body body)
{
    private ZoneExtent[]? extents;
    private readonly Dictionary<string, int> indexOf = body.Zones.Select((z, i) => (z, i)).ToDictionary(p => p.z.Value, p => p.i);

    /// <summary>Zones painted in a state, with how strongly; the strongest first.</summary>
    public static IEnumerable<(StructureId Zone, ReferralStrength Strength)> Of(KioskState state, KioskContent content)
    {
        if (state.Scene is { } scene)
            return scene.Zones.Select(z => (z, StrengthIn(scene, z, content))).OrderByDescending(z => z.Item2);

        // What the visitor marked stays painted while no muscle is chosen; a chosen one answers with its own map.
        if (state.Selection is not { } id || content.Muscle(id.Base) is not { } card)
            return state.HurtingZones.Select(z => (z, ReferralStrength.Essential));
        Referral refers = card.RefersFrom(state.TriggerPoint);
        return Sided(refers.Essential, ReferralStrength.Essential).Concat(Sided(refers.Spillover, ReferralStrength.Spillover));

        IEnumerable<(StructureId, ReferralStrength)> Sided(IEnumerable<string> zones, ReferralStrength strength) =>
            zones.SelectMany(z => OnSidesOf(id, z, content)).Select(z => (z, strength));
    }

    /// <summary>What a story shows is typical, unless its muscle is known to send pain there only sometimes.</summary>
    private static ReferralStrength StrengthIn(StoryScene scene, StructureId zone, KioskContent content) =>
        scene.Select is { } id && content.Muscle(id.Base) is { } card && card.RefersFrom(scene.TriggerPoint).Spillover.Contains(zone.Base)
            ? ReferralStrength.Spillover : ReferralStrength.Essential;

    /// <summary>One entry a zone of the body: 1 where painted.</summary>
    public void Fill(Span<ZonePaint> into, KioskState state, KioskContent content)
    {
        into.Clear();
        foreach ((StructureId zone, ReferralStrength strength) in Of(state, content))
        {
            if (indexOf.TryGetValue(zone.Value, out int index))
                into[index] = strength == ReferralStrength.Essential ? into[index] with { Essential = 1 } : into[index] with { Spillover = 1 };
        }
    }

    /// <summary>The zone where a ray first meets the skin, or null beside the body.</summary>
    public StructureId? ZoneUnder(in Geometry.Ray ray, BodyPicker picker)
    {
        Geometry.RayHit? nearest = null;
        for (int i = 0; i < body.Structures.Count; i++)
        {
            if (body.Structures[i].Kind == StructureKind.Skin && picker.Touch(ray, i) is { } hit && !(hit.Distance >= nearest?.Distance))
                nearest = hit;
        }

        return nearest is { } found ? ZoneAt(found) : null;
    }

    /// <summary>The zone that a place on the skin belongs to most, or null where no zone was painted.</summary>
    public StructureId? ZoneAt(in Geometry.RayHit hit)
    {
        Span<float> weights = stackalloc float[256];
        weights.Clear();
        float third = hit.Third, second = hit.Second, first = 1 - second - third;
        AddWeights(hit.Triangle, first, weights);
        AddWeights(hit.Triangle + 1, second, weights);
        AddWeights(hit.Triangle + 2, third, weights);
        int best = 0;
        for (int i = 1; i < weights.Length; i++)
        {
            if (weights[i] > weights[best])
                best = i;
        }

        return best > 0 && best <= body.Zones.Count ? body.Zones[best - 1] : null;
    }

    /// <summary>Where a zone lies on the skin; null when the model does not carry it.</summary>
    public ZoneExtent? ExtentOf(StructureId zone)
    {
        if (!indexOf.TryGetValue(zone.Value, out int index))
            return null;
        extents ??= Measure();
        return extents[index].IsEmpty ? null : extents[index];
    }

    private ZoneExtent[] Measure()
    {
        ZoneExtent[] measured = new ZoneExtent[body.Zones.Count];
        Array.Fill(measured, ZoneExtent.Empty);
        foreach (Structure skin in body.Structures)
        {
            if (skin.Kind != StructureKind.Skin)
                continue;
            foreach (ref readonly BodyVertex v in body.Vertices.AsSpan(skin.Vertices.Start, skin.Vertices.Count))
            {
                Include(measured, v.Paint0, v.Paint2, v);
                Include(measured, v.Paint1, v.Paint3, v);
            }
        }

        return measured;
    }

    private static void Include(ZoneExtent[] measured, byte zone, byte weight, in BodyVertex vertex)
    {
        if (zone > 0 && zone <= measured.Length && weight > ZoneExtent.LeastWeight)
            measured[zone - 1] = measured[zone - 1].Include(vertex.Position, vertex.Normal);
    }

    private void AddWeights(int corner, float share, Span<float> weights)
    {
        BodyVertex v = body.Vertices[body.Indices[corner]];
        weights[v.Paint0] += share * v.Paint2;
        weights[v.Paint1] += share * v.Paint3;
        weights[0] = 0;
    }

    private static IEnumerable<StructureId> OnSidesOf(StructureId muscle, string zone, KioskContent content)
    {
        if (content.Zone(zone) is { IsMidline: true })
            return [new(zone)];
        return muscle.Side == Side.Midline
            ? [StructureId.Of(zone, Side.Left), StructureId.Of(zone, Side.Right)]
            : [StructureId.Of(zone, muscle.Side)];
    }
}
