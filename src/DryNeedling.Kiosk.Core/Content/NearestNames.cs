namespace DryNeedling.Kiosk.Content;

/// <summary>Suggestions for a name that nothing bears.</summary>
public static class NearestNames
{
    /// <summary>Up to <paramref name="count"/> of <paramref name="names"/> that look most like <paramref name="wrong"/>, best first; those too different are left out.</summary>
    public static IReadOnlyList<string> Of(string wrong, IEnumerable<string> names, int count = 3)
    {
        string lower = wrong.ToLowerInvariant();
        int limit = Math.Max(2, lower.Length / 3);
        return [.. names.Distinct()
            .Select(name => (Name: name, Distance: Distance(lower, name.ToLowerInvariant(), limit)))
            .Where(n => n.Distance <= limit)
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Take(count).Select(n => n.Name)];
    }

    /// <summary>" Did you mean 'a' or 'b'?", or empty when nothing is near.</summary>
    internal static string Hint(string wrong, IEnumerable<string> names)
    {
        IReadOnlyList<string> near = Of(wrong, names, count: 2);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?";
    }

    // A name that holds the wrong one, or is held by it, is near although many letters differ.
    private static int Distance(string wrong, string name, int limit) =>
        wrong.Length > 2 && name.Length > 2 && (name.Contains(wrong, StringComparison.Ordinal) || wrong.Contains(name, StringComparison.Ordinal))
            ? Math.Min(1, Math.Abs(name.Length - wrong.Length))
            : EditDistance.Between(wrong, name, limit);
}
