using System.Numerics;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Shapes;

/// <summary>A primitive solid given by its signed distance.</summary>
public abstract record Primitive
{
    /// <summary>An ellipsoid along the axes, half axes in metres; both sides of the body when it lies off the midline.</summary>
    public sealed record Ellipsoid(Vector3 Centre, Vector3 Half) : Primitive
    {
        public override float Distance(Vector3 p)
        {
            Vector3 q = (p - Centre) / Half;
            float k = q.Length(), slope = (q / Half).Length();
            return slope > 1e-6f ? k * (k - 1) / slope : -MathF.Min(Half.X, MathF.Min(Half.Y, Half.Z));
        }

        public override Bounds Bounds => new(Centre - Half, Centre + Half);
    }

    /// <summary>A chain of round cones through points with radii, metres.</summary>
    public sealed record Rounded(Vector3[] Points, float[] Radii) : Primitive
    {
        public override float Distance(Vector3 p)
        {
            float least = float.PositiveInfinity;
            for (int i = 0; i + 1 < Points.Length; i++)
            {
                Vector3 axis = Points[i + 1] - Points[i];
                float t = Math.Clamp(Vector3.Dot(p - Points[i], axis) / MathF.Max(axis.LengthSquared(), 1e-12f), 0, 1);
                least = MathF.Min(least, Vector3.Distance(p, Points[i] + t * axis) - (Radii[i] + t * (Radii[i + 1] - Radii[i])));
            }

            return least;
        }

        public override Bounds Bounds
        {
            get
            {
                Bounds bounds = Bounds.Empty;
                for (int i = 0; i < Points.Length; i++)
                    bounds = bounds.Include(Points[i] - new Vector3(Radii[i])).Include(Points[i] + new Vector3(Radii[i]));
                return bounds;
            }
        }
    }

    public abstract Bounds Bounds { get; }

    public abstract float Distance(Vector3 p);
}

/// <summary>One step of a blend: the primitive is added to, or cut from, what the steps before have made.</summary>
/// <param name="Width">Width of the soft transition, metres.</param>
public readonly record struct BlendStep(Primitive Primitive, bool Cuts, float Width);

/// <summary>
/// A solid made of primitives that flow into each other (polynomial smooth minimum, Quilez), symmetric to the midline.
/// </summary>
public sealed class Blend : Shape
{
    private readonly BlendStep[] steps;

    public Blend(IReadOnlyList<BlendStep> steps)
    {
        ArgumentOutOfRangeException.ThrowIfZero(steps.Count);
        this.steps = [.. steps];
        Bounds bounds = Bounds.Empty;
        foreach (BlendStep step in steps)
        {
            if (!step.Cuts)
                bounds = bounds.Include(step.Primitive.Bounds);
        }

        Bounds = new(bounds.Min with { X = MathF.Min(bounds.Min.X, -bounds.Max.X) }, bounds.Max);
    }

    public override Bounds Bounds { get; }

    public override float HalfThickness => 0.008f;

    public override void Rasterize(VoxelBlock normalised, VoxelBlock distance, float band)
    {
        ((int X, int Y, int Z) from, (int X, int Y, int Z) to) = distance.Clip(Bounds.Min - new Vector3(band), Bounds.Max + new Vector3(band));
        for (int x = from.X; x <= to.X; x++)
        {
            for (int y = from.Y; y <= to.Y; y++)
            {
                for (int z = from.Z; z <= to.Z; z++)
                {
                    float d = Distance(distance.Position(x, y, z));
                    if (d <= band)
                        Lower(normalised, distance, distance.Index(x, y, z), MathF.Max(0, 1 + d / HalfThickness), d);
                }
            }
        }
    }

    public override (Vector2 Fibre, float Distance) FibreAt(Vector3 point) => (new(0.5f), Distance(point));

    private float Distance(Vector3 point)
    {
        Vector3 p = point with { X = MathF.Abs(point.X) };
        float d = float.PositiveInfinity;
        foreach (BlendStep step in steps)
        {
            float other = step.Primitive.Distance(p);
            if (float.IsPositiveInfinity(d))
                d = other;
            else
                d = step.Cuts ? -SmoothMinimum(-d, other, step.Width) : SmoothMinimum(d, other, step.Width);
        }

        return d;
    }

    private static float SmoothMinimum(float a, float b, float width)
    {
        if (width <= 0)
            return MathF.Min(a, b);
        float h = Math.Clamp(0.5f + 0.5f * (b - a) / width, 0, 1);
        return b + h * (a - b) - width * h * (1 - h);
    }
}
