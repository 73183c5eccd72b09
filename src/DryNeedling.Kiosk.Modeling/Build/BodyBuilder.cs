using System.Collections.Concurrent;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Meshes;
using DryNeedling.Kiosk.Modeling.Shapes;
using DryNeedling.Kiosk.Modeling.Skin;
using DryNeedling.Kiosk.Modeling.Volumes;

namespace DryNeedling.Kiosk.Modeling.Build;

/// <summary>How far a build has come: what it does now, and how much of the whole is done, 0..1.</summary>
public readonly record struct BuildProgress(string Stage, float Done);

/// <summary>
/// Makes the whole body from its description: rasters each structure's shapes, lets them compete for space, extracts
/// their surfaces, mirrors the left half and bakes the light. The same description gives the same body to the last bit.
/// </summary>
public sealed class BodyBuilder
{
    /// <summary>Triangles of everything but the skin, both sides.</summary>
    private const int Budget = 268_000, ReducedBudget = 58_000;

    private const int LeastTriangles = 60, LeastReduced = 16, VolumePasses = 4;

    // The error of one collapse that is allowed at first, m4, and the factor on it while the body is over its budget.
    private const float FirstCost = 1.5e-13f, CostStep = 1.7f, MostCost = 1e-8f;

    // A quarter of the triangles misses by about this much more.
    private const float FirstReduction = 16;

    // A structure smaller than this share of its wanted volume, or than this many cubic metres, has lost its fight.
    private const double LeastShare = 0.25, LeastVolume = 5e-8;

    // Smoothing and simplifying take about this much of a volume; dividing gives it beforehand.
    private const double Shrinkage = 1.05;

    private const string Copyright =
        "Body of the DryNeedling.Kiosk project. Base skin: MakeHuman, CC0 1.0. Measurements: BodyParts3D, Mitsuhashi et al. 2009, "
        + "doi 10.1093/nar/gkn613, CC BY 4.0.";

    private readonly StructureField[] fields;
    private readonly int[][] neighbours;
    private readonly VoxelBlock?[] surfaces, settled;
    private readonly TriangleMesh[] meshes;
    private readonly IProgress<BuildProgress>? progress;
    private SkinModel? skin;

    private BodyBuilder(IReadOnlyList<StructureDescription> descriptions, IProgress<BuildProgress>? progress)
    {
        this.progress = progress;
        fields = Rasterize(descriptions);
        neighbours = [.. fields.Select(NeighboursOf)];
        (surfaces, settled) = (new VoxelBlock[fields.Length], new VoxelBlock[fields.Length]);
        meshes = new TriangleMesh[fields.Length];
    }

    /// <summary>Builds the body that the files below <paramref name="anatomyFolder"/> describe.</summary>
    /// <param name="anatomyFolder">The description.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="body">One of <see cref="Bodies.All"/>.</param>
    /// <exception cref="AnatomyException">A mistake in the description, or a structure that nothing was left of.</exception>
    public static (Body Body, BuildReport Report) Build(string anatomyFolder, IProgress<BuildProgress>? progress = null, string body = Bodies.Male)
    {
        var builder = new BodyBuilder(AnatomyReader.Read(anatomyFolder), progress);
        builder.Divide();
        builder.Extract();
        builder.Simplify();
        builder.AddSkin(anatomyFolder, body);
        builder.BakeLight();
        progress?.Report(new("looking for hidden surfaces", 0.98f));
        Body built = HiddenSurfaces.Last(builder.Assemble());
        return (built, builder.Report(built));
    }

    private StructureField[] Rasterize(IReadOnlyList<StructureDescription> descriptions)
    {
        var rasters = new StructureField?[descriptions.Count];
        bool IsDraped(int i) => descriptions[i].Shapes.Any(s => s is Sheet { Drape: not null });
        Run("laying out shapes", 0, 0.3f, descriptions.Count, i => rasters[i] = IsDraped(i) ? null : StructureField.Rasterize(descriptions[i]));
        StructureField[] below = [.. rasters.OfType<StructureField>()];
        Run("draping fasciae", 0.3f, 0.32f, descriptions.Count, i =>
        {
            if (!IsDraped(i))
                return;
            foreach (Sheet sheet in descriptions[i].Shapes.OfType<Sheet>())
                sheet.DrapeOver(point => DistanceTo(below, point));
            rasters[i] = StructureField.Rasterize(descriptions[i]);
        });
        return [.. rasters.Select(r => r!)];
    }

