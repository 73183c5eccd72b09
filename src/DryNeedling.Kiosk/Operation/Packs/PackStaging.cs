using System.Collections.Immutable;
using System.Security.Cryptography;
using DryNeedling.Kiosk.Platform;

namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>Copies a pack into a folder of our own, each file against its hash; nothing of it is used before all of it is there.</summary>
internal static class PackStaging
{
    /// <summary>Copies and checks everything, and waits until the disk holds it.</summary>
    /// <param name="publicKey">When given, only a pack that its other half signed is taken.</param>
    /// <returns>The manifest and its SHA-256.</returns>
    /// <exception cref="PackRefusedException">Anything is not as the manifest says.</exception>
    /// <exception cref="IOException">The disk is full, the source was pulled out.</exception>
    public static (PackManifest Manifest, string Hash) Stage(IPackSource source, string folder, string? publicKey, DateTimeOffset now)
    {
        byte[] json = ReadManifest(source, now);
        byte[]? signature = source.Files.Contains(PackRules.Signature) ? ReadAll(source, PackRules.Signature, PackRules.MostManifestBytes) : null;
        if (publicKey is not null)
            AssertSigned(json, signature, publicKey);
        PackManifest manifest = PackManifest.Parse(json);
        AssertSameFiles(source, manifest);
        foreach (PackFile file in manifest.Files)
            Copy(source, file, folder);
        Write(Path.Combine(folder, PackRules.Manifest), json);
        foreach (string made in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
            Posix.Sync(made);
        return (manifest, Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    /// <summary>The files of a source with size and hash.</summary>
    public static PackManifest Describe(IPackSource source, string name, DateTimeOffset now)
    {
        var files = ImmutableArray.CreateBuilder<PackFile>();
        foreach (string path in source.Files.Where(IsContent).Order(StringComparer.Ordinal))
        {
            using Stream stream = source.Open(path);
            (long size, string hash) = CopyUpTo(stream, Stream.Null, PackRules.MostBytes);
            files.Add(new(path, size, hash));
        }

        return new(name, now, files.ToImmutable());
    }

    public static byte[] ReadAll(IPackSource source, string file, long most)
    {
        using Stream stream = source.Open(file);
        using MemoryStream bytes = new();
        if (CopyUpTo(stream, bytes, most).Size > most)
            throw new PackRefusedException($"'{file}' is longer than it may be.");
        return bytes.ToArray();
    }

    // A clinic's edited folder needs no manifest as long as nobody asks for signatures; a zip always has one.
    private static byte[] ReadManifest(IPackSource source, DateTimeOffset now)
    {
        if (source.Files.Contains(PackRules.Manifest))
            return ReadAll(source, PackRules.Manifest, PackRules.MostManifestBytes);
        return source is FolderPack
            ? Describe(source, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source.Name))), now).ToJson()
            : throw new PackRefusedException($"it holds no {PackRules.Manifest}; make packs with 'kiosk content pack'.");
    }

    private static void AssertSigned(byte[] manifest, byte[]? signature, string publicKey)
    {
        if (signature is null)
            throw new PackRefusedException("it is not signed, and kiosk.json names a key; sign it with 'kiosk content pack --key'.");
        if (!PackSignature.IsRight(manifest, signature, publicKey))
            throw new PackRefusedException("its signature does not belong to the key that kiosk.json names.");
    }

    private static void AssertSameFiles(IPackSource source, PackManifest manifest)
    {
        HashSet<string> listed = [.. manifest.Files.Select(f => f.Path)];
        HashSet<string> present = [.. source.Files.Where(IsContent)];
        if (listed.FirstOrDefault(f => !present.Contains(f)) is { } missing)
            throw new PackRefusedException($"'{missing}' is listed and missing; make the pack anew.");
        if (present.FirstOrDefault(f => !listed.Contains(f)) is { } unlisted)
            throw new PackRefusedException($"'{unlisted}' is not listed in {PackRules.Manifest}; make the pack anew.");
    }

    private static void Copy(IPackSource source, PackFile file, string folder)
    {
        string target = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using Stream from = source.Open(file.Path);
        using FileStream to = File.Create(target);
        (long size, string hash) = CopyUpTo(from, to, file.Size);
        to.Flush(flushToDisk: true);
        if (size != file.Size || !string.Equals(hash, file.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new PackRefusedException($"'{file.Path}' is not the file that {PackRules.Manifest} lists; copy the pack again.");
    }

    /// <summary>Copies at most one byte more than <paramref name="most"/>, whatever the source says of its length.</summary>
    private static (long Size, string Sha256) CopyUpTo(Stream from, Stream to, long most)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[32 * 1024];
        long size = 0;
        try
        {
            while (size <= most && from.Read(buffer) is var count and > 0)
            {
                size += count;
                hash.AppendData(buffer.AsSpan(0, count));
                to.Write(buffer.AsSpan(0, count));
            }
        }
        catch (InvalidDataException e)
        {
            throw new PackRefusedException($"it is damaged ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); copy it again.");
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Write(string file, byte[] bytes)
    {
        using FileStream stream = File.Create(file);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static bool IsContent(string file) => file is not (PackRules.Manifest or PackRules.Signature);
}
