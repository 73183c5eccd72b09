using System.Numerics;

namespace DryNeedling.Kiosk.Touch;

/// <summary>The speed of a finger over its last tenth of a second, so that one late event does not decide a fling.</summary>
public sealed class VelocityTracker
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    private readonly (Vector2 Position, TimeSpan Time)[] samples = new (Vector2, TimeSpan)[16];
    private int count;

    public void Clear() => count = 0;

    public void Add(Vector2 position, TimeSpan time)
    {
        samples[count % samples.Length] = (position, time);
        count++;
    }

    /// <summary>Units of position per second at <paramref name="now"/>; zero when the finger had stopped before.</summary>
    public Vector2 At(TimeSpan now)
    {
        int kept = Math.Min(count, samples.Length);
        if (kept < 2)
            return Vector2.Zero;
        (Vector2 Position, TimeSpan Time) last = samples[(count - 1) % samples.Length], first = last;
        for (int back = 2; back <= kept; back++)
        {
            (Vector2 Position, TimeSpan Time) sample = samples[(count - back) % samples.Length];
            if (now - sample.Time > Window)
                break;
            first = sample;
        }

        double seconds = (now - first.Time).TotalSeconds;
        return seconds > 0.005 ? (last.Position - first.Position) / (float)seconds : Vector2.Zero;
    }
}
