namespace DryNeedling.Kiosk.Anatomy;

/// <summary>Which half of the body a structure lies in: the body's own left and right, never the viewer's.</summary>
public enum Side
{
    Midline,
    Left,
    Right,
}

/// <summary>
/// The name of one structure or skin zone of the model: <c>infraspinatus.R</c>, <c>temple.L</c>, midline without a suffix.
/// </summary>
public readonly record struct StructureId(string Value)
{
    /// <summary>The id without its side, as content files name it.</summary>
    public string Base => Side == Side.Midline ? Value : Value[..^2];

    public Side Side => Value switch
    {
        [.., '.', 'L'] => Side.Left,
        [.., '.', 'R'] => Side.Right,
        _ => Side.Midline,
    };

    /// <summary>The same structure on the other half of the body; a midline structure is its own mirror.</summary>
    public StructureId Mirror => Side == Side.Midline ? this : Of(Base, Side == Side.Left ? Side.Right : Side.Left);

    public static StructureId Of(string baseId, Side side) => new(side switch
    {
        Side.Left => baseId + ".L",
        Side.Right => baseId + ".R",
        _ => baseId,
    });

    public override string ToString() => Value;
}
