using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Shapes;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>
/// One structure on voxels of its own size: the normalised and the signed distance (metres) of its nearest shape, valid
/// up to <see cref="Band"/> outside. Thin structures have finer voxels than thick ones; a neighbour reads them between
/// the voxels.
/// </summary>
internal sealed class StructureField
{
    /// <summary>How far outside its surface a structure is known, metres.</summary>
    public const float Band = 0.0045f;

    /// <summary>The normalised distance where nothing is known.</summary>
    public const float Far = 50;

    private const float FinestEdge = 0.001f, CoarsestEdge = 0.0019f, LeastHalf = 0.0008f, MostHalf = 0.025f, OutsideUnit = 0.003f;

    private StructureField(StructureDescription description, VoxelBlock normalised, VoxelBlock distance, float half)
    {
        Description = description;
        Normalised = normalised;
        Distance = distance;
        Half = half;
    }

    public StructureDescription Description { get; }

    public bool IsBone => Description.Kind is StructureKind.Bone or StructureKind.Cartilage;

    /// <summary>Sheets are torn where they graze a neighbour; lofts are not.</summary>
    public bool IsSheet => Description.Shapes.All(shape => shape is Sheet);

    public VoxelBlock Normalised { get; private set; }

    public VoxelBlock Distance { get; private set; }

    /// <summary>Typical half thickness, metres.</summary>
    public float Half { get; }

    /// <summary>Factor on the half thickness that brings the volume to the wanted one.</summary>
    public float Scale { get; set; } = 1;

    public Bounds Bounds => new(
        Distance.Position(0, 0, 0), Distance.Position(Distance.Size.X - 1, Distance.Size.Y - 1, Distance.Size.Z - 1));

    public static StructureField Rasterize(StructureDescription description)
    {
        Bounds bounds = Bounds.Empty;
        float half = 0;
        foreach (Shape shape in description.Shapes)
        {
            bounds = bounds.Include(shape.Bounds);
            half += Math.Clamp(shape.HalfThickness, LeastHalf, MostHalf) / description.Shapes.Count;
        }

        if (description.IsPaired)
            bounds = bounds with { Min = bounds.Min with { X = MathF.Max(bounds.Min.X, -Band) } };
        else
            bounds = new(bounds.Min with { X = MathF.Min(bounds.Min.X, -bounds.Max.X) }, bounds.Max with { X = MathF.Max(bounds.Max.X, -bounds.Min.X) });
        // The midline is a plane of voxels: the raster begins at the frame's own origin.
        var raster = new VoxelRaster(Vector3.Zero, Math.Clamp(0.5f * half, FinestEdge, CoarsestEdge));
        VoxelBlock normalised = VoxelBlock.Covering(raster, bounds, Band + 2 * raster.Edge, Far);
        VoxelBlock distance = VoxelBlock.Covering(raster, bounds, Band + 2 * raster.Edge, 1.5f * Band);
        foreach (Shape shape in description.Shapes)
            shape.Rasterize(normalised, distance, Band);
        if (!description.IsPaired)
        {
            MirrorLeft(normalised);
            MirrorLeft(distance);
        }

        return new(description, normalised, distance, half);
    }

    /// <summary>
    /// How far a place is from belonging to the structure, for the competition: 0 in its core, 1 on its surface times its
    /// priority. Outside it grows with the distance alone, or thick structures would claim what thin ones need.
    /// </summary>
    /// <param name="normalised">The normalised distance there.</param>
    /// <param name="distance">The signed distance there, metres.</param>
    /// <returns>The rank, how much it grows per metre, and the signed distance of the scaled structure.</returns>
    public (float Rank, float Slope, float Distance) RankAt(float normalised, float distance)
    {
        float half = HalfAt(normalised, distance), scaled = distance - (Scale - 1) * half;
        return scaled > 0
            ? ((1 + scaled / OutsideUnit) * Description.Priority, Description.Priority / OutsideUnit, scaled)
            : (MathF.Min(normalised / Scale, 1) * Description.Priority, Description.Priority / (half * Scale), scaled);
    }

    /// <summary>The half thickness in metres that turns a normalised distance into metres at this place.</summary>
    public float HalfAt(float normalised, float distance)
    {
        float beyond = normalised - 1;
        return MathF.Abs(beyond) > 0.05f ? Math.Clamp(distance / beyond, LeastHalf, MostHalf) : Half;
    }

    /// <summary>Gives the memory back once space is divided.</summary>
    public void Release()
    {
        Normalised = new(Distance.Raster, Distance.First, (0, 0, 0), 0);
        Distance = Normalised;
    }

    private static void MirrorLeft(VoxelBlock block)
    {
        for (int x = 0; x < block.Size.X; x++)
        {
            int raster = block.First.X + x, other = -raster - block.First.X;
            if (raster >= 0 || other < 0 || other >= block.Size.X)
                continue;
            int from = block.Index(other, 0, 0), to = block.Index(x, 0, 0), plane = block.Size.Y * block.Size.Z;
            // A description of the left half says nothing, or the same, about the right one.
            for (int i = 0; i < plane; i++)
            {
                float least = MathF.Min(block.Values[from + i], block.Values[to + i]);
                (block.Values[from + i], block.Values[to + i]) = (least, least);
            }
        }
    }
}