    private static float DistanceTo(StructureField[] fields, System.Numerics.Vector3 point)
    {
        float least = 1.5f * StructureField.Band;
        foreach (StructureField field in fields)
        {
            if (Holds(field.Bounds, point))
                least = MathF.Min(least, field.Distance.Sample(point));
        }

        return least;
    }

    private static bool Holds(Bounds b, System.Numerics.Vector3 p) =>
        p.X >= b.Min.X && p.X <= b.Max.X && p.Y >= b.Min.Y && p.Y <= b.Max.Y && p.Z >= b.Min.Z && p.Z <= b.Max.Z;

    private int[] NeighboursOf(StructureField own, int index)
    {
        Bounds a = own.Bounds;
        return [.. Enumerable.Range(0, fields.Length).Where(i => i != index && Overlaps(a, fields[i].Bounds))];
    }

    private static bool Overlaps(Bounds a, Bounds b) =>
        a.Min.X <= b.Max.X && b.Min.X <= a.Max.X && a.Min.Y <= b.Max.Y && b.Min.Y <= a.Max.Y && a.Min.Z <= b.Max.Z && b.Min.Z <= a.Max.Z;

    private void Divide()
    {
        for (int pass = 0; pass < VolumePasses; pass++)
        {
            float start = 0.32f + 0.06f * pass;
            Run("dividing space", start, start + 0.04f, fields.Length, SurfaceOf);
            Run("settling borders", start + 0.04f, start + 0.06f, fields.Length, i => settled[i] = Partition.Settle(
                fields[i], surfaces[i]!, [.. neighbours[i].Select(n => (fields[n].IsBone, surfaces[n]!))], settled[i]));
            if (pass + 1 < VolumePasses)
                CorrectVolumes();
        }

        // From here on only the settled surfaces count.
        settled.CopyTo(surfaces, 0);
        foreach (StructureField field in fields)
            field.Release();
    }

    private void SurfaceOf(int i) => surfaces[i] = Partition.Surface(fields[i], [.. neighbours[i].Select(n => fields[n])], surfaces[i]);

