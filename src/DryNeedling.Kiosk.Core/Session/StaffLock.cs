namespace DryNeedling.Kiosk.Session;

/// <summary>
/// Lets staff in by PIN. Five wrong tries in a row shut it for a minute, each further one for twice as long as before, up
/// to a day. Time is a parameter and only has to go forward.
/// </summary>
public sealed class StaffLock
{
    private const int FreeTries = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromDays(1);

    private readonly Func<string, bool> isRight;
    private int wrongTries;
    private TimeSpan opensAt = TimeSpan.MinValue;

    /// <param name="wrongTries">In a row, before the kiosk was started anew: what it shut for is waited for once more.</param>
    /// <param name="now">The present time.</param>
    public StaffLock(Func<string, bool> isRight, int wrongTries = 0, TimeSpan now = default)
    {
        (this.isRight, this.wrongTries) = (isRight, Math.Max(0, wrongTries));
        Shut(now);
    }

    /// <summary>Wrong tries in a row.</summary>
    public int WrongTries => wrongTries;

    /// <summary>How long no try is looked at; zero when one may be made.</summary>
    public TimeSpan TimeLeft(TimeSpan now) => opensAt > now ? opensAt - now : TimeSpan.Zero;

    /// <summary>Whether the PIN is right; while shut, no PIN is.</summary>
    public bool Try(string pin, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(pin);
        if (TimeLeft(now) > TimeSpan.Zero)
            return false;
        if (isRight(pin))
        {
            wrongTries = 0;
            return true;
        }

        wrongTries++;
        Shut(now);
        return false;
    }

    private void Shut(TimeSpan now)
    {
        if (wrongTries < FreeTries)
            return;
        double pause = FirstPause.TotalSeconds * Math.Pow(2, wrongTries - FreeTries);
        opensAt = now + (pause < LongestPause.TotalSeconds ? TimeSpan.FromSeconds(pause) : LongestPause);
    }
}
