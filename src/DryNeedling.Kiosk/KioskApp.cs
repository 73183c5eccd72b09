using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk;

/// <summary>
/// The kiosk without a screen: touches, keys and time go in; the state, the camera and the data to draw come out.
/// Deterministic: the same input at the same times gives the same everything.
/// </summary>
internal sealed class KioskApp
{
    // Slow enough to read, fast enough to be seen from the other end of a hall.
    private const float AttractRadiansPerSecond = 0.22f;

    private readonly Interface ui;
    private readonly IdleClock idle;
    private readonly TouchRouter touch;
    private readonly KeyRouter keys;
    private readonly Lazy<BodyPicker> picker;
    private readonly bool[] shown, inFront;
    private SightLines? sight;
    private KioskState directed;
    private float sightYaw = float.NaN;
    private Vector2 centre;
    private bool isFirstFrame = true;

    /// <param name="picker">Made on first use, or on another thread ahead of it.</param>
    public KioskApp(Body body, Lazy<BodyPicker> picker, KioskContent content, Interface ui, ScreenMetrics screen, KioskState? start = null)
    {
        (Body, this.picker, Content, this.ui, Screen) = (body, picker, content, ui, screen);
        State = start ?? KioskState.Initial;
        directed = KioskState.Initial;
        Director = new(body);
        shown = new bool[body.Structures.Count];
        inFront = new bool[body.Structures.Count];
        idle = new(
            TimeSpan.FromSeconds(content.Settings.Idle.PromptAfterSeconds), TimeSpan.FromSeconds(content.Settings.Idle.CountdownSeconds));
        ui.Update(State, content, body, screen, 0);
        centre = CameraFraming.CentreOf(FreeArea, screen);
        Camera = new(CameraFraming.WholeBody(body, 0, FreeArea, screen), body.Bounds);
        touch = new(this);
        keys = new(this);
        Direct();
        Settle();
    }

    public Body Body { get; }

    public KioskContent Content { get; }

    public ScreenMetrics Screen { get; private set; }

    public KioskState State { get; private set; }

    public OrbitCamera Camera { get; }

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

    public SceneDirector Director { get; }

    public BodyPicker Picker => picker.Value;

    /// <summary>Where the camera's target sits on the screen: fractions of half the screen, right and up.</summary>
    public Vector2 Centre => centre;

    public TimeSpan Idle => idle.Idle;

    /// <summary>Whether the next frame will differ from this one without any input.</summary>
    public bool IsMoving => !Camera.IsSettled || Director.IsMoving || ui.IsMoving || touch.IsMoving || State.Screen == KioskScreen.Attract
        || centre != CameraFraming.CentreOf(FreeArea, Screen);

    /// <summary>How long the loop may sleep when nothing moves.</summary>
    public TimeSpan UntilNextChange => idle.UntilNextChange;

    /// <summary>Markers of the last drawn frame, for fingers.</summary>
    public MarkerLayout Markers { get; } = new();

    public bool HasQuit { get; private set; }

    /// <summary>One frame: what came in, then what time does by itself.</summary>
    public void Advance(InputBuffer input, TimeSpan step)
    {
        if (!input.IsEmpty)
            Take(input);
        else
            touch.Flush();
        CountIdleTime(step);
        Camera.Advance(step);
        touch.Advance(step);
        if (State.Screen == KioskScreen.Attract)
            Camera.Turn(AttractRadiansPerSecond * (float)step.TotalSeconds, 0);
        ui.Advance(step);
        UpdateInterface();
        Direct();
        Director.Advance(step);
        centre = Easing.Towards(centre, CameraFraming.CentreOf(FreeArea, Screen), Easing.ShareOf(step));
        isFirstFrame = false;
    }

    /// <summary>Time in which nothing moved and nobody touched: only the idle clock runs.</summary>
    public void Wait(TimeSpan time)
    {
        CountIdleTime(time);
        UpdateInterface();
        Direct();
    }

    public void Resize(ScreenMetrics screen)
    {
        Screen = screen;
        UpdateInterface();
        centre = CameraFraming.CentreOf(FreeArea, screen);
        Reframe(cut: true);
    }

    /// <summary>Everything in motion arrives at once: for pictures.</summary>
    public void Settle()
    {
        for (int i = 0; i < 100 && IsSettling; i++)
        {
            TimeSpan step = TimeSpan.FromSeconds(0.25);
            Camera.Advance(step);
            ui.Advance(step);
            UpdateInterface();
            Direct();
            Director.Advance(step);
            centre = CameraFraming.CentreOf(FreeArea, Screen);
        }
    }

    /// <summary>Puts what is to be drawn into the stage's lists.</summary>
    public void Fill(BodyScene scene, List<TriggerMarker> markers)
    {
        scene.Pose = Camera.Pose;
        scene.Centre = centre;
        scene.Theme = Content.Settings.Theme == "light" ? SceneTheme.Light : SceneTheme.Dark;
        Director.Fill(scene, markers);
        Markers.Place(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(markers), scene, Screen);
    }

