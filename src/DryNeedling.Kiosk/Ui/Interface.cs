using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Screens;
using DryNeedling.Kiosk.Ui.Text;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui;

/// <summary>
/// The touch interface: from the state to controls and painted panels. What is shown depends on the state alone;
/// only the motion on the way there is kept here.
/// </summary>
internal sealed class Interface : IDisposable
{
    // A finger that misses a control by so much meant it, if nothing else lies there.
    private const float ReachMm = 2;

    // The view is taken to be another one only when the camera has clearly left the old one.
    private const float ViewHysteresis = 50 * MathF.PI / 180;

    private readonly FontSet fonts;
    private readonly PictureSet pictures = new();
    private readonly List<Control> controls = [], touchable = [];
    private readonly List<PlannedControl> reachable = [];
    private TextShaper? shaper;
    private Theme? theme;
    private (ClinicSettings, ThemeChoice) themed;
    private PanelSet? panels;
    private ScreenPlan plan = new();
    private Inputs inputs;
    private float scroll;
    private TimeSpan attracting;
    private readonly BurnInShift rest = new();
    private BodyView view;

    /// <param name="fontsFolder">Fonts by file; without them any typeface is used and <see cref="Problems"/> says so.</param>
    public Interface(string fontsFolder)
    {
        fonts = new(fontsFolder);
    }

    /// <summary>Cards can be read aloud.</summary>
    public bool OffersSpeech { get; set; }

    /// <summary>What the open card says, without its sources, line by line.</summary>
    public IEnumerable<string> CardText => plan.Controls.Where(c => c.Scrolls || c.Control.Id is "card-title" or "card-side").Select(c => c.Control.Label)
        .TakeWhile(line => line != inputs.Content?.Strings.Get("sources", inputs.State!.Language, inputs.Content.FirstLanguage));

    /// <summary>There are two bodies to choose from.</summary>
    public bool OffersBodies { get; set; }

    /// <summary>What an operator should repair, one line each.</summary>
    public IReadOnlyList<string> Problems => pictures.Problem is { } problem ? [.. fonts.Problems, problem] : fonts.Problems;

    public SKTypeface TagTypeface => fonts.Primary(TextFace.SemiBold);

    /// <summary>In reading and tab order, scrolled and clipped; only what is seen well enough to be used.</summary>
    public IReadOnlyList<Control> Controls => controls;

    /// <summary>Everything that can have the keyboard's focus, in tab order; those of scrolled content as if the card were scrolled to its top.</summary>
    public IReadOnlyList<PlannedControl> Reachable => reachable;

    /// <summary>Lowest first.</summary>
    public IReadOnlyList<Panel> Panels => panels?.Visible ?? [];

    /// <summary>The part of the screen that is left for the body once nothing moves, millimetres.</summary>
    public Box FreeArea => plan.FreeArea;

    /// <summary>The part of the screen in which scrolled content is seen once nothing moves.</summary>
    public Box ScrollWindow => plan.Window;

    /// <summary>How far the card must be scrolled so that a control of its content is seen whole, or as far as it now is.</summary>
    public float ScrollToSee(Control control)
    {
        float air = MathF.Min(8, plan.Window.Height * 0.1f);
        float least = control.Bounds.Bottom + air - plan.Window.Bottom, most = control.Bounds.Y - air - plan.Window.Y;
        return Math.Clamp(MathF.Min(MathF.Max(scroll, least), most), 0, plan.MaxScrollMm);
    }

    /// <summary>Everything in motion arrives at once.</summary>
    public void Arrive()
    {
        if (panels is not { IsMoving: true })
            return;
        panels.Settle();
        panels.Arrange(scroll, plan.MaxScrollMm);
    }

    /// <summary>How far the open card can be scrolled.</summary>
    public float MaxScrollMm => plan.MaxScrollMm;

    /// <summary>The open card holds clearly more than is seen of it at once.</summary>
    public bool IsLongRead => plan.Window.Height > 0 && plan.ContentHeightMm > 1.3f * plan.Window.Height;

    public bool IsMoving => panels is { IsMoving: true } || rest.HasMoved;

    /// <summary>How long the interface may stand still before it shifts, so that it does not burn in.</summary>
    public TimeSpan UntilShift => rest.UntilNext;

