using System.Collections.Immutable;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

public class Searching
{
    private static readonly Search Search = new(OurContent.Value);

    [Theory]
    [InlineData("gluteous", "en", 2, "gluteus-maximus")]
    [InlineData("gluteus maximus", "en", 1, "gluteus-maximus")]
    [InlineData("pirformis", "en", 1, "piriformis")]
    [InlineData("periformis", "en", 1, "piriformis")]
    [InlineData("sternoclidomastoid", "en", 2, "sternocleidomastoid-sternal")]
    [InlineData("trapezuis", "en", 3, "upper-trapezius")]
    [InlineData("infra", "en", 1, "infraspinatus")]
    [InlineData("soleus", "en", 1, "soleus")]
    [InlineData("side effects", "en", 1, "side-effects-and-safety")]
    [InlineData("efectos secundarios", "es", 1, "side-effects-and-safety")]
    [InlineData("acupunture", "en", 2, "is-it-acupuncture")]
    [InlineData("what is dry needling", "en", 1, "what-is-dry-needling")]
    [InlineData("cómo funciona", "es", 1, "how-it-works")]
    [InlineData("mitos", "es", 1, "myths-and-questions")]
    [InlineData("musculus soleus", "es", 2, "soleus")]
    [InlineData("DELTOID", "en", 3, "deltoid-middle")]
    [InlineData("trapecio superior", "es", 1, "upper-trapezius")]
    [InlineData("trapecio", "en", 3, "upper-trapezius")]
    [InlineData("infraespinoso", "es", 1, "infraspinatus")]
    [InlineData("gluteo mayor", "es", 1, "gluteus-maximus")]
    [InlineData("Glúteo Mayor", "es", 1, "gluteus-maximus")]
    [InlineData("rotator cuff", "en", 5, "supraspinatus")]
    [InlineData("lumbar multifidus", "en", 1, "lumbar-multifidus")]
    [InlineData("trigger point", "en", 1, "trigger-point")]
    [InlineData("punto gatillo", "es", 1, "trigger-point")]
    [InlineData("pneumothorax", "en", 1, "pneumothorax")]
    [InlineData("neumotorax", "es", 1, "pneumothorax")]
    [InlineData("tailor's muscle", "en", 1, "sartorius")]
    [InlineData("my neck hurts", "en", 4, "back-or-neck-pain")]
    [InlineData("me duele el hombro", "es", 3, "rotator-cuff-shoulder-pain")]
    [InlineData("siatica", "es", 1, "sciatica")]
    [InlineData("tennis elbow", "en", 1, "tennis-golfers-elbow")]
    [InlineData("codo de tenista", "es", 1, "tennis-golfers-elbow")]
    [InlineData("low back", "en", 1, "nonspecific-low-back-pain")]
    [InlineData("bic fem", "en", 1, "biceps-femoris")]
    public void Is_forgiving(string text, string language, int first, string expected)
    {
        string[] found = [.. Search.Find(text, language).Take(first).Select(hit => hit.Id)];

        Assert.True(found.Contains(expected), $"{expected} is not among {string.Join(", ", found)}");
    }

    [Theory]
    [InlineData("calf", "en")]
    [InlineData("pantorrilla", "es")]
    public void A_part_of_the_body_finds_the_muscles_that_lie_there_before_those_that_hurt_there(string text, string language)
    {
        List<string> ids = [.. Search.Find(text, language).Select(hit => hit.Id)];

        Assert.Contains("biceps-femoris", ids);
        Assert.True(ids.IndexOf("soleus") >= 0 && ids.IndexOf("soleus") < ids.IndexOf("biceps-femoris"), string.Join(", ", ids));
        Assert.True(ids.IndexOf("gastrocnemius-medial") >= 0 && ids.IndexOf("gastrocnemius-medial") < ids.IndexOf("biceps-femoris"), string.Join(", ", ids));
    }

    [Fact]
    public void Another_languages_word_is_found_but_counts_less()
    {
        SearchHit own = Search.Find("trapecio", "es")[0], foreign = Search.Find("trapecio", "en")[0];

        Assert.True(foreign.Score < own.Score);
        Assert.Contains("trapezius", foreign.Label, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    public void Nothing_typed_finds_nothing(string text) => Assert.Empty(Search.Find(text, "en"));

    [Theory]
    [InlineData("qzxwvk")]
    [InlineData("12345")]
    public void Nonsense_finds_nothing(string text) => Assert.Empty(Search.Find(text, "en"));

    [Fact]
    public void The_same_text_finds_the_same_in_the_same_order()
    {
        foreach (string text in new[] { "a", "shoulder", "pain in the hip", "músculo" })
            Assert.Equal(Search.Find(text, "en").AsEnumerable(), new Search(OurContent.Value).Find(text, "en"));
    }

    [Fact]
    public void Every_muscle_is_first_for_its_own_name()
    {
        foreach (string language in OurContent.Value.Settings.Languages)
        {
            foreach (MuscleCard muscle in OurContent.Value.Muscles)
            {
                ImmutableArray<SearchHit> hits = Search.Find(muscle.Name.In(language), language);
                Assert.True(hits[0].Id == muscle.Id, $"'{muscle.Name.In(language)}' finds {hits[0].Id} first.");
            }
        }
    }

    [Fact]
    public void Of_a_very_long_text_the_beginning_counts()
    {
        string[] all = [.. Enumerable.Repeat("soleus", 100_000)];

        Assert.Equal("soleus", Search.Find(string.Join(' ', all), "en")[0].Id);
        Assert.Empty(Search.Find(new string('q', 100_000), "en"));
    }
}
