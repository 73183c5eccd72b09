using System.Numerics;

namespace DryNeedling.Kiosk.Geometry;

/// <summary>
/// Where the camera stands: it looks at <see cref="Target"/> (metres) from <see cref="Distance"/> metres away.
/// Yaw 0 sees the front, +90 degrees the body's left side, 180 the back; pitch is positive from above. Radians.
/// </summary>
public readonly record struct OrbitPose(float Yaw, float Pitch, float Distance, Vector3 Target)
{
    /// <summary>Vertical field of view: a long lens, so that a body looks like a body and not like a spoon's reflection.</summary>
    public const float FieldOfView = 26 * MathF.PI / 180;

    public Vector3 Eye => Target + Distance * Backward;

    /// <summary>Unit vector from the target to the eye.</summary>
    public Vector3 Backward => new(
        MathF.Sin(Yaw) * MathF.Cos(Pitch), MathF.Sin(Pitch), MathF.Cos(Yaw) * MathF.Cos(Pitch));

    public Matrix4x4 View => Matrix4x4.CreateLookAt(Eye, Target, Vector3.UnitY);

    /// <summary>
    /// Perspective for a screen of <paramref name="aspect"/> (width over height) whose optical centre is moved to
    /// <paramref name="centre"/> (fractions of half the screen, right and up), so that the target sits in the free part
    /// of the screen. OpenGL depth range.
    /// </summary>
    public Matrix4x4 Projection(float aspect, Vector2 centre)
    {
        float near = MathF.Max(0.02f, Distance - 2.2f), far = Distance + 2.2f;
        float f = 1 / MathF.Tan(FieldOfView / 2);
        return new Matrix4x4(
            f / aspect, 0, 0, 0,
            0, f, 0, 0,
            -centre.X, -centre.Y, (far + near) / (near - far), -1,
            0, 0, 2 * far * near / (near - far), 0);
    }
}
