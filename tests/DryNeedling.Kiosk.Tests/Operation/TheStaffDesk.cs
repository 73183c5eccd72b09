using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Windows;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests.Operation;

/// <summary>Behind the two corners: the PIN, and what it opens.</summary>
public sealed class TheStaffDesk : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly KioskFixture kiosk = new();
    private readonly StatePlace place;
    private StaffDesk desk;
    private int wakes;

    public TheStaffDesk()
    {
        place = new(folder.Path);
        desk = Desk();
        kiosk.App.Did = (intent, _) => desk.Take(intent);
        kiosk.App.Do(new Intent.AskPin());
    }

    private StaffDesk Desk()
    {
        DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new(kiosk.App, place, () => new(7, start, start.AddHours(5), 99, "explore", "shipped", "body.glb", 300 << 20, 0, null), () => Interlocked.Increment(ref wakes));
    }

    public void Dispose()
    {
        kiosk.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_right_pin_opens_the_panel_by_taps_on_its_keys()
    {
        new StaffPin(place).Set("4711");

        Enter("4711", 0);

        Assert.Equal(StaffMode.Panel, kiosk.State.Staff);
        Assert.True(wakes > 0);
    }

    [Fact]
    public void A_wrong_one_is_refused_and_the_fifth_shuts_the_door_for_a_minute()
    {
        for (int i = 1; i <= 5; i++)
            Enter("1234", 0);
        Assert.Equal((StaffMode.Pin, 60), (kiosk.State.Staff, kiosk.State.Pin.WaitSeconds));

        Enter(StaffPin.Default, 30);
        Assert.Equal((StaffMode.Pin, 30), (kiosk.State.Staff, kiosk.State.Pin.WaitSeconds));
        desk.Turn(TimeSpan.FromSeconds(61));
        Enter(StaffPin.Default, 61);

        Assert.Equal(StaffMode.Panel, kiosk.State.Staff);
    }

    [Fact]
    public void Starting_the_kiosk_anew_does_not_open_a_door_that_wrong_tries_shut()
    {
        for (int i = 1; i <= 5; i++)
            Enter("1234", 0);

        desk = Desk();
        desk.Turn(TimeSpan.FromSeconds(1));
        Assert.Equal((StaffMode.Pin, 59), (kiosk.State.Staff, kiosk.State.Pin.WaitSeconds));
        Enter(StaffPin.Default, 61);

        Assert.Equal(StaffMode.Panel, kiosk.State.Staff);
        Assert.Equal(0, new StaffNumbers(place).WrongTries);
    }

    [Fact]
    public void The_sound_is_off_until_the_staff_want_it_and_stays_as_they_set_it()
    {
        kiosk.App.Do(new Intent.OpenStaff());
        desk.Turn(TimeSpan.Zero);
        Assert.Equal(0, desk.Volume);
        Tap("staff-status");
        desk.Turn(TimeSpan.Zero);
        for (int i = 0; i < 3; i++)
        {
            Tap("volume-more");
            desk.Turn(TimeSpan.Zero);
        }

        Tap("volume-less");
        desk.Turn(TimeSpan.Zero);
        Assert.Equal(20, kiosk.State.Volume);
        Assert.Contains(kiosk.App.Ui.Controls, c => c.Label.EndsWith(" 20", StringComparison.Ordinal));
        Assert.Equal(20, Desk().Volume);

        File.WriteAllText(place.Path(StaffNumbers.VolumeName), "loud");
        Assert.Equal(0, Desk().Volume);
    }

    [Fact]
    public void Digits_of_somebody_who_left_are_not_kept()
    {
        Tap("pin-4");
        Tap("pin-7");
        kiosk.App.Do(new Intent.FallAsleep());
        kiosk.App.Do(new Intent.Wake());
        kiosk.App.Do(new Intent.AskPin());
        Assert.Equal(0, kiosk.State.Pin.Digits);
        new StaffPin(place).Set("4711");

        Enter("11", 0);

        Assert.Equal(StaffMode.Pin, kiosk.State.Staff);
    }

    [Fact]
    public void The_panel_shows_the_log_reloads_the_content_and_ends_the_kiosk()
    {
        new KioskLog(place, TimeProvider.System, TextWriter.Null).Error("content", "a.json:1:1: error json: x");
        kiosk.App.Do(new Intent.OpenStaff());

        Tap("staff-status");
        desk.Turn(TimeSpan.Zero);
        Assert.Equal(StaffMode.Status, kiosk.State.Staff);
        Assert.Contains(kiosk.State.StaffStatus, line => line.EndsWith("a.json:1:1: error json: x", StringComparison.Ordinal));
        Assert.Contains(StaffPin.IsDefaultMessage, kiosk.State.StaffStatus);

        kiosk.App.Do(new Intent.OpenStaff());
        Tap("staff-reload");
        Assert.True(desk.TakeReloadRequest());
        Assert.False(desk.TakeReloadRequest());

        kiosk.App.Do(new Intent.OpenStaff());
        Assert.False(desk.AsksForEnd);
        Tap("staff-exit");
        Assert.True(desk.AsksForEnd);
    }

    private void Enter(string pin, double second)
    {
        foreach (char digit in pin)
            Tap($"pin-{digit}");
        Tap("pin-open");
        Patience.Until(
            () =>
            {
                desk.Turn(TimeSpan.FromSeconds(second));
                return !kiosk.State.Pin.IsChecking;
            },
            "the PIN is looked at");
    }

    private void Tap(string control)
    {
        kiosk.Wait(0.5);
        Control found = kiosk.App.Ui.Controls.Single(c => c.Id == control);
        kiosk.Tap(found.Bounds.Center);
    }
}
