using System.CommandLine;
using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Operation.Packs;
using DryNeedling.Kiosk.Platform;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>run</c>: the kiosk on the screen.</summary>
internal static class RunCommand
{
    private const string WindowTitle = "DryNeedling.Kiosk";

    private static readonly Option<bool> Windowed = new("--windowed") { Description = "A window instead of the full screen." };
    private static readonly Option<string?> Size = CommonOptions.Size();
    private static readonly Option<string?> Content = CommonOptions.Content();
    private static readonly Option<string?> Model = CommonOptions.Model();
    private static readonly Option<string?> Mode = new("--mode") { Description = "visitor or show." };

    private static readonly Option<bool> Supervised = new("--supervised") { Description = "Starts it anew when it ends or hangs, as a service manager would." };

    public static Command Create()
    {
        Command command = new("run", "Starts the kiosk full screen.") { Windowed, Size, Content, Model, Mode, Supervised };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        (int width, int height) = CommonOptions.ParseSize(parsed.GetValue(Size) ?? "1280x800");
        if (parsed.GetValue(Mode) is { } mode && mode is not ("visitor" or "show"))
            throw KnownNames.Unknown("mode", mode, ["visitor", "show"]);
        StatePlace place = StatePlace.Find();
        KioskLog log = new(place, TimeProvider.System, Console.Error);
        using RunSignals signals = new(log);
        if (parsed.GetValue(Supervised))
            return new Supervisor(log, () => signals.AsksForEnd).Run();
        if (Environment.GetEnvironmentVariable(Supervisor.Variable) is not null)
            Posix.EndWithParent();
        DriverCache.Keep(place);
        string? modelFile = parsed.GetValue(Model);
        Task<Body> body = Task.Run(() => ReadBody(modelFile, log));
        Task<BodyPicker> picker = body.ContinueWith(b => BodyPicker.Build(b.Result), TaskScheduler.Default);
        string? named = parsed.GetValue(Content);
        using ContentWatch watch = new(() => CommonOptions.ContentFolder(named));
        // Opening the window takes longest and belongs to this thread: everything else is read meanwhile.
        Task<KioskContent> reading = Task.Run(() => ReadContent(CommonOptions.ContentFolder(named), log));
        Task<Interface> fonts = Task.Run(() => new Interface(Installation.FontsFolder));
        SurfaceOptions options = new(WindowTitle, parsed.GetValue(Windowed) || parsed.GetValue(Size) is not null, width, height);
        using SdlWindow window = new(options);
        KioskContent content = reading.GetAwaiter().GetResult();
        window.DiagonalInches = content.Settings.DiagonalInches;
        using Interface ui = fonts.GetAwaiter().GetResult();
        signals.Arrived = SdlWindow.Wake;
        KioskApp app = new(body.GetAwaiter().GetResult(), new(() => picker.GetAwaiter().GetResult()), content, ui, window.Screen);
        app.OtherBody = Installation.OtherBody(modelFile, waits: false, SdlWindow.Wake);
        app.BodyFailed = message => log.Error("model", message);
        app.ShowsTours = parsed.GetValue(Mode) == "show";
        using KioskLoop loop = new(window, app);
        using Caretaker caretaker = new(
            place, log, app, CommonOptions.ModelFile(modelFile), () => VersionName(place, named), CommonOptions.ShippedContent, SdlWindow.Wake);
        watch.Start(SdlWindow.Wake);
        return new RunLoop(loop, window, signals, watch, caretaker, log) { StaysOpen = !options.Windowed }.Run();
    }

    private static string VersionName(StatePlace place, string? named) => named ?? new ContentVersions(place).LiveId ?? "shipped";

    /// <summary>The named model, or the one that came with the program when the named one cannot be read.</summary>
    private static Body ReadBody(string? file, KioskLog log)
    {
        try
        {
            return Installation.ReadBody(file);
        }
        catch (CommandException e) when (file is not null && File.Exists(CommonOptions.ModelFile(null)))
        {
            log.Error("model", $"{e.Message} The kiosk's own body is shown instead.");
            return Installation.ReadBody(null);
        }
    }

    /// <summary>What of the content can be used; a visitor sees a working kiosk, the operator one line for each mistake.</summary>
    private static KioskContent ReadContent(string folder, KioskLog log)
    {
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(folder);
        foreach (ContentFinding error in findings.Where(f => f.Severity == FindingSeverity.Error))
            log.Error("content", error.ToString());
        bool isShipped = folder == CommonOptions.ShippedContent;
        return content ?? (isShipped ? KioskContent.Empty : ReadContent(CommonOptions.ShippedContent, log));
    }
}
