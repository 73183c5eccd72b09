using System.Collections.Immutable;
using System.IO.Enumeration;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk;

/// <summary>What became of an edit of the content folder.</summary>
/// <param name="Content">What to show from now on; null when <paramref name="Errors"/> are to be mended first.</param>
internal sealed record ContentUpdate(KioskContent? Content, ImmutableArray<ContentFinding> Errors);

/// <summary>
/// Watches a content folder and reads it anew in the background when a file of it is saved, within a second. It looks at
/// names, sizes and times instead of asking the system to tell, which works on every disk, link and network share.
/// </summary>
internal sealed class ContentWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    // Editors write a file in several blows; it is read once nothing has changed for so long.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120);

    private readonly Func<string> folder;
    private readonly CancellationTokenSource end = new();
    private ulong seen;
    private ContentUpdate? waiting;

    /// <summary>Remembers how the folder looks now; to be made before the content is read for the first time.</summary>
    public ContentWatch(string folder)
        : this(() => folder)
    {
    }

    /// <summary>As before, for a folder that may become another one: an installed version takes the place of the one before.</summary>
    public ContentWatch(Func<string> folder)
    {
        this.folder = folder;
        seen = Fingerprint();
    }

    /// <summary>Starts to watch; <paramref name="arrived"/> is called on another thread when there is something to take.</summary>
    public void Start(Action arrived) => _ = Task.Run(() => Watch(arrived, end.Token));

    /// <summary>Reads everything anew as if it had been saved.</summary>
    public void Reload() => Interlocked.Exchange(ref seen, ~seen);

    /// <summary>The latest update that has not been taken yet, or null.</summary>
    public ContentUpdate? Take() => waiting is null ? null : Interlocked.Exchange(ref waiting, null);

    public void Dispose() => end.Cancel();

    private async Task Watch(Action arrived, CancellationToken ended)
    {
        using PeriodicTimer timer = new(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                if (Fingerprint() == seen)
                    continue;
                await WaitForQuiet(ended);
                Interlocked.Exchange(ref waiting, Read());
                arrived();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task WaitForQuiet(CancellationToken ended)
    {
        for (ulong now = Fingerprint(); now != seen; now = Fingerprint())
        {
            seen = now;
            await Task.Delay(Quiet, ended);
        }
    }

    /// <summary>Everything anew; with any error nothing of it is shown, for what is on the screen is sound.</summary>
    private ContentUpdate Read()
    {
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(folder());
        IEnumerable<ContentFinding> all = content is null ? findings : findings.Concat(ContentValidator.Validate(content));
        ImmutableArray<ContentFinding> errors = [.. all.Where(f => f.Severity == FindingSeverity.Error)];
        return new(errors.IsEmpty ? content : null, errors);
    }

    /// <summary>Differs when a text or a picture came, went, or was saved.</summary>
    private ulong Fingerprint()
    {
        try
        {
            ulong sum = 0;
            foreach (ulong file in new FileSystemEnumerable<ulong>(folder(), FingerprintOf, new() { RecurseSubdirectories = true })
            {
                ShouldIncludePredicate = static (ref FileSystemEntry entry) => 
                    entry.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || entry.FileName.EndsWith(".png", StringComparison.OrdinalIgnoreCase),
            })
                sum += file;
            return sum;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static ulong FingerprintOf(ref FileSystemEntry entry)
    {
        const ulong Mixer = 0x9E3779B97F4A7C15;
        ulong name = (uint)string.GetHashCode(entry.Directory) * Mixer + (uint)string.GetHashCode(entry.FileName);
        return (name * Mixer ^ (ulong)entry.Length) * Mixer ^ (ulong)entry.LastWriteTimeUtc.Ticks * Mixer;
    }
}
