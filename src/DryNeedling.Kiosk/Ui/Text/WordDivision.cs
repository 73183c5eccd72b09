namespace DryNeedling.Kiosk.Ui.Text;

/// <summary>
/// Where a long word may be divided, for the few that are wider than their line: before the consonants that begin a
/// syllable, with three letters left on either side. The rule holds in Spanish and is tolerable in English.
/// </summary>
internal static class WordDivision
{
    private const int LeastLetters = 3;
    private const string Vowels = "aeiouáéíóúüyAEIOUÁÉÍÓÚÜY";

    // Consonants that are spoken as one begin a syllable together.
    private static readonly string[] Onsets =
        ["ch", "ll", "rr", "qu", "th", "ph", "sh", "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr", "tr"];

    /// <summary>The last place up to <paramref name="most"/> letters where the word may be divided; 0 when there is none.</summary>
    public static int LastPlace(string word, int most)
    {
        for (int i = Math.Min(most, word.Length - LeastLetters); i >= LeastLetters; i--)
        {
            if (BeginsSyllable(word, i))
                return i;
        }

        return 0;
    }

    private static bool BeginsSyllable(string word, int i)
    {
        if (!IsConsonant(word[i]) || IsOnset(word, i - 1))
            return false;
        return IsVowel(word[i + 1]) || (IsOnset(word, i) && i + 2 < word.Length && IsVowel(word[i + 2]));
    }

    private static bool IsOnset(string word, int i)
    {
        foreach (string onset in Onsets)
        {
            if (string.CompareOrdinal(word, i, onset, 0, 2) == 0)
                return true;
        }

        return false;
    }

    private static bool IsConsonant(char c) => char.IsLetter(c) && !IsVowel(c);

    private static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);
}
