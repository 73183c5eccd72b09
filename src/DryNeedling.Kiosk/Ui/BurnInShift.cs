namespace DryNeedling.Kiosk.Ui;

/// <summary>
/// Lets a picture that stands still for hours wander by a few pixels, so that its edges do not burn into the screen.
/// Starts in the middle; each step is one place to the side and one up or down.
/// </summary>
internal sealed class BurnInShift
{
    // Two ways of different length: together they come back to the same place after 24 steps only.
    private const int Widest = 2, Highest = 3;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(45);

    private TimeSpan age;

    /// <summary>From the middle: -2 to 2 across, -3 to 3 down.</summary>
    public (int X, int Y) Steps { get; private set; }

    /// <summary>Whether it wandered since <see cref="Forget"/>.</summary>
    public bool HasMoved { get; private set; }

    public TimeSpan UntilNext => Step - TimeSpan.FromTicks(age.Ticks % Step.Ticks);

    public void Advance(TimeSpan time)
    {
        age += time;
        int count = (int)(age / Step);
        (int, int) now = (ToAndFro(count, Widest), ToAndFro(count, Highest));
        HasMoved |= now != Steps;
        Steps = now;
    }

    public void Forget() => HasMoved = false;

    // 0, 1, 2, 1, 0, -1, -2, -1, 0 …
    private static int ToAndFro(int count, int farthest)
    {
        int at = (count + farthest) % (4 * farthest);
        return at <= 2 * farthest ? at - farthest : 3 * farthest - at;
    }
}