    /// <summary>The one door to a new state; the camera follows intents that concern it.</summary>
    public void Do(Intent intent)
    {
        KioskState before = State;
        State = State.Apply(intent);
        if (State != before)
            UpdateInterface();
        switch (intent)
        {
            case Intent.LookFrom(var view):
                GoTo(PoseFrom(CameraFraming.YawOf(view)));
                break;
            case Intent.ZoomBy(var factor):
                OrbitPose goal = Camera.Goal;
                GoTo(goal with { Distance = goal.Distance / factor });
                break;
            case Intent.Frame or Intent.Select or Intent.SelectTriggerPoint when State.Selection is { } id:
                if (intent is Intent.Frame || before.Selection != State.Selection)
                    GoTo(PoseFrom(BestYaw(id)));
                break;
            case Intent.Reset or Intent.FallAsleep:
                touch.Stop();
                GoTo(PoseFrom(0));
                break;
            case Intent.CloseCard when before.Selection is not null:
                GoTo(PoseFrom(Camera.Goal.Yaw));
                break;
            case Intent.Open:
                GoTo(PoseFrom(Camera.Goal.Yaw));
                break;
        }
    }

    /// <summary>The structure that is seen under a finger, or null.</summary>
    public StructureId? Pick(Vector2 mm)
    {
        const float FingerRadiusMm = 4;
        Span<Pickability> pickability = new Pickability[Body.Structures.Count];
        Director.FillPickability(pickability);
        Vector2 tolerance = 2 * new Vector2(FingerRadiusMm / Screen.WidthMm, FingerRadiusMm / Screen.HeightMm);
        int index = Picker.Pick(Camera.Pose.View, Projection, ClipOf(mm), tolerance, pickability);
        return index < 0 ? null : Body.Structures[index].Id;
    }

    /// <summary>The skin zone under a finger, or null beside the body.</summary>
    public StructureId? PickZone(Vector2 mm)
    {
        Ray ray = Ray.Through(ClipOf(mm), Camera.Pose.View, Projection);
        RayHit? nearest = null;
        for (int i = 0; i < Body.Structures.Count; i++)
        {
            if (Body.Structures[i].Kind == StructureKind.Skin && Picker.Touch(ray, i) is { } hit && !(hit.Distance >= nearest?.Distance))
                nearest = hit;
        }

        return nearest is { } found ? Director.Pain.ZoneAt(found) : null;
    }

    /// <summary>Metres across the camera's target plane that one millimetre of glass covers.</summary>
    public float MetresPerMm => 2 * Camera.Pose.Distance * MathF.Tan(OrbitPose.FieldOfView / 2) / Screen.HeightMm;

    /// <summary>Offset of a place on the glass from the camera's target, metres right and up in the target's plane.</summary>
    public Vector2 OffsetOf(Vector2 mm)
    {
        Vector2 target = new((centre.X + 1) / 2 * Screen.WidthMm, (1 - centre.Y) / 2 * Screen.HeightMm);
        return new Vector2(mm.X - target.X, target.Y - mm.Y) * MetresPerMm;
    }

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

    private Box FreeArea => ShowsInterface ? ui.FreeArea : new(0, 0, Screen.WidthMm, Screen.HeightMm);

    private Matrix4x4 Projection => Camera.Pose.Projection(Screen.Aspect, centre);

    private bool IsSettling => isFirstFrame || !Camera.IsSettled || ui.IsMoving || Director.IsMoving;

    private Vector2 ClipOf(Vector2 mm) => new(2 * mm.X / Screen.WidthMm - 1, 1 - 2 * mm.Y / Screen.HeightMm);

    private void Take(InputBuffer input)
    {
        HasQuit |= input.Quit;
        touch.Take(input);
        keys.Take(input);
    }

    private void CountIdleTime(TimeSpan step)
    {
        if (touch.IsTouched)
            idle.Touched();
        if (State.Screen == KioskScreen.Attract)
            return;
        idle.Advance(step);
        if (idle.IsExpired)
        {
            Do(new Intent.FallAsleep());
            idle.Touched();
        }
        else if (idle.SecondsLeft is { } seconds && seconds != State.Prompt)
        {
            Do(new Intent.AskStillThere(seconds));
        }
    }

    private void UpdateInterface() => ui.Update(State, Content, Body, Screen, Camera.Pose.Yaw);

    private void GoTo(OrbitPose pose) => Camera.EaseTo(pose);

    private void Reframe(bool cut)
    {
        OrbitPose pose = PoseFrom(Camera.Goal.Yaw);
        if (cut)
            Camera.CutTo(pose);
        else
            Camera.EaseTo(pose);
    }

    private OrbitPose PoseFrom(float yaw) =>
        State.Selection is { } id && Body.Find(id) is { } structure
            ? CameraFraming.Close(structure.Bounds, yaw, FreeArea, Screen)
            : CameraFraming.WholeBody(Body, yaw, FreeArea, Screen);

    private float BestYaw(StructureId id)
    {
        Director.FillShown(shown, State);
        sight ??= new(Picker);
        return CameraFraming.BestYaw(Body, Body.IndexOf(id), sight, shown, Camera.Goal.Yaw);
    }

    /// <summary>Tells the director when something changed that it depends on.</summary>
    private void Direct()
    {
        bool turned = State.Selection is not null && !(MathF.Abs(Camera.Goal.Yaw - sightYaw) < 0.2f);
        if (ReferenceEquals(State, directed) && !turned && !isFirstFrame)
            return;
        FindInFront();
        Director.Aim(State, directed, Content, inFront);
        directed = State;
    }

    private void FindInFront()
    {
        Array.Clear(inFront);
        sightYaw = Camera.Goal.Yaw;
        if (State.Selection is not { } id || Body.IndexOf(id) is not (>= 0 and var index))
            return;
        Director.FillShown(shown, State);
        sight ??= new(Picker);
        sight.FindInFront(index, Camera.Goal.Eye, shown, inFront);
    }
}
