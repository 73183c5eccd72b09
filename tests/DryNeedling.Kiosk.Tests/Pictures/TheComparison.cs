namespace DryNeedling.Kiosk.Tests.Pictures;

public class TheComparison
{
    [Fact]
    public void Equal_pictures_do_not_differ() =>
        Assert.Equal((0, 0), PictureComparison.Difference([1, 2, 3, 255, 9, 9, 9, 255], [1, 2, 3, 255, 9, 9, 9, 255]));

    [Fact]
    public void It_counts_levels_of_every_colour_and_pixels_that_differ_clearly() =>
        Assert.Equal((20, 0.5), PictureComparison.Difference([0, 0, 0, 255, 9, 9, 9, 255], [120, 0, 0, 255, 9, 9, 9, 255]));
}
