using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Modeling.Files;

namespace DryNeedling.Kiosk.Commands;

/// <summary>The content and the model a command works on: the ones named, or the ones that came with the program.</summary>
internal sealed record Installation(KioskContent Content, ImmutableArray<ContentFinding> Findings, Body Body)
{
    /// <summary>Folder with the fonts; they belong to the program, whatever content is shown.</summary>
    public static string FontsFolder => Path.Combine(CommonOptions.Root, "content", "fonts");

    /// <summary>Reads both at once; nothing is said on the console.</summary>
    /// <exception cref="CommandException">The model or the whole content folder cannot be read.</exception>
    public static Installation Read(string? contentFolder, string? modelFile)
    {
        Task<Body> body = Task.Run(() => ReadBody(modelFile));
        (KioskContent content, ImmutableArray<ContentFinding> findings) = ReadContent(contentFolder);
        return new(content, findings, body.GetAwaiter().GetResult());
    }

    public static Body ReadBody(string? modelFile)
    {
        try
        {
            return BodyReader.Read(CommonOptions.ModelFile(modelFile));
        }
        catch (ModelException e)
        {
            throw new CommandException(ExitCode.BadInput, e.Message);
        }
    }

    /// <summary>The second body that came with the program, where the first one is shown; else null.</summary>
    /// <param name="waits">Where time stands still while it is read.</param>
    public static BodySource? OtherBody(string? modelFile, bool waits, Action? arrived = null)
    {
        string file = Path.Combine(CommonOptions.Root, "models", "body-female.glb");
        return modelFile is null && File.Exists(file) ? new(() => BodyReader.Read(file)) { Waits = waits, Arrived = arrived } : null;
    }

    public static (KioskContent Content, ImmutableArray<ContentFinding> Findings) ReadContent(string? folder)
    {
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(CommonOptions.ContentFolder(folder));
        return content is not null
            ? (content, findings)
            : throw new CommandException(ExitCode.BadInput, findings.Length > 0 ? findings[0].ToString() : $"{folder} holds no content that can be read.");
    }
}
