using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Session;

/// <summary>The screens a visitor can be on; the names in lower case are those of the capture JSON.</summary>
public enum KioskScreen
{
    Attract,
    Explore,
    Pain,
    Conditions,
    Condition,
    Learn,
    Story,
    Search,
    Therapist,
    About,
}

public enum TextSize
{
    Normal,
    Large,
    Largest,
}

public enum SheetPosition
{
    Peek,
    Half,
    Full,
}

/// <summary>The sides from which the body can be looked at by one touch.</summary>
public enum BodyView
{
    Front,
    Back,
    Left,
    Right,
}

/// <summary>
/// Everything about the visit that can be seen, except the camera's momentary pose: one immutable value that only
/// <see cref="Apply"/> turns into the next one. Wiping a visitor is going back to <see cref="Initial"/>.
/// </summary>
public sealed record KioskState
{
    public static KioskState Initial { get; } = new();

    public KioskScreen Screen { get; init; } = KioskScreen.Explore;

    /// <summary>The selected structure, with its side.</summary>
    public StructureId? Selection { get; init; }

    /// <summary>Number of the chosen trigger point of the selection; null shows them all.</summary>
    public int? TriggerPoint { get; init; }

    /// <summary>Skin zones the visitor marked under "Where does it hurt?", in the order they were touched.</summary>
    public ImmutableArray<StructureId> HurtingZones { get; init; } = [];

    /// <summary>How far the body is peeled: 0 skin, 1 superficial muscles, 2 deep muscles, 3 skeleton; continuous.</summary>
    public float Peel { get; init; } = 1;

    /// <summary>The layer that <see cref="Peel"/> is nearest to.</summary>
    public Layer Layer => (Layer)(int)MathF.Round(Peel);

    /// <summary>Two-letter code; empty means the first language of the clinic's settings.</summary>
    public string Language { get; init; } = "";

    public TextSize TextSize { get; init; }

    public BodyForm Form { get; init; }

    /// <summary>The open card is being read aloud.</summary>
    public bool IsAloud { get; init; }

    public SheetPosition Sheet { get; init; } = SheetPosition.Half;

    /// <summary>How far the open card is scrolled, millimetres from its top.</summary>
    public float CardScrollMm { get; init; }

    /// <summary>Id of the open condition, story or glossary term, depending on the screen.</summary>
    public string? Topic { get; init; }

    public int StoryStep { get; init; }

    /// <summary>Where the visitor came from on the way deeper; null where <see cref="Intent.Back"/> leads to the body.</summary>
    public Place? Trail { get; init; }

    /// <summary>What the open story's step shows, from the content; null on all other screens.</summary>
    public StoryScene? Scene { get; init; }

    /// <summary>What of a tour plays while nobody touches; null when none does.</summary>
    public TourPlace? Tour { get; init; }

    /// <summary>What is acted out at the chosen trigger point while a story is told.</summary>
    public StoryAnimation Animation { get; init; }

    /// <summary>The part of the cut-away block that is lit; null when all are seen alike.</summary>
    public CutawayPart? LitPart { get; init; }

    /// <summary>The cut-away block stands in the body's place.</summary>
    public bool ShowsCutaway => Screen == KioskScreen.Story && CutawayPlay.IsCutaway(Animation);

    /// <summary>The muscles of the open condition, the core ones first.</summary>
    public ImmutableArray<LitMuscle> Lit { get; init; } = [];

    public string SearchText { get; init; } = "";

    public Comfort Comfort { get; init; } = Comfort.None;

    /// <summary>The card with the comfort settings lies over the screen.</summary>
    public bool ShowsComfort { get; init; }

    /// <summary>The structures in view bear their names.</summary>
    public bool ShowsLabels { get; init; }

    public StaffMode Staff { get; init; }

    /// <summary>How loud the kiosk is, 0 to 100, while the staff look at it.</summary>
    public int Volume { get; init; }

    public PinEntry Pin { get; init; } = PinEntry.Empty;

    /// <summary>What the staff read under <see cref="StaffMode.Status"/>.</summary>
    public ImmutableArray<string> StaffStatus { get; init; } = [];

    /// <summary>Seconds until touches count again, while the glass is wiped.</summary>
    public int? CleaningSeconds { get; init; }

    /// <summary>Seconds left to answer "Still there?", or null when nobody is asked.</summary>
    public int? Prompt { get; init; }

    /// <summary>Id of the control under a finger, drawn pressed.</summary>
    public string? Pressed { get; init; }

    /// <summary>Id of the control that has the keyboard's focus; null until a key is used.</summary>
    public string? Focus { get; init; }

