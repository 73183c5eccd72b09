using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Meshes;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>The finished skin; the zone numbers in its mesh are places in <see cref="Zones"/> plus one.</summary>
public sealed record SkinModel(TriangleMesh Mesh, IReadOnlyList<StructureId> Zones)
{
    /// <summary>How the anatomy under it changes along with it, when it is another body than the one described; or null.</summary>
    internal Variation? Inward { get; init; }
}

/// <summary>
/// Makes the body's skin: the CC0 base of <c>skin/base.bin</c> in the measured adult's build and pose (<c>skin/fit.json</c>),
/// laid over the given anatomy, with the pain zones of <c>skin/zones.json</c>. Deterministic; built on the left, mirrored.
/// </summary>
public static class SkinBuilder
{
    /// <param name="anatomyFolder"><c>models/anatomy</c>.</param>
    /// <param name="anatomy">Closed meshes of muscles and bones, both sides and midline, with their ids (<c>deltoid-middle.L</c>) and regions.</param>
    /// <param name="triangles">About how many triangles the full level has.</param>
    /// <param name="reducedTriangles">About how many the reduced level has.</param>
    /// <param name="body">One of the bodies of <c>fit.json</c>.</param>
    /// <exception cref="Build.AnatomyException">A description is wrong; the message says where.</exception>
    public static SkinModel Build(
        string anatomyFolder, IReadOnlyList<(string Id, string Region, TriangleMesh Mesh)> anatomy, int triangles = 72_000, int reducedTriangles = 20_000, string body = SkinFitDescription.Described)
    {
        string folder = Path.Combine(anatomyFolder, "skin");
        SkinBase template = SkinBase.Read(Path.Combine(folder, "base.bin"));
        string fitFile = Path.Combine(folder, "fit.json");
        SkinFitDescription fit = SkinFitDescription.Read(fitFile, template, SkinLandmarks.Read(Path.Combine(folder, "landmarks.json")));
        IReadOnlyList<ZoneDescription> zones = ZoneReader.Read(Path.Combine(folder, "zones.json"));

        HalfSurface half = SkinFit.Apply(template, fit).Subdivided();
        BodyShape? other = body == SkinFitDescription.Described ? null : BodyShape.Of(template, fit, body);
        new SkinWrap(half, anatomy, FatPad.Read(fitFile), triangles < 60_000 ? 0.005f : 0.0025f).Run();
        if (triangles > 50_000)
        {
            half = half.Subdivided();
            other = other?.Subdivided();
        }

        SkinGuard.Cover(half, anatomy);
        Iron(half, FatPad.Read(fitFile, "iron"));
        Stand(half);
        return Finish(half, zones, triangles, reducedTriangles, other);
    }

    /// <summary>Evens out creases, such as those of closed lids, in which anatomy would show; a pad's depth is the share in its middle.</summary>
    private static void Iron(HalfSurface half, IReadOnlyList<FatPad> pads)
    {
        const int Steps = 12;
        float[] share = [.. half.Positions.Select(p => MathF.Min(1, pads.Sum(pad => 1000 * pad.At(p))))];
        half.Smoothed(half.Positions, Steps, local: share).CopyTo(half.Positions, 0);
    }

    /// <summary>Flattens the soles on the floor (y = 0), softly from a few millimetres above it on.</summary>
    private static void Stand(HalfSurface half)
    {
        const float Soft = 0.004f;
        for (int i = 0; i < half.Positions.Length; i++)
        {
            float y = half.Positions[i].Y;
            half.Positions[i].Y = y > Soft ? y : Soft * MathF.Exp((y - Soft) / Soft);
        }
    }

