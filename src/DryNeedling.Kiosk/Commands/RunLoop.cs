using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Platform;

namespace DryNeedling.Kiosk.Commands;

/// <summary>The running kiosk: frame after frame until somebody ends it.</summary>
internal sealed class RunLoop(KioskLoop loop, SdlWindow window, RunSignals signals, ContentWatch watch, Caretaker caretaker, KioskLog log)
{
    // A display that does not wait for its refresh would be drawn thousands of times a second.
    private static readonly TimeSpan ShortestFrame = TimeSpan.FromSeconds(1 / 62.0);

    private readonly TimeSpan begun = Posix.SinceBoot;
    private TimeSpan last;
    private bool hasShown;

    /// <summary>Set for full screen: closing the window (Alt+F4) is no way out.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>Runs until it is asked to end, or fails too often; returns the exit code.</summary>
    public int Run()
    {
        while (!signals.AsksForEnd && !caretaker.AsksForEnd && (StaysOpen || !loop.App.HasQuit))
        {
            try
            {
                Frame();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                loop.Input.Clear();
                if (!caretaker.Contain(e))
                    return ExitCode.Failing;
            }
        }

        caretaker.Stop();
        return ExitCode.Done;
    }

    // A clock that goes on while the machine sleeps: whoever was there before is gone afterwards.
    private TimeSpan Elapsed => Posix.SinceBoot - begun;

    private void Frame()
    {
        TimeSpan now = Elapsed, step = now - last;
        last = now;
        caretaker.Begin(now);
        signals.FailIfAsked();
        if (caretaker.TakeReloadRequest())
            watch.Reload();
        if (watch.Take() is { } update)
            Show(update);
        bool captures = signals.TakeCaptureRequest();
        bool drew = loop.Tick(now, step);
        if (drew && !hasShown)
            Shown();
        caretaker.End(drew);
        if (captures)
            signals.WriteCapture(loop.App);
        TimeSpan took = Elapsed - now;
        if (drew && loop.Stage.DrewFull)
            loop.Stage.Timer.AddFullFrame(took);
        if (!drew)
        {
            TimeSpan change = loop.App.UntilNextChange, due = caretaker.UntilNext;
            window.WaitForEvents(change < due ? change : due);
        }
        else if (took < ShortestFrame)
            window.WaitForEvents(ShortestFrame - took);
    }

    // What reading the files left behind is returned to the system as soon as nobody waits for the first picture: the
    // smooth one that follows needs the room.
    private void Shown()
    {
        hasShown = true;
        _ = Task.Run(() =>
        {
            _ = loop.App.Picker;
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        });
    }

    private void Show(ContentUpdate update)
    {
        foreach (ContentFinding error in update.Errors)
            log.Error("content", error.ToString());
        if (update.Content is not { } content)
            return;
        loop.Show(content);
        caretaker.Obey(content.Settings.Operation);
        log.Info("content", "New content is shown.");
    }
}
