using NJsonSchema;
using NJsonSchema.Validation;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>An editor that knows the schemas must judge as the kiosk does.</summary>
public class TheSchemas
{
    public static TheoryData<string, string> FilesAndSchemas { get; } = new()
    {
        { "muscles", "muscle" }, { "conditions", "condition" }, { "strings", "strings" }, { "stories", "story" }, { "tours", "tour" },
        { "zones.json", "zones" }, { "glossary.json", "glossary" }, { "sources.json", "sources" }, { "kiosk.json", "kiosk" },
    };

    [Theory]
    [MemberData(nameof(FilesAndSchemas))]
    public async Task Our_content_fits_its_schema(string files, string schema)
    {
        JsonSchema rules = await Schema(schema);
        foreach (string file in FilesOf(files))
        {
            ICollection<ValidationError> errors = rules.Validate(await File.ReadAllTextAsync(file));
            Assert.True(errors.Count == 0, $"{file}: {errors.FirstOrDefault()}");
        }
    }

    [Theory]
    [MemberData(nameof(FilesAndSchemas))]
    public async Task Our_files_name_their_schema(string files, string schema)
    {
        foreach (string file in FilesOf(files))
        {
            string up = Path.GetExtension(files) == ".json" ? "" : "../";
            Assert.Contains($"\"$schema\": \"{up}schema/{schema}.schema.json\"", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"region\": \"shoulder\"", "\"region\": \"sholder\"")]
    [InlineData("\"along\":", "\"allong\":")]
    [InlineData("\"number\": 1", "\"number\": \"1\"")]
    [InlineData("\"number\": 1", "\"number\": 0")]
    [InlineData("\"practice\": \"", "\"practice\": \"x")]
    [InlineData("\"id\": \"", "\"id\": \"A ")]
    [InlineData("\"by\": null", "\"by\": 7")]
    [InlineData("\"latin\": \"Musculus infraspinatus\"", "\"latin\": \"\"")]
    [InlineData("\"name\": { \"en\"", "\"name\": { \"english\"")]
    public async Task What_the_reader_refuses_the_schema_refuses_too(string text, string slip)
    {
        JsonSchema rules = await Schema("muscle");
        string whole = await File.ReadAllTextAsync(Path.Combine(OurContent.Folder, "muscles/infraspinatus.json"));
        Assert.Contains(text, whole, StringComparison.Ordinal);

        Assert.NotEmpty(rules.Validate(whole.Replace(text, slip, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"animation\": \"twitch\"", "\"animation\": \"twich\"")]
    [InlineData("\"view\": \"back\"", "\"view\": \"behind\"")]
    [InlineData("\"layer\": \"skin\"", "\"layer\": 0")]
    [InlineData("\"select\": \"infraspinatus.R\"", "\"select\": \"infraspinatus.X\"")]
    [InlineData("\"triggerPoint\": 2", "\"triggerPoint\": 0")]
    [InlineData("\"order\": 2", "\"order\": \"2\"")]
    public async Task What_the_reader_refuses_in_a_story_the_schema_refuses_too(string text, string slip)
    {
        JsonSchema rules = await Schema("story");
        string whole = await File.ReadAllTextAsync(Path.Combine(OurContent.Folder, "stories/how-it-works.json"));
        Assert.Contains(text, whole, StringComparison.Ordinal);

        Assert.NotEmpty(rules.Validate(whole.Replace(text, slip, StringComparison.Ordinal)));
    }

    private static async Task<JsonSchema> Schema(string name) =>
        await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Path.Combine(OurContent.Folder, "schema", $"{name}.schema.json")));

    private static string[] FilesOf(string files)
    {
        string path = Path.Combine(OurContent.Folder, files);
        return File.Exists(path) ? [path] : Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [];
    }
}
