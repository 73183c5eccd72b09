using System.IO.Compression;

namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>Makes a pack of a content folder.</summary>
internal static class PackWriter
{
    // The same files give the same zip.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the zip, which appears whole or not at all.</summary>
    /// <exception cref="PackRefusedException">The folder holds what no pack may, or the key is none.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static PackManifest Write(FolderPack source, string name, DateTimeOffset now, string? privatePem, string file)
    {
        // Read back, so that what no kiosk would take is refused here.
        PackManifest manifest = PackManifest.Parse(PackStaging.Describe(source, name, now).ToJson());
        byte[] json = manifest.ToJson();
        string part = file + ".part";
        try
        {
            using (FileStream stream = File.Create(part))
            {
                using ZipArchive zip = new(stream, ZipArchiveMode.Create);
                Add(zip, PackRules.Manifest, json);
                if (privatePem is not null)
                    Add(zip, PackRules.Signature, PackSignature.Sign(json, privatePem));
                foreach (PackFile entry in manifest.Files)
                    Add(zip, entry.Path, PackStaging.ReadAll(source, entry.Path, PackRules.MostBytes));
            }

            File.Move(part, file, overwrite: true);
            return manifest;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = EntryTime;
        using Stream stream = entry.Open();
        stream.Write(bytes);
    }
}
