using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Shapes;

/// <summary>A symmetric 3 by 3 matrix, kept as its six numbers: a covariance, or a quadratic form of offsets.</summary>
internal readonly record struct SymmetricForm(float Xx, float Yy, float Zz, float Xy, float Xz, float Yz)
{
    public static SymmetricForm Outer(Vector3 v) => new(v.X * v.X, v.Y * v.Y, v.Z * v.Z, v.X * v.Y, v.X * v.Z, v.Y * v.Z);

    public static SymmetricForm operator +(SymmetricForm a, SymmetricForm b) =>
        new(a.Xx + b.Xx, a.Yy + b.Yy, a.Zz + b.Zz, a.Xy + b.Xy, a.Xz + b.Xz, a.Yz + b.Yz);

    public static SymmetricForm operator *(SymmetricForm a, float k) =>
        new(a.Xx * k, a.Yy * k, a.Zz * k, a.Xy * k, a.Xz * k, a.Yz * k);

    public Vector3 Times(Vector3 v) => new(
        Xx * v.X + Xy * v.Y + Xz * v.Z, Xy * v.X + Yy * v.Y + Yz * v.Z, Xz * v.X + Yz * v.Y + Zz * v.Z);

    /// <summary>The form's value for an offset.</summary>
    public float Of(Vector3 v) => Vector3.Dot(v, Times(v));
}
