namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>The files of a folder; hidden ones, which desktops leave everywhere, are passed over.</summary>
internal sealed class FolderPack : IPackSource
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = PackRules.MostDepth, AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false,
    };

    private readonly List<string> files = [];

    /// <exception cref="PackRefusedException">Something in it is no plain file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public FolderPack(string folder)
    {
        Name = folder;
        foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
        {
            string path = Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (path.Split('/').Any(part => part.StartsWith('.')))
                continue;
            PackRules.AssertSafe(path);
            if (entry.LinkTarget is not null)
                throw new PackRefusedException($"'{path}' is a link; put the file itself there.");
            if (entry is not FileInfo file)
                continue;
            // Pipes and devices, which would be read for ever, say so too.
            if (file.Length == 0)
                throw new PackRefusedException($"'{path}' is empty; fill it in or delete it.");
            files.Add(path);
            if (files.Count > PackRules.MostFiles + 2)
                throw new PackRefusedException($"it holds more than {PackRules.MostFiles} files.");
        }
    }

    public string Name { get; }

    public IReadOnlyCollection<string> Files => files;

    public Stream Open(string file) => File.OpenRead(Path.Combine(Name, file));

    public void Dispose()
    {
    }
}
