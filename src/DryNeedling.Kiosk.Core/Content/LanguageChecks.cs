using System.Text.RegularExpressions;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Every text must exist in every language of the clinic. Works on the files as they stand, so that no text is forgotten
/// when a record gets a new member.
/// </summary>
internal sealed partial class LanguageChecks(KioskContent content, FindingList found)
{
    public static void Check(KioskContent content, FindingList found)
    {
        var checks = new LanguageChecks(content, found);
        foreach (string file in found.Places.Files.Where(file => !file.StartsWith("strings/", StringComparison.Ordinal)))
            checks.CheckTexts(file, "", found.Places.Root(file)!);
        checks.CheckStrings();
    }

    private void CheckTexts(string file, string name, JsonLocatedNode node)
    {
        if (node.Members.Count > 0 && node.Members.All(member => RecordReader.IsLanguage(member.Name)) && !IsReview(node))
            CheckText(file, name, node);
        foreach (JsonMember member in node.Members)
            CheckTexts(file, member.Name, member.Value);
        foreach (JsonLocatedNode item in node.Items)
            CheckTexts(file, name, item);
    }

    // Who ("by") and when ("on") look like two languages.
    private static bool IsReview(JsonLocatedNode node) => node.Find("by") is not null && node.Find("on") is not null;

    private void CheckText(string file, string name, JsonLocatedNode text)
    {
        foreach (string language in content.Settings.Languages)
        {
            if (text.Find(language) is null)
                found.Add(file, FindingSeverity.Error, "missing-text", $"'{name}' lacks the language '{language}'; add \"{language}\".", text.Place);
        }

        // Words to search by are each language's own; sentences are translations of each other.
        bool mayDiffer = name == "synonyms";
        if (!mayDiffer && text.Members.Select(member => member.Value.Items.Count).Distinct().Count() > 1)
            found.Add(file, FindingSeverity.Warning, "uneven-texts", $"'{name}' has {string.Join(", ", text.Members.Select(m => $"{m.Value.Items.Count} in '{m.Name}'"))}; give every language the same entries.", text.Place);
    }

    private void CheckStrings()
    {
        var languages = content.Strings.ByLanguage;
        foreach (string language in content.Settings.Languages)
        {
            if (!languages.ContainsKey(language) && !found.Places.IsBroken($"strings/{language}.json"))
                found.Error($"strings/{language}.json", "missing-strings", $"the interface has no texts in '{language}'; add strings/{language}.json or take '{language}' out of kiosk.json.");
        }

        foreach (string language in languages.Keys.Where(language => !content.Settings.Languages.Contains(language)))
            found.Warning($"strings/{language}.json", "unused-language", $"'{language}' is not among the languages of kiosk.json; add it there or delete this file.");
        string[] read = [.. content.Settings.Languages.Where(languages.ContainsKey)];
        foreach (string key in languages.Values.SelectMany(texts => texts.Keys).Concat(InterfaceKeys.All).Distinct().Order(StringComparer.Ordinal))
            CheckString(key, read);
    }

    private void CheckString(string key, string[] languages)
    {
        if (!InterfaceKeys.IsKnown(key))
        {
            foreach (string language in languages.Where(l => content.Strings.ByLanguage[l].ContainsKey(key)))
                found.Warning($"strings/{language}.json", "unused-text", $"the interface has no '{key}'; mend its name or delete it.{NearestNames.Hint(key, InterfaceKeys.All)}", key);
            return;
        }

        string? model = Array.Find(languages, language => content.Strings.ByLanguage[language].ContainsKey(key));
        foreach (string language in languages)
        {
            string? text = content.Strings.ByLanguage[language].GetValueOrDefault(key);
            if (text is null)
                found.Error($"strings/{language}.json", "missing-text", model is null ? $"the interface needs the text '{key}'; add it." : $"'{key}' is in strings/{model}.json but not here; add it.");
            else if (!Blanks(text).SetEquals(Blanks(content.Strings.ByLanguage[model!][key])))
                found.Error($"strings/{language}.json", "placeholder", $"'{key}' has {Shown(text)} but strings/{model}.json has {Shown(content.Strings.ByLanguage[model!][key])}; use the same.", key);
        }
    }

    private static HashSet<string> Blanks(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static string Shown(string text) => Blanks(text) is { Count: > 0 } blanks ? string.Join(" ", blanks.Order()) : "no {0}";

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
