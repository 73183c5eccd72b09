namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>Where the files of a pack come from: a folder or a zip.</summary>
internal interface IPackSource : IDisposable
{
    /// <summary>As the operator named it.</summary>
    string Name { get; }

    /// <summary>All files, with slashes and safe names; no file twice.</summary>
    IReadOnlyCollection<string> Files { get; }

    /// <summary>Opens one of <see cref="Files"/>.</summary>
    /// <exception cref="PackRefusedException">It cannot be what it says.</exception>
    Stream Open(string file);
}
