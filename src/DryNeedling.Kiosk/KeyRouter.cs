using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk;

/// <summary>What keys and switches do: everything a finger can, without one.</summary>
internal sealed class KeyRouter(KioskApp app)
{
    private const float TurnStep = MathF.PI / 12, TiltStep = MathF.PI / 24, ZoomStep = 1.25f, ScrollStepMm = 40;

    public void Take(InputBuffer input)
    {
        foreach (KeyEvent key in input.Keys)
        {
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
                if (Focused() is { IsActionable: true } control)
                    app.Do(control.OnTap!);
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

    private void GoBack()
    {
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

    private Control? Focused() => app.Ui.Controls.FirstOrDefault(c => c.Id == app.State.Focus);

    private void MoveFocus(int by)
    {
        Control[] reachable = [.. app.Ui.Controls.Where(c => c.IsActionable)];
        if (reachable.Length == 0)
            return;
        int at = Array.FindIndex(reachable, c => c.Id == app.State.Focus);
        int next = at < 0 ? (by > 0 ? 0 : reachable.Length - 1) : (at + by + reachable.Length) % reachable.Length;
        app.Do(new Intent.MoveFocus(reachable[next].Id));
    }
}
