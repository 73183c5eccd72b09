using System.Numerics;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>The needle and its guide tube, upright, the needle's tip and the tube's foot in the origin.</summary>
internal static class NeedleShape
{
    private const float Shaft = 0.0080f, Handle = 0.022f, TipLength = 0.05f;

    private static readonly Vector3 Steel = new(0.80f, 0.83f, 0.86f), Grip = new(0.72f, 0.60f, 0.42f);

    public static void AddNeedle(CutawayMesh mesh, float coarse)
    {
        int around = (int)(20 / coarse);
        const float Top = CutawayShape.ShaftLength + CutawayShape.HandleLength;
        AddTurned(mesh, around, Steel, [(0, 0), (TipLength * 0.4f, Shaft * 0.55f), (TipLength, Shaft), (0.3f, Shaft), (CutawayShape.ShaftLength, Shaft)]);
        List<(float, float)> handle = [(CutawayShape.ShaftLength - 0.004f, Shaft), (CutawayShape.ShaftLength, Handle * 0.8f)];
        // A wound handle: one ridge after the other.
        int ridges = (int)(16 / coarse);
        for (int i = 0; i <= ridges * 4; i++)
        {
            float at = (float)i / (ridges * 4);
            handle.Add((CutawayShape.ShaftLength + 0.006f + at * (CutawayShape.HandleLength - 0.012f), Handle * (1 + 0.07f * MathF.Sin(MathF.Tau * at * ridges))));
        }

        handle.AddRange([(Top, Handle * 0.8f), (Top + 0.004f, 0)]);
        AddTurned(mesh, around, Grip, [.. handle]);
    }

    public static void AddTube(CutawayMesh mesh, float coarse)
    {
        const float Outer = 0.040f, Inner = 0.034f, Top = CutawayShape.ShaftLength + CutawayShape.HandleLength - 0.06f;
        AddTurned(mesh, (int)(36 / coarse), Vector3.One, [(0, Inner), (0, Outer), (0.004f, Outer), (Top - 0.004f, Outer), (Top, Outer), (Top, Inner)]);
    }

    // A profile (height, radius), from below, turned about the upright line; sharp corners get no vertices of their own.
    private static void AddTurned(CutawayMesh mesh, int around, Vector3 colour, (float Height, float Radius)[] profile)
    {
        mesh.AddSheet(around + 1, profile.Length, (i, row) =>
        {
            (float sin, float cos) = MathF.SinCos(MathF.Tau * i / around);
            (float height, float radius) = profile[row];
            (float above, float beyond) = profile[Math.Min(row + 1, profile.Length - 1)];
            (float below, float before) = profile[Math.Max(row - 1, 0)];
            Vector2 slope = new(above - below, before - beyond);
            slope = slope == Vector2.Zero ? Vector2.UnitX : Vector2.Normalize(slope);
            // Outwards is Z at the first vertex, then X: seen from outside, columns run to the right.
            return CutawayVertex.Of(new(radius * sin, height, radius * cos), new(slope.X * sin, slope.Y, slope.X * cos), new((float)i / around, height), colour);
        });
    }
}
