using System.Numerics;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Shapes;

/// <summary>
/// One section of a loft: fraction of the length, centre (m), half width and half thickness (m), direction of the
/// width, and the section's normal when it is not the path's direction.
/// </summary>
public readonly record struct LoftSection(float S, Vector3 Centre, float HalfWidth, float HalfThickness, Vector3 Wide, Vector3? Normal);

/// <summary>
/// A solid with elliptical sections along a curved path. Between the given sections the ellipse's covariance is
/// interpolated, not its angle, so that it never flips over where it is nearly round.
/// </summary>
public sealed class Loft : Shape
{
    private const float LeastHalf = 0.0011f;

    // How far a rounded end reaches beyond the last section, as a share of the length, so that a short thick loft stays short.
    private const float CapShare = 0.06f;

    private readonly Sample[] samples;

    /// <param name="sections">Two or more, in order of <see cref="LoftSection.S"/>.</param>
    public Loft(IReadOnlyList<LoftSection> sections)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sections.Count, 2);
        float length = 0;
        for (int i = 1; i < sections.Count; i++)
            length += Vector3.Distance(sections[i].Centre, sections[i - 1].Centre);
        int count = Math.Clamp((int)(length / 0.004f), 12, 96);
        samples = new Sample[count];
        for (int i = 0; i < count; i++)
        {
            float cap = i == 0 || i == count - 1 ? CapShare * length : float.PositiveInfinity;
            samples[i] = At(sections, sections[0].S + (sections[^1].S - sections[0].S) * i / (count - 1), cap);
        }

        Bounds bounds = Bounds.Empty;
        float thickness = 0;
        foreach (Sample sample in samples)
        {
            bounds = bounds.Include(sample.Centre - new Vector3(sample.Largest)).Include(sample.Centre + new Vector3(sample.Largest));
            thickness += sample.Smallest / count;
        }

        Bounds = bounds;
        HalfThickness = thickness;
    }

    public override Bounds Bounds { get; }

    public override float HalfThickness { get; }

    public override void Rasterize(VoxelBlock normalised, VoxelBlock distance, float band)
    {
        for (int i = 0; i + 1 < samples.Length; i++)
            RasterizePiece(samples[i], samples[i + 1], normalised, distance, band);
    }

    public override (Vector2 Fibre, float Distance) FibreAt(Vector3 point)
    {
        int best = 0;
        float least = float.PositiveInfinity;
        for (int i = 0; i < samples.Length; i++)
        {
            float q = Vector3.DistanceSquared(point, samples[i].Centre);
            if (q < least)
                (least, best) = (q, i);
        }

        Sample s = samples[best];
        float step = best + 1 < samples.Length
            ? Vector3.Distance(samples[best + 1].Centre, s.Centre) : Vector3.Distance(s.Centre, samples[best - 1].Centre);
        float stride = samples.Length > 1 ? (samples[^1].S - samples[0].S) / (samples.Length - 1) : 0;
        float along = s.S + Math.Clamp(Vector3.Dot(point - s.Centre, s.Tangent) / MathF.Max(step, 1e-5f), -1, 1) * stride;
        float across = 0.5f + 0.5f * Vector3.Dot(point - s.Centre, s.Wide) / MathF.Max(s.Width, 0.001f);
        return (new(Math.Clamp(along, 0, 1), Math.Clamp(across, 0, 1)), MathF.Sqrt(least));
    }

    private static void RasterizePiece(in Sample a, in Sample b, VoxelBlock normalised, VoxelBlock distance, float band)
    {
        float reach = MathF.Max(a.Largest, b.Largest) + band;
        ((int X, int Y, int Z) from, (int X, int Y, int Z) to) = distance.Clip(
            Vector3.Min(a.Centre, b.Centre) - new Vector3(reach), Vector3.Max(a.Centre, b.Centre) + new Vector3(reach));
        Vector3 axis = b.Centre - a.Centre;
        float perLength = 1 / MathF.Max(axis.LengthSquared(), 1e-12f);
        for (int x = from.X; x <= to.X; x++)
        {
            for (int y = from.Y; y <= to.Y; y++)
            {
                for (int z = from.Z; z <= to.Z; z++)
                {
                    Vector3 p = distance.Position(x, y, z) - a.Centre;
                    float t = Math.Clamp(Vector3.Dot(p, axis) * perLength, 0, 1);
                    Vector3 r = p - t * axis;
                    float squared = r.LengthSquared();
                    if (squared > reach * reach)
                        continue;
                    Vector3 slope = a.Form.Times(r) * (1 - t) + b.Form.Times(r) * t;
                    float n = MathF.Sqrt(MathF.Max(Vector3.Dot(r, slope), 0)), steepness = slope.Length();
                    float thin = a.Smallest * (1 - t) + b.Smallest * t;
                    // First order: the form's value over its slope; in the core, where the slope vanishes, the thinner half axis.
                    float d = n > 0.2f ? n * (n - 1) / steepness : (n - 1) * thin;
                    if (d <= band)
                        Lower(normalised, distance, distance.Index(x, y, z), n, d);
                }
            }
        }
    }

    private static Sample At(IReadOnlyList<LoftSection> sections, float s, float cap)
    {
        int i = 0;
        while (i + 2 < sections.Count && s > sections[i + 1].S)
            i++;
        LoftSection a = sections[i], b = sections[i + 1];
        float t = Math.Clamp((s - a.S) / MathF.Max(b.S - a.S, 1e-6f), 0, 1);
        Vector3 before = i > 0 ? sections[i - 1].Centre : a.Centre - (b.Centre - a.Centre);
        Vector3 after = i + 2 < sections.Count ? sections[i + 2].Centre : b.Centre + (b.Centre - a.Centre);
        Vector3 centre = CatmullRom.At(before, a.Centre, b.Centre, after, t);
        Vector3 direction = Vector3.Normalize(CatmullRom.TangentAt(before, a.Centre, b.Centre, after, t) + 1e-9f * Vector3.UnitY);
        Vector3 tangent = a.Normal is { } na && b.Normal is { } nb ? Towards(Vector3.Lerp(na, nb, t), direction) : direction;
        float smooth = t * t * (3 - 2 * t);
        (SymmetricForm ca, SymmetricForm cb) = (Covariance(a, tangent), Covariance(b, tangent));
        Vector3 wide = Vector3.Lerp(a.Wide, Vector3.Dot(a.Wide, b.Wide) < 0 ? -b.Wide : b.Wide, t);
        return Sample.From(s, centre, tangent, ca * (1 - smooth) + cb * smooth, wide, cap);
    }

    private static Vector3 Towards(Vector3 normal, Vector3 direction)
    {
        Vector3 unit = Vector3.Normalize(normal);
        return Vector3.Dot(unit, direction) < 0 ? -unit : unit;
    }

    private static SymmetricForm Covariance(in LoftSection section, Vector3 tangent)
    {
        Vector3 wide = section.Wide - Vector3.Dot(section.Wide, tangent) * tangent;
        wide = wide.LengthSquared() > 1e-6f ? Vector3.Normalize(wide) : Perpendicular(tangent);
        Vector3 thick = Vector3.Cross(tangent, wide);
        float a = MathF.Max(section.HalfWidth, LeastHalf), b = MathF.Max(section.HalfThickness, LeastHalf);
        return SymmetricForm.Outer(wide) * (a * a) + SymmetricForm.Outer(thick) * (b * b);
    }

    private static Vector3 Perpendicular(Vector3 v) =>
        Vector3.Normalize(Vector3.Cross(v, MathF.Abs(v.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX));

    /// <summary>One fine section; <see cref="Form"/> gives the squared normalised distance of an offset from the centre.</summary>
    private readonly record struct Sample(
        float S, Vector3 Centre, Vector3 Tangent, SymmetricForm Form, float Largest, float Smallest, Vector3 Wide, float Width)
    {
        public static Sample From(float s, Vector3 centre, Vector3 tangent, SymmetricForm covariance, Vector3 wideHint, float cap)
        {
            Vector3 e1 = Perpendicular(tangent), e2 = Vector3.Cross(tangent, e1);
            float a = Vector3.Dot(e1, covariance.Times(e1)), b = Vector3.Dot(e1, covariance.Times(e2)), c = Vector3.Dot(e2, covariance.Times(e2));
            // Eigenvalues of the 2x2 covariance in the section's plane.
            float mean = (a + c) / 2, spread = MathF.Sqrt(MathF.Max(0, (a - c) * (a - c) / 4 + b * b));
            float large = MathF.Sqrt(mean + spread), small = MathF.Max(MathF.Sqrt(MathF.Max(mean - spread, 0)), LeastHalf);
            float angle = 0.5f * MathF.Atan2(2 * b, a - c);
            Vector3 major = MathF.Cos(angle) * e1 + MathF.Sin(angle) * e2, minor = Vector3.Cross(tangent, major);
            SymmetricForm form = SymmetricForm.Outer(major) * (1 / (large * large)) + SymmetricForm.Outer(minor) * (1 / (small * small))
                + SymmetricForm.Outer(tangent) * (1 / MathF.Pow(MathF.Min(small, cap), 2));
            Vector3 wide = wideHint - Vector3.Dot(wideHint, tangent) * tangent;
            wide = wide.LengthSquared() > 1e-6f ? Vector3.Normalize(wide) : major;
            float width = MathF.Sqrt(MathF.Max(Vector3.Dot(wide, covariance.Times(wide)), small * small));
            return new(s, centre, tangent, form, large, small, wide, width);
        }
    }
}
