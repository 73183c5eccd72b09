using System.Numerics;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Build;
using DryNeedling.Kiosk.Modeling.Meshes;
using DryNeedling.Kiosk.Modeling.Shapes;
using DryNeedling.Kiosk.Modeling.Skin;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Tests.Modeling.Skin;

/// <summary>The skin over the described bones and muscles, coarse and each on its own; built once for all tests.</summary>
public sealed class BuiltSkin
{
    private const float Edge = 0.006f;

    public BuiltSkin()
    {
        Folder = Path.Combine(Repository(), "models", "anatomy");
        Anatomy = CoarseAnatomy(Folder);
        Model = SkinBuilder.Build(Folder, Anatomy, triangles: 50_000, reducedTriangles: 20_000);
    }

    public string Folder { get; }

    public IReadOnlyList<(string Id, string Region, TriangleMesh Mesh)> Anatomy { get; }

    public SkinModel Model { get; }

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "DryNeedling.Kiosk.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }

    private static List<(string Id, string Region, TriangleMesh Mesh)> CoarseAnatomy(string folder)
    {
        // Draped sheets find their place only in the real builder.
        StructureDescription[] described =
            [.. AnatomyReader.Read(folder).Where(part => !part.Shapes.Any(shape => shape is Sheet { Drape: not null }))];
        var meshes = new TriangleMesh[described.Length];
        Parallel.For(0, described.Length, i => meshes[i] = Surface(described[i]));
        List<(string, string, TriangleMesh)> anatomy = [];
        for (int i = 0; i < described.Length; i++)
        {
            if (meshes[i].Triangles.Length == 0)
                continue;
            anatomy.Add((described[i].IsPaired ? described[i].Id + ".L" : described[i].Id, described[i].Region, meshes[i]));
            if (described[i].IsPaired)
                anatomy.Add((described[i].Id + ".R", described[i].Region, meshes[i].Mirrored()));
        }

        return anatomy;
    }

    private static TriangleMesh Surface(StructureDescription part)
    {
        Bounds bounds = part.Shapes.Aggregate(Bounds.Empty, (all, shape) => all.Include(shape.Bounds));
        var raster = new VoxelRaster(Vector3.Zero, Edge);
        VoxelBlock normalised = VoxelBlock.Covering(raster, bounds, 2 * Edge, 9), distance = VoxelBlock.Covering(raster, bounds, 2 * Edge, 2 * Edge);
        foreach (Shape shape in part.Shapes)
            shape.Rasterize(normalised, distance, 2 * Edge);
        return SurfaceNets.Extract(distance);
    }
}
