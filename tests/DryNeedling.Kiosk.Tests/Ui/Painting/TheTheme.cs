using CsCheck;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui.Painting;
using SkiaSharp;

namespace DryNeedling.Kiosk.Tests.Ui.Painting;

public sealed class TheTheme
{
    [Fact]
    public void Every_accent_leaves_every_text_readable() =>
        Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, Gen.Bool, Gen.Int[0, 3]).Sample(
            (red, green, blue, light, choice) =>
            {
                var theme = Theme.From(ClinicSettings.Default with { Theme = light ? "light" : "dark", Accent = $"#{red:x2}{green:x2}{blue:x2}" }, (ThemeChoice)choice);
                Assert.True(theme.OnCard(theme.Ink) >= 7);
                Assert.True(theme.OnCard(theme.Quiet, theme.Raised) >= 7, "quiet on a row");
                Assert.True(theme.OnCard(theme.Ink, theme.Chosen) >= 7, "the chosen one");
                Assert.True(theme.OnCard(theme.Bright) >= 7, "headings");
                Assert.True(theme.OnCard(theme.Warning) >= 7, "warnings");
                Assert.True(theme.OnCard(theme.Pain) >= 3, "the legend");
                Assert.True(Colours.Contrast(theme.OnStrong, theme.Strong) >= 7, "the main call");
            },
            iter: 500);

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        Assert.Equal(21, Colours.Contrast(SKColors.Black, SKColors.White), 0.01f);
        Assert.Equal(4.54f, Colours.Contrast(new(0x76, 0x76, 0x76), SKColors.White), 0.01f);
    }

    [Fact]
    public void An_unreadable_accent_is_replaced_by_the_usual_one() =>
        Assert.Equal(Theme.From(ClinicSettings.Default with { Accent = "sea" }).Bright, Theme.From(ClinicSettings.Default).Bright);
}
