using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>What no file shows by itself: each is found at its line, with what to do.</summary>
public sealed class TheValidator : IDisposable
{
    private const string Muscle = "muscles/infraspinatus.json";

    private readonly string folder = OurContent.CopyToNewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Our_own_content_has_no_error() =>
        Assert.Empty(ContentValidator.Validate(OurContent.Value).Where(f => f.Severity == FindingSeverity.Error));

    [Fact]
    public void Of_our_own_content_only_the_clinicians_review_is_missing() =>
        Assert.Empty(ContentValidator.Validate(OurContent.Value).Where(f => f.Code != "unreviewed"));

    [Fact]
    public void A_zone_that_does_not_exist_is_found_at_its_line()
    {
        int line = EditLine(Muscle, "\"essential\": [\"anterior-deltoid\"", "\"essential\": [\"anterior-deltiod\"", out int column);

        ContentFinding finding = One("unknown-zone");
        Assert.Equal((line, column + "\"essential\": [".Length), (finding.Line, finding.Column));
        Assert.Contains("Did you mean 'anterior-deltoid'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_does_not_exist_is_an_error()
    {
        Edit(Muscle, text => text.Replace("\"tstrav1999\"", "\"tstrav1998\"", StringComparison.Ordinal));

        Assert.Equal(FindingSeverity.Error, One("unknown-source").Severity);
    }

    [Fact]
    public void A_condition_names_muscles_that_exist()
    {
        WriteCondition("""["infraspinatus", "teres-minor"]""");

        ContentFinding finding = One("unknown-muscle");
        Assert.Contains("'teres-minor'", finding.Message, StringComparison.Ordinal);
        Assert.Equal($"{folder}/conditions/rotator-cuff-shoulder-pain.json", finding.File);
    }

    [Fact]
    public void A_condition_says_when_to_see_a_doctor()
    {
        WriteCondition("""["infraspinatus"]""");
        Assert.DoesNotContain(Validate(), f => f.Code == "no-warning-sign");

        Edit("conditions/rotator-cuff-shoulder-pain.json", text => text.Replace("[\"Una caída\"]", "[]", StringComparison.Ordinal));
        Assert.Equal(FindingSeverity.Error, One("no-warning-sign").Severity);
    }

    [Fact]
    public void A_muscle_left_out_for_its_mistakes_is_not_called_unknown_as_well()
    {
        WriteCondition("""["infraspinatus"]""");
        Edit(Muscle, text => text.Replace("\"latin\"", "\"latn\"", StringComparison.Ordinal));

        Assert.DoesNotContain(Validate(), f => f.Code == "unknown-muscle");
    }

    [Fact]
    public void A_text_that_lacks_a_language_is_found()
    {
        int line = EditLine(Muscle, "\"name\": { \"en\": \"Infraspinatus\", \"es\": \"Infraespinoso\" }", "\"name\": { \"en\": \"Infraspinatus\" }", out _);

        ContentFinding finding = One("missing-text");
        Assert.Equal(line, finding.Line);
        Assert.Contains("'name' lacks the language 'es'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_language_is_missed_everywhere()
    {
        Edit("kiosk.json", text => text.Replace("[\"en\", \"es\"]", "[\"en\", \"es\", \"fr\"]", StringComparison.Ordinal));

        ImmutableArray<ContentFinding> findings = Validate();
        Assert.Contains(findings, f => f.Code == "missing-strings" && f.File == $"{folder}/strings/fr.json");
        Assert.Contains(findings, f => f.Code == "missing-text" && f.File == $"{folder}/zones.json");
    }

    [Fact]
    public void Lists_of_different_length_are_a_warning()
    {
        Edit(Muscle, text => text.Replace("\"feels\": {\n    \"en\": [", "\"feels\": {\n    \"en\": [\"One more\", ", StringComparison.Ordinal));

        Assert.Equal(FindingSeverity.Warning, One("uneven-texts").Severity);
    }

    [Fact]
    public void A_string_that_a_language_lacks_is_found()
    {
        Edit("strings/es.json", text => text.Replace("\"list-and\"", "\"list-and-more\"", StringComparison.Ordinal));

        ImmutableArray<ContentFinding> findings = Validate();
        Assert.Contains(findings, f => f.Code == "missing-text" && f.File.EndsWith("es.json", StringComparison.Ordinal) && f.Message.StartsWith("'list-and' ", StringComparison.Ordinal));
        ContentFinding unused = Assert.Single(findings, f => f.Code == "unused-text");
        Assert.EndsWith("es.json", unused.File, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'list-and'", unused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_the_interface_needs_and_no_language_has_is_found_in_each()
    {
        foreach (string file in new[] { "strings/en.json", "strings/es.json" })
            Edit(file, text => text.Replace("\"evidence-low\"", "\"keyboard-own\"", StringComparison.Ordinal));

        Assert.Equal(2, Validate().Count(f => f.Code == "missing-text" && f.Message.Contains("'evidence-low'", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_translation_keeps_the_blanks_to_fill_in()
    {
        Edit("strings/es.json", text => text.Replace("{0} y {1}", "{0} y", StringComparison.Ordinal));

        Assert.Contains("{0} {1}", One("placeholder").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trigger_points_are_numbered_in_order()
    {
        int line = EditLine(Muscle, "\"number\": 1,", "\"number\": 2,", out _);

        Assert.Equal(line, Validate().First(f => f.Code == "trigger-point-number").Line);
    }

    [Theory]
    [InlineData("dark", "#202020", true)]
    [InlineData("dark", "#35d0c0", false)]
    [InlineData("light", "#ffe9a0", true)]
    [InlineData("light", "#00564f", false)]
    public void The_clinics_colour_must_stand_out(string theme, string accent, bool isFound)
    {
        Edit("kiosk.json", text => text.Replace("\"dark\"", $"\"{theme}\"", StringComparison.Ordinal).Replace("#2fb3a8", accent, StringComparison.Ordinal));

        Assert.Equal(isFound, Validate().Any(f => f.Code == "low-contrast"));
    }

    [Fact]
    public void What_no_clinician_has_reviewed_is_one_warning_a_file()
    {
        Assert.Equal(2, Validate().Count(f => f is { Code: "unreviewed", Severity: FindingSeverity.Warning }));

        Edit(Muscle, text => text.Replace("\"by\": null, \"on\": null", "\"by\": \"A. Clinician\", \"on\": \"2026-02-03\"", StringComparison.Ordinal));
        Assert.Single(Validate(), f => f.Code == "unreviewed");
    }

    [Fact]
    public void A_source_that_nothing_cites_is_a_warning() =>
        Assert.Contains(Validate(), f => f is { Code: "unused-source", Severity: FindingSeverity.Warning, Line: > 1 });

    [Fact]
    public void The_model_must_have_the_muscle_on_both_sides()
    {
        Assert.DoesNotContain(Validate(BodyOf("infraspinatus.L", "infraspinatus.R")), f => f.File.EndsWith(Muscle, StringComparison.Ordinal) && f.Severity == FindingSeverity.Error);
        Assert.Contains("infraspinatus.R", Validate(BodyOf("infraspinatus.L")).Single(f => f.Code == "one-sided").Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'supraspinatus'", Validate(BodyOf("supraspinatus.L", "supraspinatus.R")).Single(f => f.Code == "unknown-structure").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_muscle_of_the_model_needs_a_card()
    {
        ContentFinding finding = Validate(BodyOf("infraspinatus.L", "infraspinatus.R", "soleus.L", "soleus.R")).Single(f => f.Code == "muscle-without-card");

        Assert.Equal("model.glb", finding.File);
        Assert.Contains("'soleus.R'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_no_skin_carries_is_found()
    {
        ImmutableArray<ContentFinding> findings = Validate(BodyOf("infraspinatus.L", "infraspinatus.R"));

        Assert.DoesNotContain(findings, f => f.Code == "zone-not-on-skin" && f.Message.Contains("'vertex'", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Code == "zone-not-on-skin" && f.Message.Contains("'temple.L'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_story_selects_what_the_model_has()
    {
        using SmallContent content = new();
        content.Write(SmallContent.Story, content.Text(SmallContent.Story).Replace("\"infraspinatus.R\"", "\"infraspinatus\"", StringComparison.Ordinal));

        ContentFinding first = ContentValidator.Validate(content.Read().Content!, BodyOf("infraspinatus.L", "infraspinatus.R"), "model.glb").First(f => f.Code == "unknown-structure");
        Assert.Contains("write infraspinatus.L or infraspinatus.R", first.Message, StringComparison.Ordinal);
        Assert.EndsWith(SmallContent.Story, first.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_cites_its_sources()
    {
        using SmallContent content = new();
        Assert.DoesNotContain(content.Read().Findings, f => f.Code == "unused-source" && f.Message.Contains("'brady2014'", StringComparison.Ordinal));

        File.Delete(Path.Combine(content.Folder, SmallContent.Story));
        Assert.Contains(content.Read().Findings, f => f.Code == "unused-source" && f.Message.Contains("'brady2014'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trigger_point_beside_its_muscle_is_found_at_its_line()
    {
        int line = EditLine(Muscle, "\"along\": 0.51", "\"along\": 0.93", out int column);
        BodyVertex[] vertices = new BodyVertex[6];
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] = new() { Position = new(0, 0.1f * i, 0), U = (ushort)(i * 0.1f * ushort.MaxValue) };
        Bounds bounds = Bounds.Empty.Include(Vector3.Zero).Include(new Vector3(0, 0.5f, 0));
        Structure[] muscles = [.. ((string[])["infraspinatus.L", "infraspinatus.R"]).Select(id =>
            new Structure(new(id), StructureKind.Muscle, Layer.Superficial, "shoulder", true, new(0, vertices.Length), default, default, bounds))];

        ContentFinding finding = Assert.Single(Validate(new(muscles, vertices, [], [], [], "")), f => f.Code == "off-muscle");

        Assert.Equal((line, FindingSeverity.Warning), (finding.Line, finding.Severity));
        Assert.InRange(finding.Column, column, column + 9);
    }

    /// <summary>A body of muscles without shape and a skin of one vertex that carries the zone <c>vertex</c> but not <c>temple.L</c>.</summary>
    private static Body BodyOf(params string[] muscles)
    {
        Bounds bounds = Bounds.Empty.Include(Vector3.Zero);
        List<Structure> structures = [new(new("skin"), StructureKind.Skin, Layer.Skin, "", false, new(0, 1), default, default, bounds)];
        structures.AddRange(muscles.Select(id => new Structure(new(id), StructureKind.Muscle, Layer.Superficial, "shoulder", true, new(1, 0), default, default, bounds)));
        return new(structures, [new BodyVertex { Paint0 = 1, Paint1 = 2, Paint2 = 200, Paint3 = 0 }], [], [], [new("vertex"), new("temple.L")], "");
    }

    private ContentFinding One(string code) => Assert.Single(Validate(), f => f.Code == code);

    private ImmutableArray<ContentFinding> Validate(Body? body = null) =>
        ContentValidator.Validate(ContentReader.Read(folder).Content!, body, "model.glb");

    private int EditLine(string file, string text, string replacement, out int column)
    {
        string whole = File.ReadAllText(Path.Combine(folder, file));
        int at = whole.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{text} is not in {file}");
        column = at - whole.LastIndexOf('\n', at);
        Write(file, whole[..at] + replacement + whole[(at + text.Length)..]);
        return whole[..at].Count(c => c == '\n') + 1;
    }

    private void WriteCondition(string core) => Write("conditions/rotator-cuff-shoulder-pain.json", $$"""
        {
          "id": "rotator-cuff-shoulder-pain",
          "name": { "en": "Shoulder pain", "es": "Dolor de hombro" },
          "synonyms": { "en": [], "es": [] },
          "explanation": { "en": "It hurts.", "es": "Duele." },
          "core": {{core}},
          "also": [],
          "needling": { "en": "It may help.", "es": "Puede ayudar." },
          "evidence": "low",
          "seeDoctorFirst": { "en": ["A fall"], "es": ["Una caída"] },
          "sources": ["tstrav1999"],
          "review": { "by": null, "on": null }
        }
        """);

    private void Edit(string file, Func<string, string> edit)
    {
        string before = File.ReadAllText(Path.Combine(folder, file)), after = edit(before);
        Assert.NotEqual(before, after);
        Write(file, after);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text, new UTF8Encoding(false));
}
