using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Session;

public class TheIdleClock
{
    private readonly IdleClock clock = new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(20));

    [Fact]
    public void After_a_minute_it_asks_and_counts_down_twenty_seconds()
    {
        clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Null(clock.SecondsLeft);

        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(20, clock.SecondsLeft);

        clock.Advance(TimeSpan.FromSeconds(19.5));
        Assert.Equal(1, clock.SecondsLeft);
        Assert.False(clock.IsExpired);

        clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.True(clock.IsExpired);
    }

    [Fact]
    public void Who_reads_is_asked_later_and_has_as_long_to_answer()
    {
        clock.Patience = 2;
        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Null(clock.SecondsLeft);
        Assert.Equal(TimeSpan.FromSeconds(1), clock.UntilNextChange);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(20, clock.SecondsLeft);

        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True(clock.IsExpired);
    }

    [Fact]
    public void Any_touch_starts_it_again()
    {
        clock.Advance(TimeSpan.FromSeconds(70));
        clock.Touched();

        Assert.Null(clock.SecondsLeft);
        Assert.Equal(TimeSpan.FromSeconds(60), clock.UntilNextChange);
    }

    [Fact]
    public void While_counting_down_something_changes_every_second()
    {
        clock.Advance(TimeSpan.FromSeconds(61.25));

        Assert.Equal(TimeSpan.FromSeconds(0.75), clock.UntilNextChange);
    }
}
