using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Session;

/// <summary>
/// "Where does it hurt?": the muscles that are known to send pain to the marked places, best first. A trigger-point
/// chart read backwards: typical patterns, not a diagnosis.
/// </summary>
public static class PainRanking
{
    // Three places where pain sometimes goes count about as much as one where it typically goes.
    private const float EssentialPoints = 1, SpilloverPoints = 0.35f;
    // Explaining all places together is worth more than the places one by one.
    private const float TogetherBonus = 0.4f;
    // A muscle whose pattern is mostly these places fits better than one that sends pain almost everywhere.
    private const float FocusBonus = 0.25f;
    // Only between muscles that fit alike.
    private const float PracticeBonus = 0.015f, TriggerPointBonus = 0.002f;

    /// <summary>
    /// Ranks the muscles for <paramref name="zones"/> (with side, as marked; doubles and unknown ones are ignored). A muscle
    /// stands on the side of the zones; for zones on the midline both sides are listed, unless the other zones all lie on
    /// one side. Those named in <paramref name="midlineMuscles"/> have no side.
    /// </summary>
    public static ImmutableArray<RankedMuscle> Rank(
        KioskContent content, IReadOnlyList<StructureId> zones, IReadOnlySet<string>? midlineMuscles = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(zones);
        StructureId[] marked = [.. zones.Distinct().Where(zone => content.Zone(zone.Base) is not null)];
        Side[] sides = SidesOf(marked);
        List<(RankedMuscle Ranked, float Order)> all = [];
        foreach (MuscleCard muscle in content.Muscles)
        {
            if (midlineMuscles?.Contains(muscle.Id) == true)
                Add(all, Explain(muscle, Side.Midline, marked), muscle, marked.Length);
            else
                AddSides(all, muscle, sides, marked);
        }

        return
        [
            .. all.OrderByDescending(entry => entry.Order)
                .ThenBy(entry => entry.Ranked.Id.Value, StringComparer.Ordinal).Select(entry => entry.Ranked),
        ];
    }

    private static Side[] SidesOf(StructureId[] marked)
    {
        bool left = marked.Any(zone => zone.Side == Side.Left), right = marked.Any(zone => zone.Side == Side.Right);
        return left == right ? [Side.Right, Side.Left] : left ? [Side.Left] : [Side.Right];
    }

    private static void AddSides(List<(RankedMuscle Ranked, float Order)> all, MuscleCard muscle, Side[] sides, StructureId[] marked)
    {
        ImmutableArray<ExplainedZone>[] explained = [.. sides.Select(side => Explain(muscle, side, marked))];
        for (int i = 0; i < sides.Length; i++)
        {
            // A side that only shares the other's midline zones and explains none of its own adds nothing.
            bool isShadow = explained.Length == 2 && explained[i].Length < explained[1 - i].Length && explained[i].All(zone => zone.Id.Side == Side.Midline);
            if (!isShadow)
                Add(all, explained[i], muscle, marked.Length, sides[i]);
        }
    }

    private static ImmutableArray<ExplainedZone> Explain(MuscleCard muscle, Side side, StructureId[] marked)
    {
        string[] essential = Zones(muscle, referral => referral.Essential), spillover = Zones(muscle, referral => referral.Spillover);
        StructureId[] near = [.. marked.Where(zone => side == Side.Midline || zone.Side == Side.Midline || zone.Side == side)];
        return
        [
            .. near.Where(zone => essential.Contains(zone.Base)).Select(zone => new ExplainedZone(zone, ReferralStrength.Essential)),
            .. near.Where(zone => spillover.Contains(zone.Base) && !essential.Contains(zone.Base)).Select(zone => new ExplainedZone(zone, ReferralStrength.Spillover)),
        ];
    }

    // A trigger point's own map adds to the whole muscle's.
    private static string[] Zones(MuscleCard muscle, Func<Referral, ImmutableArray<string>> strength) =>
        [.. strength(muscle.Refers), .. muscle.TriggerPoints.Where(t => t.Refers is not null).SelectMany(t => strength(t.Refers!))];

    private static void Add(
        List<(RankedMuscle Ranked, float Order)> all, ImmutableArray<ExplainedZone> zones, MuscleCard muscle, int marked, Side side = Side.Midline)
    {
        if (zones.IsEmpty)
            return;
        float order = Fit(muscle, zones, marked) / Best(marked);
        all.Add((new(StructureId.Of(muscle.Id, side), MathF.Round(order, 3), Reasons(zones, marked), zones), order));
    }

    private static float Fit(MuscleCard muscle, ImmutableArray<ExplainedZone> zones, int marked)
    {
        int essential = zones.Count(zone => zone.Strength == ReferralStrength.Essential);
        float points = EssentialPoints * essential + SpilloverPoints * (zones.Length - essential);
        float pattern = EssentialPoints * muscle.Refers.Essential.Length + SpilloverPoints * muscle.Refers.Spillover.Length;
        return points * (1 + TogetherBonus * (zones.Length - 1) / Math.Max(1, marked - 1))
            + FocusBonus * (pattern > 0 ? Math.Min(1, points / pattern) : 1)
            + PracticeBonus * (int)muscle.DryNeedling.Practice
            + TriggerPointBonus * Math.Min(muscle.TriggerPoints.Length, 5);
    }

    /// <summary>What a muscle would get that explains everything and nothing else.</summary>
    private static float Best(int marked) =>
        EssentialPoints * marked * (marked > 1 ? 1 + TogetherBonus : 1) + FocusBonus
        + PracticeBonus * (int)NeedlingPractice.Often + TriggerPointBonus * 5;

    private static ImmutableArray<RankReason> Reasons(ImmutableArray<ExplainedZone> zones, int marked)
    {
        var reasons = ImmutableArray.CreateBuilder<RankReason>();
        if (marked > 1)
            reasons.Add(new(zones.Length == marked ? "rank-reason-all" : "rank-reason-some", [.. zones.Select(zone => zone.Id)], zones.Length, marked));
        AddStrength(ReferralStrength.Essential, "rank-reason-essential");
        AddStrength(ReferralStrength.Spillover, "rank-reason-spillover");
        return reasons.ToImmutable();

        void AddStrength(ReferralStrength strength, string key)
        {
            ImmutableArray<StructureId> ids = [.. zones.Where(zone => zone.Strength == strength).Select(zone => zone.Id)];
            if (!ids.IsEmpty)
                reasons.Add(new(key, ids, ids.Length, marked));
        }
    }
}
