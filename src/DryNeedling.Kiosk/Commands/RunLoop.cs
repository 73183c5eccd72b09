using System.Diagnostics;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Operation.Packs;
using DryNeedling.Kiosk.Platform;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Commands;

/// <summary>The running kiosk: frame after frame until somebody ends it, and beside that what looks after it.</summary>
internal sealed class RunLoop
{
    // A display that does not wait for its refresh would be drawn thousands of times a second.
    private static readonly TimeSpan ShortestFrame = TimeSpan.FromSeconds(1 / 62.0);

    private readonly KioskLoop loop;
    private readonly SdlWindow window;
    private readonly RunSignals signals;
    private readonly ContentWatch watch;
    private readonly CountWriter counts;
    private readonly DropFolder drops;
    private readonly KioskLog log;
    private readonly VisitRecorder visits;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan last;
    private bool isTidy;

    public RunLoop(KioskLoop loop, SdlWindow window, RunSignals signals, ContentWatch watch, CountWriter counts, DropFolder drops, KioskLog log)
    {
        (this.loop, this.window, this.signals, this.watch, this.counts, this.drops, this.log) = (loop, window, signals, watch, counts, drops, log);
        Obey(App.Content.Settings.Operation);
        visits = new(counts.Add);
        App.Did = (intent, before) => visits.Take(before, intent, App.State, App.Content, clock.Elapsed, App.Idle);
    }

    private KioskApp App => loop.App;

    public void Run()
    {
        drops.Start();
        while (!App.HasQuit && !signals.AsksForEnd)
            Frame();
        visits.End(VisitEnd.Stopped, App.State, App.Content, clock.Elapsed, App.Idle);
    }

    private void Frame()
    {
        if (watch.Take() is { } update)
            Show(update);
        bool captures = signals.TakeCaptureRequest();
        TimeSpan now = clock.Elapsed;
        bool drew = loop.Tick(now, now - last);
        last = now;
        if (captures)
            signals.WriteCapture(App);
        TimeSpan took = clock.Elapsed - now;
        if (drew && loop.Stage.DrewFull)
            loop.Stage.Timer.AddFullFrame(took);
        if (!drew)
        {
            GiveBackMemory();
            window.WaitForEvents(App.UntilNextChange);
        }
        else if (took < ShortestFrame)
            window.WaitForEvents(ShortestFrame - took);
    }

    // What reading the files left behind is returned to the system the first time that nothing moves.
    private void GiveBackMemory()
    {
        if (isTidy)
            return;
        isTidy = true;
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private void Show(ContentUpdate update)
    {
        foreach (ContentFinding error in update.Errors)
            log.Error("content", error.ToString());
        if (update.Content is not { } content)
            return;
        loop.Show(content);
        Obey(content.Settings.Operation);
        log.Info("content", "New content is shown.");
    }

    private void Obey(OperationSettings settings)
    {
        counts.KeepDays = settings.KeepCountsDays;
        drops.Folder = settings.DropFolder;
    }
}
