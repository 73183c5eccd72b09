using System.Collections.Immutable;
using System.CommandLine;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Operation;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>validate</c>: everything that is wrong with the content and with the model it belongs to, one line each.</summary>
internal static class ValidateCommand
{
    private static readonly Option<string?> Content = CommonOptions.Content();
    private static readonly Option<string?> Model = CommonOptions.Model();

    public static Command Create()
    {
        Command command = new("validate", "Checks the content and the model.") { Content, Model };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(FolderToShow(parsed.GetValue(Content)));
        List<ContentFinding> all = [.. findings];
        if (content is not null)
        {
            string model = Near(CommonOptions.ModelFile(parsed.GetValue(Model)));
            Body? body = ReadModel(model, all);
            all.AddRange(ContentValidator.Validate(content, body, model));
        }

        StatePlace place = StatePlace.Find();
        // A folder under test is not this kiosk; what is shown here is.
        if (parsed.GetValue(Content) is null && new StaffPin(place).IsDefault)
            all.Add(new(place.Path(StaffPin.FileName), 1, 1, FindingSeverity.Warning, "default-pin", StaffPin.IsDefaultMessage));
        foreach (ContentFinding finding in all.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column))
            Console.WriteLine(finding);
        bool hasErrors = all.Exists(f => f.Severity == FindingSeverity.Error);
        return content is null || all.Exists(f => f.Code == "unreadable-model") ? ExitCode.BadInput : hasErrors ? ExitCode.Failed : ExitCode.Done;
    }

    private static Body? ReadModel(string file, List<ContentFinding> findings)
    {
        try
        {
            return BodyReader.Read(file);
        }
        catch (ModelException e)
        {
            findings.Add(new(file, 1, 1, FindingSeverity.Error, "unreadable-model", e.Message));
            return null;
        }
    }

    // As it was given; the installed folder as seen from here, when it is not far.
    private static string FolderToShow(string? given) => given ?? Near(CommonOptions.ContentFolder(null));

    private static string Near(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
