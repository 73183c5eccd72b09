using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Operation;

/// <summary>Health and counts in the OpenTelemetry protocol's JSON form (opentelemetry-proto, metrics v1).</summary>
internal static class OtlpMetrics
{
    private const string Service = "dry-needling-kiosk";
    private const int Cumulative = 2;

    public static byte[] Write(string kiosk, HealthReport health, ImmutableArray<(Count Count, long Number)> counts)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
            Write(writer, kiosk, health, counts);
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string kiosk, HealthReport health, ImmutableArray<(Count Count, long Number)> counts)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("resourceMetrics");
        writer.WriteStartObject();
        writer.WriteStartObject("resource");
        WriteAttributes(writer, ("service.name", Service), ("service.instance.id", kiosk), ("kiosk.content", health.Content));
        writer.WriteEndObject();
        writer.WriteStartArray("scopeMetrics");
        writer.WriteStartObject();
        writer.WriteStartObject("scope");
        writer.WriteString("name", Service);
        writer.WriteEndObject();
        writer.WriteStartArray("metrics");
        WriteGauge(writer, "kiosk.uptime", "s", (long)(health.Written - health.Started).TotalSeconds, health);
        WriteGauge(writer, "kiosk.memory", "By", health.MemoryBytes, health);
        WriteGauge(writer, "kiosk.frames", "{frame}", health.Frames, health);
        WriteGauge(writer, "kiosk.failures", "{failure}", health.Failures, health);
        if (!counts.IsEmpty)
            WriteCounts(writer, health, counts);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteGauge(Utf8JsonWriter writer, string name, string unit, long value, HealthReport health)
    {
        WriteHead(writer, name, unit);
        writer.WriteStartObject("gauge");
        writer.WriteStartArray("dataPoints");
        WritePoint(writer, value, health, isSum: false);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, HealthReport health, ImmutableArray<(Count Count, long Number)> counts)
    {
        WriteHead(writer, "kiosk.counts", "1");
        writer.WriteStartObject("sum");
        writer.WriteNumber("aggregationTemporality", Cumulative);
        writer.WriteBoolean("isMonotonic", true);
        writer.WriteStartArray("dataPoints");
        foreach ((Count count, long number) in counts)
            WritePoint(writer, number, health, isSum: true, ("kind", CountStore.NameOf(count.Kind)), ("key", count.Key));
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter writer, string name, string unit)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("unit", unit);
    }

    private static void WritePoint(Utf8JsonWriter writer, long value, HealthReport health, bool isSum, params ReadOnlySpan<(string Key, string Value)> attributes)
    {
        writer.WriteStartObject();
        WriteAttributes(writer, attributes);
        if (isSum)
            writer.WriteString("startTimeUnixNano", Nanoseconds(health.Started));
        writer.WriteString("timeUnixNano", Nanoseconds(health.Written));
        // 64-bit numbers are texts in this form.
        writer.WriteString("asInt", value.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, params ReadOnlySpan<(string Key, string Value)> attributes)
    {
        writer.WriteStartArray("attributes");
        foreach ((string key, string value) in attributes)
        {
            writer.WriteStartObject();
            writer.WriteString("key", key);
            writer.WriteStartObject("value");
            writer.WriteString("stringValue", value);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Nanoseconds(DateTimeOffset moment) =>
        ((moment - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);
}
