using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>
/// Looks into a folder, which may come and go with a stick, and installs each pack that lies there once. A pack that was
/// taken or refused before is left alone, also after a restart, so that a rollback stays.
/// </summary>
internal sealed class DropFolder(StatePlace place, ContentInstaller installer, KioskLog log) : IDisposable
{
    private const string SeenFile = "content/dropped";
    private const int MostSeen = 64, MostPacks = 50;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource end = new();
    private Dictionary<string, string> before = [];
    private readonly HashSet<string> done = [];

    /// <summary>The folder to look into, or null for none; any thread may set it.</summary>
    public volatile string? Folder;

    public void Start() => _ = Task.Run(() => Watch(end.Token));

    /// <summary>One look; a pack is taken at the second look at which it has not changed, for copying takes a while.</summary>
    public void Look()
    {
        Dictionary<string, string> now = Packs();
        foreach ((string file, string print) in now.OrderBy(p => p.Value, StringComparer.Ordinal))
        {
            if (before.GetValueOrDefault(file) == print && done.Add(file + print))
                Take(file);
        }

        if (now.Count == 0)
            done.Clear();
        before = now;
    }

    public void Dispose() => end.Cancel();

    private async Task Watch(CancellationToken ended)
    {
        using PeriodicTimer timer = new(Interval);
        try
        {
            new ContentVersions(place).TidyUnlessBusy();
            while (await timer.WaitForNextTickAsync(ended))
                Look();
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception e)
        {
            log.Error("content", $"The drop folder is no longer looked at: {e}");
            throw;
        }
    }

    // Oldest first when ordered by what is remembered of them: the newest pack is the one that stays.
    private Dictionary<string, string> Packs()
    {
        if (Folder is not { } folder)
            return [];
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*.zip").Where(f => !f.Name.StartsWith('.')).Take(MostPacks).ToDictionary(
                f => f.FullName, f => string.Create(CultureInfo.InvariantCulture, $"{f.LastWriteTimeUtc.Ticks:D20} {f.Length}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Take(string file)
    {
        try
        {
            string hash = HashOf(file);
            List<string> seen = Seen();
            if (seen.Contains(hash))
                return;
            InstallOrRefuse(file);
            place.Replace(SeenFile, Encoding.ASCII.GetBytes(string.Join('\n', seen.Append(hash).TakeLast(MostSeen))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Error("content", $"{file} cannot be installed: {e.Message}");
        }
    }

    private void InstallOrRefuse(string file)
    {
        try
        {
            string id = installer.Install(file);
            log.Info("content", $"{file} is installed as {id}.");
        }
        catch (PackRefusedException e)
        {
            log.Error("content", $"{file} is not installed: {e.Message}");
            foreach (Content.ContentFinding error in installer.Errors)
                log.Error("content", error.ToString());
        }
    }

    private static string HashOf(string file)
    {
        using FileStream stream = File.OpenRead(file);
        // Longer ones are refused unread; their first bytes tell them apart well enough.
        byte[] start = new byte[Math.Min(stream.Length, PackRules.MostZipBytes)];
        stream.ReadExactly(start);
        return Convert.ToHexStringLower(SHA256.HashData(start));
    }

    private List<string> Seen()
    {
        try
        {
            return [.. File.ReadLines(place.Path(SeenFile)).Take(MostSeen)];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