    /// <summary>
    /// Plans anew and repaints what differs. The same arguments as before cost nothing and allocate nothing.
    /// </summary>
    /// <param name="yaw">The camera's, radians: it says which side of the body is seen.</param>
    /// <param name="seen">What is seen of the body, where names are wanted.</param>
    /// <param name="block">What is seen of the cut-away block, where it stands in the body's place.</param>
    /// <returns>Whether anything visible changed or is still moving.</returns>
    public bool Update(
        KioskState state, KioskContent content, Body body, ScreenMetrics screen, float yaw = 0, SeenBody? seen = null, HintPhase hint = HintPhase.None, SeenBlock? block = null)
    {
        view = ViewFrom(yaw);
        int turn = state is { Screen: KioskScreen.Attract, Tour: null } ? Attract.TurnAt(attracting) : 0;
        Inputs now = new(state, content, body, screen, view, turn, seen, hint, block, OffersBodies, OffersSpeech);
        if (inputs.IsSame(now))
            return IsMoving;

        bool replan = !inputs.PlansLike(now);
        inputs = now;
        if (replan)
            Replan();
        scroll = Math.Clamp(state.CardScrollMm, 0, plan.MaxScrollMm);
        PlaceControls();
        MarkLayer();
        panels!.Arrange(scroll, plan.MaxScrollMm);
        return true;
    }

    /// <summary>Time for what is in motion.</summary>
    public void Advance(TimeSpan step)
    {
        attracting = inputs.State?.Screen == KioskScreen.Attract ? attracting + step : TimeSpan.Zero;
        rest.Forget();
        Age(step);
        if (panels is not { IsMoving: true })
            return;
        panels.Advance(step);
        panels.Arrange(scroll, plan.MaxScrollMm);
    }

    /// <summary>Time in which nothing moved: what stood still for long shifts by a few pixels.</summary>
    public void Age(TimeSpan time)
    {
        rest.Advance(time);
        if (!rest.HasMoved || panels is null)
            return;
        panels.ShiftBy(rest.Steps);
        panels.Arrange(scroll, plan.MaxScrollMm);
    }

    /// <summary>What a tap at this place means: the topmost control there, or one just beside the finger. Cards catch what they cover.</summary>
    public Control? At(Vector2 mm)
    {
        Control? hit = null;
        for (int i = 0; i < touchable.Count; i++)
        {
            Control control = touchable[i];
            if (control.Bounds.Contains(mm) && (control.IsActionable || Catches(control)))
                hit = control;
        }

        return hit is { IsActionable: true } ? hit : Near(mm) ?? hit;
    }

    /// <summary>What a drag that begins at this place moves: the nearest enclosing control that can be dragged, else the card that catches it.</summary>
    public Control? DraggableAt(Vector2 mm)
    {
        Control? hit = null;
        for (int i = 0; i < touchable.Count; i++)
        {
            if (touchable[i].Bounds.Contains(mm) && Catches(touchable[i]))
                hit = touchable[i];
        }

        return hit;
    }

    /// <summary>A finger moves the sheet; it stays there until <see cref="ReleaseSheet"/>.</summary>
    public void DragSheet(float mm)
    {
        if (panels is null)
            return;
        panels.Drag("card", mm);
        panels.Arrange(scroll, plan.MaxScrollMm);
    }

    /// <summary>Lets the sheet glide to the position the state gives it.</summary>
    public void ReleaseSheet() => panels?.Release("card");

    public void Dispose()
    {
        panels?.Dispose();
        shaper?.Dispose();
        pictures.Dispose();
        fonts.Dispose();
    }

    private static bool Catches(Control control) => control.Drag != ControlDrag.None || control.Role is ControlRole.Card or ControlRole.ScrollArea;

    private Control? Near(Vector2 mm)
    {
        Control? nearest = null;
        float least = ReachMm;
        foreach (Control control in touchable)
        {
            if (!control.IsActionable)
                continue;
            Box box = control.Bounds;
            float dx = MathF.Max(0, MathF.Max(box.X - mm.X, mm.X - box.Right)), dy = MathF.Max(0, MathF.Max(box.Y - mm.Y, mm.Y - box.Bottom));
            float distance = MathF.Sqrt(dx * dx + dy * dy);
            if (distance <= least)
                (least, nearest) = (distance, control);
        }

        return nearest;
    }

    private BodyView ViewFrom(float yaw)
    {
        if (MathF.Abs(Wrapped(yaw - YawOf(view))) < ViewHysteresis)
            return view;
        int quarter = (int)MathF.Round(Wrapped(yaw) / (MathF.PI / 2));
        return quarter switch { 0 => BodyView.Front, 1 => BodyView.Left, -1 => BodyView.Right, _ => BodyView.Back };
    }

    private static float YawOf(BodyView view) => view switch
    {
        BodyView.Left => MathF.PI / 2,
        BodyView.Right => -MathF.PI / 2,
        BodyView.Back => MathF.PI,
        _ => 0,
    };

