using System.Numerics;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// Brings the base skin into the measured adult's build and pose: morph, pose by the rig's own weights, then one affine
/// map a bone onto the landmarks, blended by the same weights so that no border shows.
/// </summary>
internal static class SkinFit
{
    public static HalfSurface Apply(SkinBase skin, SkinFitDescription fit)
    {
        (Vector3[] positions, (Vector3 Head, Vector3 Tail)[] joints) = Posed(skin, fit.Pose, fit.Morphs);
        return new(Skinned(skin, positions, Maps(skin, fit, joints, positions)), skin.Quads, BodySegments.Weights(skin));
    }

    /// <summary>Another build of the base skin in its own pose: the described body, moved by what tells the two posed builds apart.</summary>
    public static HalfSurface Apply(SkinBase skin, SkinFitDescription fit, BodyBuild build)
    {
        (Vector3[] described, (Vector3 Head, Vector3 Tail)[] joints) = Posed(skin, fit.Pose, fit.Morphs);
        (Vector3[] other, _) = Posed(skin, build.Pose, build.Morphs);
        Vector3[] fitted = Skinned(skin, described, Maps(skin, fit, joints, described));
        return new([.. fitted.Select((p, i) => p + other[i] - described[i])], skin.Quads, BodySegments.Weights(skin));
    }

    private static (Vector3[] Positions, (Vector3 Head, Vector3 Tail)[] Joints) Posed(
        SkinBase skin, IReadOnlyDictionary<string, Quaternion> turns, IReadOnlyDictionary<string, float> morphs)
    {
        Vector3[] positions = [.. skin.Positions];
        (Vector3 Head, Vector3 Tail)[] joints = [.. skin.Bones.Select(bone => (bone.Head, bone.Tail))];
        foreach ((string name, float share) in morphs)
        {
            MorphTarget target = skin.Targets[name];
            for (int i = 0; i < positions.Length; i++)
                positions[i] += share * target.Vertices[i];
            for (int i = 0; i < joints.Length; i++)
                joints[i] = (joints[i].Head + share * target.Joints[i].Head, joints[i].Tail + share * target.Joints[i].Tail);
        }

        Matrix4x4[] pose = Pose(skin, turns, joints);
        for (int i = 0; i < joints.Length; i++)
            joints[i] = (Vector3.Transform(joints[i].Head, pose[i]), Vector3.Transform(joints[i].Tail, pose[i]));
        return (Skinned(skin, positions, pose), joints);
    }

    private static Matrix4x4[] Pose(SkinBase skin, IReadOnlyDictionary<string, Quaternion> turns, (Vector3 Head, Vector3 Tail)[] joints)
    {
        var pose = new Matrix4x4[skin.Bones.Length];
        for (int i = 0; i < pose.Length; i++)
        {
            RigBone bone = skin.Bones[i];
            Matrix4x4 parent = bone.Parent < 0 ? Matrix4x4.Identity : pose[bone.Parent];
            Vector3 head = joints[i].Head;
            pose[i] = turns.TryGetValue(bone.Name, out Quaternion turn)
                ? Matrix4x4.CreateTranslation(-head) * Matrix4x4.CreateFromQuaternion(turn) * Matrix4x4.CreateTranslation(head) * parent
                : parent;
        }

        return pose;
    }

    private static Vector3[] Skinned(SkinBase skin, Vector3[] positions, Matrix4x4[] left)
    {
        Matrix4x4[] right = [.. left.Select(Mirror)];
        var moved = new Vector3[positions.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            for (int k = 4 * i; k < 4 * i + 4; k++)
            {
                (ushort bone, float weight) = skin.Weights[k];
                Matrix4x4 map = (bone & SkinBase.Mirrored) != 0 ? right[bone & ~SkinBase.Mirrored] : left[bone];
                moved[i] += weight * Vector3.Transform(positions[i], map);
            }

            if (skin.Positions[i].X == 0)
                moved[i].X = 0;
        }

        return moved;
    }

    private static Matrix4x4[] Maps(SkinBase skin, SkinFitDescription fit, (Vector3 Head, Vector3 Tail)[] joints, Vector3[] positions)
    {
        var maps = new Matrix4x4?[skin.Bones.Length];
        foreach (FitSegment segment in fit.Segments)
        {
            Matrix4x4 map = Between(Place(segment.From), segment.From.Target, Place(segment.To), segment.To.Target, segment.Girth);
            foreach (string bone in segment.Bones)
                maps[skin.BoneNumber(bone)] = map;
        }

        foreach ((string bone, string from, string to, float share) in fit.Blends)
        {
            Matrix4x4 a = maps[skin.BoneNumber(from)]!.Value, b = maps[skin.BoneNumber(to)]!.Value;
            maps[skin.BoneNumber(bone)] = Matrix4x4.Lerp(a, b, share);
        }

        for (int i = 0; i < maps.Length; i++)
            maps[i] ??= skin.Bones[i].Parent < 0 ? Matrix4x4.Identity : maps[skin.Bones[i].Parent];
        return [.. maps.Select(map => map!.Value)];

        Vector3 Place(FitPoint point)
        {
            if (point.Joint is null)
                return positions[point.Marker];
            bool tail = point.Joint.EndsWith("/tail", StringComparison.Ordinal);
            (Vector3 Head, Vector3 Tail) joint = joints[skin.BoneNumber(tail ? point.Joint[..^5] : point.Joint)];
            return tail ? joint.Tail : joint.Head;
        }
    }

    /// <summary>The map that takes a to A and b to B, turning by the least angle and scaling across by the girth.</summary>
    private static Matrix4x4 Between(Vector3 a, Vector3 targetA, Vector3 b, Vector3 targetB, Vector2 girth)
    {
        Vector3 u = Vector3.Normalize(b - a), w = Vector3.Normalize(targetB - targetA);
        float along = Vector3.Distance(targetA, targetB) / Vector3.Distance(a, b);
        Matrix4x4 dyad = new(
            u.X * u.X, u.X * u.Y, u.X * u.Z, 0, u.Y * u.X, u.Y * u.Y, u.Y * u.Z, 0, u.Z * u.X, u.Z * u.Y, u.Z * u.Z, 0, 0, 0, 0, 0);
        Matrix4x4 across = Matrix4x4.Identity - dyad;
        across.M44 = 0;
        Matrix4x4 stretch = across * Matrix4x4.CreateScale(girth.X, (girth.X + girth.Y) / 2, girth.Y) * across + dyad * along;
        stretch.M44 = 1;
        return Matrix4x4.CreateTranslation(-a) * stretch * Matrix4x4.CreateFromQuaternion(Turn(u, w)) * Matrix4x4.CreateTranslation(targetA);
    }

    private static Quaternion Turn(Vector3 from, Vector3 to)
    {
        Vector3 axis = Vector3.Cross(from, to);
        return Quaternion.Normalize(new(axis, 1 + Vector3.Dot(from, to)));
    }

    private static Matrix4x4 Mirror(Matrix4x4 map)
    {
        Matrix4x4 flip = Matrix4x4.CreateScale(-1, 1, 1);
        return flip * map * flip;
    }
}
