using DryNeedling.Kiosk.Platform;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// The one folder that the kiosk writes to: log, counts, installed content, PIN, health. Everything else may be on a
/// read-only disk. The folder is made by the first write.
/// </summary>
internal sealed class StatePlace(string folder)
{
    private const string Installed = "/var/lib/dry-needling-kiosk", Name = "dry-needling-kiosk";

    public string Folder { get; } = System.IO.Path.GetFullPath(folder);

    /// <summary>
    /// <c>KIOSK_STATE</c>; else <c>/var/lib/dry-needling-kiosk</c> when it may be written; else the user's own state folder.
    /// </summary>
    public static StatePlace Find() => new(Choose(Environment.GetEnvironmentVariable, Posix.MayWriteInto));

    /// <summary>The rule of <see cref="Find"/>, for any environment and any disk.</summary>
    public static string Choose(Func<string, string?> variable, Func<string, bool> mayWriteInto)
    {
        if (variable("KIOSK_STATE") is { Length: > 0 } named)
            return named;
        if (mayWriteInto(Installed))
            return Installed;
        if (variable("XDG_STATE_HOME") is { Length: > 0 } state && System.IO.Path.IsPathRooted(state))
            return System.IO.Path.Combine(state, Name);
        string home = variable("HOME") is { Length: > 0 } own ? own : System.IO.Path.GetTempPath();
        return System.IO.Path.Combine(home, ".local", "state", Name);
    }

    /// <summary>Path of something in the folder; nothing is made by asking.</summary>
    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>
    /// Replaces a whole file at once: whoever reads sees the old or the new one, and so does whoever comes after a power cut.
    /// </summary>
    /// <exception cref="IOException">Disk full, no such place.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Replace(string name, ReadOnlySpan<byte> bytes, bool isSecret = false)
    {
        string file = Path(name), part = $"{file}.{Environment.ProcessId}.part";
        string parent = System.IO.Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(parent);
        try
        {
            using (FileStream stream = new(part, new FileStreamOptions
            {
                Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = isSecret ? OwnerOnly : OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            }))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        Posix.Sync(parent);
    }

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
}
