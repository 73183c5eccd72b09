using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;
using DryNeedling.Kiosk.Ui.Screens;

namespace DryNeedling.Kiosk;

/// <summary>What keys and switches do: everything a finger can, without one.</summary>
internal sealed class KeyRouter(KioskApp app)
{
    private const float TurnStep = MathF.PI / 12, TiltStep = MathF.PI / 24, ZoomStep = 1.25f, ScrollStepMm = 40;

    public void Take(InputBuffer input)
    {
        foreach (KeyEvent key in input.Keys)
        {
            if (app.State.Staff == StaffMode.Cleaning)
                continue;
            if (app.NoteTouch())
                continue;
            if (key.Key is { } pressed)
                Press(pressed);
            else if (key.Text is { Length: > 0 } text && app.State.Screen == KioskScreen.Search)
                app.Do(new Intent.Type(text));
        }
    }

    private void Press(KioskKey key)
    {
        switch (key)
        {
            case KioskKey.Tab:
                MoveFocus(1);
                break;
            case KioskKey.BackTab:
                MoveFocus(-1);
                break;
            case KioskKey.Enter:
                Enter();
                break;
            case KioskKey.Escape:
                GoBack();
                break;
            case KioskKey.Left:
                app.Camera.Turn(TurnStep, 0);
                break;
            case KioskKey.Right:
                app.Camera.Turn(-TurnStep, 0);
                break;
            case KioskKey.Up:
                app.Camera.Turn(0, TiltStep);
                break;
            case KioskKey.Down:
                app.Camera.Turn(0, -TiltStep);
                break;
            case KioskKey.Plus:
                app.Do(new Intent.ZoomBy(ZoomStep));
                break;
            case KioskKey.Minus:
                app.Do(new Intent.ZoomBy(1 / ZoomStep));
                break;
            case KioskKey.PageUp:
                Scroll(app.State.CardScrollMm - ScrollStepMm);
                break;
            case KioskKey.PageDown:
                Scroll(app.State.CardScrollMm + ScrollStepMm);
                break;
            case KioskKey.Home:
                Scroll(0);
                break;
            case KioskKey.End:
                Scroll(float.MaxValue);
                break;
            case KioskKey.Backspace:
                if (app.State.Screen == KioskScreen.Search)
                    app.Do(new Intent.EraseCharacter());
                break;
        }
    }

    // While one types, Enter takes the best of what was found.
    private void Enter()
    {
        Control? hit = Focused();
        if (hit is null && SearchScreen.Shows(app.State))
            hit = app.Ui.Controls.FirstOrDefault(c => c.Id.StartsWith("hit-", StringComparison.Ordinal));
        if (hit is { IsActionable: true })
            app.Do(hit.OnTap!);
    }

    private void GoBack()
    {
        if (app.State.Staff != StaffMode.None)
        {
            app.Do(new Intent.CloseStaff());
            return;
        }

        if (app.State.ShowsComfort)
        {
            app.Do(new Intent.ShowComfort(false));
            return;
        }

        if (app.State.Trail is not null)
            app.Do(new Intent.Back());
        else if (app.State.Selection is not null && app.State.Screen != KioskScreen.Story)
            app.Do(new Intent.CloseCard());
        else if (app.State.Screen != KioskScreen.Explore)
            app.Do(new Intent.Open(KioskScreen.Explore));
        else
            app.Do(new Intent.Reset());
    }

    private void Scroll(float to) => app.Do(new Intent.ScrollTo(Math.Clamp(to, 0, MathF.Max(0, app.Ui.MaxScrollMm))));

    private Control? Focused() => Find(app.State.Focus) is { } found ? found.Control : null;

    private PlannedControl? Find(string? id)
    {
        foreach (PlannedControl planned in app.Ui.Reachable)
        {
            if (planned.Control.Id == id)
                return planned;
        }

        return null;
    }

    private void MoveFocus(int by)
    {
        IReadOnlyList<PlannedControl> reachable = app.Ui.Reachable;
        if (reachable.Count == 0)
            return;
        int at = -1;
        for (int i = 0; i < reachable.Count; i++)
        {
            if (reachable[i].Control.Id == app.State.Focus)
                at = i;
        }

        int next = at < 0 ? (by > 0 ? 0 : reachable.Count - 1) : (at + by + reachable.Count) % reachable.Count;
        string id = reachable[next].Control.Id;
        app.Do(new Intent.MoveFocus(id));
        Uncover(id);
    }

    // A sheet that only peeks out comes up; a card scrolls until the focused control is seen.
    private void Uncover(string id)
    {
        if (Find(id) is not { Scrolls: true } hidden)
            return;
        if (app.Ui.ScrollWindow.Height < hidden.Control.Bounds.Height && app.State.Sheet == SheetPosition.Peek)
            app.Do(new Intent.MoveSheet(SheetPosition.Half));
        float to = Find(id) is { } placed ? app.Ui.ScrollToSee(placed.Control) : app.State.CardScrollMm;
        if (to != app.State.CardScrollMm)
            app.Do(new Intent.ScrollTo(to));
    }
}
