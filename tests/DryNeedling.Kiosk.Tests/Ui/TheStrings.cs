using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Ui;

public sealed class TheStrings
{
    [Fact]
    public void Both_languages_say_the_same_things()
    {
        Strings strings = Repository.Content.Strings;

        Assert.Equal(strings.ByLanguage["en"].Keys, strings.ByLanguage["es"].Keys);
        Assert.DoesNotContain(strings.ByLanguage.Values.SelectMany(texts => texts.Values), string.IsNullOrWhiteSpace);
    }
}
