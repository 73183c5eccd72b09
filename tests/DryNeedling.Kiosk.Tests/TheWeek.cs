using System.Globalization;
using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Platform;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;
using Xunit.Abstractions;

namespace DryNeedling.Kiosk.Tests;

/// <summary>
/// A visit every five minutes on the virtual clock, with all that looks after the kiosk. KIOSK_DAYS=7 for the week. Runs
/// while no other test does: the memory it weighs is the whole process's.
/// </summary>
[Collection(nameof(TheMonkey))]
public sealed class TheWeek(ITestOutputHelper output) : IDisposable
{
    private const int VisitsADay = 288, Actions = 12;

    private static readonly double Days = double.TryParse(Environment.GetEnvironmentVariable("KIOSK_DAYS"), CultureInfo.InvariantCulture, out double days) ? days : 0.15;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16), Tenth = TimeSpan.FromSeconds(0.1), Second = TimeSpan.FromSeconds(1), Rhythm = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder folder = new();
    private readonly Random random = new(20261124);
    private KioskLoop loop = null!;
    private Caretaker caretaker = null!;
    private TimeSpan now;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void With_a_visit_every_five_minutes_memory_and_handles_stay_as_they_are() => GlThread.Run(() =>
    {
        StatePlace place = new(folder.Path);
        KioskLog log = new(place, TimeProvider.System, TextWriter.Null);
        ScreenMetrics metrics = ScreenMetrics.FromDiagonal(480, 270, ScreenMetrics.DefaultDiagonalInches);
        Body body = SampleBody.Create();
        using EglSurface surface = new(metrics);
        using Interface ui = new(Repository.FontsFolder);
        KioskApp app = new(body, new(() => BodyPicker.Build(body)), Repository.Content, ui, metrics);
        using (loop = new(surface, app))
        using (caretaker = new(place, log, app, "body.glb", () => "shipped", Repository.ContentFolder, () => { }))
        {
            int visits = (int)(Days * VisitsADay), settled = Math.Max(15, visits / 10);
            (long Memory, int Handles) before = default;
            for (int i = 0; i < visits; i++)
            {
                if (i == settled)
                    before = Weigh();
                Visit(i * Rhythm);
                if (i % 100 == 0)
                    output.WriteLine($"visit {i}: {Weigh()}");
            }

            (long memory, int handles) = Weigh();
            output.WriteLine($"{visits} visits: {before} before, {(memory, handles)} after");
            Assert.True(memory < before.Memory * 1.05, $"{before.Memory >> 10} kB after {settled} visits, {memory >> 10} kB after {visits}");
            // A few belong to what else the test process does; one lost in each visit would be far more.
            Assert.True(handles <= before.Handles + (visits - settled) / 4, $"{before.Handles} handles after {settled} visits, {handles} after {visits}");
            caretaker.Stop();
        }

        Assert.DoesNotContain(KioskLog.Tail(place, 1000), l => l.Contains(" error ", StringComparison.Ordinal));
        Assert.True(CountStore.Read(place, 0, long.MaxValue).Where(c => c.Kind == CountKind.Session).Sum(c => c.Number) > (int)(Days * VisitsADay) - 3);
    });

    private void Visit(TimeSpan begin)
    {
        Tap(new(loop.App.Screen.WidthMm / 2, loop.App.Screen.HeightMm / 2));
        for (int i = 0; i < Actions; i++)
        {
            Control[] controls = [.. loop.App.Ui.Controls.Where(c => c.IsActionable && c.Id != "staff-exit")];
            Tap(controls.Length == 0 || random.Next(3) == 0
                ? new(random.NextSingle() * loop.App.Screen.WidthMm, random.NextSingle() * loop.App.Screen.HeightMm)
                : controls[random.Next(controls.Length)].Bounds.Center);
            for (int tenth = 0; tenth < 10; tenth++)
                Tick(Tenth, draws: tenth % 5 == 0);
        }

        int waited = 0;
        while (loop.App.State.Screen != KioskScreen.Attract)
        {
            Tick(Second, draws: waited % 30 == 0);
            Assert.True(waited++ < 240, "It does not fall asleep.");
        }

        Assert.Equal(KioskState.Initial with { Screen = KioskScreen.Attract }, loop.App.State);
        while (now < begin + Rhythm)
            Tick(Second, draws: random.Next(60) == 0);
    }

    private void Tap(Vector2 at)
    {
        loop.Input.Touches.Add(new(TouchPhase.Down, 0, at, now));
        Tick(Frame, draws: false);
        loop.Input.Touches.Add(new(TouchPhase.Up, 0, at, now));
        Tick(Frame, draws: true);
    }

    private void Tick(TimeSpan step, bool draws)
    {
        now += step;
        caretaker.Begin(now);
        if (draws)
            loop.Tick(now, step);
        else
            loop.Step(step);
        caretaker.End(draws);
    }

    private static (long Memory, int Handles) Weigh()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (Environment.WorkingSet, Directory.EnumerateFileSystemEntries("/proc/self/fd").Count());
    }
}
