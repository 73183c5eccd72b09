using System.Globalization;
using System.Text;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>What came out of a build, one line a structure of the left side or the midline.</summary>
/// <param name="Triangles">Of one side at the full level.</param>
/// <param name="VolumeCm3">Of one side.</param>
/// <param name="WantedCm3">What the description asks for, or null.</param>
/// <param name="Overlap">Share of its vertices that lie more than half a millimetre inside a neighbour.</param>
/// <param name="BoneGapMm">Distance to the nearest bone, at most the reach of the fields; 0 when it touches.</param>
public sealed record StructureReport(
    string Id, int Triangles, double VolumeCm3, float? WantedCm3, float Overlap, float BoneGapMm);

/// <summary>The figures of a whole build.</summary>
public sealed record BuildReport(IReadOnlyList<StructureReport> Structures, int Triangles, int ReducedTriangles, int Vertices)
{
    /// <summary>A table for people, the structures with the worst figures first.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine("structure                                 triangles   volume   wanted  overlap  bone gap");
        foreach (StructureReport s in Structures.OrderByDescending(s => s.Overlap).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            string wanted = s.WantedCm3 is { } w ? w.ToString("0.0", CultureInfo.InvariantCulture) : "-";
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{s.Id,-40} {s.Triangles,10} {s.VolumeCm3,8:0.0} {wanted,8} {s.Overlap,8:0.0%} {s.BoneGapMm,6:0.0} mm"));
        }

        text.Append(string.Create(
            CultureInfo.InvariantCulture,
            $"{Structures.Count} structures described, {Triangles} triangles, {ReducedTriangles} in the reduced level, {Vertices} vertices"));
        return text.ToString();
    }
}
