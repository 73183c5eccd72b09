using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Operation;

/// <summary>The clock on the wall is set while the kiosk runs, or says nonsense.</summary>
public sealed class TheClock
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void How_long_the_kiosk_has_run_does_not_depend_on_it()
    {
        TimeSpan ran = TimeSpan.FromHours(3);

        Assert.Equal(Noon - ran, Caretaker.StartedAt(Noon - ran, ran, Noon));
        Assert.Equal(Noon - ran, Caretaker.StartedAt(Noon - ran, ran, Noon.AddSeconds(20)));
        Assert.Equal(Noon.AddYears(20) - ran, Caretaker.StartedAt(Noon - ran, ran, Noon.AddYears(20)));
        Assert.Equal(Noon.AddHours(-9) - ran, Caretaker.StartedAt(Noon - ran, ran, Noon.AddHours(-9)));
    }

    [Fact]
    public void It_is_believed_only_when_it_has_run_evenly_for_a_while()
    {
        SetTime time = new(Noon);
        SteadyClock clock = new(time, TimeSpan.FromHours(1));

        Assert.False(clock.Look());
        time.Pass(TimeSpan.FromHours(2));
        Assert.True(clock.Look());
        foreach (double jump in new[] { 40_000, -40_000, 0.1 })
        {
            time.Wall += jump * Day;
            Assert.False(clock.Look());
            time.Pass(TimeSpan.FromMinutes(59));
            Assert.False(clock.Look());
            time.Pass(TimeSpan.FromMinutes(2));
            Assert.True(clock.Look());
        }
    }

    [Fact]
    public void A_jump_of_years_costs_no_counts_and_counting_goes_on()
    {
        using TemporaryFolder folder = new();
        StatePlace place = new(folder.Path);
        KioskLog log = new(place, TimeProvider.System, TextWriter.Null);
        SetTime time = new(Noon);
        foreach (double days in new[] { 0, 9000, -20_000, 11_000 })
        {
            time.Wall += days * Day;
            using CountWriter writer = new(
                place, log, time, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)) { KeepDays = 30 };
            writer.Add(new(CountKind.Session, "visits"));
        }

        Assert.Equal(4, CountStore.Read(place, 0, long.MaxValue).Sum(c => c.Number));
    }

    private sealed class SetTime(DateTimeOffset wall) : TimeProvider
    {
        private TimeSpan passed;

        public DateTimeOffset Wall { get; set; } = wall;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => passed.Ticks;

        public override DateTimeOffset GetUtcNow() => Wall;

        public void Pass(TimeSpan time) => (passed, Wall) = (passed + time, Wall + time);
    }
}
