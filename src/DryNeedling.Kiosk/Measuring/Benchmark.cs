using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Commands;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Measuring;

/// <summary>Measures the running kiosk through its own loop.</summary>
internal sealed class Benchmark(Offscreen screen)
{
    private const int Frames = 31;
    private const int SettledFrames = 200;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(16);
    private static readonly TimeSpan IdleSpan = TimeSpan.FromSeconds(3);

    private TimeSpan now;

    public BenchReport Measure()
    {
        screen.App.Settle();
        screen.Loop.DrawConverged();
        double full = TurningMs(reduced: false);
        screen.Loop.Stage.Timer.AddFullFrame(TimeSpan.FromMilliseconds(full));
        double moving = TurningMs(reduced: null);
        double pick = PickUs();
        double tap = TapToHighlightMs();
        double panel = PanelOnlyMs();
        Calm();
        return new BenchReport
        {
            FrameFullMs = full,
            FrameMovingMs = moving,
            FramePanelOnlyMs = panel,
            PickUs = pick,
            TapToHighlightMs = tap,
            SettledAllocBytes = SettledAllocBytes(),
            IdleCpuPercent = IdleCpuPercent(),
            RssMb = MemoryMb("VmRSS"),
            PeakRssMb = MemoryMb("VmHWM"),
        };
    }

    public static double MedianMs(int times, Action work)
    {
        double[] took = new double[times];
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return Median(took);
    }

    private double TurningMs(bool? reduced)
    {
        screen.Loop.Stage.ForceReduced = reduced;
        // The first frames after a change of level warm caches and compile shaders.
        TurnOnce();
        TurnOnce();
        double median = MedianMs(Frames, TurnOnce);
        screen.Loop.Stage.ForceReduced = null;
        return median;
    }

    private void TurnOnce()
    {
        screen.App.Camera.Turn(0.03f, 0);
        Frame();
    }

    /// <summary>One frame, finished on the GPU.</summary>
    private void Frame()
    {
        now += Step;
        screen.Loop.Tick(now, Step);
        screen.Surface.Gl.Finish();
    }

    private double PickUs()
    {
        Vector2 middle = new(screen.App.Screen.WidthMm / 2, screen.App.Screen.HeightMm / 2);
        screen.App.Pick(middle);
        return 1000 * MedianMs(Frames, () => screen.App.Pick(middle));
    }

    /// <summary>From a finger's lift on a muscle to the finished frame in which it looks different.</summary>
    private double TapToHighlightMs()
    {
        List<double> took = [];
        foreach (Vector2 at in PlacesOnMuscles())
        {
            Calm();
            Touch(TouchPhase.Down, at);
            Frame();
            Touch(TouchPhase.Up, at);
            long start = Stopwatch.GetTimestamp();
            Frame();
            if (screen.App.State.Selection is not null)
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return took.Count > 0 ? Median([.. took]) : double.NaN;
    }

    private List<Vector2> PlacesOnMuscles()
    {
        Calm();
        Vector2 size = new(screen.App.Screen.WidthMm, screen.App.Screen.HeightMm);
        List<Vector2> places = [];
        for (float y = 0.2f; y < 0.9f && places.Count < 9; y += 0.06f)
        {
            for (float x = 0.40f; x < 0.60f && places.Count < 9; x += 0.033f)
            {
                Vector2 at = new Vector2(x, y) * size;
                if (screen.App.Ui.At(at) is null && screen.App.Pick(at) is not null)
                    places.Add(at);
            }
        }

        return places;
    }

    private double PanelOnlyMs()
    {
        StructureId? first = null;
        foreach (Structure structure in screen.App.Body.Structures)
            first ??= structure.Selectable ? structure.Id : null;
        if (first is not { } id)
            return double.NaN;
        screen.App.Do(new Intent.Select(id));
        screen.App.Settle();
        screen.Loop.DrawConverged();
        float scroll = 0;
        return MedianMs(Frames, () =>
        {
            scroll = scroll > 0 ? 0 : Math.Min(20, screen.App.Ui.MaxScrollMm);
            screen.App.Do(new Intent.ScrollTo(scroll));
            screen.App.Do(new Intent.Press(scroll > 0 ? "card-close" : null));
            screen.Loop.Draw();
            screen.Surface.Gl.Finish();
        });
    }

    /// <summary>Nothing selected, nothing in motion, nothing left to smooth.</summary>
    private void Calm()
    {
        screen.App.Do(new Intent.Reset());
        screen.App.Settle();
        screen.Loop.DrawConverged();
        Frame();
    }

    private double SettledAllocBytes()
    {
        Frame();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < SettledFrames; i++)
        {
            now += Step;
            screen.Loop.Tick(now, Step);
            screen.Loop.Draw();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)SettledFrames;
    }

    /// <summary>As in <c>run</c>: a tick, then sleep until something would change.</summary>
    private double IdleCpuPercent()
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed < IdleSpan)
        {
            TimeSpan start = clock.Elapsed;
            if (!screen.Loop.Tick(now + clock.Elapsed, TimeSpan.FromMilliseconds(1)))
                Thread.Sleep(TimeSpan.FromTicks(Math.Min(screen.App.UntilNextChange.Ticks, (IdleSpan - start).Ticks)));
        }

        self.Refresh();
        return 100 * (self.TotalProcessorTime - before) / clock.Elapsed;
    }

    private void Touch(TouchPhase phase, Vector2 at) => screen.Loop.Input.Touches.Add(new(phase, 0, at, now));

    private static double MemoryMb(string what)
    {
        foreach (string line in File.ReadLines("/proc/self/status"))
        {
            if (line.StartsWith(what, StringComparison.Ordinal))
                return double.Parse(line.AsSpan(what.Length + 1).Trim().TrimEnd("kB ").ToString(), CultureInfo.InvariantCulture) / 1024;
        }

        return double.NaN;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
