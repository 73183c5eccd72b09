namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Opens the files of one content folder and nothing outside of it. Whatever is wrong with a file becomes a finding.
/// </summary>
internal sealed class ContentFolder
{
    // The longest file of ours has 60 kB; beyond this it is no content but an accident.
    private const int MostBytes = 1024 * 1024;
    private const int MostLinks = 40;

    private readonly string folder, realFolder;

    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public ContentFolder(string folder)
    {
        this.folder = Path.TrimEndingDirectorySeparator(folder);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException("the folder does not exist");
        realFolder = RealPath(Path.GetFullPath(folder));
        using IEnumerator<string> entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
        entries.MoveNext();
    }

    public bool HasFolder(string name) => Directory.Exists(Path.Combine(folder, name));

    public bool HasFile(string name) => File.Exists(Path.Combine(folder, name)) || new FileInfo(Path.Combine(folder, name)).LinkTarget is not null;

    /// <summary>The path to show for a file of the folder.</summary>
    public string Shown(string file) => $"{folder}/{file}";

    /// <summary>The JSON files right in <paramref name="name"/>, by name: <c>muscles/soleus.json</c>.</summary>
    public IReadOnlyList<string> Files(string name, FileFindings findings)
    {
        string path = Path.Combine(folder, name);
        try
        {
            if (!IsInside(path))
            {
                findings.Error(JsonPlace.Start, "outside-folder", "this folder is a link out of the content folder; put the files themselves here.");
                return [];
            }

            return [.. Directory.EnumerateFileSystemEntries(path)
                .Where(entry => entry.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(entry).StartsWith('.'))
                .Select(entry => $"{name}/{Path.GetFileName(entry)}")
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Error(JsonPlace.Start, "unreadable", $"this folder cannot be read ({Reason(error)}); check that it exists and may be read.");
            return [];
        }
    }

    /// <summary>The bytes of a file, or null with a finding.</summary>
    public byte[]? Read(string file, FileFindings findings)
    {
        string path = Path.Combine(folder, file);
        try
        {
            if (!IsInside(path))
                return Refuse(findings, "outside-folder", "this is a link out of the content folder; put the file itself here.");
            var info = new FileInfo(path);
            if (Directory.Exists(path))
                return Refuse(findings, "unreadable", "this is a folder, not a file; rename or remove it.");
            long length = info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : info.Length;
            // Also keeps from opening a pipe or a device, which would wait for ever.
            if (length == 0)
                return Refuse(findings, "empty-file", "the file is empty; fill it in or delete it.");
            return length > MostBytes ? TooLarge(findings) : ReadUpTo(path, findings);
        }
        catch (FileNotFoundException)
        {
            return Refuse(findings, "vanished", "the file vanished while it was read; put it back or try again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse(findings, "unreadable", $"the file cannot be read ({Reason(error)}); check its permissions and links.");
        }
    }

    private static byte[]? ReadUpTo(string path, FileFindings findings)
    {
        // The file may grow while it is read, so its length is not believed.
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        byte[] bytes = new byte[Math.Min(stream.Length, MostBytes) + 1];
        int count = 0;
        while (stream.Read(bytes, count, bytes.Length - count) is var read and > 0)
        {
            count += read;
            if (count > MostBytes)
                return TooLarge(findings);
            if (count == bytes.Length)
                Array.Resize(ref bytes, Math.Min(2 * count, MostBytes + 1));
        }

        return bytes[..count];
    }

    private static byte[]? TooLarge(FileFindings findings) =>
        Refuse(findings, "too-large", "the file is larger than 1 MB and was not read; content files are small: check whether it is the right one.");

    private static byte[]? Refuse(FileFindings findings, string code, string message)
    {
        findings.Error(JsonPlace.Start, code, message);
        return null;
    }

    /// <summary>Whether an entry of the folder, followed through its links, still lies inside.</summary>
    private bool IsInside(string path) =>
        new FileInfo(path).LinkTarget is null && new FileInfo(Path.GetDirectoryName(path)!).LinkTarget is null
        || RealPath(Path.GetFullPath(path)).StartsWith(realFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link in it followed.</summary>
    /// <exception cref="IOException">The links go in a circle.</exception>
    private static string RealPath(string path)
    {
        for (int links = 0; ; links++)
        {
            if (links > MostLinks)
                throw new IOException("its links go in a circle");
            if (FirstLink(path) is not var (at, target, after))
                return path;
            path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(at)!, target, after));
        }
    }

    private static (string At, string Target, string After)? FirstLink(string path)
    {
        string at = Path.GetPathRoot(path)!;
        string[] parts = path[at.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (new FileInfo(at).LinkTarget is { } target)
                return (at, target, Path.Combine(parts[(i + 1)..]));
        }

        return null;
    }

    // The system's message repeats the whole path and may hold line breaks.
    private static string Reason(Exception error) => error switch
    {
        DirectoryNotFoundException => "not found",
        UnauthorizedAccessException => "no permission",
        _ => error.Message.ReplaceLineEndings(" "),
    };
}
