using System.Numerics;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Anatomy;

/// <summary>What a structure does to a finger's ray.</summary>
public enum Pickability : byte
{
    /// <summary>Not drawn, or drawn as glass: the finger reaches what lies behind.</summary>
    Through,

    /// <summary>Seen, but nothing to select (a bone, a tendon): it hides what lies behind.</summary>
    Blocks,

    /// <summary>Seen and selectable.</summary>
    Selectable,
}

/// <summary>
/// Finds the structure that is seen under a finger. A finger is not a point: rings of rays within its tolerance let it
/// hit a thin muscle beside a thick one, and a muscle next to the background.
/// </summary>
public sealed class BodyPicker
{
    private const int RaysPerRing = 12;

    // Between two candidates the smaller wins only if the other is at least so many times larger;
    // neighbours of one size are decided by the middle of the finger.
    private const float ClearlyLarger = 1.6f;

    private readonly Bvh bvh;
    private readonly float[] areas;
    private readonly bool[] stops;
    private readonly int[] votes;

    private BodyPicker(Body body, Bvh bvh)
    {
        Body = body;
        this.bvh = bvh;
        areas = new float[body.Structures.Count];
        stops = new bool[body.Structures.Count];
        votes = new int[body.Structures.Count];
        for (int i = 0; i < areas.Length; i++)
            areas[i] = Area(body, body.Structures[i]);
    }

    public Body Body { get; }

    /// <summary>Builds the search tree over the body's full level; about 0.2 s for 300,000 triangles on one core.</summary>
    public static BodyPicker Build(Body body)
    {
        var positions = new Vector3[body.Vertices.Length];
        for (int i = 0; i < positions.Length; i++)
            positions[i] = body.Vertices[i].Position;
        var owners = new ushort[body.Indices.Length / 3];
        for (int s = 0; s < body.Structures.Count; s++)
        {
            MeshRange range = body.Structures[s].Indices;
            owners.AsSpan(range.Start / 3, range.Count / 3).Fill((ushort)s);
        }

        return new(body, Bvh.Build(positions, body.Indices, owners));
    }

    /// <summary>
    /// The structure (its position in <see cref="Body.Structures"/>) under a finger, or -1.
    /// </summary>
    /// <param name="view">The camera's view matrix.</param>
    /// <param name="projection">The camera's projection.</param>
    /// <param name="clip">Middle of the finger, -1..1 right and up.</param>
    /// <param name="tolerance">The finger's radius in the same units, right and up.</param>
    /// <param name="pickability">One entry a structure.</param>
    public int Pick(
        in Matrix4x4 view, in Matrix4x4 projection, Vector2 clip, Vector2 tolerance, ReadOnlySpan<Pickability> pickability)
    {
        SetStops(pickability);
        int middle = Seen(Ray.Through(clip, view, projection), pickability);
        Array.Clear(votes);
        int best = middle;
        for (int ring = 1; ring <= 2; ring++)
        {
            for (int i = 0; i < RaysPerRing; i++)
            {
                (float sin, float cos) = MathF.SinCos(2 * MathF.PI * i / RaysPerRing);
                int seen = Seen(Ray.Through(clip + new Vector2(cos, sin) * tolerance * (ring / 2f), view, projection), pickability);
                if (seen >= 0)
                    votes[seen]++;
            }

            for (int s = 0; s < votes.Length; s++)
            {
                // A neighbour of the structure in the middle must be clearly smaller and close by (inner ring).
                bool closeEnough = votes[s] >= 2 || middle < 0;
                bool mayWin = best < 0 || (ring == 1 && areas[best] > ClearlyLarger * areas[s]);
                if (votes[s] > 0 && s != best && closeEnough && mayWin)
                    best = s;
            }

            if (best >= 0)
                return best;
        }

        return -1;
    }

    /// <summary>The first triangle of one structure along the ray from outside, whatever lies before it; null when missed.</summary>
    public RayHit? Touch(in Ray ray, int structure)
    {
        Array.Clear(stops);
        stops[structure] = true;
        return bvh.Nearest(ray, stops);
    }

    /// <summary>The first structure along the ray that is not passed through.</summary>
    public RayHit? FirstSeen(in Ray ray, ReadOnlySpan<Pickability> pickability)
    {
        SetStops(pickability);
        return bvh.Nearest(ray, stops);
    }

    private void SetStops(ReadOnlySpan<Pickability> pickability)
    {
        for (int i = 0; i < stops.Length; i++)
            stops[i] = pickability[i] != Pickability.Through;
    }

    private int Seen(in Ray ray, ReadOnlySpan<Pickability> pickability) =>
        bvh.Nearest(ray, stops) is { } hit && pickability[hit.Structure] == Pickability.Selectable ? hit.Structure : -1;

    private static float Area(Body body, Structure structure)
    {
        float area = 0;
        for (int i = structure.Indices.Start; i < structure.Indices.End; i += 3)
        {
            Vector3 a = body.Vertices[body.Indices[i]].Position;
            Vector3 b = body.Vertices[body.Indices[i + 1]].Position;
            Vector3 c = body.Vertices[body.Indices[i + 2]].Position;
            area += Vector3.Cross(b - a, c - a).Length() / 2;
        }

        return area;
    }
}