    /// <summary>The only way from one state to the next. Unknown intents are a bug and throw.</summary>
    public KioskState Apply(Intent intent)
    {
        KioskState next = Next(intent);
        bool sameText = (next.Screen, next.Topic, next.StoryStep, next.Selection, next.Language) == (Screen, Topic, StoryStep, Selection, Language);
        return next.IsAloud && !(sameText && next.HasCard) ? next with { IsAloud = false } : next;
    }

    private bool HasCard => !ShowsComfort && (Selection is not null || Screen is not (KioskScreen.Explore or KioskScreen.Attract));

    private KioskState Next(Intent intent) => intent switch
    {
        Intent.Wake => (Tour is null ? this : Initial) with { Screen = KioskScreen.Explore },
        Intent.FallAsleep => Initial with { Screen = KioskScreen.Attract },
        Intent.ShowTour(var place) => Initial with { Screen = KioskScreen.Attract, Tour = place },
        Intent.Select(var id) => Selecting(id, null),
        Intent.SelectTriggerPoint(var id, var number) => Selecting(id, number),
        Intent.ClearTriggerPoint => this with { TriggerPoint = null },
        Intent.CloseCard => Screen != KioskScreen.Explore && Trail is not null ? GoingBack() : this with
        {
            Selection = null, TriggerPoint = null, CardScrollMm = 0, Sheet = SheetPosition.Half, Trail = null, ShowsComfort = false,
        },
        Intent.Back => GoingBack(),
        Intent.PeelTo(var peel) => this with { Peel = Math.Clamp(peel, 0, 3) },
        Intent.SetLanguage(var language) => this with { Language = language, CardScrollMm = 0 },
        Intent.SetTextSize(var size) => this with { TextSize = size, CardScrollMm = 0 },
        Intent.ReadAloud(var aloud) => this with { IsAloud = aloud },
        Intent.ShowBody(var form) => this with { Form = form },
        Intent.MoveSheet(var position) => this with { Sheet = position },
        Intent.ScrollTo(var mm) => this with { CardScrollMm = MathF.Max(0, mm) },
        Intent.Open(var screen, var topic) => Opening(screen, topic),
        Intent.ShowStoryStep(var step) => this with { StoryStep = Math.Max(0, step), CardScrollMm = 0 },
        Intent.ToggleZone(var zone) => this with
        {
            HurtingZones = HurtingZones.Contains(zone) ? HurtingZones.Remove(zone) : HurtingZones.Add(zone),
        },
        Intent.ClearZones => this with { HurtingZones = [] },
        Intent.Type(var text) => Searching(SearchText.Length + text.Length <= LongestSearch ? (SearchText + text).TrimStart() : SearchText),
        Intent.EraseCharacter => Searching(SearchText.Length > 0 ? SearchText[..^LengthOfLast(SearchText)] : ""),
        Intent.EraseText => Searching(""),
        Intent.SearchFor(var text) => Searching(text),
        Intent.ShowTerm(var id) => this with { Topic = id },
        Intent.AskStillThere(var seconds) => this with { Prompt = seconds },
        Intent.StillHere => this with { Prompt = null },
        Intent.Press(var control) => this with { Pressed = control },
        Intent.MoveFocus(var control) => this with { Focus = control },
        Intent.ContentChanged(var before, var after) => Keeping(before, after),
        Intent.ShowComfort(var shown) => this with { ShowsComfort = shown, CardScrollMm = 0, Sheet = SheetPosition.Half },
        Intent.SetTheme(var theme) => this with { Comfort = Comfort with { Theme = theme } },
        Intent.ReduceMotion(var reduced) => this with { Comfort = Comfort with { ReducedMotion = reduced } },
        Intent.SetReach(var low) => this with { Comfort = Comfort with { Reach = low } },
        Intent.ShowLabels(var shown) => this with { ShowsLabels = shown },
        Intent.AskPin => this with { Staff = StaffMode.Pin, Pin = PinEntry.Empty, Prompt = null },
        Intent.TypePin => this with { Pin = new(Math.Min(PinEntry.MostDigits, Pin.Digits + 1), Pin.IsChecking, false, Pin.WaitSeconds) },
        Intent.ErasePin => this with { Pin = Pin with { Digits = 0, WasWrong = false } },
        Intent.CheckPin => this with { Pin = Pin with { IsChecking = Pin.Digits > 0 } },
        Intent.RefusePin(var seconds) => this with { Pin = new(0, false, WasWrong: true, seconds) },
        Intent.ShowStatus(var lines) => this with { Staff = StaffMode.Status, StaffStatus = lines },
        Intent.AskStatus or Intent.ChangeVolume => this,
        Intent.ShowVolume(var volume) => this with { Volume = volume },
        Intent.ReloadContent or Intent.Quit => this with { Staff = StaffMode.None },
        Intent.OpenStaff => this with { Pin = PinEntry.Empty, Staff = StaffMode.Panel, Prompt = null, CleaningSeconds = null },
        Intent.CloseStaff => this with { Staff = StaffMode.None, Volume = 0, CleaningSeconds = null, Pin = PinEntry.Empty },
        Intent.Clean(var seconds) => this with { Staff = StaffMode.Cleaning, Prompt = null, CleaningSeconds = seconds },
        Intent.LightPart(var part) => this with { LitPart = part },
        Intent.LookFrom or Intent.ZoomBy or Intent.Frame or Intent.ShowAgain => this,
        Intent.Reset => Initial with { Language = Language, TextSize = TextSize, Form = Form, Comfort = Comfort, Focus = Focus },
        _ => throw new System.Diagnostics.UnreachableException($"{intent}"),
    };

