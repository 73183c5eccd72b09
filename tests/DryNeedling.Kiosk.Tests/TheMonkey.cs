using System.Globalization;
using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests;

/// <summary>
/// Somebody bangs the glass for hours: random touches, drags, pinches, keys, resizes and pauses, with a seed. Set
/// KIOSK_MONKEY to a number of events for a longer session. Runs while no other test does: the memory it weighs is the
/// whole process's.
/// </summary>
[CollectionDefinition(nameof(TheMonkey), DisableParallelization = true)]
[Collection(nameof(TheMonkey))]
public sealed class TheMonkey : IDisposable
{
    private const int Seed = 20261124, UsualEvents = 20_000, Fingers = 4;

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);

    // Few pixels, many millimetres: planning is what is tested, painting only takes time.
    private static readonly ScreenMetrics[] Screens =
    [
        ScreenMetrics.FromDiagonal(480, 270, 21.5f), ScreenMetrics.FromDiagonal(270, 480, 43), ScreenMetrics.FromDiagonal(256, 150, 10.1f), ScreenMetrics.FromDiagonal(240, 427, 21.5f),
    ];

    private readonly Random random = new(Seed);
    private readonly Interface ui = new(Repository.FontsFolder);
    private readonly InputBuffer input = new();
    private readonly List<TriggerMarker> markers = [];
    private readonly HashSet<KioskScreen> seen = [];
    private readonly Vector2?[] down = new Vector2?[Fingers];
    private readonly KioskApp app;
    private readonly BodyScene scene;
    private TimeSpan now;

    public TheMonkey()
    {
        Body body = SampleBody.Create();
        app = new(body, new(() => BodyPicker.Build(body)), Repository.Content, ui, Screens[0]);
        scene = new(body);
    }

    public void Dispose() => ui.Dispose();

    [Fact]
    public void Finds_no_exception_no_dead_end_and_no_leak()
    {
        int events = int.TryParse(Environment.GetEnvironmentVariable("KIOSK_MONKEY"), CultureInfo.InvariantCulture, out int wanted) ? wanted : UsualEvents;
        long memory = 0;
        for (int i = 0; i < events; i++)
        {
            Act();
            if (i % 40 == 0)
                app.Fill(scene, markers);
            if (i % 2000 == 1999)
                GoToSleep(i);
            seen.Add(app.State.Screen);
            if (i == events / 2)
                memory = GC.GetTotalMemory(forceFullCollection: true);
        }

        Assert.Superset(new HashSet<KioskScreen>(KioskScreens.Available.Except([KioskScreen.Story])), seen);
        long grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        Assert.True(grown < 6_000_000, $"{grown / 1000} kB more after the second half of the session");
    }

    private void Act()
    {
        int dice = random.Next(1000);
        if (dice < 4)
            app.Resize(Screens[random.Next(Screens.Length)]);
        else if (dice < 10)
            app.Wait(TimeSpan.FromSeconds(random.Next(1, 70)));
        else if (dice < 40)
            input.Keys.Add(new((KioskKey)random.Next(Enum.GetValues<KioskKey>().Length), null, now));
        else if (dice < 50)
            input.Keys.Add(new(null, random.Next(2) == 0 ? "ñ" : "s", now));
        else if (dice < 60)
            input.Wheels.Add(new(random.Next(-3, 4), Anywhere(), now));
        else
            Touch(random.Next(10) < 7 ? 0 : random.Next(Fingers));
        Step(dice % 5 == 0 ? 4 * Frame : Frame);
    }

    private void Touch(int finger)
    {
        if (down[finger] is not { } at)
        {
            down[finger] = at = random.Next(3) == 0 ? Anywhere() : OnSomething();
            input.Touches.Add(new(TouchPhase.Down, finger, at, now));
        }
        else if (random.Next(3) == 0)
        {
            down[finger] = at += new Vector2(random.Next(-25, 26), random.Next(-25, 26));
            input.Touches.Add(new(TouchPhase.Move, finger, at, now));
        }
        else
        {
            down[finger] = null;
            input.Touches.Add(new(random.Next(20) == 0 ? TouchPhase.Cancel : TouchPhase.Up, finger, at, now));
        }
    }

    private Vector2 OnSomething()
    {
        Control[] controls = [.. ui.Controls.Where(c => c.IsActionable)];
        return controls.Length == 0 ? Anywhere() : controls[random.Next(controls.Length)].Bounds.Center;
    }

    private Vector2 Anywhere() => new(random.NextSingle() * app.Screen.WidthMm, random.NextSingle() * app.Screen.HeightMm);

    private void GoToSleep(int events)
    {
        for (int finger = 0; finger < Fingers; finger++)
        {
            if (down[finger] is { } at)
                input.Touches.Add(new(TouchPhase.Up, finger, at, now));
            down[finger] = null;
        }

        KioskState before = app.State;
        Step(Frame);
        for (int second = 0; second < 600 && app.State.Screen != KioskScreen.Attract; second++)
            app.Wait(TimeSpan.FromSeconds(1));
        Assert.True(app.State.Screen == KioskScreen.Attract, $"after {events} events it never fell asleep: {before}");
        Assert.Equal(KioskState.Initial with { Screen = KioskScreen.Attract }, app.State);
    }

    private void Step(TimeSpan step)
    {
        now += step;
        app.Advance(input, step);
        input.Clear();
    }
}
