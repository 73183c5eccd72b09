namespace DryNeedling.Kiosk.Session;

/// <summary>
/// Lets staff in by PIN. Five wrong tries in a row shut it for a minute, each further one for twice as long as before, up
/// to a day. Time is a parameter and only has to go forward.
/// </summary>
public sealed class StaffLock(Func<string, bool> isRight)
{
    private const int FreeTries = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromDays(1);

    private int wrongTries;
    private TimeSpan opensAt = TimeSpan.MinValue;
    private TimeSpan pause = FirstPause;

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
            (wrongTries, pause) = (0, FirstPause);
            return true;
        }

        wrongTries++;
        if (wrongTries >= FreeTries)
        {
            opensAt = now + pause;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return false;
    }
}
