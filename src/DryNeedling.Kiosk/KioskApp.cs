using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk;

/// <summary>
/// The kiosk without a screen: touches, keys and time go in; the state, the camera and the data to draw come out.
/// Deterministic: the same input at the same times gives the same everything.
/// </summary>
internal sealed partial class KioskApp
{
    private const int ReadingPatience = 2;

    private readonly Interface ui;
    private readonly TouchRouter touch;
    private readonly KeyRouter keys;
    private readonly CleaningClock cleaning = new();
    private IdleClock idle;
    private KioskState directed;
    private float sightYaw = float.NaN;
    private bool isFirstFrame = true, hasChanged;
    private (Intent Intent, KioskState Before)? unfollowed;

    /// <param name="picker">Made on first use, or on another thread ahead of it.</param>
    public KioskApp(Body body, Lazy<BodyPicker> picker, KioskContent content, Interface ui, ScreenMetrics screen, KioskState? start = null)
    {
        (Content, this.ui, Screen) = (content, ui, screen);
        State = (start ?? KioskState.Initial).Staged(content);
        directed = KioskState.Initial;
        first = new(body, picker);
        Stand(first);
        idle = ClockOf(content.Settings.Idle);
        touch = new(this);
        keys = new(this);
        block.Aim(State, FreeArea, Screen);
        Direct();
        Settle();
    }

    public KioskContent Content { get; private set; }

    public ScreenMetrics Screen { get; private set; }

    public KioskState State { get; private set; }

    public Interface Ui => ui;

    /// <summary>Off for pictures of the body alone: it then has the whole screen.</summary>
    public bool ShowsInterface
    {
        get;
        set
        {
            field = value;
            Resize(Screen);
        }
    } = true;

    /// <summary>Show mode: the tours of the content play until somebody touches, and soon after the last touch again.</summary>
    public bool ShowsTours
    {
        get => show.PlaysTours;
        set
        {
            if (value == show.PlaysTours)
                return;
            show.PlaysTours = value;
            idle = ClockOf(Content.Settings.Idle);
            Do(new Intent.FallAsleep());
        }
    }

    /// <summary>Where the camera's target sits on the screen: fractions of half the screen, right and up.</summary>
    public Vector2 Centre => camera.Centre;

    public TimeSpan Idle => idle.Idle;

    /// <summary>Whether the next frame will differ from this one without any input.</summary>
    public bool IsMoving => IsBodyMoving || ui.IsMoving || State.Screen == KioskScreen.Attract || labels.IsPending || AwaitsBody;

    /// <summary>Whether the interface looks different since this was last asked, even if nothing moves.</summary>
    public bool TakeChange()
    {
        bool was = hasChanged;
        hasChanged = false;
        return was;
    }

    /// <summary>How long the loop may sleep when nothing moves.</summary>
    public TimeSpan UntilNextChange
    {
        get
        {
            TimeSpan next = idle.UntilNextChange < ui.UntilShift ? idle.UntilNextChange : ui.UntilShift;
            next = State.Staff == StaffMode.Cleaning && cleaning.UntilNext < next ? cleaning.UntilNext : next;
            return MayHint && GestureHint.UntilNext(idle.Idle) is var hint && hint < next ? hint : next;
        }
    }

    /// <summary>Markers of the last drawn frame, for fingers.</summary>
    public MarkerLayout Markers { get; } = new();

    public bool HasQuit { get; private set; }

    /// <summary>Whether the two corners ask for the PIN first; not without somebody to look at it.</summary>
    public bool AsksForPin { get; set; }

    /// <summary>Told of each intent that was done, and the state before it.</summary>
    public Action<Intent, KioskState>? Did { get; set; }

    /// <summary>One frame: what came in, then what time does by itself.</summary>
    public void Advance(InputBuffer input, TimeSpan step)
    {
        Follow();
        ChangeBody();
        if (!input.IsEmpty)
            Take(input);
        else
            touch.Flush();
        CountIdleTime(step);
        camera.Advance(Cuts ? Arrival : step, FreeArea, Screen);
        touch.Advance(step);
        if (show.Advance(step, State, Content, camera.Camera) is { } next)
            Do(next);
        ui.Advance(step);
        if (Cuts)
            ui.Arrive();
        labels.Advance(step, State.ShowsLabels && IsPlain, IsBodyMoving || touch.IsTouched, camera.Camera.Pose, Projection, FreeArea, Screen);
        AdvanceBlock(step);
        if (unfollowed is null)
            UpdateInterface();
        Direct();
        Director.Advance(step, Cuts);
        isFirstFrame = false;
    }

