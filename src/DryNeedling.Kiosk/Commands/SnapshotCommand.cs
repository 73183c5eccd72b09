using System.CommandLine;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>snapshot</c>: one settled frame as a picture, without a display.</summary>
internal static class SnapshotCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Where the PNG goes.", Required = true, HelpName = "FILE.png" };
    private static readonly Option<string?> Size = CommonOptions.Size();
    private static readonly Option<string?> View = new("--view") { Description = "front, back, left or right." };
    private static readonly Option<string?> Peel = new("--layer") { Description = "skin, superficial, deep or skeleton." };
    private static readonly Option<string?> Select = new("--select") { Description = "A structure to select.", HelpName = "ID" };
    private static readonly Option<int?> Point = new("--trigger-point") { Description = "Number of a trigger point of the selection.", HelpName = "N" };
    private static readonly Option<string[]> Zones = new("--zone") { Description = "A skin zone that hurts; may be repeated.", HelpName = "ID" };
    private static readonly Option<string?> Screen = new("--screen") { Description = "The screen to show.", HelpName = "NAME" };
    private static readonly Option<string?> Topic = new("--topic") { Description = "Id of the condition or story to open; without it, the first.", HelpName = "ID" };
    private static readonly Option<int?> Step = new("--step") { Description = "Step of the story, from 1.", HelpName = "N" };
    private static readonly Option<string?> Language = CommonOptions.Language();
    private static readonly Option<float?> Diagonal = new("--diagonal") { Description = "Of the imagined screen, inches.", HelpName = "INCHES" };
    private static readonly Option<bool> NoUi = new("--no-ui") { Description = "The body alone." };
    private static readonly Option<string?> Content = CommonOptions.Content();
    private static readonly Option<string?> Model = CommonOptions.Model();

    public static Command Create()
    {
        Command command = new("snapshot", "Renders one settled frame as a PNG.")
        {
            Out, Size, View, Peel, Select, Point, Zones, Screen, Topic, Step, Language, Diagonal, NoUi, Content, Model,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        (int width, int height) = CommonOptions.ParseSize(parsed.GetValue(Size) ?? "1920x1080");
        Installation installation = Installation.Read(parsed.GetValue(Content), parsed.GetValue(Model));
        KioskState state = StateOf(parsed, installation);
        BodyView? view = parsed.GetValue(View) is { } name
            ? KnownNames.Choice("view", name, BodyView.Front, BodyView.Back, BodyView.Left, BodyView.Right)
            : null;
        using Offscreen screen = new(
            installation.Content, installation.Body,
            Offscreen.ScreenOf(width, height, parsed.GetValue(Diagonal), installation.Content), state);
        screen.App.OtherBody = Installation.OtherBody(parsed.GetValue(Model), waits: true);
        screen.App.ShowsInterface = !parsed.GetValue(NoUi);
        if (state.Screen == KioskScreen.Story || state is { Screen: KioskScreen.Condition, Selection: null })
            screen.App.Do(new Intent.ShowStoryStep(state.StoryStep));
        else if (state is { Selection: { } muscle, TriggerPoint: { } number })
            screen.App.Do(new Intent.SelectTriggerPoint(muscle, number));
        else if (state.Selection is { } selected)
            screen.App.Do(new Intent.Frame(selected));
        else
            screen.App.FaceZones();
        if (view is { } from)
            screen.App.Do(new Intent.LookFrom(from));
        screen.App.Settle();
        screen.WritePicture(parsed.GetValue(Out)!);
        return ExitCode.Done;
    }

    private static KioskState StateOf(ParseResult parsed, Installation installation)
    {
        (KioskContent content, Body body) = (installation.Content, installation.Body);
        KioskState state = KioskState.Initial;
        if (parsed.GetValue(Language) is { } language)
            state = state.Apply(new Intent.SetLanguage(KnownNames.Language(language, content)));
        if (parsed.GetValue(Screen) is { } name)
        {
            KioskScreen screen = KnownNames.Choice("screen", name, [.. KioskScreens.Available]);
            string? topic = TopicOf(screen, parsed.GetValue(Topic), content);
            state = screen == KioskScreen.Attract ? state.Apply(new Intent.FallAsleep()) : state.Apply(new Intent.Open(screen, topic));
            if (parsed.GetValue(Step) is { } step)
                state = state.Apply(new Intent.ShowStoryStep(step - 1));
            state = state.Staged(content);
        }

        string[] zones = parsed.GetValue(Zones) ?? [];
        if (zones.Length > 0 && state.Screen != KioskScreen.Pain)
            state = state.Apply(new Intent.Open(KioskScreen.Pain));
        foreach (string zone in zones)
            state = state.Apply(new Intent.ToggleZone(KnownNames.Zone(zone, content)));
        if (parsed.GetValue(Peel) is { } layer)
            state = state.Apply(new Intent.PeelTo((int)KnownNames.Choice("layer", layer, Layer.Skin, Layer.Superficial, Layer.Deep, Layer.Skeleton)));
        if (parsed.GetValue(Select) is { } id)
            state = Selecting(state, KnownNames.Structure(id, body), parsed.GetValue(Point), content);
        return state;
    }

    private static string? TopicOf(KioskScreen screen, string? name, KioskContent content)
    {
        if (screen is not (KioskScreen.Condition or KioskScreen.Story))
        {
            return name is null ? null
                : throw new CommandException(ExitCode.BadInput, "--topic goes with --screen condition or --screen story.");
        }

        string what = screen == KioskScreen.Condition ? "condition" : "story";
        string[] known = [.. screen == KioskScreen.Condition ? content.Conditions.Select(c => c.Id) : content.Stories.Select(s => s.Id)];
        return name is null ? known.FirstOrDefault() : known.Contains(name) ? name : throw KnownNames.Unknown(what, name, known);
    }

    private static KioskState Selecting(KioskState state, StructureId id, int? point, KioskContent content)
    {
        if (point is not { } number)
            return state.Apply(new Intent.Select(id));
        int[] numbers = [.. content.Muscle(id.Base)?.TriggerPoints.Select(t => t.Number) ?? []];
        return numbers.Contains(number)
            ? state with { Selection = id, TriggerPoint = number }
            : throw KnownNames.Unknown($"trigger point of {id}", $"{number}", numbers.Select(n => $"{n}"));
    }
}
