using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>A skin zone of the closed list; <c>content/zones.json</c>.</summary>
/// <param name="IsMidline">One zone across the midline instead of one on each side.</param>
public sealed record Zone(string Id, string Group, bool IsMidline, LocalText Name, LocalTexts Synonyms);

/// <summary>A part of the body that zones are listed under.</summary>
public sealed record ZoneGroup(string Id, LocalText Name);

/// <summary>A condition; <c>content/conditions/ID.json</c>.</summary>
/// <param name="Area">Part of the body it is listed under, named in the strings as <c>area-KEY</c>.</param>
/// <param name="Evidence">Key of the strength of evidence, named in the strings as <c>evidence-KEY</c>.</param>
public sealed record Condition(
    string Id,
    string Area,
    LocalText Name,
    LocalTexts Synonyms,
    LocalText Explanation,
    ImmutableArray<string> Core,
    ImmutableArray<string> Also,
    LocalText Needling,
    string Evidence,
    LocalTexts SeeDoctorFirst,
    ImmutableArray<string> Sources,
    Review Review);

/// <summary>A glossary entry; <c>content/glossary.json</c>.</summary>
public sealed record Term(string Id, LocalText Name, LocalText Meaning);

/// <summary>A source; <c>content/sources.json</c>.</summary>
public sealed record Source(string Id, string Authors, string Year, string Title, string Journal, string Doi);
