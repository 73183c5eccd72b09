using System.Text;
using DryNeedling.Kiosk.Ui.Painting;
using SkiaSharp;

namespace DryNeedling.Kiosk.Tests.Ui.Painting;

public sealed class TheIcons
{
    [Fact]
    public void Each_shipped_icon_draws_something_inside_its_box()
    {
        string[] names = [.. typeof(IconSet).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Icons/", StringComparison.Ordinal))];
        Assert.NotEmpty(names);
        foreach (string name in names)
        {
            SKRect bounds = IconSet.Get(Path.GetFileNameWithoutExtension(name)).TightBounds;
            Assert.True(bounds.Width + bounds.Height > 6 && new SKRect(0, 0, 24, 24).Contains(bounds), $"{name}: {bounds}");
        }
    }

    [Theory]
    [InlineData("<circle cx='12' cy='12' r='10'/>", 2, 2, 22, 22)]
    [InlineData("<line x1='3' x2='21' y1='12' y2='14'/>", 3, 12, 21, 14)]
    [InlineData("<rect x='4' y='5' width='6' height='7' rx='1'/>", 4, 5, 10, 12)]
    [InlineData("<polyline points='1,2 3,4 5,1'/>", 1, 1, 5, 4)]
    [InlineData("<path d='M2 3h4v5'/>", 2, 3, 6, 8)]
    public void Shapes_are_read_where_they_are(string shape, float left, float top, float right, float bottom)
    {
        using MemoryStream svg = new(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg'>{shape}</svg>"));
        using SKPath path = SvgOutline.Read(svg);

        SKRect bounds = path.TightBounds;

        Assert.Equal([left, top, right, bottom], [bounds.Left, bounds.Top, bounds.Right, bounds.Bottom]);
    }
}
