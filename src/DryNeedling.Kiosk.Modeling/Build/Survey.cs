using System.Numerics;
using DryNeedling.Kiosk.Modeling.Meshes;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>Measures a finished structure against its neighbours.</summary>
internal static class Survey
{
    private const float Inside = -0.0005f;

    public static StructureReport Of(
        int index, StructureField[] fields, VoxelBlock[] surfaces, TriangleMesh mesh, int[] neighbours)
    {
        StructureDescription own = fields[index].Description;
        float gap = StructureField.Band;
        int overlapping = 0;
        foreach (Vector3 p in mesh.Positions)
        {
            bool overlaps = false;
            foreach (int n in neighbours)
            {
                if (!Covers(surfaces[n], p))
                    continue;
                float value = surfaces[n].Sample(p);
                overlaps |= value < Inside;
                if (fields[n].IsBone)
                    gap = MathF.Min(gap, MathF.Max(0, value));
            }

            overlapping += overlaps ? 1 : 0;
        }

        return new(
            own.Id, mesh.Triangles.Length / 3, mesh.Volume() * 1e6, own.VolumeCm3, (float)overlapping / mesh.Positions.Length, gap * 1000);
    }

    private static bool Covers(VoxelBlock block, Vector3 point)
    {
        Vector3 p = (point - block.Position(0, 0, 0)) / block.Raster.Edge;
        return p.X >= 0 && p.Y >= 0 && p.Z >= 0 && p.X < block.Size.X - 1 && p.Y < block.Size.Y - 1 && p.Z < block.Size.Z - 1;
    }
}
