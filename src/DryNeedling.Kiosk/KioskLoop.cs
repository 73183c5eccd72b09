using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Platform;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Staging;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk;

/// <summary>Joins the kiosk to a surface: pump, step, draw, present; nothing when nothing moves.</summary>
internal sealed class KioskLoop : IDisposable
{
    /// <summary>After sleep, a breakpoint or a stalled disk the world does not leap.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(100);

    private readonly ISurface surface;
    private readonly InputBuffer input = new();
    private readonly PanelUploads panels = new();
    private bool drawnSettled, isBroken;

    public KioskLoop(ISurface surface, KioskApp app)
    {
        (this.surface, App) = (surface, app);
        Stage = new(surface, app.Body, app.Ui.TagTypeface);
    }

    public KioskApp App { get; }

    public Stage Stage { get; }

    /// <summary>What scripts and tests put in; taken by the next <see cref="Tick"/>.</summary>
    public InputBuffer Input => input;

    /// <summary>
    /// One frame. Returns whether anything was drawn; when nothing was, the caller may sleep until input arrives or
    /// <see cref="KioskApp.UntilNextChange"/> is over.
    /// </summary>
    /// <param name="now">The kiosk's time.</param>
    /// <param name="step">Since the last tick; longer than <see cref="LongestStep"/> only counts for the idle clock.</param>
    public bool Tick(TimeSpan now, TimeSpan step)
    {
        surface.Pump(input, now);
        if (isBroken || surface.IsContextLost)
            Recover();
        Step(step);
        bool moving = App.IsMoving, changed = App.TakeChange();
        bool exposed = surface.TakeExposed();
        if (drawnSettled && !moving && !changed && !exposed)
            return false;
        bool more = Draw();
        surface.Present();
        drawnSettled = !moving && !more;
        return true;
    }

    /// <summary>Shows edited content from the next frame on.</summary>
    public void Show(KioskContent content)
    {
        App.Show(content);
        drawnSettled = false;
    }

    /// <summary>Takes the input and lets time pass, without drawing.</summary>
    public void Step(TimeSpan step)
    {
        if (surface.Screen != App.Screen)
            App.Resize(surface.Screen);
        if (!input.IsEmpty)
            drawnSettled = false;
        TimeSpan moved = step < LongestStep ? step : LongestStep;
        // The time is over before what came in now: a touch after a long sleep is not as old as the sleep.
        if (step > moved)
            App.Wait(step - moved);
        App.Advance(input, moved);
        input.Clear();
    }

    /// <summary>Draws the present state into the surface; true when a further frame would look better.</summary>
    public bool Draw()
    {
        if (!ReferenceEquals(Stage.Scene.Body, App.Body))
            Stage.Show(App.Body);
        App.Fill(Stage.Scene, Stage.Markers);
        UploadPanels();
        return Stage.Draw();
    }

    /// <summary>Draws until all edges are smooth: for pictures.</summary>
    public void DrawConverged()
    {
        while (Draw())
        {
        }
    }

    public void Dispose()
    {
        // What belonged to a context that is gone must not be touched.
        if (isBroken)
            return;
        panels.Dispose();
        Stage.Dispose();
    }

    private void Recover()
    {
        isBroken = true;
        surface.RecreateContext();
        Stage.Rebuild();
        panels.Forget();
        drawnSettled = isBroken = false;
    }

    private void UploadPanels() => panels.Take(surface.Gl, App.ShowsInterface ? App.Ui.Panels : [], Stage.Panels);
}
