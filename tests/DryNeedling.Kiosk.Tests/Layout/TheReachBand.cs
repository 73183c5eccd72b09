using CsCheck;
using DryNeedling.Kiosk.Layout;

namespace DryNeedling.Kiosk.Tests.Layout;

public sealed class TheReachBand
{
    [Fact]
    public void It_lies_on_the_screen_and_holds_a_whole_screen() =>
        Gen.Select(Gen.Int[600, 3840], Gen.Int[600, 3840], Gen.Float[10, 55], Gen.Float[0, 2000]).Sample((width, height, inches, lower) =>
        {
            var screen = ScreenMetrics.FromDiagonal(width, height, inches);
            foreach (float? edge in (float?[])[null, lower])
            {
                if (ReachBand.Of(screen, edge) is not { } band)
                    continue;
                if (band.TopMm < -0.01f || band.TopMm + band.HeightMm > screen.HeightMm + 0.01f || band.HeightMm < MathF.Min(149, screen.HeightMm - 0.01f))
                    return false;
            }

            return true;
        });

    [Fact]
    public void A_hanging_screen_brings_everything_between_800_and_1200_mm_above_the_floor()
    {
        var screen = ScreenMetrics.FromDiagonal(2160, 3840, 55);

        ReachBand band = ReachBand.Of(screen, 600)!.Value;

        Assert.Equal(1200, 600 + screen.HeightMm - band.TopMm, 0.1f);
        Assert.Equal(800, 600 + screen.HeightMm - band.TopMm - band.HeightMm, 0.1f);
    }

    [Fact]
    public void Without_a_measure_an_upright_screen_uses_its_lowest_60_percent_and_a_wide_one_stays_as_it_is()
    {
        var upright = ScreenMetrics.FromDiagonal(1080, 1920, 43);

        ReachBand band = ReachBand.Of(upright, null)!.Value;

        Assert.Equal(0.4f * upright.HeightMm, band.TopMm, 0.1f);
        Assert.Null(ReachBand.Of(ScreenMetrics.FromDiagonal(1920, 1080, 43), null));
    }
}
