using System.CommandLine;
using DryNeedling.Kiosk.Platform;

namespace DryNeedling.Kiosk.Commands;

/// <summary>All commands of the program, and the one place that turns trouble into a line and an exit code.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        RootCommand root = new("An interactive kiosk about muscles, trigger points and dry needling.");
        foreach (Command command in new[]
        {
            RunCommand.Create(), SnapshotCommand.Create(), PlayCommand.Create(), ModelCommand.Create(), BenchCommand.Create(),
            BuildBodyCommand.Create(),
            ValidateCommand.Create(), SearchCommand.Create(), RankCommand.Create(),
            StatsCommand.Create(), ContentCommand.Create(), PinCommand.Create(), HealthCommand.Create(),
        })
            root.Subcommands.Add(command);
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine($"kiosk: {Explain(parsed)}");
            return ExitCode.BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (CommandException e)
        {
            Console.Error.WriteLine($"kiosk: {e.Message}");
            return e.ExitCode;
        }
        catch (PlatformException e)
        {
            Console.Error.WriteLine($"kiosk: {e.Message}");
            return ExitCode.NoDisplay;
        }
    }

    private static string Explain(ParseResult parsed)
    {
        string? unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        if (unknown is null)
            return parsed.Errors[0].Message;
        Command command = parsed.CommandResult.Command;
        IEnumerable<string> known = unknown.StartsWith('-')
            ? command.Options.Select(o => o.Name)
            : command.Subcommands.Select(c => c.Name);
        string nearest = KnownNames.Hint(unknown, known);
        string kind = unknown.StartsWith('-') ? "option" : command is RootCommand ? "command" : "argument";
        return $"there is no {kind} '{unknown}'.{nearest} 'kiosk {(command is RootCommand ? "" : command.Name + " ")}--help' lists what there is.";
    }
}
