using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// Which structures are drawn this frame and in which order: plain indices, made from a scene without a GPU. Solid ones
/// come nearest first (what they hide is then never shaded), clear ones farthest first (so that they blend).
/// </summary>
internal sealed class DrawList
{
    private readonly int[] solid, clear, outlined;
    private readonly float[] solidDistance, clearDistance;
    private int solidCount, clearCount, outlinedCount;

    public DrawList(int structures)
    {
        (solid, clear, outlined) = (new int[structures], new int[structures], new int[structures]);
        (solidDistance, clearDistance) = (new float[structures], new float[structures]);
    }

    public ReadOnlySpan<int> Solid => solid.AsSpan(0, solidCount);

    public ReadOnlySpan<int> Clear => clear.AsSpan(0, clearCount);

    public ReadOnlySpan<int> Outlined => outlined.AsSpan(0, outlinedCount);

    /// <summary>The skin, or -1 when there is none to draw; it comes last.</summary>
    public int Skin { get; private set; }

    public bool SkinIsSolid { get; private set; }

    /// <summary>Everything below the skin is there and solid: what lies between two structures cannot be seen.</summary>
    public bool IsWhole { get; private set; }

    public void Fill(BodyScene scene, in Matrix4x4 viewProjection)
    {
        (solidCount, clearCount, outlinedCount, Skin, SkinIsSolid) = (0, 0, 0, -1, false);
        Vector3 eye = scene.Pose.Eye;
        ReadOnlySpan<StructureLook> looks = scene.Looks;
        FindSkin(scene);
        IsWhole = true;
        for (int i = 0; i < looks.Length; i++)
        {
            Structure structure = scene.Body.Structures[i];
            IsWhole &= structure.Layer == Layer.Skin || IsSolid(looks[i]);
            if (looks[i].Opacity <= 0 || structure.Kind == StructureKind.Skin || IsOutside(structure.Bounds, viewProjection))
                continue;

            if (looks[i].Outline > 0)
                outlined[outlinedCount++] = i;
            else if (SkinIsSolid && (structure.Layer != Layer.Skin || structure.Kind == StructureKind.Muscle))
                continue;

            Add(i, looks[i], Vector3.DistanceSquared(eye, structure.Bounds.Center));
        }

        solidDistance.AsSpan(0, solidCount).Sort(solid.AsSpan(0, solidCount));
        clearDistance.AsSpan(0, clearCount).Sort(clear.AsSpan(0, clearCount));
        clear.AsSpan(0, clearCount).Reverse();
    }

    private void FindSkin(BodyScene scene)
    {
        ReadOnlySpan<StructureLook> looks = scene.Looks;
        for (int i = 0; i < looks.Length; i++)
        {
            if (scene.Body.Structures[i].Kind == StructureKind.Skin && looks[i].Opacity > 0)
            {
                Skin = i;
                SkinIsSolid = looks[i].Opacity >= 1 && looks[i].Glass <= 0;
            }
        }
    }

    private void Add(int index, in StructureLook look, float distance)
    {
        if (IsSolid(look))
            (solid[solidCount], solidDistance[solidCount++]) = (index, distance);
        else
            (clear[clearCount], clearDistance[clearCount++]) = (index, distance);
    }

    private static bool IsSolid(in StructureLook look) => look.Opacity >= 1 && look.Glass <= 0;

    /// <summary>Whether all corners of the box lie beyond the same edge of the screen.</summary>
    private static bool IsOutside(Bounds box, in Matrix4x4 viewProjection)
    {
        int left = 0, right = 0, low = 0, high = 0;
        for (int corner = 0; corner < 8; corner++)
        {
            Vector3 at = new(
                (corner & 1) == 0 ? box.Min.X : box.Max.X,
                (corner & 2) == 0 ? box.Min.Y : box.Max.Y,
                (corner & 4) == 0 ? box.Min.Z : box.Max.Z);
            Vector4 clip = Vector4.Transform(at, viewProjection);
            left += clip.X < -clip.W ? 1 : 0;
            right += clip.X > clip.W ? 1 : 0;
            low += clip.Y < -clip.W ? 1 : 0;
            high += clip.Y > clip.W ? 1 : 0;
        }

        return left == 8 || right == 8 || low == 8 || high == 8;
    }
}
