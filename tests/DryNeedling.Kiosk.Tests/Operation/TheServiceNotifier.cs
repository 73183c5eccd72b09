using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Tests.Operation;

public sealed class TheServiceNotifier : IDisposable
{
    private readonly ServiceListener listener = new();

    public void Dispose() => listener.Dispose();

    [Fact]
    public void It_is_ready_after_the_first_picture_and_then_shows_signs_of_life_in_time()
    {
        using ServiceNotifier notifier = Notifier("30000000");
        Assert.Equal(TimeSpan.FromSeconds(10), notifier.Interval);

        notifier.Turn(TimeSpan.FromSeconds(1), 0, KioskScreen.Explore);
        Assert.Null(listener.Take());
        notifier.Turn(TimeSpan.FromSeconds(2), 1, KioskScreen.Explore);
        Assert.Equal("READY=1\nWATCHDOG=1\nSTATUS=explore, 1 frames", listener.Take());
        notifier.Turn(TimeSpan.FromSeconds(11.9), 500, KioskScreen.Explore);
        Assert.Null(listener.Take());
        notifier.Turn(TimeSpan.FromSeconds(12), 501, KioskScreen.Attract);
        Assert.Equal("WATCHDOG=1\nSTATUS=attract, 501 frames", listener.Take());
        Assert.Equal(TimeSpan.FromSeconds(10), notifier.UntilNext(TimeSpan.FromSeconds(12)));
        notifier.Stopping();
        Assert.Equal("STOPPING=1", listener.Take());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/nowhere/at/all")]
    public void Nobody_listening_costs_nothing(string? address)
    {
        using ServiceNotifier notifier = new(name => name == ServiceNotifier.SocketVariable ? address : null);

        notifier.Turn(TimeSpan.Zero, 1, KioskScreen.Explore);
        notifier.Stopping();

        Assert.Equal(TimeSpan.MaxValue, notifier.UntilNext(TimeSpan.Zero));
    }

    [Fact]
    public void A_listener_that_has_gone_is_no_reason_to_stop()
    {
        using ServiceNotifier notifier = Notifier("x");
        listener.Dispose();

        notifier.Turn(TimeSpan.FromSeconds(1), 1, KioskScreen.Explore);
    }

    private ServiceNotifier Notifier(string watchdog) => new(name => name switch
    {
        ServiceNotifier.SocketVariable => listener.Address,
        ServiceNotifier.WatchdogVariable => watchdog,
        _ => null,
    });
}