    private static SkinModel Finish(HalfSurface half, IReadOnlyList<ZoneDescription> zones, int triangles, int reducedTriangles, BodyShape? other)
    {
        // Zones lie where they lie on the described body, whatever becomes of it.
        (Vector3[] places, Vector3[] facing) = ([.. half.Positions], half.Normals());
        Variation? inward = other?.Change(half);
        Vector3[] normals = half.Normals();
        int[] full = Simplifier.Reduce(half.Positions, half.Triangles(), triangles / 2, kept: half.IsMidline);
        int[] reduced = Simplifier.Reduce(half.Positions, full, reducedTriangles / 2, kept: half.IsMidline);
        int[] kept = Simplifier.Compact(full, half.Positions.Length);
        var renumbered = new Dictionary<int, int>();
        for (int i = 0; i < kept.Length; i++)
            renumbered[kept[i]] = i;
        reduced = [.. reduced.Select(v => renumbered[v])];

        var paint = new (byte First, byte Second, byte FirstWeight, byte SecondWeight)[kept.Length];
        List<StructureId> names = Names(zones, out int[] left);
        for (int i = 0; i < kept.Length; i++)
        {
            (int first, int second, float a, float b) = ZonePainter.At(
                zones, places[kept[i]], facing[kept[i]], half.Segments.AsSpan(BodySegments.Count * kept[i], BodySegments.Count), half.IsMidline[kept[i]]);
            paint[i] = (Number(first), Number(second), Weight(a), Weight(b));
        }

        var leftMesh = new TriangleMesh
        {
            Positions = [.. kept.Select(v => half.Positions[v])],
            Normals = [.. kept.Select(v => normals[v])],
            Triangles = full,
            Reduced = reduced,
            Zones = paint,
        };
        return new(Whole(leftMesh, [.. kept.Select(v => half.IsMidline[v])], names), names) { Inward = inward };

        byte Number(int zone) => (byte)(zone < 0 ? 0 : left[zone] + 1);
    }

    /// <summary>Joins the left half to its mirror along the midline; there a vertex belongs to both.</summary>
    private static TriangleMesh Whole(TriangleMesh left, bool[] isMidline, List<StructureId> names)
    {
        TriangleMesh right = left.Mirrored();
        int[] mirror = [.. names.Select(name => Enumerable.Range(0, names.Count).First(i => names[i] == name.Mirror))];
        var place = new int[isMidline.Length];
        List<int> own = [];
        for (int i = 0; i < place.Length; i++)
        {
            place[i] = isMidline[i] ? i : place.Length + own.Count;
            if (!isMidline[i])
                own.Add(i);
        }

        return new()
        {
            Positions = [.. left.Positions, .. own.Select(i => right.Positions[i])],
            Normals = [.. left.Normals, .. own.Select(i => right.Normals[i])],
            Triangles = [.. left.Triangles, .. right.Triangles.Select(i => place[i])],
            Reduced = [.. left.Reduced, .. right.Reduced.Select(i => place[i])],
            Zones = [.. left.Zones, .. own.Select(i => Other(left.Zones[i]))],
        };

        (byte, byte, byte, byte) Other((byte First, byte Second, byte FirstWeight, byte SecondWeight) paint) =>
            (Across(paint.First), Across(paint.Second), paint.FirstWeight, paint.SecondWeight);

        byte Across(byte number) => (byte)(number == 0 ? 0 : mirror[number - 1] + 1);
    }

    /// <summary>Left before right, in the order of the file; tells where each zone's left half stands.</summary>
    private static List<StructureId> Names(IReadOnlyList<ZoneDescription> zones, out int[] left)
    {
        List<StructureId> names = [];
        left = new int[zones.Count];
        for (int z = 0; z < zones.Count; z++)
        {
            left[z] = names.Count;
            if (!zones[z].IsPaired)
                names.Add(new(zones[z].Id));
            else
                names.AddRange([StructureId.Of(zones[z].Id, Side.Left), StructureId.Of(zones[z].Id, Side.Right)]);
        }

        return names;
    }

    private static byte Weight(float weight) => (byte)MathF.Round(255 * Math.Clamp(weight, 0, 1));
}
