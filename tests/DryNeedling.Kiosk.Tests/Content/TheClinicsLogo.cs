using System.Buffers.Binary;
using System.Collections.Immutable;
using CsCheck;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;
using DryNeedling.Kiosk.Tests.Ui;
using DryNeedling.Kiosk.Ui;
using DryNeedling.Kiosk.Ui.Painting;
using SkiaSharp;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>The one picture that a clinic brings: shown when it can be, one line for the operator when not.</summary>
public sealed class TheClinicsLogo : IDisposable
{
    private const string Name = "images/logo.png";

    private readonly string folder = OurContent.CopyToNewFolder();

    public TheClinicsLogo()
    {
        Directory.CreateDirectory(Path.Combine(folder, "images"));
        Point(Name);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_is_read_with_its_size()
    {
        Put(Png(300, 100));

        (ContentPicture? logo, ImmutableArray<ContentFinding> findings) = Read();

        Assert.Empty(findings);
        Assert.Equal((300, 100, Name), (logo!.Width, logo.Height, logo.File));
    }

    [Fact]
    public void One_that_is_missing_is_found_where_it_is_named_and_costs_nothing_else()
    {
        ContentFinding finding = Assert.Single(Read().Findings);

        Assert.Equal(("missing-picture", $"{folder}/kiosk.json"), (finding.Code, finding.File));
        Assert.Equal(3, finding.Line);
        Assert.NotEmpty(ContentReader.Read(folder).Content!.Settings.Name.In("en"));
    }

    [Theory]
    [InlineData("../logo.png")]
    [InlineData("/etc/logo.png")]
    [InlineData("images/../../logo.png")]
    [InlineData("images\\\\logo.png")]
    [InlineData("images/logo.svg")]
    [InlineData("images//logo.png")]
    public void A_name_that_is_no_picture_of_the_folder_is_refused(string name)
    {
        Point(name);

        Assert.Equal("bad-picture-name", Assert.Single(Read().Findings).Code);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        using TemporaryFolder elsewhere = new();
        File.WriteAllBytes(elsewhere.File("logo.png"), Png(10, 10));
        File.CreateSymbolicLink(Path.Combine(folder, Name), elsewhere.File("logo.png"));

        Assert.Equal("outside-folder", Assert.Single(Read().Findings).Code);
    }

    [Fact]
    public void One_with_too_many_pixels_or_bytes_is_refused()
    {
        Put(Png(3000, 20));
        Assert.Equal("picture-too-large", Assert.Single(Read().Findings).Code);

        Put(new byte[2 * 1024 * 1024]);
        Assert.Equal("too-large", Assert.Single(Read().Findings).Code);
    }

    [Fact]
    public void A_damaged_one_is_refused_or_cannot_be_decoded_or_is_still_a_picture()
    {
        byte[] whole = Png(64, 48);
        Gen.Int[0, whole.Length - 1].Select(Gen.Byte, Gen.Bool).Sample((at, value, cuts) =>
        {
            byte[] damaged = cuts ? whole[..at] : [.. whole];
            if (!cuts)
                damaged[at] = value;
            var findings = new FileFindings("logo.png");
            ContentPicture? picture = PictureReader.Read("logo.png", damaged, findings);
            Assert.True(picture is null == findings.HasErrors);
            if (picture is null)
                return;
            using Logo? logo = Logo.Decode(picture);
            Assert.True(logo is null || logo.Image.Width == picture.Width);
        }, iter: 2000);
    }

    [Fact]
    public void A_size_that_lies_costs_no_memory()
    {
        byte[] bomb = Png(64, 48);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(16), 2_000_000_000);
        Put(bomb);

        Assert.Equal("picture-too-large", Assert.Single(Read().Findings).Code);
    }

    [Theory]
    [InlineData(KioskScreen.Attract, 1920, 1080)]
    [InlineData(KioskScreen.Attract, 1080, 1920)]
    [InlineData(KioskScreen.About, 1920, 1080)]
    public void It_stands_on_the_screen(KioskScreen screen, int width, int height)
    {
        Put(Png(300, 100));
        KioskContent content = Repository.Content with { Settings = Repository.Content.Settings with { Logo = Read().Logo } };
        using Interface ui = new(Repository.FontsFolder);

        ui.Update(KioskState.Initial with { Screen = screen }, content, SampleBody.Create(), ScreenMetrics.FromDiagonal(width, height, 23.8f));

        Assert.Contains(ui.Panels, panel => Shows(panel, Blue));
        Assert.Empty(ui.Problems);
    }

    [Fact]
    public void One_that_cannot_be_decoded_is_told_to_the_operator()
    {
        byte[] png = Png(64, 48);
        int data = png.AsSpan().IndexOf("IDAT"u8);
        png.AsSpan(data + 4, 8).Fill(0xFF);
        Put(png);
        KioskContent content = Repository.Content with { Settings = Repository.Content.Settings with { Logo = Read().Logo } };
        using Interface ui = new(Repository.FontsFolder);

        ui.Update(KioskState.Initial, content, SampleBody.Create(), InterfaceFixture.Landscape);

        Assert.Contains("images/logo.png", Assert.Single(ui.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dark", 20, true)]
    [InlineData("dark", 235, false)]
    [InlineData("light", 235, true)]
    [InlineData("light", 20, false)]
    public void A_sign_that_the_theme_would_swallow_gets_a_plate(string theme, byte grey, bool hasPlate)
    {
        Put(Png(30, 30, new(grey, grey, grey)));
        using Logo logo = Logo.Decode(Read().Logo!)!;

        Assert.Equal(hasPlate, logo.PlateOn(Theme.From(Repository.Content.Settings with { Theme = theme })).Alpha > 0);
    }

    private static SKColor Blue { get; } = new(20, 60, 250);

    private static byte[] Png(int width, int height, SKColor? colour = null)
    {
        using SKBitmap bitmap = new(width, height);
        bitmap.Erase(colour ?? Blue);
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static bool Shows(Panel panel, SKColor colour)
    {
        int count = 0;
        ReadOnlySpan<byte> rgba = panel.Pixels;
        for (int i = 0; i < rgba.Length; i += 4)
            count += rgba[i] == colour.Red && rgba[i + 1] == colour.Green && rgba[i + 2] == colour.Blue && rgba[i + 3] == 255 ? 1 : 0;
        return count > 500;
    }

    private (ContentPicture? Logo, ImmutableArray<ContentFinding> Findings) Read()
    {
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(folder);
        return (content!.Settings.Logo, findings);
    }

    private void Point(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(OurContent.Folder, "kiosk.json"));
        File.WriteAllLines(Path.Combine(folder, "kiosk.json"), [.. lines[..2], $"  \"logo\": \"{name}\",", .. lines[2..]]);
    }

    private void Put(byte[] png) => File.WriteAllBytes(Path.Combine(folder, Name), png);
}
