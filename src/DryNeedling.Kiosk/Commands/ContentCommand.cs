using System.Collections.Immutable;
using System.CommandLine;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Operation.Packs;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>content install|list|rollback|pack|key</c>: new content for a kiosk without a technician.</summary>
internal static class ContentCommand
{
    private static readonly Argument<string> Pack = new("PACK") { Description = "A pack (.zip) or a content folder." };
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "A content folder." };
    private static readonly Option<string?> Model = CommonOptions.Model();
    private static readonly Option<string> Out = new("--out") { Description = "The file to write.", HelpName = "FILE", Required = true };
    private static readonly Option<string?> Key = new("--key") { Description = "Sign with this private key.", HelpName = "FILE" };
    private static readonly Option<string?> Name = new("--name") { Description = "The pack's name; else the folder's." };

    public static Command Create()
    {
        Command install = new("install", "Checks a pack and shows it from now on.") { Pack, Model };
        install.SetAction(parsed => Guarded(parsed.GetValue(Pack)!, () => Install(parsed)));
        Command list = new("list", "What is installed, and what is shown.");
        list.SetAction(_ => List());
        Command rollback = new("rollback", "Shows the version before again.");
        rollback.SetAction(_ => Guarded("the version before", Rollback));
        Command pack = new("pack", "Makes a pack of a content folder.") { Folder, Out, Key, Name };
        pack.SetAction(parsed => Guarded(parsed.GetValue(Folder)!, () => MakePack(parsed)));
        Command key = new("key", "Makes a key to sign packs with; prints the line for kiosk.json.") { Out };
        key.SetAction(parsed => Guarded(parsed.GetValue(Out)!, () => MakeKey(parsed)));
        return new("content", "Installs, lists and makes content packs.") { install, list, rollback, pack, key };
    }

    private static int Install(ParseResult parsed)
    {
        string pack = parsed.GetValue(Pack)!;
        if (!Directory.Exists(pack) && !File.Exists(pack))
            throw new CommandException(ExitCode.BadInput, $"{pack} does not exist.");
        ContentInstaller installer = new(
            StatePlace.Find(), CommonOptions.ShippedContent, () => Installation.ReadBody(parsed.GetValue(Model)), TimeProvider.System);
        try
        {
            Console.WriteLine($"{installer.Install(pack)} is shown from now on.");
            return ExitCode.Done;
        }
        catch (PackRefusedException) when (!installer.Errors.IsEmpty)
        {
            foreach (ContentFinding error in installer.Errors)
                Console.Error.WriteLine(error);
            throw;
        }
    }

    private static int List()
    {
        ImmutableArray<ContentVersion> versions = new ContentVersions(StatePlace.Find()).List();
        foreach (ContentVersion version in versions)
            Console.WriteLine($"{(version.IsLive ? "*" : " ")} {version.Id}  {version.Created:yyyy-MM-dd HH:mm}Z  {version.Name}{(version.IsSound ? "" : "  DAMAGED: install it again")}");
        Console.WriteLine($"{(versions.Any(v => v.IsLive) ? " " : "*")} shipped with the program: {CommonOptions.ShippedContent}");
        return versions.All(v => v.IsSound) ? ExitCode.Done : ExitCode.Failed;
    }

    private static int Rollback()
    {
        string? id = new ContentVersions(StatePlace.Find()).Rollback();
        Console.WriteLine($"{id ?? "The content that came with the program"} is shown from now on.");
        return ExitCode.Done;
    }

    private static int MakePack(ParseResult parsed)
    {
        string folder = parsed.GetValue(Folder)!, file = parsed.GetValue(Out)!;
        if (!Directory.Exists(folder))
            throw new CommandException(ExitCode.BadInput, $"{folder} is no folder.");
        string name = parsed.GetValue(Name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        string? key = parsed.GetValue(Key) is { } keyFile ? File.ReadAllText(keyFile) : null;
        using FolderPack source = new(folder);
        PackManifest manifest = PackWriter.Write(source, name, TimeProvider.System.GetUtcNow(), key, file);
        Console.WriteLine($"{file}: {manifest.Files.Length} files, {(key is null ? "not signed" : "signed")}.");
        return ExitCode.Done;
    }

    private static int MakeKey(ParseResult parsed)
    {
        string file = Path.GetFullPath(parsed.GetValue(Out)!);
        if (File.Exists(file))
            throw new CommandException(ExitCode.BadInput, $"{file} exists; a key is never overwritten.");
        (string privatePem, string publicKey) = PackSignature.NewKey();
        new StatePlace(Path.GetDirectoryName(file)!).Replace(Path.GetFileName(file), System.Text.Encoding.ASCII.GetBytes(privatePem), isSecret: true);
        Console.WriteLine($"\"updates\": {{ \"publicKey\": \"{publicKey}\" }}");
        return ExitCode.Done;
    }

    private static int Guarded(string what, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (PackRefusedException e)
        {
            throw new CommandException(ExitCode.Failed, $"{what} is refused: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.BadInput, $"{what}: {e.Message}");
        }
    }
}
