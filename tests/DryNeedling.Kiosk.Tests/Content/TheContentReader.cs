using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

public class TheContentReader
{
    [Fact]
    public void Our_own_content_has_no_mistake()
    {
        (KioskContent? content, var findings) = ContentReader.Read(OurContent.Folder);

        Assert.Empty(findings.Where(f => f.Code != "missing-folder"));
        Assert.NotNull(content);
        Assert.Equal(87, content.Zones.Length);
        Assert.Equal(50, content.Glossary.Length);
        Assert.Equal("en es", string.Join(' ', content.Settings.Languages));
    }
}
