namespace DryNeedling.Kiosk.Content;

/// <summary>The rows of the on-screen keyboards: whether every key is one, and whether every word can be typed and erased.</summary>
internal static class KeyboardChecks
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static void Check(KioskContent content, FindingList found)
    {
        foreach ((string language, var texts) in content.Strings.ByLanguage)
        {
            foreach (string prefix in (string[])[KeyboardLayout.WideKey, KeyboardLayout.NarrowKey])
            {
                (string Key, string Text)[] rows = [.. texts.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(t => (t.Key, t.Value))];
                if (rows.Length > 0)
                    Check($"strings/{language}.json", rows, found);
            }
        }
    }

    private static void Check(string file, (string Key, string Text)[] rows, FindingList found)
    {
        HashSet<string> seen = [];
        foreach ((string name, string text) in rows)
        {
            foreach (string key in KeyboardLayout.KeysOf(text))
            {
                if (KeyboardLayout.ActionOf(key) is null)
                    found.Error(file, "keyboard", $"'{key}' is no key; write single letters parted by spaces, [space], [backspace] or [clear].", name);
                else if (!seen.Add(key))
                    found.Error(file, "keyboard", $"the key '{key}' is on this keyboard twice; delete one.", name);
            }
        }

        string last = rows[^1].Key, missing = string.Join(" ", Letters.Where(letter => !seen.Contains(letter.ToString())));
        if (missing.Length > 0)
            found.Error(file, "keyboard", $"this keyboard lacks {missing}; nobody could type those.", last);
        foreach (string key in (string[])["[space]", "[backspace]"])
        {
            if (!seen.Contains(key))
                found.Error(file, "keyboard", $"this keyboard lacks {key}; add it to a row.", last);
        }
    }
}
