namespace DryNeedling.Kiosk.Content;

/// <summary>Texts as search compares them: words in small letters, without accents or punctuation.</summary>
internal static class SearchWords
{
    /// <summary>The first <paramref name="most"/> words of a text.</summary>
    public static List<string> Of(string text, int most = int.MaxValue)
    {
        List<string> words = [];
        Span<char> word = stackalloc char[48];
        int length = 0;
        foreach (char c in text)
        {
            if (words.Count == most)
                return words;
            // Combining accents belong to the letter before.
            if (c is >= '\u0300' and <= '\u036f' or '\'' or '’')
                continue;
            char plain = Plain(char.ToLowerInvariant(c));
            if (!char.IsLetterOrDigit(plain))
                Close(word, ref length, words);
            else if (length < word.Length)
                word[length++] = plain;
        }

        Close(word, ref length, words);
        return words;
    }

    private static void Close(Span<char> word, ref int length, List<string> words)
    {
        if (length > 0)
            words.Add(word[..length].ToString());
        length = 0;
    }

    // Globalization is off in the whole program, so the letters are folded here.
    private static char Plain(char c) => c switch
    {
        >= 'à' and <= 'å' or 'ā' or 'ă' or 'ą' or 'æ' => 'a',
        'ç' or 'ć' or 'č' => 'c',
        >= 'è' and <= 'ë' or 'ē' or 'ę' or 'ě' => 'e',
        >= 'ì' and <= 'ï' or 'ī' => 'i',
        'ñ' or 'ń' or 'ň' => 'n',
        >= 'ò' and <= 'ö' or 'ø' or 'ō' or 'œ' => 'o',
        'š' or 'ś' or 'ß' => 's',
        >= 'ù' and <= 'ü' or 'ū' => 'u',
        'ý' or 'ÿ' => 'y',
        'ž' or 'ź' or 'ż' => 'z',
        'ł' => 'l',
        _ => c,
    };
}
