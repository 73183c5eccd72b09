using System.Text;
using CsCheck;
using DryNeedling.Kiosk.Operation.Packs;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Operation.Packs;

public sealed class InstallingContent : IDisposable
{
    private readonly PackFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void A_pack_is_shown_and_the_one_before_comes_back_on_rollback()
    {
        string first = fixture.Install(fixture.Pack("First"));
        Assert.Equal("First", fixture.Shows());
        string second = fixture.Install(fixture.Pack("Second"));
        Assert.Equal("Second", fixture.Shows());
        Assert.Equal([second, first], fixture.Versions.List().Select(v => v.Id));

        Assert.Equal(first, fixture.Versions.Rollback());
        Assert.Equal("First", fixture.Shows());
        Assert.Equal(second, fixture.Versions.Rollback());
        Assert.Equal("Second", fixture.Shows());
    }

    [Fact]
    public void The_content_that_came_with_the_program_is_the_version_before_the_first()
    {
        Assert.Throws<PackRefusedException>(() => fixture.Versions.Rollback());
        fixture.Install(fixture.Pack("First"));

        Assert.Null(fixture.Versions.Rollback());
        Assert.Equal("Infraspinatus", fixture.Shows());
    }

    [Fact]
    public void Two_versions_stay()
    {
        string[] ids = [.. new[] { "A", "B", "C" }.Select(name => fixture.Install(fixture.Pack(name)))];

        Assert.Equal(ids[1..], fixture.Stored());
    }

    [Fact]
    public void The_same_pack_again_changes_nothing_and_a_damaged_version_is_mended_by_it()
    {
        string pack = fixture.Pack("First");
        string id = fixture.Install(pack);
        Assert.Equal(id, fixture.Install(pack));
        Assert.True(fixture.Versions.List().Single().IsSound);

        File.AppendAllText(Path.Combine(fixture.Versions.LiveFolder!, SmallContent.Condition), " ");
        Assert.False(fixture.Versions.List().Single().IsSound);
        Assert.NotEqual(id, fixture.Install(pack));
        Assert.True(fixture.Versions.List()[0].IsSound);
    }

    [Fact]
    public void An_edited_folder_is_installed_without_a_manifest()
    {
        fixture.Rename("Edited");
        File.WriteAllText(Path.Combine(fixture.Content.Folder, ".DS_Store"), "desktops leave these");

        fixture.Install(fixture.Content.Folder);

        Assert.Equal("Edited", fixture.Shows());
    }

    [Fact]
    public void Content_with_errors_is_refused_with_their_places_and_nothing_is_left()
    {
        fixture.Content.Write(SmallContent.Condition, fixture.Content.Text(SmallContent.Condition).Replace("tstrav1999", "nobody", StringComparison.Ordinal));

        Assert.Throws<PackRefusedException>(() => fixture.Install(fixture.Pack("Broken")));

        Kiosk.Content.ContentFinding error = Assert.Single(fixture.Installer.Errors);
        Assert.Equal("unknown-source", error.Code);
        Assert.StartsWith(fixture.File("Broken.zip/conditions/"), error.File, StringComparison.Ordinal);
        Assert.Empty(fixture.Stored());
        Assert.Equal("Infraspinatus", fixture.Shows());
    }

    [Fact]
    public void With_a_key_only_what_it_signed_is_taken()
    {
        (string pem, string key) = PackSignature.NewKey();
        (string otherPem, _) = PackSignature.NewKey();
        foreach (SmallContent content in new[] { fixture.Shipped, fixture.Content })
            content.Write("kiosk.json", content.Text("kiosk.json").Replace("\"theme\"", $"\"updates\": {{ \"publicKey\": \"{key}\" }}, \"theme\"", StringComparison.Ordinal));

        Refuses("not signed", fixture.Pack("Unsigned"));
        Refuses("not signed", fixture.Content.Folder);
        Refuses("does not belong", fixture.Pack("Foreign", otherPem));
        fixture.Install(fixture.Pack("Signed", pem));
        Assert.Equal("Signed", fixture.Shows());
    }

    [Fact]
    public void Settings_that_cannot_be_read_open_no_door()
    {
        string pack = fixture.Pack("Any");
        fixture.Shipped.Write("kiosk.json", fixture.Shipped.Text("kiosk.json")[..^9]);

        Refuses("kiosk.json cannot be read", pack);
    }

    [Theory]
    [InlineData("../outside.json")]
    [InlineData("/tmp/outside.json")]
    [InlineData("muscles/../../outside.json")]
    [InlineData("muscles\\..\\outside.json")]
    [InlineData("a/b/c/d/e.json")]
    [InlineData(".hidden")]
    [InlineData("caf\u00e9.json")]
    [InlineData("new\nline.json")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        Refuses("names are made of", fixture.Zip((PackRules.Manifest, "{}"u8.ToArray()), (name, "x"u8.ToArray())));
        string manifest = $$"""{"format":1,"name":"x","created":"2026-01-01T00:00:00Z","files":[{"path":{{System.Text.Json.JsonSerializer.Serialize(name)}},"size":1,"sha256":"2d"}]}""";
        Refuses("names are made of", fixture.Zip((PackRules.Manifest, Encoding.UTF8.GetBytes(manifest)), ("x", "x"u8.ToArray())));
        Assert.Empty(fixture.Stored());
    }

