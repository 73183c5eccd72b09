using System.Buffers.Binary;
using System.IO.Compression;

namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>The files of a zip. What it says about itself is believed only as far as bounds allow.</summary>
internal sealed class ZipPack : IPackSource
{
    private const uint EndOfDirectory = 0x06054b50;
    private const int EndLength = 22, LongestComment = 65535, MostDirectoryBytes = 1024 * 1024;

    private readonly FileStream stream;
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> files = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="PackRefusedException">No zip, damaged, too large, a name that leads elsewhere.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ZipPack(string file)
    {
        Name = file;
        stream = File.OpenRead(file);
        try
        {
            AssertBounded(stream);
            zip = new(stream, ZipArchiveMode.Read);
            foreach (ZipArchiveEntry entry in zip.Entries)
                Add(entry);
        }
        catch (Exception e)
        {
            stream.Dispose();
            throw e is InvalidDataException or ArgumentException or NotSupportedException ? Damaged(e) : e;
        }
    }

    public string Name { get; }

    public IReadOnlyCollection<string> Files => files.Keys;

    public Stream Open(string file)
    {
        try
        {
            return files[file].Open();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException)
        {
            throw Damaged(e);
        }
    }

    public void Dispose()
    {
        zip.Dispose();
        stream.Dispose();
    }

    /// <summary>
    /// The list of files stands at a zip's end, as long as it says; it is read into memory whole. So its place is looked at
    /// first: nothing longer than a list of a few thousand names is opened.
    /// </summary>
    private static void AssertBounded(FileStream stream)
    {
        if (stream.Length > PackRules.MostZipBytes)
            throw new PackRefusedException($"it has {stream.Length >> 20} MB; a pack has at most {PackRules.MostZipBytes >> 20}.");
        byte[] end = new byte[Math.Min(stream.Length, EndLength + LongestComment)];
        stream.Position = stream.Length - end.Length;
        stream.ReadExactly(end);
        stream.Position = 0;
        for (int at = end.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at)) != EndOfDirectory)
                continue;
            uint list = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 16));
            int count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(at + 10));
            if (count > PackRules.MostFiles + 200)
                throw new PackRefusedException($"it holds more than {PackRules.MostFiles} files.");
            if (list > stream.Length || stream.Length - list > MostDirectoryBytes)
                throw new PackRefusedException("its list of files is damaged or longer than any pack's.");
            return;
        }

        throw new PackRefusedException("it is no zip file, or its end is missing; copy it again.");
    }

    private void Add(ZipArchiveEntry entry)
    {
        if (entry.FullName.EndsWith('/') && entry.Length == 0)
            return;
        PackRules.AssertSafe(entry.FullName);
        if (entry.Length > Math.Max(64 * 1024, entry.CompressedLength * (long)PackRules.MostRatio))
            throw new PackRefusedException($"'{entry.FullName}' would grow {PackRules.MostRatio} times or more when unpacked.");
        if (!files.TryAdd(entry.FullName, entry))
            throw new PackRefusedException($"it holds '{entry.FullName}' twice.");
    }

    private static PackRefusedException Damaged(Exception e) => new($"it is damaged ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); copy it again.");
}
