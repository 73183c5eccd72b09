using System.Collections.Immutable;
using System.Globalization;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Session;

/// <summary>A marked zone that a muscle is known to send pain to, and how surely.</summary>
public readonly record struct ExplainedZone(StructureId Id, ReferralStrength Strength);

/// <summary>One sentence of a reason, to be said in any language.</summary>
/// <param name="Key">In the strings: {0} stands for the zones, {1} for the number explained, {2} for the number marked.</param>
public sealed record RankReason(string Key, ImmutableArray<StructureId> Zones, int Explained, int Marked);

/// <summary>A muscle that may be behind the marked zones.</summary>
/// <param name="Id">With its side.</param>
/// <param name="Score">Above 0, at most 1; comparable only within one ranking.</param>
/// <param name="Zones">The marked zones it explains, essential ones first, then in the order they were marked.</param>
public sealed record RankedMuscle(
    StructureId Id, float Score, ImmutableArray<RankReason> Reasons, ImmutableArray<ExplainedZone> Zones)
{
    /// <summary>Why the muscle is listed, in whole sentences.</summary>
    public string Reason(KioskContent content, string language)
    {
        ArgumentNullException.ThrowIfNull(content);
        return string.Join(' ', Reasons.Select(reason => string.Format(
            CultureInfo.InvariantCulture, content.Strings.Get(reason.Key, language, content.FirstLanguage),
            List(content, language, reason.Zones), reason.Explained, reason.Marked)));
    }

    private static string List(KioskContent content, string language, ImmutableArray<StructureId> zones)
    {
        string[] names = [.. zones.Select(zone => Name(content, language, zone))];
        if (names.Length < 2)
            return string.Concat(names);
        string pair = content.Strings.Get("list-and", language, content.FirstLanguage);
        return string.Format(CultureInfo.InvariantCulture, pair, string.Join(", ", names[..^1]), names[^1]);
    }

    private static string Name(KioskContent content, string language, StructureId zone)
    {
        string name = content.Zone(zone.Base)?.Name.In(language, content.FirstLanguage) ?? zone.Base;
        string? key = zone.Side switch { Side.Left => "zone-on-your-left", Side.Right => "zone-on-your-right", _ => null };
        return key is null ? name : string.Format(CultureInfo.InvariantCulture, content.Strings.Get(key, language, content.FirstLanguage), name);
    }
}
