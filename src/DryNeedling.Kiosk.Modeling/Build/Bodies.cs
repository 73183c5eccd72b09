namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>The bodies that one description gives: the described one, and those it is changed into with its skin.</summary>
public static class Bodies
{
    public const string Male = "male", Female = "female";

    public static IReadOnlyList<string> All { get; } = [Male, Female];
}
