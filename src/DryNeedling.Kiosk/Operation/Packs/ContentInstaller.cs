using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>Installs packs under the rules of the content that is shown now: its key, and no content with errors.</summary>
/// <param name="shipped">Folder of the content that came with the program.</param>
/// <param name="body">The model that the content must fit, or null to look at the content alone.</param>
internal sealed class ContentInstaller(StatePlace place, string shipped, Func<Body?> body, TimeProvider time)
{
    private readonly ContentVersions versions = new(place);

    /// <summary>What kept a pack out, with the place in each file; empty when something else did.</summary>
    public ImmutableArray<ContentFinding> Errors { get; private set; } = [];

    /// <summary>Installs a zip or a folder and returns the version's id.</summary>
    /// <exception cref="PackRefusedException">The pack is not taken; what was shown stays.</exception>
    /// <exception cref="IOException">It cannot be read or the disk is full; what was shown stays.</exception>
    public string Install(string pack)
    {
        Errors = [];
        using IPackSource source = Directory.Exists(pack) ? new FolderPack(pack) : new ZipPack(pack);
        return versions.Install(source, KeyInForce(), time.GetUtcNow(), folder => Check(folder, pack));
    }

    /// <summary>The key of the content that is shown. Settings that cannot be read must not open the door that they close.</summary>
    private string? KeyInForce()
    {
        string folder = versions.LiveFolder ?? shipped;
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(folder);
        bool isReadable = content is not null
            && !findings.Any(f => f.Severity == FindingSeverity.Error && Path.GetFileName(f.File) == "kiosk.json");
        return isReadable
            ? content!.Settings.Operation.PublicKey
            : throw new PackRefusedException($"{folder}/kiosk.json cannot be read, so nobody knows whether packs must be signed; mend it, or go back with 'kiosk content rollback'.");
    }

    private void Check(string folder, string pack)
    {
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(folder);
        IEnumerable<ContentFinding> all = content is null ? findings : findings.Concat(ContentValidator.Validate(content, body()));
        Errors = [.. all.Where(f => f.Severity == FindingSeverity.Error).Select(f => f with { File = f.File.Replace(folder, pack, StringComparison.Ordinal) })];
        if (!Errors.IsEmpty)
            throw new PackRefusedException($"its content has {Errors.Length} {(Errors.Length == 1 ? "error" : "errors")}; mend what the findings name.");
    }
}
