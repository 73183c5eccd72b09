using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// What stands behind the staff's screens: takes the digits, looks at the PIN on another thread (it takes a while, as it
/// should), and does what the panel asks for. Intents are only noted; everything is done in the next turn of the loop.
/// </summary>
internal sealed class StaffDesk(KioskApp app, StatePlace place, Func<HealthReport> health, Action wake)
{
    private const int LogLines = 5;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly StringBuilder digits = new();
    private readonly StaffNumbers kept = new(place);
    private readonly StaffLock door = new(new StaffPin(place).IsRight, new StaffNumbers(place).WrongTries);
    private Task<bool>? check;
    private bool asksForCheck, asksForStatus, asksForReload, asksForVolume;

    public bool AsksForEnd { get; private set; }

    /// <summary>How loud the kiosk is, 0 to 100; 0, no sound, until the staff want some.</summary>
    public int Volume { get; private set; } = new StaffNumbers(place).Volume;

    /// <summary>How long the loop may sleep before something here is due.</summary>
    public TimeSpan UntilNext => asksForCheck || asksForStatus || asksForVolume || asksForReload || AsksForEnd ? TimeSpan.Zero
        : app.State is { Staff: StaffMode.Pin, Pin.WaitSeconds: > 0 } ? Second : TimeSpan.MaxValue;

    /// <summary>An intent that has been done.</summary>
    public void Take(Intent intent)
    {
        switch (intent)
        {
            case Intent.TypePin(var digit) when digits.Length < PinEntry.MostDigits && check is null:
                digits.Append(digit);
                break;
            case Intent.AskPin or Intent.ErasePin or Intent.CloseStaff or Intent.FallAsleep or Intent.RefusePin:
                digits.Clear();
                break;
            case Intent.CheckPin:
                asksForCheck = digits.Length > 0;
                break;
            case Intent.OpenStaff:
                asksForVolume = true;
                break;
            case Intent.ChangeVolume(var by):
                Volume = Math.Clamp(Volume + by, 0, 100);
                kept.Volume = Volume;
                asksForVolume = true;
                break;
            case Intent.AskStatus:
                asksForStatus = true;
                break;
            case Intent.ReloadContent:
                asksForReload = true;
                break;
            case Intent.Quit:
                AsksForEnd = true;
                break;
        }
    }

    public bool TakeReloadRequest()
    {
        bool asked = asksForReload;
        asksForReload = false;
        return asked;
    }

    /// <summary>Does what is due; before a frame.</summary>
    public void Turn(TimeSpan now)
    {
        if (asksForCheck && check is null)
            Check(now);
        if (check is { IsCompleted: true } done)
        {
            check = null;
            Answer(done.Result, now);
        }

        if (app.State.Staff == StaffMode.Pin && check is null)
            ShowWait(now);
        if (asksForVolume && app.State.Staff is (StaffMode.Panel or StaffMode.Status))
            app.Do(new Intent.ShowVolume(Volume));
        asksForVolume = false;
        if (asksForStatus)
            app.Do(new Intent.ShowStatus(Status()));
        asksForStatus = false;
    }

    private void Check(TimeSpan now)
    {
        asksForCheck = false;
        string pin = digits.ToString();
        check = Task.Run(() =>
        {
            bool isRight = door.Try(pin, now);
            if (door.WrongTries != kept.WrongTries)
                kept.WrongTries = door.WrongTries;
            wake();
            return isRight;
        });
    }

    // Whoever has gone in the meantime is not let in.
    private void Answer(bool isRight, TimeSpan now)
    {
        if (app.State.Staff == StaffMode.Pin)
            app.Do(isRight ? new Intent.OpenStaff() : new Intent.RefusePin(SecondsLeft(now)));
    }

    private void ShowWait(TimeSpan now)
    {
        int seconds = SecondsLeft(now);
        if (seconds == app.State.Pin.WaitSeconds)
            return;
        app.Do(seconds == 0 ? new Intent.AskPin() : new Intent.RefusePin(seconds));
    }

    private int SecondsLeft(TimeSpan now) => (int)Math.Ceiling(door.TimeLeft(now).TotalSeconds);

    private ImmutableArray<string> Status()
    {
        HealthReport report = health();
        TimeSpan uptime = report.Written - report.Started;
        IEnumerable<string> pin = new StaffPin(place).IsDefault ? [StaffPin.IsDefaultMessage] : [];
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{report.Content} · {(int)uptime.TotalHours} h {uptime.Minutes} min · {report.Frames} frames · {report.MemoryBytes >> 20} MB · {report.Failures} failures"),
            report.Model, .. pin, .. KioskLog.Tail(place, LogLines),
        ];
    }
}
