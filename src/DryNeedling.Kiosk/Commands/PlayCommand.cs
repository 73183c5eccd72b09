using System.CommandLine;
using DryNeedling.Kiosk.Replay;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>play</c>: replays touches, keys and time without a display; captures pictures and the state.</summary>
internal static class PlayCommand
{
    private static readonly Argument<string> File = new("SCRIPT.json") { Description = "The script." };
    private static readonly Option<string> Out = new("--out") { Description = "Folder for the captures.", Required = true, HelpName = "DIR" };
    private static readonly Option<string?> Content = CommonOptions.Content();
    private static readonly Option<string?> Model = CommonOptions.Model();

    public static Command Create()
    {
        Command command = new("play", "Replays a script without a display.") { File, Out, Content, Model };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string file = parsed.GetValue(File)!, folder = parsed.GetValue(Out)!;
        Script script = ScriptReader.Read(file);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.BadInput, $"{folder} cannot be written: {e.Message}");
        }

        string beside = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string? model = parsed.GetValue(Model) ?? Resolved(script.Model, beside);
        Installation installation = Installation.Read(parsed.GetValue(Content) ?? Resolved(script.Content, beside), model);
        KioskState state = script.Language is { } language
            ? KioskState.Initial with { Language = KnownNames.Language(language, installation.Content) }
            : KioskState.Initial;
        using Offscreen screen = new(
            installation.Content, installation.Body,
            Offscreen.ScreenOf(script.Width, script.Height, script.DiagonalInches, installation.Content), state);
        screen.App.OtherBody = Installation.OtherBody(model, waits: true);
        screen.App.BodyFailed = message => throw new CommandException(ExitCode.BadInput, message);
        screen.App.ShowsTours = script.ShowsTours;
        ScriptPlayer player = new(screen, folder);
        foreach ((int line, ScriptStep step) in script.Steps)
        {
            if (player.Play(step) is not { } failure)
                continue;
            Console.Error.WriteLine($"{file}:{line}: {failure}");
            return ExitCode.Failed;
        }

        return ExitCode.Done;
    }

    private static string? Resolved(string? path, string beside) =>
        path is null ? null : Path.IsPathRooted(path) || Path.Exists(path) ? path : Path.Combine(beside, path);
}
