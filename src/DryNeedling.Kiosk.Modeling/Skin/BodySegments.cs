namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>The parts of the body whose skin is fitted to its own anatomy only; also what a pain zone may be restricted to.</summary>
internal enum BodySegment
{
    Head,
    Trunk,
    Arm,
    Hand,
    Leg,
    Foot,

    /// <summary>Fingers and toes.</summary>
    Digit,
}

internal static class BodySegments
{
    public const int Count = 7;

    /// <summary><see cref="Count"/> weights a vertex of the base skin, which sum to 1, from the rig's weights.</summary>
    public static float[] Weights(SkinBase skin)
    {
        BodySegment[] of = [.. skin.Bones.Select((_, i) => Of(skin, i))];
        var weights = new float[Count * skin.Positions.Length];
        for (int k = 0; k < skin.Weights.Length; k++)
            weights[Count * (k / 4) + (int)of[skin.Weights[k].Bone & ~SkinBase.Mirrored]] += skin.Weights[k].Weight;
        return weights;
    }

    private static BodySegment Of(SkinBase skin, int bone)
    {
        for (int b = bone; b >= 0; b = skin.Bones[b].Parent)
        {
            string name = skin.Bones[b].Name;
            if (name.StartsWith("finger", StringComparison.Ordinal) || name.StartsWith("toe", StringComparison.Ordinal))
                return BodySegment.Digit;
            if (name.StartsWith("upperarm", StringComparison.Ordinal) || name.StartsWith("lowerarm", StringComparison.Ordinal))
                return BodySegment.Arm;
            if (name.StartsWith("wrist", StringComparison.Ordinal))
                return BodySegment.Hand;
            if (name.StartsWith("upperleg", StringComparison.Ordinal) || name.StartsWith("lowerleg", StringComparison.Ordinal))
                return BodySegment.Leg;
            if (name.StartsWith("foot", StringComparison.Ordinal))
                return BodySegment.Foot;
            if (name == "head")
                return BodySegment.Head;
        }

        return BodySegment.Trunk;
    }
}
