using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Staging;

/// <summary>What can be seen of a structure from where the camera stands, and what stands in the way.</summary>
internal sealed class SightLines(BodyPicker picker)
{
    private const int Samples = 48;

    // A structure that hides only a corner of the muscle stays solid: taking it away would tell less than it shows.
    private const int LeastHidden = 2;

    // Ribs hide a corner each and together half of what lies between them: then all of them must give way.
    private const int MostHiddenByCorners = 4;

    // Neighbours touch; what lies so close in front of a surface still hides it.
    private const float TouchingMetres = 0.0002f;

    private readonly Pickability[] pickability = new Pickability[picker.Body.Structures.Count];
    private readonly int[] hides = new int[picker.Body.Structures.Count];

    /// <summary>Marks in <paramref name="inFront"/> every structure that hides part of <paramref name="structure"/> from the eye.</summary>
    /// <param name="isShown">Which structures are drawn at all; the skin is glass and never hides.</param>
    public void FindInFront(int structure, Vector3 eye, ReadOnlySpan<bool> isShown, Span<bool> inFront)
    {
        inFront.Clear();
        Array.Clear(hides);
        SetShown(isShown);
        foreach (Vector3 point in SamplesOf(structure, eye))
        {
            SetShown(isShown);
            Ray ray = new(eye, Vector3.Normalize(point - eye));
            float most = Vector3.Distance(point, eye) - TouchingMetres;
            while (picker.FirstSeen(ray, pickability) is { } hit && hit.Structure != structure && hit.Distance < most)
            {
                hides[hit.Structure]++;
                pickability[hit.Structure] = Pickability.Through;
            }
        }

        int corners = 0;
        foreach (int hidden in hides)
            corners += hidden < LeastHidden ? hidden : 0;
        int least = corners > MostHiddenByCorners ? 1 : LeastHidden;
        for (int i = 0; i < hides.Length; i++)
            inFront[i] = hides[i] >= least;
    }

    /// <summary>How much of a structure is seen from the eye, 0 to 1, when what is shown stays as it is.</summary>
    public float SeenShare(int structure, Vector3 eye, ReadOnlySpan<bool> isShown)
    {
        SetShown(isShown);
        return 1 - HiddenShare(structure, eye);
    }

    /// <summary>How much of a structure lies behind the other half of the body, 0 to 1; 0 for one in the midline.</summary>
    public float ShareBehindOtherHalf(int structure, Vector3 eye)
    {
        Side own = picker.Body.Structures[structure].Id.Side;
        if (own == Side.Midline)
            return 0;
        for (int i = 0; i < pickability.Length; i++)
        {
            Side side = picker.Body.Structures[i].Id.Side;
            pickability[i] = side == Side.Midline || side == own ? Pickability.Through : Pickability.Blocks;
        }

        return HiddenShare(structure, eye);
    }

    private float HiddenShare(int structure, Vector3 eye)
    {
        int hidden = 0, all = 0;
        foreach (Vector3 point in SamplesOf(structure, eye))
        {
            Ray ray = new(eye, Vector3.Normalize(point - eye));
            float most = Vector3.Distance(point, eye) - TouchingMetres;
            all++;
            if (picker.FirstSeen(ray, pickability) is { } hit && hit.Structure != structure && hit.Distance < most)
                hidden++;
        }

        return all == 0 ? 1 : (float)hidden / all;
    }

    private void SetShown(ReadOnlySpan<bool> isShown)
    {
        for (int i = 0; i < pickability.Length; i++)
        {
            bool hides = isShown[i] && picker.Body.Structures[i].Kind != StructureKind.Skin;
            pickability[i] = hides ? Pickability.Blocks : Pickability.Through;
        }
    }

    /// <summary>Points of the structure's surface that face the eye.</summary>
    private IEnumerable<Vector3> SamplesOf(int structure, Vector3 eye)
    {
        Body body = picker.Body;
        MeshRange range = body.Structures[structure].Vertices;
        // About half of the places face the eye; neighbours in the mesh are neighbours on the surface, so all of it is walked through.
        int stride = Math.Max(1, range.Count / (2 * Samples));
        for (int at = 0; at < range.Count; at += stride)
        {
            BodyVertex vertex = body.Vertices[range.Start + at];
            if (Vector3.Dot(vertex.Normal, eye - vertex.Position) <= 0)
                continue;
            yield return vertex.Position;
        }
    }
}
