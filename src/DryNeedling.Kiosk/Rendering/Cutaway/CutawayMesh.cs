using DryNeedling.Kiosk.Anatomy;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>The pieces that are drawn one by one.</summary>
internal enum CutawayPiece
{
    Skin,
    Fat,

    /// <summary>The membrane over the muscle and what lies between its bundles.</summary>
    Sheath,
    Bundles,
    Band,

    /// <summary>Where the bundles are cut.</summary>
    Ends,
    Needle,
    Tube,
}

/// <summary>The whole block as plain arrays, at full and at reduced detail: what the GPU can be filled from at any time.</summary>
internal sealed class CutawayMesh
{
    private readonly List<CutawayVertex> vertices = [];
    private readonly List<uint> indices = [];
    private readonly MeshRange[] full = new MeshRange[Enum.GetValues<CutawayPiece>().Length];
    private readonly MeshRange[] reduced = new MeshRange[Enum.GetValues<CutawayPiece>().Length];

    private static readonly Lazy<CutawayMesh> Once = new(Create);

    /// <summary>The block, made when it is first wanted; safe to ask for on any thread.</summary>
    public static CutawayMesh Shared => Once.Value;

    /// <summary>Has the block made beside everything else, so that nobody waits for it later.</summary>
    public static void Prepare()
    {
        if (!Once.IsValueCreated)
            ThreadPool.UnsafeQueueUserWorkItem(_ => _ = Once.Value, null);
    }

    public ReadOnlySpan<CutawayVertex> Vertices => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(vertices);

    public ReadOnlySpan<uint> Indices => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(indices);

    /// <summary>Made from numbers alone, in some hundred milliseconds; always the same.</summary>
    public static CutawayMesh Create()
    {
        CutawayMesh mesh = new();
        foreach (bool small in (ReadOnlySpan<bool>)[false, true])
        {
            float step = small ? 2.2f : 1;
            mesh.Add(CutawayPiece.Skin, small, () => SoftTissue.AddSkin(mesh, step));
            mesh.Add(CutawayPiece.Fat, small, () => SoftTissue.AddFat(mesh, step));
            mesh.Add(CutawayPiece.Sheath, small, () => SoftTissue.AddSheath(mesh, step));
            FibreBundles bundles = new(step);
            mesh.Add(CutawayPiece.Bundles, small, () => bundles.AddSides(mesh));
            mesh.Add(CutawayPiece.Band, small, () => bundles.AddBand(mesh));
            mesh.Add(CutawayPiece.Ends, small, () => bundles.AddEnds(mesh));
            mesh.Add(CutawayPiece.Needle, small, () => NeedleShape.AddNeedle(mesh, step));
            mesh.Add(CutawayPiece.Tube, small, () => NeedleShape.AddTube(mesh, step));
        }

        return mesh;
    }

    public MeshRange IndicesOf(CutawayPiece piece, bool small) => (small ? reduced : full)[(int)piece];

    /// <summary>Adds a sheet of <paramref name="columns"/> by <paramref name="rows"/> vertices; seen from its front, rows run upwards when columns run to the right.</summary>
    public void AddSheet(int columns, int rows, Func<int, int, CutawayVertex> vertex)
    {
        uint first = (uint)vertices.Count;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                vertices.Add(vertex(column, row));
        }

        for (uint row = 0; row + 1 < rows; row++)
        {
            for (uint column = 0; column + 1 < columns; column++)
            {
                uint a = first + row * (uint)columns + column, b = a + 1, c = a + (uint)columns, d = c + 1;
                indices.AddRange([a, b, d, a, d, c]);
            }
        }
    }

    private void Add(CutawayPiece piece, bool small, Action build)
    {
        int start = indices.Count;
        build();
        (small ? reduced : full)[(int)piece] = new(start, indices.Count - start);
    }
}
