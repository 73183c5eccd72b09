using System.Text.Encodings.Web;
using System.Text.Json;

namespace DryNeedling.Kiosk.Commands;

/// <summary>Prints JSON that people can read too: indented, accents as they are.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Action<Utf8JsonWriter> write)
    {
        using Stream output = Console.OpenStandardOutput();
        using (Utf8JsonWriter writer = new(output, Options))
            write(writer);
        output.WriteByte((byte)'\n');
    }

    // Three digits, as the score was rounded.
    public static void WriteScore(Utf8JsonWriter writer, float score) => writer.WriteNumber("score", decimal.Round((decimal)score, 3));
}
