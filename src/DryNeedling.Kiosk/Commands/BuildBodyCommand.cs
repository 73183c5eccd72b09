using System.CommandLine;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Build;
using DryNeedling.Kiosk.Modeling.Files;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>build-body</c>: makes the model from <c>models/anatomy</c>.</summary>
internal static class BuildBodyCommand
{
    private static readonly Option<string?> Which = new("--body") { Description = "Which body, male or female; male otherwise.", HelpName = "NAME" };
    private static readonly Option<string?> Out = new("--out") { Description = "Where the model goes; models/body.glb or models/body-female.glb otherwise.", HelpName = "FILE.glb" };
    private static readonly Option<bool> Report = new("--report") { Description = "Print each structure's figures." };

    public static Command Create()
    {
        Command command = new("build-body", "Builds the body from its description in models/anatomy.") { Which, Out, Report };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string name = parsed.GetValue(Which) ?? Bodies.Male;
        if (!Bodies.All.Contains(name))
            throw KnownNames.Unknown("body", name, Bodies.All);
        string file = CommonOptions.ModelFile(
            parsed.GetValue(Out) ?? (name == Bodies.Male ? null : Path.Combine(CommonOptions.Root, "models", $"body-{name}.glb")));
        // Long work makes the pool start thread after thread, each of which only takes time from the others.
        ThreadPool.SetMaxThreads(Environment.ProcessorCount, Environment.ProcessorCount);
        var bar = new ProgressBar();
        try
        {
            (Body body, BuildReport report) = BodyBuilder.Build(Path.Combine(CommonOptions.Root, "models", "anatomy"), bar, name);
            bar.End();
            BodyWriter.Write(body, file);
            if (parsed.GetValue(Report))
                Console.WriteLine(report);
            Console.WriteLine($"{file}: {new FileInfo(file).Length / 1e6:0.0} MB, {body.Structures.Count} structures, {report.Triangles:N0} triangles, {report.ReducedTriangles:N0} reduced");
            return ExitCode.Done;
        }
        catch (AnatomyException mistake)
        {
            bar.End();
            Console.Error.WriteLine(mistake.Message);
            return ExitCode.Failed;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            bar.End();
            throw new CommandException(ExitCode.BadInput, $"{file}: cannot be written ({error.Message})");
        }
    }

    /// <summary>One line on the error stream that is written over; a line a stage where that stream is a file.</summary>
    private sealed class ProgressBar : IProgress<BuildProgress>
    {
        private const int Width = 32;

        private readonly Lock door = new();
        private readonly bool isPlain = Console.IsErrorRedirected;
        private string shown = "";

        public void Report(BuildProgress value)
        {
            int filled = Math.Clamp((int)(value.Done * Width), 0, Width);
            string line = isPlain ? value.Stage : $"[{new string('#', filled)}{new string('.', Width - filled)}] {value.Done,4:0%} {value.Stage}";
            lock (door)
            {
                if (line == shown)
                    return;
                shown = line;
                if (isPlain)
                    Console.Error.WriteLine(line);
                else
                    Console.Error.Write($"\r{line,-72}");
            }
        }

        public void End()
        {
            if (!isPlain && shown.Length > 0)
                Console.Error.Write($"\r{"",-72}\r");
        }
    }
}
