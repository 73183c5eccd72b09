using System.Text.Json;

namespace DryNeedling.Kiosk.Operation;

/// <summary>How the running kiosk is, as it writes it down each minute.</summary>
/// <param name="Frames">Pictures presented since the start.</param>
/// <param name="Content">Id of the installed version, "shipped", or the folder that was named.</param>
internal sealed record HealthReport(
    int ProcessId, DateTimeOffset Started, DateTimeOffset Written, long Frames, string Screen, string Content, string Model, long MemoryBytes,
    int Failures, string? LastError)
{
    public const string FileName = "health.json";

    /// <summary>Older figures mean that the kiosk hangs or is gone: it writes them each minute.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(3);

    /// <summary>What is wrong at a moment, for a monitor; null when all is well.</summary>
    /// <param name="isRunning">Whether there is a process of its number.</param>
    public string? Trouble(DateTimeOffset now, bool isRunning) => (now - Written) switch
    {
        _ when !isRunning => "the kiosk does not run.",
        var age when age > FreshFor => $"the kiosk has not said anything for {(int)age.TotalMinutes} minutes; it hangs or has ended.",
        var age when age < -FreshFor => "the clock was set back; wait a minute.",
        _ => null,
    };

    public byte[] ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
            Write(writer);
        return stream.ToArray();
    }

    /// <summary>Writes the figures; with a moment also what a reader works out of them.</summary>
    public void Write(Utf8JsonWriter writer, DateTimeOffset? now = null, bool isRunning = true, bool isDefaultPin = false)
    {
        writer.WriteStartObject();
        writer.WriteNumber("processId", ProcessId);
        writer.WriteString("started", Started);
        writer.WriteString("written", Written);
        writer.WriteNumber("uptimeSeconds", (long)(Written - Started).TotalSeconds);
        writer.WriteNumber("frames", Frames);
        writer.WriteString("screen", Screen);
        writer.WriteString("content", Content);
        writer.WriteString("model", Model);
        writer.WriteNumber("memoryBytes", MemoryBytes);
        writer.WriteNumber("failures", Failures);
        writer.WriteString("lastError", LastError);
        if (now is { } moment)
        {
            writer.WriteBoolean("healthy", Trouble(moment, isRunning) is null);
            writer.WriteString("trouble", Trouble(moment, isRunning));
            writer.WriteBoolean("defaultPin", isDefaultPin);
        }

        writer.WriteEndObject();
    }

    /// <summary>What the kiosk wrote last, or null when it never did or the file is damaged.</summary>
    public static HealthReport? Read(StatePlace place)
    {
        try
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(place.Path(FileName)));
            JsonElement r = file.RootElement;
            return new(
                r.GetProperty("processId").GetInt32(), r.GetProperty("started").GetDateTimeOffset(), r.GetProperty("written").GetDateTimeOffset(),
                r.GetProperty("frames").GetInt64(), Text(r, "screen"), Text(r, "content"), Text(r, "model"), r.GetProperty("memoryBytes").GetInt64(),
                r.GetProperty("failures").GetInt32(), r.GetProperty("lastError").GetString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static string Text(JsonElement report, string name) => report.GetProperty(name).GetString() ?? "";
}
