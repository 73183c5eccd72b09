using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests;

/// <summary>The whole kiosk over a small body, without a screen; time passes when a test says so.</summary>
internal sealed class KioskFixture : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);

    private readonly InputBuffer input = new();
    private readonly Interface ui = new(Repository.FontsFolder);
    private TimeSpan now;

    public KioskFixture(KioskState? start = null, int width = 1920, int height = 1080)
    {
        Body body = SampleBody.Create();
        Screen = ScreenMetrics.FromDiagonal(width, height, ScreenMetrics.DefaultDiagonalInches);
        App = new(body, new(() => BodyPicker.Build(body)), Repository.Content, ui, Screen, start);
    }

    public KioskApp App { get; }

    public ScreenMetrics Screen { get; }

    public KioskState State => App.State;

    /// <summary>Middle of the left and of the right muscle on the glass, as the camera sees them now; millimetres.</summary>
    public Vector2 LeftMuscle => OnGlass(new(0.12f, 1.05f, 0.05f));

    public Vector2 RightMuscle => OnGlass(new(-0.12f, 1.05f, 0.05f));

    /// <summary>A place beside the body where no control lies.</summary>
    public Vector2 Beside
    {
        get
        {
            for (float y = 0.1f; y < 0.9f; y += 0.05f)
            {
                for (float x = 0.02f; x < 1; x += 0.02f)
                {
                    Vector2 at = new Vector2(x, y) * new Vector2(Screen.WidthMm, Screen.HeightMm);
                    if (App.Ui.At(at) is null && App.Pick(at) is null)
                        return at;
                }
            }

            throw new InvalidOperationException("The body and the controls cover the whole screen.");
        }
    }

    public void Wait(double seconds)
    {
        for (TimeSpan end = now + TimeSpan.FromSeconds(seconds); now < end;)
            Step(Frame);
    }

    public void Tap(Vector2 at, long finger = 0)
    {
        Put(TouchPhase.Down, at, finger);
        Wait(0.08);
        Put(TouchPhase.Up, at, finger);
        Wait(0.5);
    }

    public void Drag(Vector2 from, Vector2 to)
    {
        Put(TouchPhase.Down, from, 0);
        for (int i = 1; i <= 10; i++)
            Put(TouchPhase.Move, Vector2.Lerp(from, to, i / 10f), 0);
        Put(TouchPhase.Up, to, 0);
        Wait(1);
    }

    public void Put(TouchPhase phase, Vector2 at, long finger)
    {
        input.Touches.Add(new(phase, finger, at, now));
        Step(Frame);
    }

    public void Press(KioskKey key)
    {
        input.Keys.Add(new(key, null, now));
        Step(Frame);
    }

    public Vector2 OnGlass(Vector3 point)
    {
        Vector4 clip = Vector4.Transform(point, App.Camera.Pose.View * App.Camera.Pose.Projection(Screen.Aspect, App.Centre));
        return new Vector2((clip.X / clip.W + 1) / 2 * Screen.WidthMm, (1 - clip.Y / clip.W) / 2 * Screen.HeightMm);
    }

    public void Dispose() => ui.Dispose();

    private void Step(TimeSpan step)
    {
        now += step;
        App.Advance(input, step);
        input.Clear();
    }
}