    private void CorrectVolumes()
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i].Description.VolumeCm3 is { } wanted)
            {
                double ratio = wanted * Shrinkage * 1e-6 / Math.Max(Partition.Volume(settled[i]!), 1e-9);
                fields[i].Scale = (float)Math.Clamp(fields[i].Scale * Math.Pow(ratio, 0.5), 0.75, 1.6);
            }
        }
    }

    private void Extract()
    {
        var findings = new ConcurrentDictionary<int, string>();
        Run("extracting surfaces", 0.56f, 0.7f, fields.Length, i =>
        {
            meshes[i] = StructureMesh.Extract(fields[i], surfaces[i]!);
            if (Finding(fields[i].Description, meshes[i]) is { } finding)
                findings[i] = finding;
        });
        if (!findings.IsEmpty)
            throw new AnatomyException(string.Join('\n', findings.OrderBy(f => f.Key).Select(f => f.Value)));
    }

    private static string? Finding(StructureDescription description, TriangleMesh mesh)
    {
        double volume = mesh.Volume();
        if (mesh.Triangles.Length == 0 || volume < LeastVolume)
            return $"{description.Source}: error anatomy-vanished: nothing is left of '{description.Id}'; its neighbours take its place. Lower its priority number, make it thicker or move it.";
        if (description.VolumeCm3 is { } wanted && volume * 1e6 < LeastShare * wanted)
            return FormattableString.Invariant($"{description.Source}: error anatomy-tiny: '{description.Id}' has {volume * 1e6:0.00} of {wanted:0.0} cm3 left. Lower its priority number or move it away from its neighbours.");
        return null;
    }

    private void Simplify()
    {
        // The same error is allowed everywhere, so that triangles go where there is form to keep.
        float cost = FirstCost;
        Run("simplifying", 0.7f, 0.82f, meshes.Length, i => StructureMesh.Simplify(meshes[i], LeastTriangles, cost));
        while (Count(m => m.Triangles) > Budget && cost < MostCost)
        {
            cost *= CostStep;
            Run("simplifying", 0.82f, 0.83f, meshes.Length, i => StructureMesh.Simplify(meshes[i], LeastTriangles, cost));
        }

        foreach (TriangleMesh mesh in meshes)
            mesh.Reduced = mesh.Triangles;
        for (cost *= FirstReduction; Count(m => m.Reduced) > ReducedBudget && cost < MostCost; cost *= CostStep)
        {
            Run("reducing", 0.83f, 0.85f, meshes.Length, i =>
                meshes[i].Reduced = Simplifier.Reduce(meshes[i].Positions, meshes[i].Reduced, LeastReduced, cost, roughly: true));
        }
    }

    private int Count(Func<TriangleMesh, int[]> level)
    {
        int sum = 0;
        for (int i = 0; i < meshes.Length; i++)
            sum += level(meshes[i]).Length / 3 * (fields[i].Description.IsPaired ? 2 : 1);
        return sum;
    }

    /// <summary>Lays the skin over everything, when the description has one.</summary>
    private void AddSkin(string anatomyFolder, string body)
    {
        if (!Directory.Exists(Path.Combine(anatomyFolder, "skin")))
            return;
        progress?.Report(new("laying the skin", 0.85f));
        List<(string Id, string Region, TriangleMesh Mesh)> anatomy = [];
        for (int i = 0; i < meshes.Length; i++)
        {
            StructureDescription d = fields[i].Description;
            anatomy.Add((StructureId.Of(d.Id, d.IsPaired ? Side.Left : Side.Midline).Value, d.Region, meshes[i]));
            if (d.IsPaired)
                anatomy.Add((StructureId.Of(d.Id, Side.Right).Value, d.Region, meshes[i].Mirrored()));
        }

        skin = SkinBuilder.Build(anatomyFolder, anatomy, body: body);
        foreach (TriangleMesh mesh in skin.Inward is null ? [] : meshes)
            skin.Inward!.Apply(mesh);
        Tuck.Under(skin.Mesh, meshes);
    }

    /// <summary>Light from outside, dimmed by what lies in the same layer or deeper: the layers above are taken off to see it.</summary>
    private void BakeLight()
    {
        var scene = new LitScene();
        for (int i = 0; i < meshes.Length; i++)
        {
            scene.Add(meshes[i], fields[i].Description.Layer);
            if (fields[i].Description.IsPaired)
                scene.Add(meshes[i].Mirrored(), fields[i].Description.Layer);
        }

        scene.Build();
        for (int i = 0; i < meshes.Length; i++)
        {
            scene.Bake(meshes[i], fields[i].Description.Layer);
            progress?.Report(new("baking light", 0.88f + 0.1f * (i + 1) / meshes.Length));
        }

        if (skin is not null)
            LitScene.BakeAlone(skin.Mesh);
    }

    private Body Assemble()
    {
        var assembler = new BodyAssembler();
        if (skin is not null)
            assembler.Add(new("skin"), StructureKind.Skin, Layer.Skin, "skin", selectable: false, skin.Mesh);
        for (int i = 0; i < meshes.Length; i++)
        {
            StructureDescription d = fields[i].Description;
            assembler.Add(StructureId.Of(d.Id, d.IsPaired ? Side.Left : Side.Midline), d.Kind, d.Layer, d.Region, d.Selectable, meshes[i]);
            if (d.IsPaired)
                assembler.Add(StructureId.Of(d.Id, Side.Right), d.Kind, d.Layer, d.Region, d.Selectable, meshes[i].Mirrored());
        }

        return assembler.Build(skin?.Zones ?? [], Copyright);
    }

    private BuildReport Report(Body body)
    {
        var reports = new StructureReport[fields.Length];
        var survey = new Survey(fields, surfaces!, meshes, neighbours, skin?.Mesh);
        Run("measuring", 0.99f, 1, fields.Length, i => reports[i] = survey.Of(i));
        return new(reports, body.Indices.Length / 3, body.ReducedIndices.Length / 3, body.Vertices.Length);
    }

    private void Run(string stage, float from, float to, int count, Action<int> work)
    {
        int done = 0;
        Parallel.For(0, count, i =>
        {
            work(i);
            progress?.Report(new(stage, from + (to - from) * Interlocked.Increment(ref done) / count));
        });
    }
}
