using System.Numerics;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Platform;

/// <summary>Turns SDL's events into touches in millimetres, wheel turns and keys; remembers which fingers are down.</summary>
internal sealed class SdlInput
{
    private readonly List<(long Finger, Vector2 Position)> down = [];
    private TimeSpan now;
    private uint ticks;
    private ScreenMetrics screen;
    private float windowScale = 1;
    private bool isCommand;

    /// <param name="now">The kiosk's time at <paramref name="ticks"/> of SDL's clock.</param>
    /// <param name="windowScale">Device pixels per unit of mouse coordinates.</param>
    public void BeginFrame(TimeSpan now, uint ticks, ScreenMetrics screen, float windowScale) =>
        (this.now, this.ticks, this.screen, this.windowScale) = (now, ticks, screen, windowScale);

    public void Read(in SdlEvent e, InputBuffer into)
    {
        TimeSpan time = TimeOf(e);
        switch (e.Type)
        {
            case SdlEvent.Quit:
                into.Quit = true;
                break;
            case SdlEvent.FingerDown:
                Press(e.Finger, FingerPosition(e), time, into);
                break;
            case SdlEvent.FingerMotion:
                Move(e.Finger, FingerPosition(e), time, into);
                break;
            case SdlEvent.FingerUp:
                Lift(e.Finger, FingerPosition(e), time, into);
                break;
            case SdlEvent.MouseDown when e.Button == SdlEvent.LeftButton:
                Press(TouchEvent.Mouse, MousePosition(e.MouseX, e.MouseY), time, into);
                break;
            case SdlEvent.MouseMotion:
                Move(TouchEvent.Mouse, MousePosition(e.MouseX, e.MouseY), time, into);
                break;
            case SdlEvent.MouseUp when e.Button == SdlEvent.LeftButton:
                Lift(TouchEvent.Mouse, MousePosition(e.MouseX, e.MouseY), time, into);
                break;
            case SdlEvent.MouseWheel:
                (int x, int y) = Sdl.MousePosition();
                into.Wheels.Add(new(e.WheelY, MousePosition(x, y), time));
                break;
            case SdlEvent.KeyDown when (isCommand = (e.KeyModifiers & SdlEvent.CommandKeys) != 0):
                break;
            case SdlEvent.KeyDown when SdlKeys.Find(e.KeySymbol, e.KeyModifiers) is KioskKey key:
                into.Keys.Add(new(key, null, time));
                break;
            case SdlEvent.TextInput when !isCommand:
                into.Keys.Add(new(null, e.TypedText, time));
                break;
        }
    }

    /// <summary>Takes every finger away without letting it act: the window lost the focus or changed its size.</summary>
    public void CancelAll(InputBuffer into)
    {
        foreach ((long finger, Vector2 position) in down)
            into.Touches.Add(new(TouchPhase.Cancel, finger, position, now));

        down.Clear();
    }

    private void Press(long finger, Vector2 position, TimeSpan time, InputBuffer into)
    {
        // A second Down without Up happens when a panel is unplugged in between: the old contact must not act.
        if (IndexOf(finger) is var old and >= 0)
        {
            into.Touches.Add(new(TouchPhase.Cancel, finger, down[old].Position, time));
            down.RemoveAt(old);
        }

        down.Add((finger, position));
        into.Touches.Add(new(TouchPhase.Down, finger, position, time));
    }

    private void Move(long finger, Vector2 position, TimeSpan time, InputBuffer into)
    {
        int at = IndexOf(finger);
        if (at < 0 || down[at].Position == position)
            return;

        down[at] = (finger, position);
        into.Touches.Add(new(TouchPhase.Move, finger, position, time));
    }

    private void Lift(long finger, Vector2 position, TimeSpan time, InputBuffer into)
    {
        int at = IndexOf(finger);
        if (at < 0)
            return;

        down.RemoveAt(at);
        into.Touches.Add(new(TouchPhase.Up, finger, position, time));
    }

    private int IndexOf(long finger)
    {
        for (int i = 0; i < down.Count; i++)
        {
            if (down[i].Finger == finger)
                return i;
        }

        return -1;
    }

    private TimeSpan TimeOf(in SdlEvent e)
    {
        // Events carry SDL's clock; unsigned subtraction survives its wrap after 49 days.
        uint age = ticks - e.Timestamp;
        return age < 10_000 ? now - TimeSpan.FromMilliseconds(age) : now;
    }

    private Vector2 FingerPosition(in SdlEvent e) => new(e.FingerX * screen.WidthMm, e.FingerY * screen.HeightMm);

    private Vector2 MousePosition(int x, int y) => screen.ToMm(new Vector2(x, y) * windowScale);
}