    /// <summary>Time in which nothing moved and nobody touched: only the idle clock runs.</summary>
    public void Wait(TimeSpan time)
    {
        Follow();
        CountIdleTime(time);
        ui.Age(time);
        UpdateInterface();
        Direct();
    }

    public void Resize(ScreenMetrics screen)
    {
        Follow();
        Screen = screen;
        UpdateInterface();
        camera.CutTo(State, Content, FreeArea, screen);
        if (block.IsWanted)
            block.Reframe(block.Camera.Goal.Yaw, FreeArea, screen, cut: true);
    }

    /// <summary>Edited content takes the place of what was shown; what no longer exists is closed.</summary>
    public void Show(KioskContent content)
    {
        KioskContent before = Content;
        Content = content;
        TimeSpan unused = idle.Idle;
        idle = ClockOf(content.Settings.Idle);
        idle.Advance(unused);
        Director.ForgetSites();
        show.Forget();
        Do(new Intent.ContentChanged(before, content));
        // The trigger points of the same muscle may have moved.
        if (State.Selection is not null)
            directed = KioskState.Initial;
        UpdateInterface();
        Direct();
    }

    /// <summary>Everything in motion arrives at once: for pictures.</summary>
    public void Settle()
    {
        Follow();
        ChangeBody();
        for (int i = 0; i < 100 && IsSettling; i++)
        {
            TimeSpan step = TimeSpan.FromSeconds(0.25);
            camera.Advance(step, FreeArea, Screen);
            ui.Advance(step);
            UpdateInterface();
            Direct();
            Director.Advance(step);
            isFirstFrame = false;
        }

        block.Settle();
        block.FindNames(Centre, FreeArea, Screen);
        UpdateInterface();
    }

    /// <summary>Puts what is to be drawn into the stage's lists.</summary>
    public void Fill(BodyScene scene, List<TriggerMarker> markers)
    {
        scene.Block = block.Look;
        scene.Pose = scene.Block.IsDrawn ? block.Camera.Pose : camera.Camera.Pose;
        scene.Centre = Centre;
        scene.Theme = SceneTheme.For(Content.Settings, State.Comfort.Theme);
        Director.Fill(scene, markers);
        if (scene.Block.Presence > 0)
            markers.Clear();
        Markers.Place(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(markers), scene, Screen);
    }

    /// <summary>
    /// The one door to a new state; interface and camera follow intents that concern them. What a finger chose lights
    /// up first: its card and the way there are worked out for the frame after.
    /// </summary>
    public void Do(Intent intent)
    {
        Follow();
        KioskState before = State;
        if (intent is Intent.Clean(var seconds) && State.Staff != StaffMode.Cleaning)
            cleaning.Start(seconds);
        State = State.Apply(intent);
        if (State.Screen != before.Screen || intent is Intent.Open or Intent.Back or Intent.CloseCard or Intent.ShowStoryStep or Intent.ShowTour or Intent.ContentChanged)
            State = State.Staged(Content);
        Did?.Invoke(intent, before);
        if (intent is Intent.Reset or Intent.FallAsleep)
            touch.Stop();
        if (intent is Intent.Select or Intent.SelectTriggerPoint && State.Selection != before.Selection)
            unfollowed = (intent, before);
        else
            Follow(intent, before);
    }

    /// <summary>After a failure: everything about the visitor is forgotten, also what was half done.</summary>
    public void Wipe()
    {
        unfollowed = null;
        Do(new Intent.FallAsleep());
    }

    /// <summary>Turns the body to the side where most of the painted zones lie.</summary>
    public void FaceZones() => camera.FaceZones(State, Content, FreeArea, Screen);

    /// <summary>Somebody is there: the clock starts anew, Attract and the question end. True when this touch did nothing else.</summary>
    public bool NoteTouch()
    {
        idle.Touched();
        if (State.Screen == KioskScreen.Attract)
        {
            Do(new Intent.Wake());
            return true;
        }

        if (State.Prompt is null)
            return false;
        Do(new Intent.StillHere());
        return true;
    }

    // Long enough for every motion to be over.
    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(10);

    private bool Cuts => State.Comfort.ReducedMotion;

