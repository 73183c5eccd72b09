namespace DryNeedling.Kiosk.Session;

/// <summary>How long touches still mean nothing while the glass is wiped.</summary>
public sealed class CleaningClock
{
    private TimeSpan left;

    /// <summary>Whole seconds left, 0 when it is over.</summary>
    public int SecondsLeft => (int)Math.Ceiling(Math.Max(0, left.TotalSeconds));

    /// <summary>Until <see cref="SecondsLeft"/> changes.</summary>
    public TimeSpan UntilNext => left - TimeSpan.FromSeconds(Math.Max(0, SecondsLeft - 1));

    public void Start(int seconds) => left = TimeSpan.FromSeconds(seconds);

    public void Advance(TimeSpan step) => left -= step;
}
