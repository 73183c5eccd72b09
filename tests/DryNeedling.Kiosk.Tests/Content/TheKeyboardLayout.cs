using System.Collections.Immutable;
using CsCheck;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

public sealed class TheKeyboardLayout
{
    private static readonly string[] Special = ["ñ", "[space]", "[backspace]", "[clear]", "[shift]", "abc"];

    private static readonly Gen<string> Key = Gen.OneOf(
        Gen.Char['a', 'z'].Select(c => c.ToString()), Gen.Int[0, Special.Length - 1].Select(i => Special[i]));

    [Theory]
    [InlineData("en", false, "abcdefghijklmnopqrstuvwxyz")]
    [InlineData("en", true, "abcdefghijklmnopqrstuvwxyz")]
    [InlineData("es", false, "abcdefghijklmnñopqrstuvwxyzáéíóúü")]
    [InlineData("es", true, "abcdefghijklmnñopqrstuvwxyzáéíóúü")]
    public void Each_language_has_all_its_letters_and_can_erase(string language, bool narrow, string letters)
    {
        KeyboardLayout layout = KeyboardLayout.Of(Repository.Content.Strings, language, "en", narrow);
        KeyboardKey[] keys = [.. layout.Rows.SelectMany(row => row)];

        Assert.All(letters, letter => Assert.Single(keys, key => key.Text == letter.ToString()));
        foreach (KeyAction action in (KeyAction[])[KeyAction.Space, KeyAction.Backspace, KeyAction.Clear])
            Assert.Single(keys, key => key.Action == action);
        Assert.True(layout.Columns <= (narrow ? 8 : 10), $"{layout.Columns} columns");
    }

    [Fact]
    public void Keys_of_any_row_lie_side_by_side_within_the_columns() =>
        Key.Array[0, 12].Array[1, 5].Sample(rows =>
        {
            KeyboardLayout layout = KeyboardLayout.Of(StringsOf(rows), "en", "en", narrow: false);
            foreach (ImmutableArray<KeyboardKey> row in layout.Rows)
            {
                float right = 0;
                foreach (KeyboardKey key in row)
                {
                    if (key.Left < right - 0.001f || key.Width < 1)
                        return false;
                    right = key.Left + key.Width;
                }

                if (right > layout.Columns + 0.001f)
                    return false;
            }

            return true;
        });

    [Fact]
    public void A_language_without_keys_gets_those_of_the_first_one()
    {
        KeyboardLayout layout = KeyboardLayout.Of(Repository.Content.Strings, "fr", "es", narrow: false);

        Assert.Contains(layout.Rows.SelectMany(row => row), key => key.Text == "ñ");
        Assert.Empty(KeyboardLayout.Of(Strings.Empty, "en", "en", narrow: false).Rows);
    }

    private static Strings StringsOf(string[][] rows)
    {
        var texts = rows.Select((row, i) => KeyValuePair.Create($"{KeyboardLayout.WideKey}{i + 1}", string.Join(' ', row))).ToImmutableSortedDictionary();
        return new(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty.Add("en", texts));
    }
}
