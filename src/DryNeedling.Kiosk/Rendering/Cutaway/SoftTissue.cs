using System.Numerics;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>Skin, fat and the sheaths of the muscle.</summary>
internal static class SoftTissue
{
    private const float Lobule = 0.098f;

    private static readonly Vector3 Pale = new(1.000f, 0.895f, 0.640f), Deep = new(0.975f, 0.815f, 0.500f), Septum = new(0.880f, 0.600f, 0.400f);
    private static readonly Vector3 SkinTone = new(0.870f, 0.660f, 0.545f), SkinDark = new(0.800f, 0.565f, 0.450f);
    private static readonly Vector3 Silver = new(0.840f, 0.700f, 0.655f), Between = new(0.560f, 0.300f, 0.260f);

    public static void AddSkin(CutawayMesh mesh, float coarse) =>
        new RoundedBox(
            new(-CutawayShape.HalfLength, CutawayShape.FatTop, -CutawayShape.HalfDepth),
            new(CutawayShape.SkinEnd, CutawayShape.SkinTop, CutawayShape.HalfDepth), 0.016f)
        .AddTo(mesh, 0.03f * coarse, 1, SkinAt);

    public static void AddFat(CutawayMesh mesh, float coarse) =>
        new RoundedBox(
            new(-CutawayShape.HalfLength, CutawayShape.MuscleTop + 0.012f, -CutawayShape.HalfDepth),
            new(CutawayShape.FatEnd, CutawayShape.FatTop, CutawayShape.HalfDepth), 0.02f)
        .AddTo(mesh, 0.0165f * coarse, 0.5f, FatAt);

    public static void AddSheath(CutawayMesh mesh, float coarse)
    {
        const float Reaches = 0.05f;
        new RoundedBox(
            new(-CutawayShape.HalfLength, CutawayShape.MuscleTop - 0.012f, -CutawayShape.HalfDepth - 0.002f),
            new(CutawayShape.FatEnd + Reaches, CutawayShape.MuscleTop + 0.010f, CutawayShape.HalfDepth + 0.002f), 0.009f)
        .AddTo(mesh, 0.05f * coarse, 0, SheathAt);
        new RoundedBox(
            new(-CutawayShape.HalfLength + 0.01f, CutawayShape.MuscleBottom + 0.025f, -CutawayShape.HalfDepth + 0.03f),
            new(CutawayShape.HalfLength - 0.10f, CutawayShape.MuscleTop - 0.03f, CutawayShape.HalfDepth - 0.03f), 0.01f)
        .AddTo(mesh, 0.2f, 0, (_, _) => new(0, Between, default, 0.3f, 0.3f));
    }

    private static Relief SkinAt(Vector3 p, Vector3 normal)
    {
        float wide = CellularNoise.Soft(p * 5.5f), fine = CellularNoise.Soft(p * 17);
        // Texture: along the edge, and the depth below the surface, by which the shader knows epidermis from dermis.
        float depth = MathF.Max(0, CutawayShape.SkinTop - p.Y);
        Vector3 colour = Vector3.Lerp(SkinTone, SkinDark, 0.22f + 0.22f * wide + 0.12f * fine);
        float open = normal.Y < -0.5f ? 0.5f : 1;
        return new(0.0035f * wide * MathF.Max(0, normal.Y), colour, new(p.X + p.Z, depth), open, open);
    }

    private static Relief FatAt(Vector3 p, Vector3 normal)
    {
        Vector3 cells = new(p.X / (Lobule * 1.15f), p.Y / (Lobule * 0.88f), p.Z / (Lobule * 1.15f));
        cells += 0.25f * new Vector3(CellularNoise.Soft(p * 9), CellularNoise.Soft(p * 8 + Vector3.One), CellularNoise.Soft(p * 7 - Vector3.One));
        (float fromMiddle, float border, float own) = CellularNoise.At(cells);
        float ball = Math.Clamp(1 - fromMiddle * fromMiddle / 0.46f, -0.4f, 1);
        Vector3 colour = Vector3.Lerp(Vector3.Lerp(Deep, Pale, 0.25f + 0.75f * own), Septum, 0.42f * border * border);
        float light = 0.70f + 0.30f * Smooth(ball, -0.1f, 0.5f);
        // Under the skin's edge, and where it sits on the muscle, less light gets in.
        float corner = Corner(p, CutawayShape.SkinEnd, CutawayShape.FatTop, normal.Y);
        float sides = 1 - 0.35f * (1 - normal.Y * normal.Y) * (MathF.Exp(-(CutawayShape.FatTop - p.Y) / 0.02f) + MathF.Exp(-(p.Y - CutawayShape.MuscleTop) / 0.025f));
        return new(0.021f * ball, colour, new(p.X, p.Z), light * (normal.Y < -0.5f ? 0.5f : 1), light * corner * sides);
    }

    private static Relief SheathAt(Vector3 p, Vector3 normal)
    {
        // Thin enough for the bundles to show through.
        float wave = CellularNoise.Soft(new(p.X * 3, 0, p.Z * 22)), fine = CellularNoise.Soft(new(p.X * 5, 2, p.Z * 70));
        return new(0.004f * wave, Vector3.Lerp(Silver, new(0.70f, 0.40f, 0.36f), 0.28f - 0.22f * wave - 0.08f * fine), new(p.X, p.Z), 1, Corner(p, CutawayShape.FatEnd, CutawayShape.MuscleTop, normal.Y));
    }

    /// <summary>Light on a step while the layer above lies on it: dark in the corner.</summary>
    public static float Corner(Vector3 p, float end, float height, float up) =>
        up < 0.3f || p.Y < height - 0.05f ? 1 : 0.35f + 0.65f * Smooth(p.X, end - 0.02f, end + 0.13f);

    public static float Smooth(float x, float from, float to)
    {
        float s = Math.Clamp((x - from) / (to - from), 0, 1);
        return s * s * (3 - 2 * s);
    }
}