    private Box FreeArea => ShowsInterface ? ui.FreeArea : new(0, 0, Screen.WidthMm, Screen.HeightMm);

    private IdleClock ClockOf(IdleSettings idle) => ShowsTours
        ? new(TourClock.ResumesAfter, TimeSpan.Zero)
        : new(TimeSpan.FromSeconds(idle.PromptAfterSeconds), TimeSpan.FromSeconds(idle.CountdownSeconds));

    private Matrix4x4 Projection => camera.Projection(Screen);

    private bool IsSettling => isFirstFrame || unfollowed is not null || camera.IsMoving(FreeArea, Screen) || ui.IsMoving || Director.IsMoving;

    private Vector2 ClipOf(Vector2 mm) => new(2 * mm.X / Screen.WidthMm - 1, 1 - 2 * mm.Y / Screen.HeightMm);

    private void Take(InputBuffer input)
    {
        HasQuit |= input.Quit;
        touch.Take(input);
        keys.Take(input);
    }

    private void CountCleaningTime(TimeSpan step)
    {
        idle.Touched();
        cleaning.Advance(step);
        if (cleaning.SecondsLeft != State.CleaningSeconds)
            Do(cleaning.SecondsLeft == 0 ? new Intent.FallAsleep() : new Intent.Clean(cleaning.SecondsLeft));
    }

    private void CountIdleTime(TimeSpan step)
    {
        if (State.Staff == StaffMode.Cleaning)
        {
            CountCleaningTime(step);
            return;
        }

        if (touch.IsTouched)
            idle.Touched();
        if (State.Screen == KioskScreen.Attract)
            return;
        idle.Patience = IsReading && !ShowsTours ? ReadingPatience : 1;
        idle.Advance(step);
        if (idle.IsExpired)
        {
            Do(new Intent.FallAsleep(IsLeft: ShowsTours));
            idle.Touched();
        }
        else if (idle.SecondsLeft is { } seconds && seconds != State.Prompt)
        {
            Do(new Intent.AskStillThere(seconds));
        }
    }

    /// <summary>A story or a long card is open: its reader may not touch anything for a while.</summary>
    private bool IsReading => State.Screen == KioskScreen.Story
        || ((State.Selection is not null || State.Screen == KioskScreen.Condition) && ui.IsLongRead);

    private void Follow()
    {
        if (unfollowed is not { } chosen)
            return;
        unfollowed = null;
        Follow(chosen.Intent, chosen.Before);
    }

    private void Follow(Intent intent, KioskState before)
    {
        if (State != before)
            UpdateInterface();
        camera.Follow(intent, before, State, Content, FreeArea, Screen);
        FollowBlock(intent);
    }

    private bool IsBodyMoving => unfollowed is not null || camera.IsMoving(FreeArea, Screen) || (Director.IsMoving && !block.IsAlone) || touch.IsMoving || block.IsMoving;

    // Nothing but the body: no card, no question.
    private bool IsPlain => ShowsInterface
        && State is { Screen: KioskScreen.Explore, Selection: null, ShowsComfort: false, Staff: StaffMode.None, Prompt: null };

    private bool MayHint => IsPlain && State is { ShowsLabels: false, Comfort.ReducedMotion: false };

    private HintPhase Hint => MayHint ? GestureHint.PhaseAt(idle.Idle) : HintPhase.None;

    private void UpdateInterface() => hasChanged |= ui.Update(State, Content, Body, Screen, SeenYaw, labels.Seen, Hint, block.Seen);

    /// <summary>Tells the director when something changed that it depends on.</summary>
    private void Direct()
    {
        KioskState staged = show.Staged ?? State;
        bool turned = staged.Selection is not null && unfollowed is null && !(MathF.Abs(camera.Camera.Goal.Yaw - sightYaw) < 0.2f);
        if (ReferenceEquals(staged, directed) && !turned && !isFirstFrame)
            return;
        if (unfollowed is null)
            FindInFront(staged);
        else
            sightYaw = float.NaN;
        Director.Aim(staged, directed, Content, inFront);
        directed = staged;
    }

    private void FindInFront(KioskState staged)
    {
        Array.Clear(inFront);
        sightYaw = camera.Camera.Goal.Yaw;
        if (staged.Selection is not { } id || Body.IndexOf(id) is not (>= 0 and var index))
            return;
        Director.FillShown(shown, staged);
        sight.Value.FindInFront(index, camera.Camera.Goal.Eye, shown, inFront);
    }
}
