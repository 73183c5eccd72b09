using System.Numerics;

namespace DryNeedling.Kiosk.Layout;

/// <summary>
/// The screen in both units: pixels for drawing, millimetres for everything a finger or an eye has to do with.
/// </summary>
/// <param name="WidthPx">Width in device pixels.</param>
/// <param name="HeightPx">Height in device pixels.</param>
/// <param name="PxPerMm">Device pixels per millimetre; the same in both directions.</param>
public readonly record struct ScreenMetrics(int WidthPx, int HeightPx, float PxPerMm)
{
    /// <summary>Assumed when neither the display nor <c>kiosk.json</c> says how large the screen is.</summary>
    public const float DefaultDiagonalInches = 21.5f;

    public const float MillimetresPerInch = 25.4f;

    public float WidthMm => WidthPx / PxPerMm;

    public float HeightMm => HeightPx / PxPerMm;

    public bool IsPortrait => HeightPx > WidthPx;

    public float DiagonalInches => MathF.Sqrt(WidthMm * WidthMm + HeightMm * HeightMm) / MillimetresPerInch;

    public float Aspect => (float)WidthPx / HeightPx;

    public static ScreenMetrics FromDiagonal(int widthPx, int heightPx, float diagonalInches)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(widthPx);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heightPx);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(diagonalInches);
        float diagonalPx = MathF.Sqrt((float)widthPx * widthPx + (float)heightPx * heightPx);
        return new(widthPx, heightPx, diagonalPx / (diagonalInches * MillimetresPerInch));
    }

    public Vector2 ToMm(Vector2 px) => px / PxPerMm;

    public Vector2 ToPx(Vector2 mm) => mm * PxPerMm;
}
