using System.Collections.Concurrent;
using DryNeedling.Kiosk.Session;
using Microsoft.Data.Sqlite;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// Takes counts on the frame's thread without waiting and writes them in batches on its own, which begins with the first
/// count. Whatever happens to the disk, counting stops and the kiosk does not.
/// </summary>
/// <param name="batch">How long counts are gathered before they are written.</param>
/// <param name="pause">How long nothing is tried after the disk refused.</param>
/// <param name="patience">How long the end waits for the last batch.</param>
/// <param name="steadyFor">How long the clock must have run evenly before anything is deleted for its age.</param>
internal sealed class CountWriter(StatePlace place, KioskLog log, TimeProvider time, TimeSpan batch, TimeSpan pause, TimeSpan patience, TimeSpan steadyFor) : IDisposable
{
    private const int MostWaiting = 4096;

    private readonly BlockingCollection<(long Hour, Count Count)> waiting = new(MostWaiting);
    private readonly SteadyClock steady = new(time, steadyFor);
    private Thread? thread;
    private CountStore? store;
    private DateTimeOffset? pausedUntil;
    private long forgottenAt;
    private volatile int keepDays;

    public CountWriter(StatePlace place, KioskLog log, int keepDays)
        : this(place, log, TimeProvider.System, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1)) => KeepDays = keepDays;

    /// <summary>Counts older than so many days are deleted; 0 counts nothing.</summary>
    public int KeepDays
    {
        get => keepDays;
        set => keepDays = value;
    }

    /// <summary>Called on the frame's thread; when too much waits to be written, the count is lost.</summary>
    public void Add(Count count)
    {
        if (keepDays == 0)
            return;
        waiting.TryAdd((HourOf(time.GetUtcNow()), count));
        if (thread is not null)
            return;
        thread = new(Work) { IsBackground = true, Name = "counts" };
        thread.Start();
    }

    /// <summary>Writes what waits; gives up when that takes too long.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        if (thread?.Join(patience) != false)
            waiting.Dispose();
    }

    public static long HourOf(DateTimeOffset moment) => Math.DivRem(moment.ToUnixTimeSeconds(), 3600).Quotient;

    private void Work()
    {
        while (waiting.TryTake(out (long Hour, Count Count) first, Timeout.InfiniteTimeSpan))
            Write(Gather(first));
        store?.Dispose();
    }

    private Dictionary<(long Hour, Count Count), int> Gather((long Hour, Count Count) first)
    {
        Dictionary<(long Hour, Count Count), int> counts = new() { [first] = 1 };
        long start = time.GetTimestamp();
        for (TimeSpan left = batch; left > TimeSpan.Zero && waiting.TryTake(out var next, left); left = batch - time.GetElapsedTime(start))
            counts[next] = counts.GetValueOrDefault(next) + 1;
        return counts;
    }

    private void Write(Dictionary<(long Hour, Count Count), int> counts)
    {
        if (pausedUntil is { } until && time.GetUtcNow() < until && time.GetUtcNow() > until - pause)
            return;
        try
        {
            WriteOnce(counts);
            if (pausedUntil is not null)
                log.Info("counts", "Counting goes on.");
            pausedUntil = null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it is: a kiosk without counts is better than counts without a kiosk.
            if (pausedUntil is null)
                log.Error("counts", $"{place.Path(CountStore.FileName)} cannot be written ({e.Message}); visits are not counted until it can.");
            pausedUntil = time.GetUtcNow() + pause;
            Close();
        }
    }

    private void WriteOnce(Dictionary<(long Hour, Count Count), int> counts)
    {
        try
        {
            store ??= CountStore.Open(place, log);
            store.Add(counts);
        }
        catch (SqliteException e) when (CountStore.IsDamage(e, place))
        {
            Close();
            store = CountStore.Open(place, log);
            store.Add(counts);
        }

        Forget();
    }

    private void Forget()
    {
        const int Day = 24;
        long now = HourOf(time.GetUtcNow());
        if (!steady.Look() || Math.Abs(now - forgottenAt) < Day)
            return;
        store!.Forget(now - (long)keepDays * Day);
        forgottenAt = now;
    }

    private void Close()
    {
        store?.Dispose();
        store = null;
    }
}
