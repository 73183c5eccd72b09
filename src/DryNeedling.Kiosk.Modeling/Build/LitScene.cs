using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>All meshes by layer, for baking light: a layer is lit as if those above it had been taken off.</summary>
internal sealed class LitScene
{
    private static readonly bool[][] Stops =
        [.. Enumerable.Range(0, 4).Select(own => Enumerable.Range(0, 4).Select(other => other >= own).ToArray())];

    private readonly List<Vector3> positions = [];
    private readonly List<uint> indices = [];
    private readonly List<ushort> layers = [];
    private Bvh? bvh;

    public void Add(TriangleMesh mesh, Layer layer)
    {
        var first = (uint)positions.Count;
        positions.AddRange(mesh.Positions);
        foreach (int v in mesh.Triangles)
            indices.Add(first + (uint)v);
        for (int t = 0; t < mesh.Triangles.Length; t += 3)
            layers.Add((ushort)layer);
    }

    public void Build() =>
        bvh = Bvh.Build([.. positions], [.. indices], [.. layers]);

    public void Bake(TriangleMesh mesh, Layer layer) => OcclusionBaker.Bake(mesh, bvh!, Stops[(int)layer]);

    /// <summary>Light on a mesh that only itself shades, as the skin.</summary>
    public static void BakeAlone(TriangleMesh mesh)
    {
        var scene = new LitScene();
        scene.Add(mesh, Layer.Skin);
        scene.Build();
        scene.Bake(mesh, Layer.Skin);
    }
}
