using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace DryNeedling.Kiosk.Operation.Packs;

/// <param name="Id">Name of its folder: when it was installed, and the start of its manifest's hash.</param>
internal sealed record ContentVersion(string Id, string Name, DateTimeOffset Created, bool IsLive, bool IsSound);

/// <summary>
/// The installed content: a folder for each version, and one small file that names the live one. Only that file's renaming
/// makes a version live, so that whenever power fails, one whole version is. The version before it stays; a null id is the
/// content that came with the program.
/// </summary>
internal sealed class ContentVersions(StatePlace place)
{
    private const string Versions = "content/versions", Pointer = "content/live.json", LockFile = "content/lock", Incoming = "incoming-";

    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    /// <summary>Folder of the live version; null when that is the content that came with the program, or the version has vanished.</summary>
    public string? LiveFolder => LiveId is { } id ? FolderOf(id) : null;

    /// <summary>The live version, or the one before it when its folder has vanished.</summary>
    public string? LiveId
    {
        get
        {
            (string? live, string? before) = ReadPointer();
            return live is null || Directory.Exists(FolderOf(live)) ? live : before is not null && Directory.Exists(FolderOf(before)) ? before : null;
        }
    }

    /// <summary>Takes a pack: copied, checked against its manifest, looked at by <paramref name="check"/>, then made live.</summary>
    /// <param name="publicKey">When given, an unsigned pack or one with a wrong signature is refused.</param>
    /// <param name="check">Throws <see cref="PackRefusedException"/> for content that must not be shown; given the copy's folder.</param>
    /// <exception cref="PackRefusedException">The pack is not taken; what is live stays live.</exception>
    /// <exception cref="IOException">The disk is full or another program installs; what is live stays live.</exception>
    public string Install(IPackSource source, string? publicKey, DateTimeOffset now, Action<string> check)
    {
        using FileStream held = Lock(LockPatience);
        TidyIfPossible();
        string incoming = place.Path($"{Versions}/{Incoming}{Guid.NewGuid():N}");
        Directory.CreateDirectory(incoming);
        try
        {
            (_, string hash) = PackStaging.Stage(source, incoming, publicKey, now);
            check(incoming);
            string? live = ReadPointer().Live;
            if (live?.EndsWith(hash[..12], StringComparison.Ordinal) == true && Describe(live, isLive: true).IsSound)
                return live;
            string id = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd-HHmmss}-{hash[..12]}");
            Directory.Move(incoming, FolderOf(id));
            Platform.Posix.Sync(place.Path(Versions));
            WritePointer(id, live);
            return id;
        }
        finally
        {
            TidyIfPossible();
        }
    }

    /// <summary>Makes the version before live again; a second time returns. Null is the content that came with the program.</summary>
    /// <exception cref="PackRefusedException">There is none.</exception>
    /// <exception cref="IOException">It cannot be written, or another program installs.</exception>
    public string? Rollback()
    {
        using FileStream held = Lock(LockPatience);
        (string? live, string? before) = ReadPointer();
        if (live == before)
            throw new PackRefusedException("nothing was installed, so there is nothing to go back to.");
        if (before is not null && !Directory.Exists(FolderOf(before)))
            throw new PackRefusedException($"the version before, {before}, has vanished from {place.Path(Versions)}.");
        WritePointer(before, live);
        return before;
    }

    /// <summary>What is installed, the live one first.</summary>
    public ImmutableArray<ContentVersion> List()
    {
        (string? live, string? before) = ReadPointer();
        return [.. new[] { live, before }.OfType<string>().Distinct().Select(id => Describe(id, id == LiveId))];
    }

    /// <summary>Deletes what an installation that power or a kill interrupted left behind; not when one goes on right now.</summary>
    public void TidyUnlessBusy()
    {
        if (!Directory.Exists(place.Path(Versions)))
            return;
        try
        {
            using FileStream held = Lock(TimeSpan.Zero);
            TidyIfPossible();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string FolderOf(string id) => place.Path($"{Versions}/{id}");

    private ContentVersion Describe(string id, bool isLive)
    {
        try
        {
            PackManifest manifest = PackManifest.Parse(File.ReadAllBytes(Path.Combine(FolderOf(id), PackRules.Manifest)));
            return new(id, manifest.Name, manifest.Created, isLive, manifest.Files.All(file => IsSound(id, file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackRefusedException)
        {
            return new(id, "", DateTimeOffset.UnixEpoch, isLive, IsSound: false);
        }
    }

    private bool IsSound(string id, PackFile file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(FolderOf(id), file.Path));
        return stream.Length == file.Size && Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
    }

    private (string? Live, string? Before) ReadPointer()
    {
        try
        {
            using JsonDocument pointer = JsonDocument.Parse(File.ReadAllBytes(place.Path(Pointer)));
            return (Id(pointer.RootElement, "live"), Id(pointer.RootElement, "before"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, null);
        }
    }

    private static string? Id(JsonElement pointer, string name) =>
        pointer.GetProperty(name).GetString() is { } id && PackRules.IsSafe(id) && !id.Contains('/') ? id : null;

    private void WritePointer(string? live, string? before)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            writer.WriteString("live", live);
            writer.WriteString("before", before);
            writer.WriteEndObject();
        }

        place.Replace(Pointer, json.ToArray());
    }

    private FileStream Lock(TimeSpan patience)
    {
        string file = place.Path(LockFile);
        Directory.CreateDirectory(place.Path(Versions));
        for (long start = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file) && TimeProvider.System.GetElapsedTime(start) < patience)
            {
                Thread.Sleep(50);
            }
        }
    }

    private void TidyIfPossible()
    {
        try
        {
            Tidy();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next installation tries again.
        }
    }

    private void Tidy()
    {
        (string? live, string? before) = ReadPointer();
        // An unreadable pointer must not cost the versions that it named.
        bool isKnown = live is not null || before is not null;
        foreach (string folder in Directory.EnumerateDirectories(place.Path(Versions)))
        {
            string id = Path.GetFileName(folder);
            if (id.StartsWith(Incoming, StringComparison.Ordinal) || isKnown && id != live && id != before)
                Directory.Delete(folder, recursive: true);
        }

        foreach (string part in Directory.EnumerateFiles(place.Path("content"), "*.part"))
            File.Delete(part);
    }
}
