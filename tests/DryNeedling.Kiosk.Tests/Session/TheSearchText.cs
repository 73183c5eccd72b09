using CsCheck;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Session;

public sealed class TheSearchText
{
    private static readonly KioskState Open = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Search));

    private static readonly string[] Keys = ["a", "ñ", " ", "😀", "soleus ", "<", "<"];

    [Fact]
    public void It_never_grows_beyond_what_a_name_needs_and_is_never_torn() =>
        Gen.Int[0, Keys.Length - 1].Select(i => Keys[i]).Array[0, 200].Sample(keys =>
        {
            KioskState state = Open;
            foreach (string key in keys)
                state = state.Apply(key == "<" ? new Intent.EraseCharacter() : new Intent.Type(key));
            return state.SearchText.Length <= 48 && state.SearchText.IsNormalized() && !state.SearchText.StartsWith(' ');
        });

    [Fact]
    public void Typing_closes_the_explained_word_and_scrolls_to_the_best_hit()
    {
        KioskState explained = Open.Apply(new Intent.SearchFor("twitch")).Apply(new Intent.ShowTerm("local-twitch-response")).Apply(new Intent.ScrollTo(30));

        KioskState typed = explained.Apply(new Intent.EraseCharacter());

        Assert.Equal(("twitc", null, 0f), (typed.SearchText, typed.Topic, typed.CardScrollMm));
    }

    [Fact]
    public void It_is_forgotten_with_the_visitor() =>
        Assert.Equal("", Open.Apply(new Intent.Type("x")).Apply(new Intent.FallAsleep()).SearchText);
}
