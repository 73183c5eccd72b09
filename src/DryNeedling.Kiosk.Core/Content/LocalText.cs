using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>One text in every language it was written in; <c>{"en": "…", "es": "…"}</c> in the files.</summary>
public sealed record LocalText(ImmutableSortedDictionary<string, string> ByLanguage)
{
    public static LocalText Empty { get; } = new(ImmutableSortedDictionary<string, string>.Empty);

    public bool IsEmpty => ByLanguage.IsEmpty;

    /// <summary>The text in <paramref name="language"/>, else in <paramref name="fallback"/>, else in any, else empty.</summary>
    public string In(string language, string fallback = "en") =>
        ByLanguage.TryGetValue(language, out string? text) || ByLanguage.TryGetValue(fallback, out text) ? text
        : ByLanguage.Values.FirstOrDefault() ?? "";
}

/// <summary>Several short texts in every language: <c>{"en": ["…"], "es": ["…"]}</c>.</summary>
public sealed record LocalTexts(ImmutableSortedDictionary<string, ImmutableArray<string>> ByLanguage)
{
    public static LocalTexts Empty { get; } = new(ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty);

    /// <summary>As <see cref="LocalText.In"/>.</summary>
    public ImmutableArray<string> In(string language, string fallback = "en") =>
        ByLanguage.TryGetValue(language, out ImmutableArray<string> texts) || ByLanguage.TryGetValue(fallback, out texts) ? texts : [];
}
