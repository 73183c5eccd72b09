using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>Collects findings at places of files that were read before.</summary>
internal sealed class FindingList(ContentPlaces places)
{
    private readonly List<ContentFinding> findings = [];

    public ContentPlaces Places => places;

    public static string MuscleFile(string id) => $"muscles/{id}.json";

    public static string ConditionFile(string id) => $"conditions/{id}.json";

    public static string StoryFile(string id) => $"stories/{id}.json";

    public static string TourFile(string id) => $"tours/{id}.json";

    /// <summary>An error at the value that <paramref name="path"/> (member names and list positions) leads to.</summary>
    public void Error(string file, string code, string message, params ReadOnlySpan<object> path) =>
        Add(file, FindingSeverity.Error, code, message, places.Find(file, path));

    /// <summary>As <see cref="Error"/>.</summary>
    public void Warning(string file, string code, string message, params ReadOnlySpan<object> path) =>
        Add(file, FindingSeverity.Warning, code, message, places.Find(file, path));

    public void Add(string file, FindingSeverity severity, string code, string message, JsonPlace place) =>
        findings.Add(new(places.Shown(file), place.Line, place.Column, severity, code, message));

    /// <summary>A finding in a file that is not the content's.</summary>
    public void AddElsewhere(string file, FindingSeverity severity, string code, string message) =>
        findings.Add(new(file, 1, 1, severity, code, message));

    /// <summary>By file, line and column.</summary>
    public ImmutableArray<ContentFinding> InOrder() =>
        [.. findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];
}
