using System.Collections.Immutable;
using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;

namespace DryNeedling.Kiosk.Staging;

/// <summary>A structure that is seen.</summary>
/// <param name="At">Where its name points to, millimetres on the glass.</param>
/// <param name="Weight">How much of it is seen: rays of the grid that hit it.</param>
internal readonly record struct SeenStructure(StructureId Id, Vector2 At, int Weight);

/// <summary>What is seen of the body, and between which edges it stands, millimetres from the screen's left.</summary>
internal sealed record SeenBody(ImmutableArray<SeenStructure> Structures, float Left, float Right);

/// <summary>
/// Looks which structures are seen from the camera, once everything has come to rest; while anything moves there is
/// nothing to name. A grid of rays over the free part of the screen finds them.
/// </summary>
internal sealed class LabelDirector(Body body, SceneDirector director, Lazy<BodyPicker> picker)
{
    private const int Columns = 48, Rows = 72;

    // A visitor who lets go and drags on sees no flicker.
    private static readonly TimeSpan RestTime = TimeSpan.FromSeconds(0.3);

    private readonly Pickability[] pickability = new Pickability[body.Structures.Count];
    private readonly int[] hits = new int[Columns * Rows];
    private TimeSpan resting;
    private (OrbitPose Pose, Box Free) seenFrom;

    /// <summary>Null while nothing is to be named.</summary>
    public SeenBody? Seen { get; private set; }

    /// <summary>Names are wanted and will come.</summary>
    public bool IsPending { get; private set; }

    public void Advance(TimeSpan step, bool wanted, bool moves, OrbitPose pose, in Matrix4x4 projection, Box free, ScreenMetrics screen)
    {
        if (!wanted || moves)
        {
            (resting, Seen, IsPending) = (TimeSpan.Zero, null, wanted);
            return;
        }

        resting += step;
        IsPending = resting < RestTime;
        if (IsPending || (Seen is not null && seenFrom == (pose, free)))
            return;
        seenFrom = (pose, free);
        Seen = Look(pose, projection, free, screen);
    }

    private SeenBody Look(OrbitPose pose, in Matrix4x4 projection, Box free, ScreenMetrics screen)
    {
        director.FillPickability(pickability);
        int[] counts = new int[body.Structures.Count];
        Vector2[] sums = new Vector2[counts.Length];
        float left = free.Right, right = free.X;
        for (int i = 0; i < hits.Length; i++)
        {
            Vector2 at = At(i, free);
            Vector2 clip = new(2 * at.X / screen.WidthMm - 1, 1 - 2 * at.Y / screen.HeightMm);
            hits[i] = picker.Value.FirstSeen(Ray.Through(clip, pose.View, projection), pickability) is { } hit ? hit.Structure : -1;
            if (hits[i] < 0)
                continue;
            counts[hits[i]]++;
            sums[hits[i]] += at;
            (left, right) = (MathF.Min(left, at.X), MathF.Max(right, at.X));
        }

        var seen = ImmutableArray.CreateBuilder<SeenStructure>();
        for (int s = 0; s < counts.Length; s++)
        {
            if (counts[s] > 0 && pickability[s] == Pickability.Selectable)
                seen.Add(new(body.Structures[s].Id, NearestHit(s, sums[s] / counts[s], free), counts[s]));
        }

        return new(seen.ToImmutable(), left, right);
    }

    // The middle of a curved shape may lie beside it.
    private Vector2 NearestHit(int structure, Vector2 middle, Box free)
    {
        Vector2 best = middle;
        float least = float.PositiveInfinity;
        for (int i = 0; i < hits.Length; i++)
        {
            if (hits[i] == structure && Vector2.DistanceSquared(At(i, free), middle) is var distance && distance < least)
                (least, best) = (distance, At(i, free));
        }

        return best;
    }

    private static Vector2 At(int cell, Box free) =>
        new(free.X + (cell % Columns + 0.5f) / Columns * free.Width, free.Y + (cell / Columns + 0.5f) / Rows * free.Height);
}
