using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Operation.Packs;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Operation;

/// <summary>Who looks after the running kiosk: counts visits, writes health, tells the service manager, contains failures.</summary>
internal sealed class Caretaker : IDisposable
{
    // A clock is corrected by seconds all the time.
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(1);

    private readonly KioskApp app;
    private readonly KioskLog log;
    private readonly TimeProvider time;
    private readonly string model;
    private readonly Func<string> contentVersion;
    private readonly VisitRecorder visits;
    private readonly CountWriter counts;
    private readonly HealthWriter health;
    private readonly ServiceNotifier notifier;
    private readonly DropFolder drops;
    private readonly CountTally tally = new();
    private readonly Telemetry telemetry;
    private readonly StaffDesk desk;
    private readonly Narrator narrator;
    private readonly FailureWatch failures = new();
    private readonly Func<HealthReport> report;
    private readonly HashSet<string> reported = [];
    private DateTimeOffset started;
    private TimeSpan now;
    private long frames;
    private volatile HealthReport? latest;

    /// <param name="contentVersion">What to call the content that is shown.</param>
    /// <param name="shipped">Folder of the content that came with the program.</param>
    /// <param name="wake">Ends the loop's sleep; called on another thread.</param>
    public Caretaker(StatePlace place, KioskLog log, KioskApp app, string model, Func<string> contentVersion, string shipped, Action wake)
    {
        (this.app, this.log, this.model, this.contentVersion, time) = (app, log, model, contentVersion, TimeProvider.System);
        started = time.GetUtcNow();
        report = Report;
        OperationSettings settings = app.Content.Settings.Operation;
        counts = new(place, log, settings.KeepCountsDays);
        visits = new(Count);
        telemetry = new(tally, () => latest, log, TimeSpan.FromSeconds(5));
        health = new(place, log);
        notifier = new(Environment.GetEnvironmentVariable);
        drops = new(place, new(place, shipped, () => app.Body, time), log) { Folder = settings.DropFolder };
        desk = new(app, place, report, wake);
        app.AsksForPin = true;
        narrator = new(Environment.GetEnvironmentVariable("PATH"), wake);
        app.Did = Took;
    }

    /// <summary>How long the loop may sleep before something here is due.</summary>
    public TimeSpan UntilNext => TimeSpan.FromTicks(Math.Min(desk.UntilNext.Ticks, Math.Min(health.UntilNext(now).Ticks, notifier.UntilNext(now).Ticks)));

    /// <summary>The staff's wish to end the kiosk.</summary>
    public bool AsksForEnd => desk.AsksForEnd;

    /// <summary>The staff's wish to read the content anew; asked once.</summary>
    public bool TakeReloadRequest() => desk.TakeReloadRequest();

    /// <summary>A frame begins; what visitors do in it is counted at this time.</summary>
    public void Begin(TimeSpan moment)
    {
        now = moment;
        desk.Turn(now);
        narrator.Turn(app, desk.Volume);
    }

    /// <summary>A frame is over.</summary>
    /// <param name="presented">Whether a picture went to the screen; when nothing moves, none does.</param>
    public void End(bool presented)
    {
        if (presented && frames++ == 0)
        {
            log.Info("run", $"The first picture is on the screen; content {contentVersion()}, model {model}.");
            ReportProblems();
            drops.Start();
            telemetry.Obey(app.Content.Settings.Operation.Telemetry);
        }

        notifier.Turn(now, frames, app.State.Screen);
        health.Tick(now, report);
    }

    /// <summary>Settings of content that is shown from now on.</summary>
    public void Obey(OperationSettings settings)
    {
        (counts.KeepDays, drops.Folder) = (settings.KeepCountsDays, settings.DropFolder);
        telemetry.Obey(settings.Telemetry);
        ReportProblems();
    }

    /// <summary>
    /// Something unexpected was thrown in a frame: the visitor is forgotten and Attract comes back. False when it happens
    /// too often to go on.
    /// </summary>
    public bool Contain(Exception failure)
    {
        log.Error("frame", $"Unexpected, the visit was ended: {failure}");
        bool goesOn = failures.Note(now);
        visits.End(VisitEnd.Error, app.State, app.Content, now, app.Idle);
        if (!goesOn)
        {
            log.Error("run", "That was the third failure within a minute: the kiosk ends, to be started anew.");
            return false;
        }

        try
        {
            app.Wipe();
            return true;
        }
        catch (Exception e)
        {
            log.Error("run", $"Attract cannot be shown either, the kiosk ends: {e}");
            return false;
        }
    }

    /// <summary>The kiosk is asked to end.</summary>
    public void Stop()
    {
        notifier.Stopping();
        visits.End(VisitEnd.Stopped, app.State, app.Content, now, app.Idle);
        log.Info("run", "Ended.");
    }

    public void Dispose()
    {
        narrator.Dispose();
        telemetry.Dispose();
        drops.Dispose();
        notifier.Dispose();
        counts.Dispose();
    }

    private void ReportProblems()
    {
        foreach (string problem in app.Ui.Problems.Where(reported.Add))
            log.Error("interface", problem);
    }

    /// <summary>
    /// When the kiosk was started, by the clock on the wall: what was believed, unless the clock was set meanwhile. How long it
    /// has run is known better.
    /// </summary>
    public static DateTimeOffset StartedAt(DateTimeOffset believed, TimeSpan ran, DateTimeOffset now) =>
        (now - ran - believed).Duration() > Drift ? now - ran : believed;

    private void Took(Intent intent, KioskState before)
    {
        desk.Take(intent);
        visits.Take(before, intent, app.State, app.Content, now, app.Idle);
    }

    private void Count(Count count)
    {
        counts.Add(count);
        tally.Add(count);
    }

    private HealthReport Report() => latest = new(
        Environment.ProcessId, started = StartedAt(started, now, time.GetUtcNow()), time.GetUtcNow(), frames, app.State.Screen.ToString().ToLowerInvariant(), contentVersion(), model,
        Environment.WorkingSet, failures.Count, log.LastError);
}
