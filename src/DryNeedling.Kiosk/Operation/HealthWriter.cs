namespace DryNeedling.Kiosk.Operation;

/// <summary>Writes the health down each minute of the loop's own time: a loop that hangs writes nothing.</summary>
internal sealed class HealthWriter(StatePlace place, KioskLog log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private TimeSpan next;
    private bool isRefused;
    private Task writing = Task.CompletedTask;

    /// <summary>How long until the next report.</summary>
    public TimeSpan UntilNext(TimeSpan now) => next > now ? next - now : TimeSpan.Zero;

    /// <summary>Writes on another thread when a minute is over; the disk may be slow. Returns whether a report was taken.</summary>
    public bool Tick(TimeSpan now, Func<HealthReport> report)
    {
        if (now < next || !writing.IsCompleted)
            return false;
        next = now + Interval;
        HealthReport taken = report();
        writing = Task.Run(() => Write(taken));
        return true;
    }

    private void Write(HealthReport report)
    {
        try
        {
            place.Replace(HealthReport.FileName, report.ToJson());
            isRefused = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!isRefused)
                log.Error("health", $"{place.Path(HealthReport.FileName)} cannot be written: {e.Message}");
            isRefused = true;
        }
    }
}
