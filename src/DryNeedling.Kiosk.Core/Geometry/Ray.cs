using System.Numerics;

namespace DryNeedling.Kiosk.Geometry;

/// <summary>A half line; <see cref="Direction"/> has length 1, so distances along it are metres.</summary>
public readonly record struct Ray(Vector3 Origin, Vector3 Direction)
{
    public Vector3 At(float distance) => Origin + distance * Direction;

    /// <summary>
    /// The ray through a point of the screen, given in clip coordinates (-1..1 right and up), of a camera with the
    /// given view and projection.
    /// </summary>
    public static Ray Through(Vector2 clip, in Matrix4x4 view, in Matrix4x4 projection)
    {
        if (!Matrix4x4.Invert(view * projection, out Matrix4x4 inverse))
            throw new ArgumentException("The camera's matrices cannot be inverted.", nameof(projection));
        Vector4 near = Vector4.Transform(new Vector4(clip, -1, 1), inverse);
        Vector4 far = Vector4.Transform(new Vector4(clip, 1, 1), inverse);
        Vector3 start = new Vector3(near.X, near.Y, near.Z) / near.W, end = new Vector3(far.X, far.Y, far.Z) / far.W;
        return new(start, Vector3.Normalize(end - start));
    }
}
