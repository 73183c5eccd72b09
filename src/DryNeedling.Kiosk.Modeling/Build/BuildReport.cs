using System.Globalization;
using System.Text;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>What came out of a build, one line a structure of the left side or the midline.</summary>
/// <param name="Triangles">Of one side at the full level.</param>
/// <param name="VolumeCm3">Of one side.</param>
/// <param name="WantedCm3">What the description asks for, or null.</param>
/// <param name="Overlap">Room it shares with a neighbour as a share of the smaller one's volume, of its worst neighbour.</param>
/// <param name="Partner">That neighbour's id, or nothing.</param>
/// <param name="BoneGapMm">Distance to the nearest bone, at most the reach of the fields; 0 when it touches.</param>
/// <param name="OutsideMm">How far it comes out of the skin at most.</param>
/// <param name="Outside">How many of its vertices come out of the skin by more than a millimetre.</param>
public sealed record StructureReport(
    string Id, int Triangles, double VolumeCm3, float? WantedCm3, float Overlap, string Partner, float BoneGapMm, float OutsideMm, int Outside);

/// <summary>The figures of a whole build.</summary>
public sealed record BuildReport(IReadOnlyList<StructureReport> Structures, int Triangles, int ReducedTriangles, int Vertices)
{
    /// <summary>A table for people, the structures with the worst figures first.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine("structure                                 triangles   volume   wanted  bone gap     out of skin  overlap");
        foreach (StructureReport s in Structures.OrderByDescending(s => s.Overlap).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            string wanted = s.WantedCm3 is { } w ? w.ToString("0.0", CultureInfo.InvariantCulture) : "-";
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{s.Id,-40} {s.Triangles,10} {s.VolumeCm3,8:0.0} {wanted,8} {s.BoneGapMm,6:0.0} mm {s.OutsideMm,5:0.0} mm {s.Outside,5} {s.Overlap,8:0.0%} {s.Partner}"));
        }

        text.AppendLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Structures.Count(s => s.Overlap > 0.03f)} structures share more than 3 % with a neighbour; {Structures.Sum(s => s.Outside)} vertices come out of the skin by more than 1 mm"));
        text.Append(string.Create(
            CultureInfo.InvariantCulture,
            $"{Structures.Count} structures described, {Triangles} triangles, {ReducedTriangles} in the reduced level, {Vertices} vertices"));
        return text.ToString();
    }
}
