namespace DryNeedling.Kiosk.Ui;

/// <summary>A value that eases out to its goal: fast at first, there after about a third of a second, however often the goal moves.</summary>
internal struct Follower(float value)
{
    private const float TimeConstant = 0.075f;

    public float Value { get; private set; } = value;

    public float Goal { get; set; } = value;

    public readonly bool IsSettled => Value == Goal;

    public void Advance(TimeSpan step, float rest)
    {
        if (IsSettled)
            return;
        Value += (Goal - Value) * (1 - MathF.Exp(-(float)step.TotalSeconds / TimeConstant));
        if (MathF.Abs(Goal - Value) < rest)
            Value = Goal;
    }

    public void Shift(float by) => Value += by;

    public void Settle() => Value = Goal;
}
