using System.Numerics;
using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Staging;

/// <summary>
/// Ease-out towards a goal that may change at any time: each step covers the same share of what is left, so that the
/// motion does not depend on the frame rate. Arrives exactly.
/// </summary>
internal static class Easing
{
    // 95 % of the way after three of these: 0.33 s, inside the 200 to 450 ms that feel calm but not slow.
    private const float TimeConstant = 0.11f;
    private const float CloseEnough = 0.004f;

    /// <summary>Share of the way to the goal that a step of so much time covers, 0 to 1.</summary>
    public static float ShareOf(TimeSpan step) => 1 - MathF.Exp(-(float)step.TotalSeconds / TimeConstant);

    public static float Towards(float from, float to, float share) =>
        MathF.Abs(to - from) <= CloseEnough ? to : from + (to - from) * share;

    public static Vector2 Towards(Vector2 from, Vector2 to, float share) =>
        new(Towards(from.X, to.X, share), Towards(from.Y, to.Y, share));

    /// <summary>Moves every number towards its goal; true when any changed.</summary>
    public static bool Towards<T>(Span<T> values, ReadOnlySpan<T> goals, float share)
        where T : unmanaged
    {
        Span<float> now = MemoryMarshal.Cast<T, float>(values);
        ReadOnlySpan<float> goal = MemoryMarshal.Cast<T, float>(goals);
        bool moved = false;
        for (int i = 0; i < now.Length; i++)
        {
            if (now[i] == goal[i])
                continue;
            now[i] = Towards(now[i], goal[i], share);
            moved = true;
        }

        return moved;
    }
}
