namespace DryNeedling.Kiosk.Content;

/// <summary>How much a typed word looks like a known one: 1 the same, 0 not at all.</summary>
internal static class WordLikeness
{
    /// <summary>What the beginning of a word scores at least; misspellings score below.</summary>
    public const float Beginning = 0.75f;

    public static float Of(string typed, string word)
    {
        if (typed == word)
            return 1;
        if (word.StartsWith(typed, StringComparison.Ordinal))
            return Beginning + 0.2f * typed.Length / word.Length;
        // An ending that differs (plural, Latin or Spanish form) is nearly the same word.
        if (word.Length >= 4 && typed.Length - word.Length is 1 or 2 && typed.StartsWith(word, StringComparison.Ordinal))
            return Beginning;
        int limit = typed.Length switch { < 4 => 0, < 6 => 1, < 10 => 2, _ => 3 };
        if (limit == 0)
            return 0;
        int whole = EditDistance.Between(typed, word, limit);
        if (whole <= limit)
            return Beginning - 0.1f - Penalty(whole, typed.Length);
        // A beginning that is misspelled counts only when most of it is right and its first letter stands.
        int start = typed.Length >= 5 && typed[0] == word[0] ? EditDistance.Between(typed, word, limit - 1, prefix: true) : limit;
        if (start < limit)
            return Beginning - 0.2f - Penalty(start, typed.Length);
        return typed.Length >= 5 && word.Contains(typed, StringComparison.Ordinal) ? 0.5f : 0;
    }

    private static float Penalty(int mistakes, int length) => 0.9f * mistakes / length;
}
