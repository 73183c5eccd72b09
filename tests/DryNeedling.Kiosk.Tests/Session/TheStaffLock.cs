using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Session;

public class TheStaffLock
{
    private readonly StaffLock staff = new(pin => pin == "4711");

    [Fact]
    public void The_right_pin_opens_and_a_wrong_one_does_not()
    {
        Assert.False(staff.Try("1234", At(0)));
        Assert.True(staff.Try("4711", At(1)));
    }

    [Fact]
    public void Five_wrong_tries_shut_it_for_a_minute_also_for_the_right_pin()
    {
        Fail(5, At(10));

        Assert.Equal(TimeSpan.FromSeconds(60), staff.TimeLeft(At(10)));
        Assert.False(staff.Try("4711", At(69)));
        Assert.True(staff.Try("4711", At(70)));
    }

    [Fact]
    public void Each_further_wrong_try_doubles_the_pause_up_to_a_day()
    {
        Fail(5, At(0));
        double now = 60;
        foreach (int pause in new[] { 120, 240, 480 })
        {
            Fail(1, At(now));
            Assert.Equal(pause, staff.TimeLeft(At(now)).TotalSeconds);
            now += pause;
        }

        for (int i = 0; i < 20; i++)
        {
            Fail(1, At(now));
            now += staff.TimeLeft(At(now)).TotalSeconds;
        }

        Fail(1, At(now));
        Assert.Equal(TimeSpan.FromDays(1), staff.TimeLeft(At(now)));
    }

    [Fact]
    public void The_right_pin_starts_the_counting_anew()
    {
        Fail(4, At(0));
        Assert.True(staff.Try("4711", At(0)));

        Fail(4, At(1));

        Assert.True(staff.Try("4711", At(1)));
    }

    [Fact]
    public void What_was_tried_before_a_restart_still_counts()
    {
        Fail(6, At(0), wait: true);

        StaffLock again = new(pin => pin == "4711", staff.WrongTries);

        Assert.Equal(120, again.TimeLeft(At(0)).TotalSeconds);
        Assert.False(again.Try("4711", At(119)));
        Assert.True(again.Try("4711", At(120)));
        Assert.Equal(0, again.WrongTries);
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Fail(int times, TimeSpan now, bool wait = false)
    {
        for (int i = 0; i < times; i++)
            Assert.False(staff.Try("0000", wait ? now += staff.TimeLeft(now) : now));
    }
}
