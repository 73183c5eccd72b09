using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Shapes;

/// <summary>The point of a triangle that is nearest to another point (Ericson, "Real-Time Collision Detection", 5.1.5).</summary>
internal static class ClosestPoint
{
    /// <summary>Barycentric weights of the nearest point of triangle a, b, c.</summary>
    public static Vector3 Weights(Vector3 p, Vector3 a, Vector3 b, Vector3 c)
    {
        Vector3 ab = b - a, ac = c - a, ap = p - a;
        float d1 = Vector3.Dot(ab, ap), d2 = Vector3.Dot(ac, ap);
        if (d1 <= 0 && d2 <= 0)
            return new(1, 0, 0);
        Vector3 bp = p - b;
        float d3 = Vector3.Dot(ab, bp), d4 = Vector3.Dot(ac, bp);
        if (d3 >= 0 && d4 <= d3)
            return new(0, 1, 0);
        float vc = d1 * d4 - d3 * d2;
        if (vc <= 0 && d1 >= 0 && d3 <= 0)
            return new(1 - d1 / (d1 - d3), d1 / (d1 - d3), 0);
        Vector3 cp = p - c;
        float d5 = Vector3.Dot(ab, cp), d6 = Vector3.Dot(ac, cp);
        if (d6 >= 0 && d5 <= d6)
            return new(0, 0, 1);
        float vb = d5 * d2 - d1 * d6;
        if (vb <= 0 && d2 >= 0 && d6 <= 0)
            return new(1 - d2 / (d2 - d6), 0, d2 / (d2 - d6));
        float va = d3 * d6 - d5 * d4;
        if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        {
            float w = (d4 - d3) / (d4 - d3 + (d5 - d6));
            return new(0, 1 - w, w);
        }

        float sum = va + vb + vc;
        return new(va / sum, vb / sum, vc / sum);
    }
}
