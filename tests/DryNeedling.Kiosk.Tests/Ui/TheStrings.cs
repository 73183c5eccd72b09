using System.Text.RegularExpressions;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Ui;

public sealed partial class TheStrings
{
    [Fact]
    public void Both_languages_say_the_same_things()
    {
        Strings strings = Repository.Content.Strings;

        Assert.Equal(strings.ByLanguage["en"].Keys, strings.ByLanguage["es"].Keys);
        Assert.DoesNotContain(strings.ByLanguage.Values.SelectMany(texts => texts.Values), string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void Ours_are_those_that_the_interface_asks_for() =>
        Assert.Equal(InterfaceKeys.All.Order(StringComparer.Ordinal), Repository.Content.Strings.ByLanguage["en"].Keys.Where(key => !key.StartsWith("keyboard-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    // Keys put together from parts, "view-" + name, are walked through by the tests of every screen.
    [Fact]
    public void No_screen_asks_for_a_text_that_is_not_among_them()
    {
        string[] asked = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct()];

        Assert.True(asked.Length > 60);
        Assert.DoesNotContain(asked, key => !InterfaceKeys.All.Contains(key));
    }

    [Fact]
    public void Those_of_closed_lists_are_among_them()
    {
        IEnumerable<string> keys =
        [
            .. KnownKeys.Cautions.Select(key => "caution-" + key), .. KnownKeys.Areas.Select(key => "area-" + key),
            .. KnownKeys.Evidence.SelectMany(key => new[] { "evidence-" + key, $"evidence-{key}-means" }),
            .. Enum.GetNames<NeedlingPractice>().Select(name => "practice-" + string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()))),
        ];

        Assert.DoesNotContain(keys, key => !InterfaceKeys.All.Contains(key));
    }

    [GeneratedRegex("""(?:Say|Section)\("([a-z0-9-]+)"\)""")]
    private static partial Regex Asked();
}
