namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// Whether the clock on the wall can be believed: it has run evenly for a while. One that was just set (no battery, a wrong
/// time server) must not make years of counts look old.
/// </summary>
internal sealed class SteadyClock(TimeProvider time, TimeSpan wanted)
{
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(5);

    private long since = time.GetTimestamp(), lookedAt = time.GetTimestamp();
    private DateTimeOffset wall = time.GetUtcNow();

    /// <summary>Looks at it now.</summary>
    public bool Look()
    {
        long moment = time.GetTimestamp();
        DateTimeOffset now = time.GetUtcNow();
        if ((now - wall - time.GetElapsedTime(lookedAt, moment)).Duration() > Drift)
            since = moment;
        (wall, lookedAt) = (now, moment);
        return time.GetElapsedTime(since, moment) >= wanted;
    }
}
