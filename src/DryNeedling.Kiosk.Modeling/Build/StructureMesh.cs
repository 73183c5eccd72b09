using System.Numerics;
using DryNeedling.Kiosk.Modeling.Meshes;
using DryNeedling.Kiosk.Modeling.Shapes;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>A structure's surface in full detail, with normals and fibres.</summary>
internal static class StructureMesh
{
    private const float ThinHalf = 0.003f, CrumbShare = 0.03f;

    private const int ThinSmoothing = 2, ThickSmoothing = 7, FibreSmoothing = 12, LeastCrumb = 40;

    /// <summary>The zero level of <paramref name="surface"/>; without triangles when nothing of the structure is left.</summary>
    public static TriangleMesh Extract(StructureField field, VoxelBlock surface)
    {
        TriangleMesh mesh = SurfaceNets.Extract(surface);
        if (mesh.Triangles.Length == 0)
            return mesh;
        Islands.DropCrumbs(mesh, CrumbShare, LeastCrumb);
        Smoothing.Surface(mesh, field.Half < ThinHalf ? ThinSmoothing : ThickSmoothing);
        mesh.ComputeNormals();
        AddFibres(mesh, field.Description);
        return mesh;
    }

    /// <summary>
    /// Drops triangles while one costs no more than <paramref name="mostCost"/>. Normals and fibres stay those of the full
    /// detail, so that a large triangle is still shaded as the curve it stands for.
    /// </summary>
    public static void Simplify(TriangleMesh mesh, int least, float mostCost)
    {
        int[] triangles = [.. Simplifier.Reduce(mesh.Positions, mesh.Triangles, least, mostCost)];
        int[] kept = Simplifier.Compact(triangles, mesh.Positions.Length);
        mesh.Positions = [.. kept.Select(v => mesh.Positions[v])];
        mesh.Normals = [.. kept.Select(v => mesh.Normals[v])];
        mesh.Fibres = [.. kept.Select(v => mesh.Fibres[v])];
        mesh.Belly = [.. kept.Select(v => mesh.Belly[v])];
        mesh.Triangles = triangles;
    }

    private static void AddFibres(TriangleMesh mesh, StructureDescription description)
    {
        mesh.Fibres = [.. mesh.Positions.Select(p => FibreAt(description, p))];
        Smoothing.Fibres(mesh, FibreSmoothing);
        OrientAcross(mesh);
        mesh.Belly = [.. mesh.Fibres.Select(f => Belly(f.X, description.Tendons))];
    }

    /// <summary>
    /// Across runs the way people describe a muscle, whichever way its stations were measured: from the lower to the
    /// upper edge, from front to back, or from the midline outwards, whichever of the three it mostly follows.
    /// </summary>
    private static void OrientAcross(TriangleMesh mesh)
    {
        Vector3 middle = Vector3.Zero, slope = Vector3.Zero;
        float mean = 0;
        for (int i = 0; i < mesh.Fibres.Length; i++)
        {
            middle += mesh.Positions[i] / mesh.Fibres.Length;
            mean += mesh.Fibres[i].Y / mesh.Fibres.Length;
        }

        for (int i = 0; i < mesh.Fibres.Length; i++)
            slope += (mesh.Fibres[i].Y - mean) * (mesh.Positions[i] - middle);
        Vector3 size = Vector3.Abs(slope);
        bool isReversed = size.Y >= size.X && size.Y >= size.Z ? slope.Y < 0 : size.Z >= size.X ? slope.Z > 0 : slope.X < 0;
        if (isReversed)
            mesh.Fibres = [.. mesh.Fibres.Select(f => f with { Y = 1 - f.Y })];
    }

    private static Vector2 FibreAt(StructureDescription description, Vector3 point)
    {
        Vector2 fibre = new(0.5f);
        float least = float.PositiveInfinity;
        foreach (Shape shape in description.Shapes)
        {
            (Vector2 here, float distance) = shape.FibreAt(point);
            if (distance < least)
                (fibre, least) = (here, distance);
        }

        return fibre;
    }

    /// <summary>1 in the belly, falling to 0 in the outer half of each tendon.</summary>
    private static float Belly(float along, (float Origin, float Insertion) tendons) =>
        MathF.Min(Rise(along, tendons.Origin), Rise(1 - along, tendons.Insertion));

    private static float Rise(float from, float tendon)
    {
        if (tendon <= 0)
            return 1;
        float t = Math.Clamp((from / tendon - 0.55f) / 0.6f, 0, 1);
        return t * t * (3 - 2 * t);
    }
}
