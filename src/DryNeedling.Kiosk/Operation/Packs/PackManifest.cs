using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace DryNeedling.Kiosk.Operation.Packs;

/// <param name="Sha256">Of the whole file, small hexadecimal digits.</param>
internal sealed record PackFile(string Path, long Size, string Sha256);

/// <summary>The list of a pack's files, with the hash of each; what a clinic signs.</summary>
internal sealed record PackManifest(string Name, DateTimeOffset Created, ImmutableArray<PackFile> Files)
{
    private const int Format = 1, LongestName = 100;

    /// <exception cref="PackRefusedException">It is no such list, or holds more than a pack may.</exception>
    public static PackManifest Parse(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            JsonElement root = document.RootElement;
            if (root.GetProperty("format").GetInt32() != Format)
                throw new PackRefusedException("it was made for another version of the kiosk.");
            return Checked(new(
                root.GetProperty("name").GetString() ?? "",
                root.GetProperty("created").GetDateTimeOffset(),
                [.. root.GetProperty("files").EnumerateArray().Select(FileOf)]));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PackRefusedException($"its {PackRules.Manifest} is damaged or of another kind; make the pack anew with 'kiosk content pack'.");
        }
    }

    public byte[] ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteString("name", Name);
            writer.WriteString("created", Created.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            writer.WriteStartArray("files");
            foreach (PackFile file in Files)
            {
                writer.WriteStartObject();
                writer.WriteString("path", file.Path);
                writer.WriteNumber("size", file.Size);
                writer.WriteString("sha256", file.Sha256);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static PackFile FileOf(JsonElement file) => new(
        file.GetProperty("path").GetString() ?? "", file.GetProperty("size").GetInt64(), file.GetProperty("sha256").GetString() ?? "");

    private static PackManifest Checked(PackManifest manifest)
    {
        if (manifest.Files.Length is 0 or > PackRules.MostFiles)
            throw new PackRefusedException($"it lists {manifest.Files.Length} files; a pack has 1 to {PackRules.MostFiles}.");
        if (manifest.Name.Length > LongestName || manifest.Name.Any(char.IsControl))
            throw new PackRefusedException("its name is no name.");
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { PackRules.Manifest, PackRules.Signature };
        long left = PackRules.MostBytes;
        foreach (PackFile file in manifest.Files)
        {
            PackRules.AssertSafe(file.Path);
            if (!names.Add(file.Path))
                throw new PackRefusedException($"it lists '{file.Path}' twice.");
            if (file.Size <= 0 || (left -= Math.Min(file.Size, left + 1)) < 0)
                throw new PackRefusedException($"its files are empty or have more than {PackRules.MostBytes >> 20} MB together.");
        }

        return manifest;
    }
}
