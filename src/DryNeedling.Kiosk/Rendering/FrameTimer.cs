namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// Decides from measured frames whether this machine draws the full body fast enough to do so while it moves.
/// </summary>
internal sealed class FrameTimer
{
    // The best of the last few: a busy moment must not cost a fast machine its detail, nor the first frame's compiling.
    private const int Remembered = 6;

    private readonly TimeSpan[] full = new TimeSpan[Remembered];
    private int count;

    /// <summary>Above this a full-detail frame feels slow under a finger.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Before anything is measured, full detail: the first picture is the one people look at.</summary>
    public bool ReduceWhileMoving { get; private set; }

    public TimeSpan BestFullFrame { get; private set; }

    /// <summary>Tells what a frame took that drew the whole body at full detail, presenting included.</summary>
    public void AddFullFrame(TimeSpan took)
    {
        full[count++ % Remembered] = took;
        TimeSpan best = took;
        for (int i = 0; i < Math.Min(count, Remembered); i++)
            best = full[i] < best ? full[i] : best;

        BestFullFrame = best;
        ReduceWhileMoving = best > Limit;
    }
}
