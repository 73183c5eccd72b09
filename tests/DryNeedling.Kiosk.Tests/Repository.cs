using System.Runtime.CompilerServices;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests;

/// <summary>The repository the tests were built from: the real content, fonts and model.</summary>
internal static class Repository
{
    private static readonly Lazy<KioskContent> Read = new(() => ContentReader.Read(ContentFolder).Content!);

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string ContentFolder => Path.Combine(Root, "content");

    public static string FontsFolder => Path.Combine(Root, "content", "fonts");

    public static string ModelFile => Path.Combine(Root, "models", "body.glb");

    public static KioskContent Content => Read.Value;

    private static string FindRoot(string from, [CallerFilePath] string here = "")
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DryNeedling.Kiosk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"The repository above {from} was not found (compiled from {here}).");
    }
}
