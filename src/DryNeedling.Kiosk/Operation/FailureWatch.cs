namespace DryNeedling.Kiosk.Operation;

/// <summary>Failures that were contained; the third within a minute is one too many. Time is a parameter.</summary>
internal sealed class FailureWatch
{
    private const int TooMany = 3;

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    private readonly Queue<TimeSpan> recent = [];

    public int Count { get; private set; }

    /// <summary>Whether the kiosk may go on.</summary>
    public bool Note(TimeSpan now)
    {
        Count++;
        while (recent.TryPeek(out TimeSpan first) && now - first >= Within)
            recent.Dequeue();
        recent.Enqueue(now);
        return recent.Count < TooMany;
    }
}
