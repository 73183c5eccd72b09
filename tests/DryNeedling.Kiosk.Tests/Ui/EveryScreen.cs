using System.Text.RegularExpressions;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests.Ui;

/// <summary>All screens at all supported sizes, in both languages and all text sizes: what a ruler would say.</summary>
public sealed partial class EveryScreen : IDisposable
{
    private static readonly (int Width, int Height, float Inches)[] Sizes =
        [(1920, 1080, 21.5f), (1080, 1920, 21.5f), (3840, 2160, 21.5f), (3840, 2160, 43), (2160, 3840, 55), (1280, 800, 10.1f), (1024, 600, 10.1f), (800, 1280, 10.1f)];

    private static readonly string[] Navigation = ["explore", "pain", "conditions", "learn", "search", "about", "wake"];

    // The longest name, the longest lists, and what is no strength but a warning; the story that ends with the clinic's contact.
    private static readonly string[] Conditions = ["shin-splints", "back-or-neck-pain", "nonspecific-low-back-pain", "patellofemoral-pain"];
    private static readonly string[] Stories = ["how-it-works", "why-trigger-points-form", "how-can-we-help-you"];

    private readonly InterfaceFixture fixture = new();
    private readonly List<string> faults = [];

    public static TheoryData<int, int, float> Screens
    {
        get
        {
            TheoryData<int, int, float> data = [];
            foreach ((int width, int height, float inches) in Sizes)
                data.Add(width, height, inches);
            return data;
        }
    }

    private static IEnumerable<(string Name, KioskState State)> States
    {
        get
        {
            KioskState start = KioskState.Initial, card = InterfaceFixture.CardOpen;
            KioskState pain = start.Apply(new Intent.Open(KioskScreen.Pain));
            yield return ("explore", start);
            yield return ("card", card);
            yield return ("scrolled", card.Apply(new Intent.ScrollTo(90)));
            yield return ("trigger point", start.Apply(new Intent.SelectTriggerPoint(new("upper-trapezius.L"), 2)));
            yield return ("long name", start.Apply(new Intent.Select(new("sternocleidomastoid-clavicular.R"))));
            yield return ("peek", card.Apply(new Intent.MoveSheet(SheetPosition.Peek)));
            yield return ("full", card.Apply(new Intent.MoveSheet(SheetPosition.Full)));
            yield return ("pain", pain);
            yield return ("painful places", pain.Apply(new Intent.ToggleZone(new("temple.R"))).Apply(new Intent.ToggleZone(new("occiput.R"))));
            yield return ("conditions", start.Apply(new Intent.Open(KioskScreen.Conditions)));
            foreach (string condition in Conditions)
                yield return (condition, start.Apply(new Intent.Open(KioskScreen.Condition, condition)).Staged(Repository.Content));
            yield return ("learn", start.Apply(new Intent.Open(KioskScreen.Learn)));
            foreach (Story story in Stories.Select(id => Repository.Content.Story(id)!))
            {
                KioskState told = start.Apply(new Intent.Open(KioskScreen.Story, story.Id));
                yield return (story.Id, told.Staged(Repository.Content));
                yield return (story.Id + " end", told.Apply(new Intent.ShowStoryStep(story.Steps.Length - 1)).Staged(Repository.Content));
            }

            yield return ("muscle of a condition", start.Apply(new Intent.Open(KioskScreen.Condition, "tech-neck")).Apply(new Intent.Select(new("upper-trapezius.R"))));
            yield return ("end of a card", card.Apply(new Intent.ScrollTo(5000)));
            KioskState search = start.Apply(new Intent.Open(KioskScreen.Search));
            yield return ("search", search);
            yield return ("something found", search.Apply(new Intent.SearchFor("shoulder pain")));
            yield return ("a word explained", search.Apply(new Intent.SearchFor("twitch")).Apply(new Intent.ShowTerm("local-twitch-response")));
            yield return ("nothing found", search.Apply(new Intent.SearchFor("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww")));
            yield return ("about", start.Apply(new Intent.Open(KioskScreen.About)));
            KioskState comfort = start.Apply(new Intent.ShowComfort(true));
            yield return ("comfort", comfort);
            yield return ("names", start.Apply(new Intent.ShowLabels(true)));
            yield return ("high contrast", card.Apply(new Intent.SetTheme(ThemeChoice.Contrast)));
            yield return ("light", card.Apply(new Intent.SetTheme(ThemeChoice.Light)));
            foreach (KioskState state in (KioskState[])[start, card, comfort, pain, search])
                yield return ($"{state.Screen} in reach", state.Apply(new Intent.SetReach(true)));
            yield return ("staff", start.Apply(new Intent.OpenStaff()));
            KioskState pin = start.Apply(new Intent.AskPin());
            yield return ("pin", pin.Apply(new Intent.TypePin('4')).Apply(new Intent.TypePin('7')));
            yield return ("pin refused", pin.Apply(new Intent.RefusePin(60)));
            yield return ("status", start.Apply(new Intent.ShowStatus([.. Enumerable.Repeat("2026-03-05T12:00:00.000Z error content: kiosk.json:1:2: error json: something is wrong here", 9)])));
            yield return ("cleaning", start.Apply(new Intent.Clean(30)));
            yield return ("prompt", card.Apply(new Intent.AskStillThere(20)));
            yield return ("attract", start.Apply(new Intent.FallAsleep()));
        }
    }

