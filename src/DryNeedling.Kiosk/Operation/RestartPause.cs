namespace DryNeedling.Kiosk.Operation;

/// <summary>How long to wait before a kiosk that ended is started anew: longer after each short life, up to a minute.</summary>
internal sealed class RestartPause
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5), Longest = TimeSpan.FromMinutes(1), GoodLife = TimeSpan.FromMinutes(5);

    private TimeSpan next = Shortest;

    public TimeSpan After(TimeSpan lived)
    {
        if (lived >= GoodLife)
            next = Shortest;
        TimeSpan pause = next;
        next = next * 2 < Longest ? next * 2 : Longest;
        return pause;
    }
}
