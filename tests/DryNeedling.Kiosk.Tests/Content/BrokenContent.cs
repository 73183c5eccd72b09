using System.Collections.Immutable;
using System.Text;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>A copy of a little of our content, broken on purpose: each mistake is one line for the operator, and the rest stays.</summary>
public sealed class BrokenContent : IDisposable
{
    private const string Muscle = "muscles/infraspinatus.json";

    private readonly string folder = OurContent.CopyToNewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Unbroken_the_copy_is_read_without_a_finding()
    {
        Assert.Empty(Read());
        Assert.Single(ContentReader.Read(folder).Content!.Muscles);
    }

    [Theory]
    [InlineData("\"region\": \"shoulder\"", "\"region\": \"sholder\"", "unknown-region", 4, 13)]
    [InlineData("\"along\":", "\"allong\":", "unknown-member", 0, 7)]
    [InlineData("\"practice\":", "\"praktice\":", "missing-member", 0, 18)]
    [InlineData("\"review\": {", "\"latin\": \"twice\",\n  \"review\": {", "duplicate-member", 0, 3)]
    [InlineData("\"number\": 1", "\"number\": \"1\"", "wrong-type", 0, 17)]
    [InlineData("\"number\": 1", "\"number\": 1.5", "not-whole", 0, 17)]
    [InlineData("\"number\": 1", "\"number\": NaN", "json", 0, 17)]
    [InlineData("\"number\": 1", "\"number\": 1e999", "out-of-range", 0, 17)]
    [InlineData("\"review\": {", "// to do\n  \"review\": {", "comment", 0, 3)]
    [InlineData("\"on\": null }", "\"on\": null, }", "trailing-comma", 0, 37)]
    [InlineData("\"latin\": \"", "\"latin\": \"\\ud800", "bad-text", 6, 12)]
    [InlineData("\"latin\": \"", "\"latin\": \"\t", "json", 6, 13)]
    [InlineData("\"review\": {", "\"review\": null, \"x\": {", "null", 0, 13)]
    [InlineData("\"id\": \"infraspinatus\"", "\"id\": \"teres-minor\"", "id-not-file-name", 3, 9)]
    public void A_slip_in_a_file_is_found_where_it_stands(string text, string slip, string code, int line, int column)
    {
        string whole = File.ReadAllText(Path.Combine(folder, Muscle));
        Assert.Contains(text, whole, StringComparison.Ordinal);
        int at = whole.IndexOf(text, StringComparison.Ordinal);
        Write(Muscle, whole[..at] + slip + whole[(at + text.Length)..]);

        ContentFinding finding = Assert.Single(Read(), f => f.Code == code);
        Assert.Equal($"{folder}/{Muscle}", finding.File);
        Assert.Equal(column, finding.Column);
        if (line > 0)
            Assert.Equal(line, finding.Line);
        Assert.Empty(ContentReader.Read(folder).Content!.Muscles);
    }

    [Fact]
    public void Every_mistake_of_a_file_is_reported_at_once()
    {
        Edit(Muscle, text => text.Replace("\"along\":", "\"allong\":", StringComparison.Ordinal)
            .Replace("\"often\"", "\"offen\"", StringComparison.Ordinal)
            .Replace("\"latin\": \"Musculus infraspinatus\"", "\"latin\": 7", StringComparison.Ordinal));

        string[] codes = [.. Read().Select(f => f.Code).Distinct().Order()];
        Assert.Equal(["missing-member", "unknown-member", "unknown-practice", "wrong-type"], codes);
    }

