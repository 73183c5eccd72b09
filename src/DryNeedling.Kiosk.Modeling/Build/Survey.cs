using System.Numerics;
using DryNeedling.Kiosk.Modeling.Meshes;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>Measures finished structures against their neighbours and the skin.</summary>
internal sealed class Survey
{
    private const float SkinReach = 0.03f;

    private readonly StructureField[] fields;
    private readonly VoxelBlock[] surfaces;
    private readonly TriangleMesh[] meshes;
    private readonly int[][] neighbours;
    private readonly SolidColumns[] columns;
    private readonly ClosedSurface? skin;

    public Survey(StructureField[] fields, VoxelBlock[] surfaces, TriangleMesh[] meshes, int[][] neighbours, TriangleMesh? skin)
    {
        (this.fields, this.surfaces, this.meshes, this.neighbours) = (fields, surfaces, meshes, neighbours);
        columns = new SolidColumns[meshes.Length];
        Parallel.For(0, meshes.Length, i => columns[i] = new(meshes[i]));
        this.skin = skin is null ? null : new(skin.Positions, skin.Triangles);
    }

    public StructureReport Of(int index)
    {
        StructureDescription own = fields[index].Description;
        double worst = 0;
        string partner = "";
        foreach (int n in neighbours[index])
        {
            double share = columns[index].SharedWith(columns[n]) / Math.Min(columns[index].Volume, columns[n].Volume);
            if (share > worst)
                (worst, partner) = (share, fields[n].Description.Id);
        }

        (float standsOut, int outside) = Outside(meshes[index]);
        return new(
            own.Id, meshes[index].Triangles.Length / 3, meshes[index].Volume() * 1e6, own.VolumeCm3, (float)worst, partner, BoneGap(index) * 1000,
            standsOut * 1000, outside);
    }

    private float BoneGap(int index)
    {
        float gap = StructureField.Band;
        foreach (int n in neighbours[index].Where(n => fields[n].IsBone))
        {
            foreach (Vector3 p in meshes[index].Positions)
            {
                if (Covers(surfaces[n], p))
                    gap = MathF.Min(gap, MathF.Max(0, surfaces[n].Sample(p)));
            }
        }

        return gap;
    }

    /// <summary>How far the structure comes out of the skin at most, metres, and how many vertices do by more than a millimetre.</summary>
    private (float Most, int Count) Outside(TriangleMesh mesh)
    {
        (float most, int count) = (0, 0);
        foreach (Vector3 p in skin is null ? [] : mesh.Positions)
        {
            if (skin!.At(p, SkinReach) is not { } at)
                continue;
            most = MathF.Max(most, at.Distance);
            count += at.Distance > 0.001f ? 1 : 0;
        }

        return (most, count);
    }

    private static bool Covers(VoxelBlock block, Vector3 point)
    {
        Vector3 p = (point - block.Position(0, 0, 0)) / block.Raster.Edge;
        return p.X >= 0 && p.Y >= 0 && p.Z >= 0 && p.X < block.Size.X - 1 && p.Y < block.Size.Y - 1 && p.Z < block.Size.Z - 1;
    }
}
