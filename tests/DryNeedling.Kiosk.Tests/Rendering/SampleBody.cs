using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Tests.Rendering;

/// <summary>
/// A body of spindles and ellipsoids, small enough to reason about: two bones inside two muscles inside a skin whose
/// front carries two pain zones, and a pad in front of the left muscle.
/// </summary>
internal static class SampleBody
{
    public const int Skin = 0, LeftMuscle = 1, RightMuscle = 2, LeftBone = 3, RightBone = 4, Pad = 5;

    public static Body Create(int rings = 48, int sides = 48)
    {
        Builder builder = new();
        builder.Add("skin", StructureKind.Skin, Layer.Skin, new(0, 0.9f, 0), new(0.30f, 0.88f, 0.20f), rings, sides);
        builder.Add("biceps.L", StructureKind.Muscle, Layer.Superficial, new(0.12f, 0.9f, 0.02f), new(0.07f, 0.5f, 0.07f), rings, sides);
        builder.Add("biceps.R", StructureKind.Muscle, Layer.Superficial, new(-0.12f, 0.9f, 0.02f), new(0.07f, 0.5f, 0.07f), rings, sides);
        builder.Add("femur.L", StructureKind.Bone, Layer.Skeleton, new(0.12f, 0.9f, 0), new(0.03f, 0.7f, 0.03f), rings, sides);
        builder.Add("femur.R", StructureKind.Bone, Layer.Skeleton, new(-0.12f, 0.9f, 0), new(0.03f, 0.7f, 0.03f), rings, sides);
        builder.Add("pad.L", StructureKind.Muscle, Layer.Superficial, new(0.12f, 0.75f, 0.10f), new(0.05f, 0.1f, 0.02f), rings, sides);
        return builder.Build([new("chest"), new("belly")]);
    }

    private sealed class Builder
    {
        private readonly List<Structure> structures = [];
        private readonly List<BodyVertex> vertices = [];
        private readonly List<uint> indices = [], reduced = [];

        public void Add(string id, StructureKind kind, Layer layer, Vector3 centre, Vector3 radii, int rings, int sides)
        {
            int vertexStart = vertices.Count, start = indices.Count, reducedStart = reduced.Count;
            var bounds = Bounds.Empty;
            for (int ring = 0; ring <= rings; ring++)
            {
                for (int side = 0; side <= sides; side++)
                {
                    BodyVertex vertex = VertexOf(kind, centre, radii, (float)ring / rings, (float)side / sides);
                    vertices.Add(vertex);
                    bounds = bounds.Include(vertex.Position);
                }
            }

            AddQuads(indices, vertexStart, rings, sides, step: 1);
            AddQuads(reduced, vertexStart, rings, sides, step: 4);
            structures.Add(new(
                new(id), kind, layer, "arm-hand", kind == StructureKind.Muscle, new(vertexStart, vertices.Count - vertexStart),
                new(start, indices.Count - start), new(reducedStart, reduced.Count - reducedStart), bounds));
        }

        public Body Build(StructureId[] zones) => new(structures, [.. vertices], [.. indices], [.. reduced], zones, "");

        private static BodyVertex VertexOf(StructureKind kind, Vector3 centre, Vector3 radii, float u, float v)
        {
            (float sinU, float cosU) = MathF.SinCos(u * MathF.PI);
            (float sinV, float cosV) = MathF.SinCos(v * MathF.Tau);
            Vector3 unit = new(sinU * sinV, cosU, sinU * cosV);
            BodyVertex vertex = new()
            {
                Position = centre + unit * radii,
                Normal = Vector3.Normalize(unit / radii),
                Occlusion = BodyVertex.Fraction(0.9f),
                U = (ushort)(u * 65535),
                V = (ushort)(v * 65535),
                Paint0 = (byte)(255 * sinU),
            };
            if (kind == StructureKind.Skin)
                (vertex.Paint0, vertex.Paint1, vertex.Paint2, vertex.Paint3) = ((byte)(unit.Y > 0 ? 1 : 2), 0, (byte)(unit.Z > 0 ? 255 : 0), 0);

            return vertex;
        }

        private static void AddQuads(List<uint> into, int first, int rings, int sides, int step)
        {
            for (int ring = 0; ring < rings; ring += step)
            {
                for (int side = 0; side < sides; side += step)
                {
                    uint a = (uint)(first + ring * (sides + 1) + side), b = (uint)(a + step);
                    uint c = (uint)(a + step * (sides + 1)), d = (uint)(c + step);
                    into.AddRange([a, c, b, b, c, d]);
                }
            }
        }
    }
}
