using System.CommandLine;
using System.Globalization;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Operation.Packs;

namespace DryNeedling.Kiosk.Commands;

/// <summary>Options that several commands share, and the installed places they fall back to.</summary>
internal static class CommonOptions
{
    // Larger than any wall of screens; beyond it a typing mistake is likelier than a display.
    private const int LargestSide = 16384;

    /// <summary>Folder that holds <c>content</c> and <c>models</c>: <c>KIOSK_ROOT</c>, or the nearest one above the program.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("KIOSK_ROOT") is { Length: > 0 } root ? root : FindRoot();

    public static Option<string?> Content() => new("--content") { Description = "Folder with the content's JSON files.", HelpName = "DIR" };

    public static Option<string?> Model() => new("--model") { Description = "The body, a .glb file.", HelpName = "FILE" };

    public static Option<string?> Language() => new("--lang") { Description = "Two-letter language code.", HelpName = "xx" };

    public static Option<string?> Size() => new("--size") { Description = "Width and height in pixels, for example 1920x1080.", HelpName = "WxH" };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    /// <summary>The content that came with the program.</summary>
    public static string ShippedContent => Path.Combine(Root, "content");

    /// <summary>The named content; else the installed version that is live; else what came with the program.</summary>
    public static string ContentFolder(string? given) => given ?? new ContentVersions(StatePlace.Find()).LiveFolder ?? ShippedContent;

    public static string ModelFile(string? given) => given ?? Path.Combine(Root, "models", "body.glb");

    /// <exception cref="CommandException">Not two numbers from 1 to 16384 with an x between.</exception>
    public static (int Width, int Height) ParseSize(string text)
    {
        string[] parts = text.Split('x', 'X');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int height)
            && width is >= 1 and <= LargestSide && height is >= 1 and <= LargestSide)
            return (width, height);
        throw new CommandException(
            ExitCode.BadInput, $"the size '{text}' cannot be drawn: give width and height in pixels, each from 1 to {LargestSide}, for example 1920x1080.");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "content")) && Directory.Exists(Path.Combine(folder.FullName, "models")))
                return folder.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
