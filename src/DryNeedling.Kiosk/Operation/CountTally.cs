using System.Collections.Immutable;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Operation;

/// <summary>What was counted since the start, in memory; any thread.</summary>
internal sealed class CountTally
{
    private readonly Lock gate = new();
    private readonly Dictionary<Count, long> totals = [];

    public void Add(Count count)
    {
        lock (gate)
            totals[count] = totals.GetValueOrDefault(count) + 1;
    }

    /// <summary>All totals, in a steady order.</summary>
    public ImmutableArray<(Count Count, long Number)> Take()
    {
        lock (gate)
            return [.. totals.Select(t => (t.Key, t.Value)).OrderBy(t => t.Key.Kind).ThenBy(t => t.Key.Key, StringComparer.Ordinal)];
    }
}