    public void Dispose() => fixture.Dispose();

    [Theory]
    [MemberData(nameof(Screens))]
    public void It_can_be_touched_read_and_seen_whole(int width, int height, float inches)
    {
        var screen = ScreenMetrics.FromDiagonal(width, height, inches);
        foreach ((string name, KioskState state) in States)
        {
            foreach (string language in (string[])["en", "es"])
            {
                foreach (TextSize size in Enum.GetValues<TextSize>())
                    Check($"{name} {language} {size}", state with { Language = language, TextSize = size }, screen);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Each_card_fits_the_smallest_screen(string language)
    {
        KioskContent content = Repository.Content;
        var screen = ScreenMetrics.FromDiagonal(1024, 600, 10.1f);
        KioskState start = KioskState.Initial with { Language = language };
        foreach (MuscleCard muscle in content.Muscles)
            Check(muscle.Id, start.Apply(new Intent.Select(StructureId.Of(muscle.Id, Side.Right))), screen);
        foreach (Condition condition in content.Conditions)
            Check(condition.Id, start.Apply(new Intent.Open(KioskScreen.Condition, condition.Id)).Staged(content), screen);
        foreach (Story story in content.Stories)
        {
            for (int step = 0; step < story.Steps.Length; step++)
                Check($"{story.Id} {step}", start.Apply(new Intent.Open(KioskScreen.Story, story.Id)).Apply(new Intent.ShowStoryStep(step)).Staged(content), screen);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    private void Check(string where, KioskState state, ScreenMetrics screen)
    {
        fixture.Show(state, screen);
        fixture.Settle();
        Measures measures = new(screen, state.TextSize);
        IReadOnlyList<Control> controls = fixture.Ui.Controls;
        foreach (Control control in controls)
        {
            CheckTarget(where, control, measures);
            CheckText(where, control, measures);
            if (control.Bounds.X < -0.1f || control.Bounds.Y < -0.1f || control.Bounds.Right > screen.WidthMm + 0.1f || control.Bounds.Bottom > screen.HeightMm + 0.1f)
                faults.Add($"{where}: {control.Id} leaves the screen");
        }

        CheckDistances(where, controls);
        Assert.True(fixture.Ui.FreeArea is { Width: > 30, Height: > 40 }, $"{where}: no room for the body: {fixture.Ui.FreeArea}");
    }

    private void CheckTarget(string where, Control control, Measures measures)
    {
        if (!control.IsActionable)
            return;
        float least = Navigation.Contains(control.Id) ? measures.NavigationTarget : measures.Target;
        if (MathF.Min(control.Bounds.Width, control.Bounds.Height) < least - 0.01f)
            faults.Add($"{where}: {control.Id} is only {control.Bounds.Width:0.0} x {control.Bounds.Height:0.0} mm");
    }

    private void CheckText(string where, Control control, Measures measures)
    {
        if (control.TextCapHeightMm == 0)
            return;
        if (control.TextCapHeightMm < measures.LabelCap - 0.001f)
            faults.Add($"{where}: {control.Id} has capitals of {control.TextCapHeightMm:0.0} mm");
        if (control.Contrast < 7)
            faults.Add($"{where}: {control.Id} has a contrast of {control.Contrast:0.0}");
        if (UnspokenKey().IsMatch(control.Label))
            faults.Add($"{where}: {control.Id} says '{control.Label}', a key without a text");
    }

    private void CheckDistances(string where, IReadOnlyList<Control> controls)
    {
        for (int i = 0; i < controls.Count; i++)
        {
            for (int j = i + 1; j < controls.Count; j++)
            {
                (Control a, Control b) = (controls[i], controls[j]);
                if (a.Id == "sheet-grip" || b.Id == "sheet-grip")
                    continue;
                if (a.IsActionable && b.IsActionable && a.Bounds.Inset(-Measures.Gap / 2 + 0.01f).Overlaps(b.Bounds.Inset(-Measures.Gap / 2 + 0.01f)))
                    faults.Add($"{where}: {a.Id} and {b.Id} are closer than {Measures.Gap} mm");
                if (HasWords(a) && HasWords(b) && a.Bounds.Inset(0.2f).Overlaps(b.Bounds.Inset(0.2f)))
                    faults.Add($"{where}: {a.Id} and {b.Id} overlap");
            }
        }
    }

    private static bool HasWords(Control control) => control.TextCapHeightMm > 0;

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex UnspokenKey();
}
