using System.Numerics;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>
/// Lays the fitted skin over the anatomy: pushed out where anatomy comes too close, drawn in where it lies too far off,
/// softly, along smoothed normals. Every segment's skin sees its own segment's anatomy only, so that an arm does not
/// push the ribs' skin through itself.
/// </summary>
internal sealed class SkinWrap
{
    private const int Rounds = 30;

    // Over gaps between muscles the skin lies on fat, a little lower than over the muscles themselves.
    private const float LeastFilled = 0.0015f;

    private readonly HalfSurface skin;
    private readonly ClearanceField?[] fields = new ClearanceField?[BodySegments.Count];
    private readonly ClearanceField? armpitField;
    private readonly float[] least, most, pull, still, soft, armpit;

    // Under this much fat, metres, no form of a muscle shows.
    private const float ThickFat = 0.02f;

    public SkinWrap(HalfSurface skin, IReadOnlyList<(string Id, string Region, TriangleMesh Mesh)> anatomy, IReadOnlyList<FatPad> pads, float edge)
    {
        this.skin = skin;
        foreach (BodySegment segment in Enum.GetValues<BodySegment>())
        {
            IReadOnlyList<TriangleMesh> own = [.. anatomy.Where(part => SegmentAnatomy.BelongsTo(segment, part.Id, part.Region)).Select(part => part.Mesh)];
            fields[(int)segment] = ClearanceField.Of(own, edge, SegmentAnatomy.Gap(segment));
        }

        int count = skin.Positions.Length;
        (least, most, pull, still, soft) = (new float[count], new float[count], new float[count], new float[count], new float[count]);
        for (int i = 0; i < count; i++)
        {
            float extra = pads.Sum(pad => pad.At(skin.Positions[i]));
            soft[i] = MathF.Min(1, extra / ThickFat);
            for (int s = 0; s < BodySegments.Count; s++)
            {
                float weight = skin.Segments[BodySegments.Count * i + s];
                (float Least, float Most, float Pull, float Still) wish = SegmentAnatomy.Wish((BodySegment)s);
                least[i] += weight * (wish.Least + 0.6f * extra);
                most[i] += weight * (wish.Most + extra);
                pull[i] += weight * wish.Pull;
                still[i] += weight * wish.Still;
            }
        }

        pull = skin.Smoothed(pull, 8);
        still = skin.Smoothed(still, 6);
        armpitField = ClearanceField.Of([.. anatomy.Where(part => SegmentAnatomy.IsAtArmpit(part.Id, part.Region)).Select(part => part.Mesh)], edge, SegmentAnatomy.ArmpitGap);
        armpit = new float[count];
        for (int i = 0; i < count; i++)
            armpit[i] = MathF.Min(1, 5 * MathF.Min(skin.Segment(i, BodySegment.Arm), skin.Segment(i, BodySegment.Trunk)));
        armpit = skin.Smoothed(armpit, 10);
    }

    public void Run()
    {
        for (int round = 0; round < Rounds; round++)
        {
            Vector3[] normals = skin.Smoothed(skin.Normals(), 3);
            var moves = new Vector3[normals.Length];
            Parallel.For(0, moves.Length, i => moves[i] = Move(i, Vector3.Normalize(normals[i])));
            moves = skin.Smoothed(moves, Math.Max(3, Rounds - round), 0.6f);
            Vector3[] calm = skin.Smoothed(moves, 60, 0.6f);
            for (int i = 0; i < moves.Length; i++)
                skin.Positions[i] += Vector3.Lerp(moves[i], calm[i], still[i]);
            Unfold();
            Relax(normals, 0.35f, round < Rounds - 4 ? 0.12f : 0.03f);
            KeepToTheLeft();
        }
    }

    private Vector3 Move(int vertex, Vector3 normal)
    {
        Vector3 own = AlongNormal(vertex) * normal;
        return armpitField is null || armpit[vertex] < 0.01f ? own : Vector3.Lerp(own, ToArmpit(vertex, armpitField), armpit[vertex]);
    }

    /// <summary>
    /// Where arm and trunk meet, normals point from one into the other; there the skin goes the shortest way to the surface
    /// of both together.
    /// </summary>
    private Vector3 ToArmpit(int vertex, ClearanceField field)
    {
        Vector3 place = skin.Positions[vertex];
        float push = MathF.Max(least[vertex] - field.Bare(place), LeastFilled - field.Filled(place));
        float way = push > 0 ? MathF.Min(push, 0.012f) : pull[vertex] * Math.Clamp(most[vertex] - field.Filled(place), -0.010f, 0);
        return way * field.Outward(place);
    }

    /// <summary>Signed way along the normal, metres.</summary>
    private float AlongNormal(int vertex)
    {
        float push = 0, total = 0;
        for (int s = 0; s < BodySegments.Count; s++)
        {
            float weight = skin.Segments[BodySegments.Count * vertex + s];
            if (weight < 0.05f || fields[s] is not { } field)
                continue;
            float bare = field.Bare(skin.Positions[vertex]), filled = field.Filled(skin.Positions[vertex]);
            push += weight * Math.Clamp(MathF.Max(least[vertex] - bare, LeastFilled - filled), 0, 0.012f);
            total += weight;
        }

        if (total == 0)
            return 0;
        return push > 0 ? push / total : pull[vertex] * Math.Clamp(most[vertex] - ToAnyFilled(vertex), -0.010f, 0);
    }

    /// <summary>Drawn in, the skin must not sink between an arm and the trunk: there the nearest of all segments counts.</summary>
    private float ToAnyFilled(int vertex)
    {
        float nearest = float.PositiveInfinity;
        foreach (ClearanceField? field in fields)
            nearest = MathF.Min(nearest, field?.Filled(skin.Positions[vertex]) ?? float.PositiveInfinity);
        return nearest;
    }

    /// <summary>Moves vertices towards their neighbours' mean: freely along the surface, a little across it.</summary>
    private void Relax(Vector3[] normals, float along, float across)
    {
        Vector3[] means = skin.Smoothed(skin.Positions, 1, 1);
        for (int i = 0; i < means.Length; i++)
        {
            Vector3 n = Vector3.Normalize(normals[i]), way = means[i] - skin.Positions[i], up = Vector3.Dot(way, n) * n;
            skin.Positions[i] += (1 - still[i]) * (along * (way - up) + MathF.Max(across, 0.6f * soft[i]) * up);
        }
    }

    /// <summary>Irons out places where neighbouring faces turn sharply against each other.</summary>
    private void Unfold()
    {
        Vector3[] sharp = skin.Normals(), smooth = skin.Smoothed(sharp, 6);
        var folded = new float[sharp.Length];
        for (int i = 0; i < folded.Length; i++)
            folded[i] = (1 - still[i]) * Math.Clamp((0.8f - Vector3.Dot(sharp[i], Vector3.Normalize(smooth[i]))) * 2.5f, 0, 1);
        Vector3[] ironed = skin.Smoothed(skin.Positions, 6, 0.7f, skin.Smoothed(folded, 2));
        ironed.CopyTo(skin.Positions, 0);
    }

    private void KeepToTheLeft()
    {
        for (int i = 0; i < skin.Positions.Length; i++)
            skin.Positions[i].X = skin.IsMidline[i] ? 0 : MathF.Max(skin.Positions[i].X, 0.0012f);
    }
}
