using CsCheck;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Tests.Ui.Text;

public sealed class TheTextShaper : IDisposable
{
    private const float PxPerMm = 4;

    private static readonly string[] Words =
        ["músculo", "dolor", "¿dónde?", "well-known", "(omóplato)", "a", "trigger", "–", "pain.", "20", "¡Hola!", "sternocleidomastoid"];

    private static readonly Gen<string> Sentence =
        Gen.Int[0, Words.Length - 1].Array[1, 30].Select(picks => "Dolor " + string.Join(' ', picks.Select(i => Words[i])));

    private readonly FontSet fonts = new(Repository.FontsFolder);
    private readonly TextShaper shaper;

    public TheTextShaper() => shaper = new(fonts, PxPerMm);

    public void Dispose()
    {
        shaper.Dispose();
        fonts.Dispose();
    }

    [Fact]
    public void No_line_is_wider_than_wanted_and_no_word_is_lost() =>
        Gen.Select(Sentence, Gen.Float[60, 200]).Sample(
            (text, width) =>
            {
                TextBlock block = shaper.Block(text, Body, width);
                Assert.True(block.WidthMm <= width + 0.2f, $"{block.WidthMm} mm in {width} mm");
                Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(block.Lines.Select(l => l.Text)).Replace(" ", "", StringComparison.Ordinal));
            },
            threads: 1, iter: 200);

    [Fact]
    public void No_line_begins_with_a_closing_sign_or_ends_with_an_opening_one() =>
        Gen.Select(Sentence, Gen.Float[60, 200]).Sample(
            (text, width) =>
            {
                foreach (TextLine line in shaper.Block(text, Body, width).Lines)
                {
                    Assert.False(line.Text[0] is '.' or ',' or '?' or '–', line.Text);
                    Assert.False(line.Text[^1] is '¿' or '¡' or '(', line.Text);
                }
            },
            threads: 1, iter: 200);

    [Fact]
    public void A_text_is_shaped_once() =>
        Assert.Same(shaper.Block("Where the pain is felt", Body, 60), shaper.Block("Where the pain is felt", Body, 60));

    [Fact]
    public void A_word_wider_than_its_line_is_cut_with_a_hyphen()
    {
        TextBlock block = shaper.Block("esternocleidomastoideo", Body, 30);

        Assert.True(block.HasCutWords);
        Assert.True(block.WidthMm <= 30.2f);
        Assert.EndsWith("-", block.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal("esternocleidomastoideo", string.Concat(block.Lines.Select(l => l.Text.TrimEnd('-'))));
    }

    [Theory]
    [InlineData("sternocleidomastoid", 13, "sternocleido")]
    [InlineData("esternocleidomastoideo", 9, "esterno")]
    [InlineData("coracobrachialis", 10, "coracobra")]
    [InlineData("adormecimiento", 12, "adormeci")]
    [InlineData("strength", 6, "")]
    public void A_word_is_divided_where_a_syllable_begins(string word, int most, string head) =>
        Assert.Equal(head, word[..WordDivision.LastPlace(word, most)]);

    [Fact]
    public void Characters_the_first_family_lacks_come_from_the_next()
    {
        Assert.False(fonts.Primary(TextFace.Regular).ContainsGlyph('Ж'));
        Assert.True(fonts.For(TextFace.Regular, 'Ж').ContainsGlyph('Ж'));
        Assert.Same(fonts.Primary(TextFace.Regular), fonts.For(TextFace.Regular, 'ñ'));
    }

    [Fact]
    public void A_headline_has_lines_of_about_equal_length()
    {
        TextBlock block = shaper.Balanced("See the muscle behind the pain", Body, 75);

        Assert.Equal(2, block.Lines.Count);
        Assert.InRange(block.Lines[1].WidthMm / block.Lines[0].WidthMm, 0.6f, 1.6f);
    }

    [Fact]
    public void Capitals_have_the_height_that_was_asked_for()
    {
        using SkiaSharp.SKFont font = new(fonts.Primary(TextFace.Regular), 100);
        float size = shaper.Line("H", Body).LineHeightMm / 1.34f;

        Assert.Equal(3.6f, font.Metrics.CapHeight / 100 * size, 0.01f);
    }

    private static TextStyle Body => new(TextFace.Regular, 3.6f);
}