    // A muscle's card lies over the screen it was chosen on, so that closing it leads back there; a story has no room beside it.
    private KioskState Selecting(StructureId id, int? triggerPoint) => this with
    {
        Selection = id,
        TriggerPoint = triggerPoint,
        ShowsComfort = false,
        CardScrollMm = id == Selection ? CardScrollMm : 0,
        Screen = Screen is KioskScreen.Story or KioskScreen.Attract ? KioskScreen.Explore : Screen,
        Trail = Screen is KioskScreen.Story || (Selection is null && Screen is not (KioskScreen.Explore or KioskScreen.Attract)) ? Here : Trail,
    };

    // Nobody remembers more steps than these; a way that leads in circles must not grow for ever.
    private const int LongestTrail = 16;

    private Place Here => new(
        Screen, Topic, StoryStep, Selection, TriggerPoint, CardScrollMm, Sheet, Peel, Trail is { Depth: < LongestTrail } ? Trail : null);

    private KioskState Opening(KioskScreen screen, string? topic) => this with
    {
        Screen = screen,
        Topic = topic,
        ShowsComfort = false,
        StoryStep = 0,
        CardScrollMm = 0,
        Selection = null,
        TriggerPoint = null,
        Sheet = SheetPosition.Half,
        SearchText = screen == KioskScreen.Search || topic is not null ? SearchText : "",
        Peel = screen == KioskScreen.Pain ? 0 : 1,
        Trail = topic is null ? null : (screen, topic) == (Screen, Topic) ? Trail : Here,
    };

    // Longer than any name; a child leaning on the keyboard shall not fill the memory.
    private const int LongestSearch = 48;

    private KioskState Searching(string text) => this with { SearchText = text, Topic = null, CardScrollMm = 0 };

    private static int LengthOfLast(string text) => char.IsLowSurrogate(text[^1]) && text.Length > 1 ? 2 : 1;

    private KioskState GoingBack() => Trail is not { } place ? Opening(KioskScreen.Explore, null) : this with
    {
        ShowsComfort = false,
        Screen = place.Screen,
        Topic = place.Topic,
        StoryStep = place.StoryStep,
        CardScrollMm = place.ScrollMm,
        Selection = place.Selection,
        TriggerPoint = place.TriggerPoint,
        Sheet = place.Sheet,
        Peel = place.Peel,
        Trail = place.Before,
    };

    /// <summary>What edited content still holds; a structure that never had a card stays selected.</summary>
    private KioskState Keeping(KioskContent before, KioskContent after)
    {
        // What the tour shows next tells its clock.
        if (Tour is not null)
            return Initial with { Screen = KioskScreen.Attract };
        KioskState kept = this with
        {
            HurtingZones = HurtingZones.RemoveAll(zone => after.Zone(zone.Base) is null && before.Zone(zone.Base) is not null),
            Language = after.Settings.Languages.Contains(Language) ? Language : "",
            StoryStep = Math.Clamp(StoryStep, 0, Math.Max(0, (after.Story(Topic ?? "")?.Steps.Length ?? 1) - 1)),
        };
        if (Selection is { } id && before.Muscle(id.Base) is not null)
            kept = after.Muscle(id.Base) is { } muscle ? kept.WithPointOf(muscle) : kept.Apply(new Intent.CloseCard());
        return (Screen, Topic) switch
        {
            (KioskScreen.Condition, { } topic) when after.Condition(topic) is null => kept.Opening(KioskScreen.Conditions, null),
            (KioskScreen.Story, { } topic) when after.Story(topic) is null => kept.Opening(KioskScreen.Learn, null),
            _ => kept,
        };
    }

    private KioskState WithPointOf(MuscleCard muscle) =>
        muscle.TriggerPoints.Any(point => point.Number == TriggerPoint) ? this : this with { TriggerPoint = null };
}
