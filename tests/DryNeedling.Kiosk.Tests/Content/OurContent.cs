using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>The repository's own content, read once.</summary>
internal static class OurContent
{
    public static string Folder { get; } = FindFolder();

    public static KioskContent Value { get; } = ContentReader.Read(Folder).Content!;

    /// <summary>A copy of a few of our files in a new temporary folder, for a test to break.</summary>
    public static string CopyToNewFolder()
    {
        string folder = Directory.CreateTempSubdirectory("kiosk-content-").FullName;
        foreach (string name in new[] { "muscles", "conditions", "strings" })
            Directory.CreateDirectory(Path.Combine(folder, name));
        foreach (string file in new[] { "kiosk.json", "zones.json", "glossary.json", "sources.json", "muscles/infraspinatus.json" })
            File.Copy(Path.Combine(Folder, file), Path.Combine(folder, file));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "strings"), "*.json"))
            File.Copy(file, Path.Combine(folder, "strings", Path.GetFileName(file)));
        return folder;
    }

    private static string FindFolder()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DryNeedling.Kiosk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository's root is not above the tests.");
        return Path.Combine(folder, "content");
    }
}