    private static float Wrapped(float angle) => MathF.IEEERemainder(angle, MathF.Tau);

    private void Replan()
    {
        (KioskState state, KioskContent content, ScreenMetrics screen) = (inputs.State!, inputs.Content!, inputs.Screen);
        if (panels is null || screen != panels.Screen)
        {
            panels?.Dispose();
            panels = new(screen);
            panels.ShiftBy(rest.Steps);
        }

        if (shaper is null || shaper.PxPerMm != screen.PxPerMm)
        {
            shaper?.Dispose();
            shaper = new(fonts, screen.PxPerMm);
        }

        shaper.Trim();
        if (theme is null || themed != (content.Settings, state.Comfort.Theme))
            (theme, themed) = (Theme.From(content.Settings, state.Comfort.Theme), (content.Settings, state.Comfort.Theme));
        pictures.Take(content.Settings.Logo);
        ReachBand? reach = ReachBand.Of(screen, content.Settings.LowerEdgeMm);
        ReachBand? band = state.Comfort.Reach ? reach : null;
        Measures measures = new(Part(screen, band), state.TextSize) { DiagonalInches = screen.DiagonalInches };
        ScreenContext context = new(state, content, inputs.Body!, measures, view, theme, shaper, pictures) { CanReach = reach is not null, OffersBodies = inputs.OffersBodies, OffersSpeech = inputs.OffersSpeech, Seen = inputs.Seen, Block = inputs.Block, Hint = inputs.Hint };
        plan = ScreenPlanner.Plan(context, inputs.Turn);
        if (band is { } part)
            plan.MoveDown(part.TopMm);
        panels.Take(plan.Panels, plan.ModalGroup);
    }

    // Screens are planned as if the part that is in reach were the whole.
    private static ScreenMetrics Part(ScreenMetrics screen, ReachBand? band) =>
        band is { } part ? screen with { HeightPx = (int)MathF.Round(part.HeightMm * screen.PxPerMm) } : screen;

    private void PlaceControls()
    {
        controls.Clear();
        touchable.Clear();
        reachable.Clear();
        for (int i = 0; i < plan.Controls.Count; i++)
        {
            if (plan.ModalFrom is { } first && i < first)
                continue;
            (Control control, bool scrolls) = plan.Controls[i];
            if (control.IsActionable)
                reachable.Add(plan.Controls[i]);
            if (scrolls)
                PlaceScrolled(control);
            else
                Place(control);
        }
    }

    private void Place(Control control)
    {
        touchable.Add(control);
        controls.Add(control);
    }

    // What is cut by the edge of the window can still be touched, but is listed only once it can be seen well enough.
    private void PlaceScrolled(Control control)
    {
        Box box = control.Bounds.Offset(0, -scroll), seen = box.Intersect(plan.Window);
        if (seen.Width <= 0 || seen.Height <= 0)
            return;
        Control placed = control with { Bounds = seen };
        touchable.Add(placed);
        // What touches the window's end touches what stands below it.
        bool clear = !control.IsActionable || seen.Bottom <= plan.Window.Bottom - Measures.Gap + 0.01f;
        bool whole = seen.Height > box.Height - 0.1f && clear;
        if (whole || (!control.IsActionable && seen.Height >= control.TextCapHeightMm * 2))
            controls.Add(placed);
    }

    private void MarkLayer()
    {
        foreach (PanelPlan panel in plan.Panels)
        {
            if (panel.Step > 0)
                panels!.Shift(panel.Group, new(0, inputs.State!.Peel * panel.Step));
        }
    }

    private readonly record struct Inputs(KioskState? State, KioskContent? Content, Body? Body, ScreenMetrics Screen, BodyView View, int Turn, SeenBody? Seen, HintPhase Hint, SeenBlock? Block, bool OffersBodies, bool OffersSpeech)
    {
        public bool IsSame(in Inputs other) => ReferenceEquals(State, other.State) && HasSameSurroundings(other);

        // Scrolling and peeling move what has been planned.
        public bool PlansLike(in Inputs other) => State is not null && HasSameSurroundings(other)
            && State with { CardScrollMm = 0, Peel = 0 } == other.State! with { CardScrollMm = 0, Peel = 0 };

        private bool HasSameSurroundings(in Inputs other) => ReferenceEquals(Content, other.Content)
            && ReferenceEquals(Body, other.Body) && Screen == other.Screen && View == other.View && Turn == other.Turn
            && OffersBodies == other.OffersBodies && OffersSpeech == other.OffersSpeech && ReferenceEquals(Seen, other.Seen) && Hint == other.Hint && ReferenceEquals(Block, other.Block);
    }
}
