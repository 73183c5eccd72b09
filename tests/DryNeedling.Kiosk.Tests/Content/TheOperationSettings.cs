using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Operation.Packs;
using NJsonSchema;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>How the clinic looks after its kiosk: optional members of kiosk.json.</summary>
public sealed class TheOperationSettings : IDisposable
{
    private readonly SmallContent content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void Without_them_counts_stay_two_years_and_nothing_is_fetched_or_sent() =>
        Assert.Equal(new OperationSettings(730, null, null, null), content.Read().Content!.Settings.Operation);

    [Fact]
    public async Task They_are_read_and_the_schema_allows_them()
    {
        string key = PackSignature.NewKey().PublicKey;
        Add($$"""
            "counts": { "keepDays": 30 }, "updates": { "publicKey": "{{key}}", "folder": "/media/packs" },
            "telemetry": { "otlp": "http://collector:4318", "kiosk": "lobby" }
            """);

        (KioskContent? read, var findings) = content.Read();

        Assert.DoesNotContain(findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal(new OperationSettings(30, key, "/media/packs", new(new("http://collector:4318"), "lobby", 5)), read!.Settings.Operation);
        Assert.Empty((await Schema()).Validate(content.Text("kiosk.json")));
    }

    [Theory]
    [InlineData("out-of-range", "\"counts\": { \"keepDays\": -1 }")]
    [InlineData("missing-member", "\"counts\": { }")]
    [InlineData("unknown-member", "\"counts\": { \"keepDays\": 3, \"people\": true }")]
    [InlineData("bad-key", "\"updates\": { \"publicKey\": \"secret\" }")]
    [InlineData("bad-folder", "\"updates\": { \"folder\": \"packs\" }")]
    [InlineData("bad-address", "\"telemetry\": { \"otlp\": \"collector:4318\", \"kiosk\": \"lobby\" }")]
    [InlineData("missing-member", "\"telemetry\": { \"otlp\": \"http://collector:4318\" }")]
    [InlineData("out-of-range", "\"telemetry\": { \"otlp\": \"http://collector:4318\", \"kiosk\": \"lobby\", \"everyMinutes\": 0 }")]
    public async Task A_mistake_is_found_by_the_reader_and_by_the_schema(string code, string members)
    {
        Add(members);

        Assert.Contains(content.Read().Findings, f => f.Code == code && f.File.EndsWith("kiosk.json", StringComparison.Ordinal));
        Assert.NotEmpty((await Schema()).Validate(content.Text("kiosk.json")));
    }

    private void Add(string members)
    {
        const string Before = "\"theme\"";
        content.Write("kiosk.json", content.Text("kiosk.json").Replace(Before, $"{members}, {Before}", StringComparison.Ordinal));
    }

    private static async Task<JsonSchema> Schema() =>
        await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Path.Combine(OurContent.Folder, "schema", "kiosk.schema.json")));
}
