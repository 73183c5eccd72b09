using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui;

/// <summary>The sizes that follow from the screen and the visitor's text size, millimetres.</summary>
internal readonly record struct Measures(ScreenMetrics Screen, TextSize TextSize)
{
    /// <summary>Of the whole screen, also when only a part of it is laid out.</summary>
    public float DiagonalInches { get; init; } = Screen.DiagonalInches;

    public const float CardRadius = 4;
    public const float ControlRadius = 3;

    /// <summary>A tablet: held or near, with smaller targets.</summary>
    public bool IsSmall => DiagonalInches < 14.5f;

    public bool IsHuge => DiagonalInches >= 39.5f;

    /// <summary>Least height and width of anything that can be touched.</summary>
    public float Target => IsSmall ? 12 : 20;

    /// <summary>The same for the main navigation.</summary>
    public float NavigationTarget => IsSmall ? 15 : 22;

    public const float Gap = 3;

    /// <summary>From the screen's edge to the first card.</summary>
    public float Margin => IsSmall ? 3 : IsHuge ? 10 : 6;

    /// <summary>Inside of a card.</summary>
    public float Padding => IsSmall ? 5 : 8;

    /// <summary>Capitals of the smallest text there is, and of all labels.</summary>
    public float LabelCap => IsHuge ? 5 : 3.6f;

    /// <summary>Capitals of running text.</summary>
    public float ReadingCap => LabelCap * (TextSize switch { TextSize.Large => 4.8f / 3.6f, TextSize.Largest => 7.3f / 3.6f, _ => 1 });

    public float TitleCap => MathF.Max(LabelCap * (IsSmall ? 1.45f : 1.75f), ReadingCap * 1.3f);

    public float IconSize => IsSmall ? 5.6f : 2.1f * LabelCap;
}
