using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Shapes;

/// <summary>Uniform Catmull-Rom curve through points (Catmull and Rom, 1974); t runs 0..1 from b to c.</summary>
internal static class CatmullRom
{
    public static Vector3 At(Vector3 a, Vector3 b, Vector3 c, Vector3 d, float t)
    {
        float t2 = t * t, t3 = t2 * t;
        return 0.5f * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t3);
    }

    public static Vector3 TangentAt(Vector3 a, Vector3 b, Vector3 c, Vector3 d, float t) =>
        0.5f * (c - a + 2 * t * (2 * a - 5 * b + 4 * c - d) + 3 * t * t * (3 * b - a - 3 * c + d));
}
