using System.Numerics;
using DryNeedling.Kiosk.Layout;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>
/// The panels on the screen and their motion: keeps what stays, repaints what changed, lets what is new glide in and
/// what is gone fade out.
/// </summary>
internal sealed class PanelSet(ScreenMetrics screen) : IDisposable
{
    // Everything steps back behind a question that wants an answer.
    private const float Dimmed = 0.2f;

    // About one pixel of a full-HD screen on a desk: nobody sees it happen.
    private const float ShiftStepMm = 0.25f;

    private readonly Painter painter = new(screen.PxPerMm);
    private readonly Dictionary<string, LivePanel> live = [];
    private readonly Dictionary<string, GroupMotion> groups = [];
    private readonly List<LivePanel> order = [];
    private readonly List<string> gone = [];
    private readonly List<Panel> visible = [];
    private bool isFirst = true;
    private int shiftX, shiftY;

    public ScreenMetrics Screen => screen;

    /// <summary>Lowest first.</summary>
    public IReadOnlyList<Panel> Visible => visible;

    public bool IsMoving
    {
        get
        {
            foreach (GroupMotion group in groups.Values)
            {
                if (group.IsMoving || group.IsGone)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Takes a new plan. The first one is there at once.</summary>
    /// <param name="modal">The group that all others step back behind, or null.</param>
    public void Take(IReadOnlyList<PanelPlan> plans, string? modal)
    {
        foreach (GroupMotion group in groups.Values)
            group.IsWanted = false;
        order.Clear();
        foreach (PanelPlan plan in plans)
        {
            Want(plan, modal is null || plan.Group == modal ? 1 : Dimmed);
            order.Add(Live(plan));
        }

        foreach (GroupMotion group in groups.Values)
        {
            if (!group.IsWanted)
                group.Leave();
        }

        foreach (LivePanel panel in live.Values)
        {
            if (panel.Plan.LeavesAtOnce && !groups[panel.Plan.Group].IsWanted)
                groups[panel.Plan.Group].Settle();
        }

        RemoveReplaced();
    }

    /// <summary>Moves everything by so many of the steps in which a resting interface shifts.</summary>
    public void ShiftBy((int X, int Y) steps)
    {
        int step = (int)MathF.Max(1, MathF.Round(ShiftStepMm * screen.PxPerMm));
        (shiftX, shiftY) = (steps.X * step, steps.Y * step);
    }

    /// <summary>Moves a group so far from the place in the plan.</summary>
    public void Shift(string id, Vector2 mm) => groups[id].Rest(mm);

    public void Drag(string id, float mm) => groups.GetValueOrDefault(id)?.Drag(mm);

    public void Release(string id)
    {
        if (groups.TryGetValue(id, out GroupMotion? group))
            group.IsHeld = false;
    }

    public void Advance(TimeSpan step)
    {
        foreach (GroupMotion group in groups.Values)
            group.Advance(step);
        RemoveFaded();
    }

    /// <summary>Puts every panel where it is now.</summary>
    /// <param name="scrollMm">Of the scrolled content, out of <paramref name="maxScrollMm"/>.</param>
    public void Arrange(float scrollMm, float maxScrollMm)
    {
        if (isFirst)
            Settle();
        isFirst = false;
        visible.Clear();
        foreach (LivePanel panel in order)
        {
            (panel.ScrollMm, panel.MaxScrollMm) = panel.Plan.Scrolls ? (scrollMm, maxScrollMm) : (0, 0);
            Show(panel, painter);
        }

        // What leaves fades over what comes, scrolled as it was.
        foreach (LivePanel panel in live.Values)
        {
            if (!groups[panel.Plan.Group].IsWanted)
                Show(panel, null);
        }
    }

    public void Dispose()
    {
        foreach (LivePanel panel in live.Values)
            panel.Dispose();
        painter.Dispose();
    }

    private void Want(PanelPlan plan, float opaque)
    {
        Vector2 place = new(plan.Box.X, plan.Box.Y);
        if (!groups.TryGetValue(plan.Group, out GroupMotion? group))
            groups[plan.Group] = group = new(place, plan.Enters, appears: !plan.ComesAtOnce);
        // The first panel of a group says where the group is; a group that was leaving comes back.
        if (!group.IsWanted)
            group.Want(place, plan.Enters, opaque);
    }

    private LivePanel Live(PanelPlan plan)
    {
        if (live.TryGetValue(plan.Id, out LivePanel? panel))
        {
            if (panel.Fits(plan, screen.PxPerMm))
            {
                panel.Take(plan, painter);
                return panel;
            }

            panel.Dispose();
        }

        return live[plan.Id] = new(plan, screen.PxPerMm);
    }

    /// <summary>Everything in motion arrives; what was leaving is gone.</summary>
    public void Settle()
    {
        foreach (GroupMotion group in groups.Values)
            group.Settle();
        RemoveFaded();
    }

    // A panel that its living group no longer has goes at once; those of a leaving group stay until it has faded.
    private void RemoveReplaced()
    {
        foreach ((string id, LivePanel panel) in live)
        {
            if (groups[panel.Plan.Group].IsWanted && !order.Contains(panel))
                gone.Add(id);
        }

        RemoveGone();
    }

    private void RemoveFaded()
    {
        foreach ((string id, LivePanel panel) in live)
        {
            if (groups[panel.Plan.Group].IsGone)
                gone.Add(id);
        }

        if (gone.Count == 0)
            return;
        foreach (string id in gone)
            groups.Remove(live[id].Plan.Group, out _);
        RemoveGone();
    }

    private void RemoveGone()
    {
        foreach (string id in gone)
        {
            live.Remove(id, out LivePanel? panel);
            panel?.Dispose();
        }

        gone.Clear();
    }

    private void Show(LivePanel panel, Painter? with)
    {
        GroupMotion group = groups[panel.Plan.Group];
        Box box = panel.Plan.Box.Offset(group.Shift.X, group.Shift.Y);
        float scale = screen.PxPerMm;
        int x = (int)MathF.Round(box.X * scale) + shiftX;
        int y = (int)MathF.Round(box.Y * scale) - (int)MathF.Round(panel.ScrollMm * scale) + shiftY;
        panel.Show(visible, x, y, group.Opacity, WindowOf(panel, group), screen.HeightPx, with);
    }

    private PanelWindow WindowOf(LivePanel panel, GroupMotion group)
    {
        if (panel.Plan.Window is not { } window)
            return PanelWindow.Whole;
        float bottom = panel.Plan.WindowEndStays ? window.Bottom * screen.PxPerMm : (window.Bottom + group.Shift.Y) * screen.PxPerMm + shiftY;
        return new(
            (window.Y + group.Shift.Y) * screen.PxPerMm + shiftY, bottom,
            MathF.Min(panel.Plan.FadeMm, MathF.Max(0, panel.ScrollMm)) * screen.PxPerMm,
            MathF.Min(panel.Plan.FadeMm, MathF.Max(0, panel.MaxScrollMm - panel.ScrollMm)) * screen.PxPerMm);
    }
}