    [Fact]
    public void Bombs_are_refused_before_they_grow()
    {
        Refuses("times or more", fixture.Zip(("zeros.json", new byte[30_000_000])));
        Refuses("more than 2000 files", fixture.Zip([.. Enumerable.Range(0, 2300).Select(i => ($"f{i}.json", "x"u8.ToArray()))]));
        string huge = fixture.File("huge.zip");
        using (FileStream sparse = File.Create(huge))
            sparse.SetLength(1L << 33);
        Refuses("MB; a pack has at most", huge);
        Refuses("is no zip", Text("text.zip", "This is no zip."));
        Refuses("is no zip", Text("empty.zip", ""));
    }

    [Fact]
    public void What_differs_from_the_manifest_is_refused()
    {
        Refuses("holds no manifest", fixture.Zip(("kiosk.json", "x"u8.ToArray())));
        const string Manifest = """{"format":1,"name":"x","created":"2026-01-01T00:00:00Z","files":[{"path":"a.json","size":1,"sha256":"00"}]}""";
        (string, byte[]) manifest = (PackRules.Manifest, Encoding.UTF8.GetBytes(Manifest));
        Refuses("is listed and missing", fixture.Zip(manifest));
        Refuses("is not listed", fixture.Zip(manifest, ("a.json", "x"u8.ToArray()), ("b.json", "x"u8.ToArray())));
        Refuses("is not the file", fixture.Zip(manifest, ("a.json", "x"u8.ToArray())));
        Refuses("is not the file", fixture.Zip(manifest, ("a.json", "longer"u8.ToArray())));
        Refuses("twice", fixture.Zip(manifest, ("a.json", "x"u8.ToArray()), ("A.json", "x"u8.ToArray())));
        Refuses("is a link", Linked());
    }

    [Fact]
    public void What_an_interrupted_installation_left_behind_goes_and_the_live_version_stays()
    {
        string id = fixture.Install(fixture.Pack("First"));
        Directory.CreateDirectory(fixture.Place.Path("content/versions/incoming-123/muscles"));
        Directory.CreateDirectory(fixture.Place.Path("content/versions/20200101-000000-abcdefabcdef"));
        File.WriteAllText(fixture.Place.Path("content/live.json.77.part"), "{");

        fixture.Versions.TidyUnlessBusy();

        Assert.Equal([id], fixture.Stored());
        Assert.Equal(["live.json", "lock"], Directory.EnumerateFiles(fixture.Place.Path("content")).Select(Path.GetFileName).Order());
        Assert.Equal("First", fixture.Shows());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"live\":\"../..\",\"before\":null}")]
    [InlineData("{\"live\":\"gone\",\"before\":null}")]
    [InlineData("[]")]
    public void A_damaged_pointer_shows_the_content_that_came_with_the_program(string damaged)
    {
        fixture.Install(fixture.Pack("First"));
        File.WriteAllText(fixture.Place.Path("content/live.json"), damaged);

        Assert.Null(fixture.Versions.LiveFolder);
        fixture.Install(fixture.Pack("Second"));
        Assert.Equal("Second", fixture.Shows());
    }

    /// <summary>Byte flips, cuts and insertions anywhere in a real pack.</summary>
    [Fact]
    public void Whatever_happens_to_a_packs_bytes_it_is_installed_whole_or_refused()
    {
        byte[] whole = File.ReadAllBytes(fixture.Pack("Whole"));
        fixture.Install(fixture.Pack("Live"));
        string damaged = fixture.File("damaged.zip");
        DamagedBytes.Of(whole).Sample(
            bytes =>
            {
                File.WriteAllBytes(damaged, bytes);
                try
                {
                    fixture.Install(damaged);
                    Assert.Equal("Whole", fixture.Shows());
                    fixture.Versions.Rollback();
                }
                catch (PackRefusedException)
                {
                }

                Assert.Equal("Live", fixture.Shows());
                Assert.DoesNotContain(fixture.Stored(), name => name.StartsWith("incoming", StringComparison.Ordinal));
            },
            iter: DamagedBytes.Tries(100), threads: 1);
    }

    private void Refuses(string why, string pack)
    {
        string before = fixture.Shows();
        PackRefusedException refusal = Assert.Throws<PackRefusedException>(() => fixture.Install(pack));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, fixture.Shows());
    }

    private string Text(string name, string text)
    {
        File.WriteAllText(fixture.File(name), text);
        return fixture.File(name);
    }

    private string Linked()
    {
        string folder = fixture.File("linked");
        Directory.CreateDirectory(folder);
        File.CreateSymbolicLink(Path.Combine(folder, "kiosk.json"), "/etc/hostname");
        return folder;
    }
}
