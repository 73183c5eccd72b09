using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// The interface's own texts, one file a language: <c>content/strings/LANG.json</c>, a flat object of kebab-case keys.
/// </summary>
public sealed record Strings(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> ByLanguage)
{
    public static Strings Empty { get; } = new(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty);

    /// <summary>The text of <paramref name="key"/> in <paramref name="language"/>, else in <paramref name="fallback"/>, else the key itself.</summary>
    public string Get(string key, string language, string fallback = "en") =>
        Find(key, language) ?? Find(key, fallback) ?? key;

    private string? Find(string key, string language) =>
        ByLanguage.TryGetValue(language, out ImmutableSortedDictionary<string, string>? texts) ? texts.GetValueOrDefault(key) : null;
}