    [Fact]
    public void A_misspelled_name_is_answered_with_the_right_one()
    {
        Edit(Muscle, text => text.Replace("\"origin\":", "\"orgin\":", StringComparison.Ordinal));

        Assert.Contains(Read(), f => f.Code == "unknown-member" && f.Message.Contains("Did you mean 'origin'", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_count_letters_and_not_bytes()
    {
        Write("glossary.json", "{ \"terms\": [], \"ñandú\": 1, \"reviev\": 2, \"review\": { \"by\": null, \"on\": null } }");

        Assert.Contains(Read(), f => f.Code == "unknown-member" && f.Message.Contains("'reviev'", StringComparison.Ordinal) && f is { Line: 1, Column: 28 });
    }

    [Fact]
    public void An_empty_file_is_named() => AssertFound("empty-file", () => Write(Muscle, ""));

    [Fact]
    public void A_file_of_spaces_is_empty_too() => AssertFound("empty-file", () => Write(Muscle, " \n "));

    [Fact]
    public void A_file_that_ends_too_early_is_named() => AssertFound("json", () => Edit(Muscle, text => text[..(text.Length / 2)]));

    [Fact]
    public void A_list_is_no_file() => AssertFound("wrong-type", () => Write(Muscle, "[1, 2]"));

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_unread() => AssertFound("too-large", () =>
    {
        using FileStream file = File.Create(Path.Combine(folder, Muscle));
        file.SetLength(100_000_000);
    });

    [Fact]
    public void A_hundred_thousand_brackets_are_refused() =>
        AssertFound("too-deep", () => Write(Muscle, "{ \"id\": " + new string('[', 100_000)));

    [Fact]
    public void A_byte_order_mark_is_welcome()
    {
        Edit(Muscle, text => '\uFEFF' + text);

        Assert.Empty(Read());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf_16_is_refused(string encoding)
    {
        string text = File.ReadAllText(Path.Combine(folder, Muscle));
        File.WriteAllText(Path.Combine(folder, Muscle), text, Encoding.GetEncoding(encoding));

        AssertFound("not-utf8", () => { });
    }

    [Fact]
    public void A_letter_of_another_encoding_is_found_where_it_stands()
    {
        Encoding latin1 = Encoding.Latin1;
        File.WriteAllBytes(Path.Combine(folder, Muscle), latin1.GetBytes("{\n  \"id\": \"ñ\" }"));

        Assert.Contains(Read(), f => f is { Code: "not-utf8", Line: 2, Column: 10 });
    }

    [Fact]
    public void A_nul_byte_is_found() => AssertFound("nul-byte", () => Edit(Muscle, text => text.Replace("omóplato", "om\0plato", StringComparison.Ordinal)));

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed() => AssertFound("outside-folder", () =>
    {
        File.Delete(Path.Combine(folder, Muscle));
        File.CreateSymbolicLink(Path.Combine(folder, Muscle), Path.Combine(OurContent.Folder, Muscle));
    });

    [Fact]
    public void A_folder_that_is_a_link_out_is_not_followed()
    {
        Directory.Delete(Path.Combine(folder, "muscles"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(folder, "muscles"), Path.Combine(OurContent.Folder, "muscles"));

        Assert.Contains(Read(), f => f.Code == "outside-folder" && f.File.EndsWith("/muscles", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_within_the_folder_is_followed()
    {
        File.Move(Path.Combine(folder, "kiosk.json"), Path.Combine(folder, "ours.json"));
        File.CreateSymbolicLink(Path.Combine(folder, "kiosk.json"), "ours.json");

        Assert.Empty(Read());
    }

    [Fact]
    public void Links_in_a_circle_are_named() => AssertFound("unreadable", () =>
    {
        File.Delete(Path.Combine(folder, Muscle));
        File.CreateSymbolicLink(Path.Combine(folder, "muscles/a.json"), "infraspinatus.json");
        File.CreateSymbolicLink(Path.Combine(folder, Muscle), "a.json");
    });

    [Fact]
    public void A_link_to_nothing_is_named() => AssertFound("vanished", () =>
    {
        File.Delete(Path.Combine(folder, Muscle));
        File.CreateSymbolicLink(Path.Combine(folder, Muscle), "gone.json");
    });

    [Fact]
    public void A_folder_in_place_of_a_file_is_named() => AssertFound("unreadable", () =>
    {
        File.Delete(Path.Combine(folder, Muscle));
        Directory.CreateDirectory(Path.Combine(folder, Muscle));
    });

    [Fact]
    public void Other_files_beside_are_ignored()
    {
        Write("muscles/notes.txt", "not JSON");
        Write("muscles/.infraspinatus.json.swp", "not JSON");
        Write("muscles/.hidden.json", "not JSON");
        Write("README.md", "not JSON");
        Directory.CreateDirectory(Path.Combine(folder, "handouts"));
        Write("handouts/later.json", "not JSON");

        Assert.Empty(Read());
    }

    [Fact]
    public void Without_settings_the_kiosk_uses_its_own()
    {
        File.Delete(Path.Combine(folder, "kiosk.json"));

        Assert.Contains(Read(), f => f.Code == "missing-file");
        Assert.Equal(ClinicSettings.Default, ContentReader.Read(folder).Content!.Settings);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_error()
    {
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(Path.Combine(folder, "nowhere"));

        Assert.Null(content);
        Assert.Equal("unreadable-folder", Assert.Single(findings).Code);
    }

    [Fact]
    public void Out_of_a_folder_of_nothing_no_content_is_made()
    {
        string empty = Path.Combine(folder, "empty");
        Directory.CreateDirectory(empty);

        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(empty);

        Assert.Null(content);
        Assert.All(findings, f => Assert.StartsWith("missing-", f.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void Thousands_of_files_are_read()
    {
        string text = File.ReadAllText(Path.Combine(folder, Muscle));
        for (int i = 0; i < 1500; i++)
            Write($"muscles/m{i}.json", text.Replace("\"id\": \"infraspinatus\"", $"\"id\": \"m{i}\"", StringComparison.Ordinal));

        Assert.Equal(1501, ContentReader.Read(folder).Content!.Muscles.Length);
    }

    [Fact]
    public void A_flood_of_mistakes_in_one_file_is_cut_off()
    {
        Write("strings/en.json", "{" + string.Join(",", Enumerable.Range(0, 60_000).Select(i => $"\"A{i}\":1")) + "}");

        Assert.InRange(Read().Count(f => f.File.EndsWith("en.json", StringComparison.Ordinal)), 100, 201);
    }

    private void AssertFound(string code, Action breakIt)
    {
        breakIt();
        ContentFinding finding = Assert.Single(Read(), f => f.File == $"{folder}/{Muscle}");
        Assert.Equal(code, finding.Code);
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.Equal(50, ContentReader.Read(folder).Content!.Glossary.Length);
    }

    private ImmutableArray<ContentFinding> Read() => ContentReader.Read(folder).Findings;

    private void Edit(string file, Func<string, string> edit) => Write(file, edit(File.ReadAllText(Path.Combine(folder, file))));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text, new UTF8Encoding(false));
}
