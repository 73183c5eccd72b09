using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;
using DryNeedling.Kiosk.Tests.Modeling;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests.Staging;

/// <summary>Whether a visitor gets to each muscle of the shipped bodies: with a finger, and by its name.</summary>
public sealed class EveryMuscle
{
    private const float FingerRadiusMm = 4;

    // Of what of a muscle faces the camera this much must be free to see, whatever bends around itself.
    private const float LeastSeen = 0.6f;

    private static readonly ScreenMetrics Screen = ScreenMetrics.FromDiagonal(1920, 1080, ScreenMetrics.DefaultDiagonalInches);

    public static TheoryData<string> Names => ShippedBodies.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void It_can_be_tapped_in_its_layer(string name)
    {
        using var kiosk = new ShippedKiosk(ShippedBodies.Of(name));
        HashSet<StructureId> missing = [.. kiosk.Muscles.Select(m => m.Id)];
        foreach (Layer layer in (Layer[])[Layer.Superficial, Layer.Deep])
        {
            foreach (BodyView view in Enum.GetValues<BodyView>())
                missing.ExceptWith(kiosk.TappedFrom(layer, view, missing));
        }

        // What is too small to be met on the whole body is met when the camera has come as near as it does for the muscle.
        missing.RemoveWhere(kiosk.IsTappedFromNear);
        Assert.Empty(missing.Select(id => id.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_seen_when_it_is_selected(string name)
    {
        using var kiosk = new ShippedKiosk(ShippedBodies.Of(name));
        List<string> hidden = [];
        foreach (Structure muscle in kiosk.Muscles)
        {
            kiosk.Select(muscle.Id);
            float seen = kiosk.SeenShare(muscle);
            if (seen < LeastSeen)
                hidden.Add($"{muscle.Id} {seen:0.00}");
        }

        Assert.True(hidden.Count == 0, string.Join(", ", hidden));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_not_shown_past_the_other_arm_or_leg(string name)
    {
        using var kiosk = new ShippedKiosk(ShippedBodies.Of(name));
        List<string> past = [];
        foreach (Structure muscle in kiosk.Muscles.Where(m => m.Id.Side != Side.Midline && IsOfLimb(m)))
        {
            kiosk.Select(muscle.Id);
            if (kiosk.BeforeIt(muscle).FirstOrDefault(s => s.Id.Side == muscle.Id.Mirror.Side) is { } other)
                past.Add($"{muscle.Id} past {other.Id}");
        }

        Assert.True(past.Count == 0, string.Join(", ", past));

        static bool IsOfLimb(Structure s) => MathF.Abs(s.Bounds.Center.X) > 0.2f || s.Bounds.Max.Y < 0.8f;
    }

    /// <summary>The whole kiosk over one of the shipped bodies, without a window.</summary>
    private sealed class ShippedKiosk : IDisposable
    {
        private readonly Interface ui = new(Repository.FontsFolder);
        private readonly KioskApp app;
        private readonly BodyPicker picker;
        private readonly Pickability[] pickability;
        private readonly Body body;

        public ShippedKiosk(Body body)
        {
            this.body = body;
            picker = BodyPicker.Build(body);
            app = new(body, new(() => picker), Repository.Content, ui, Screen, KioskState.Initial);
            app.Do(new Intent.Wake());
            pickability = new Pickability[body.Structures.Count];
        }

        public IEnumerable<Structure> Muscles => body.Structures.Where(s => s is { Kind: StructureKind.Muscle, Selectable: true });

        public void Select(StructureId id)
        {
            app.Do(new Intent.Reset());
            app.Do(new Intent.Wake());
            app.Do(new Intent.Select(id));
            app.Settle();
        }

        /// <summary>The wanted muscles that a finger on the whole body meets.</summary>
        public List<StructureId> TappedFrom(Layer layer, BodyView view, HashSet<StructureId> wanted)
        {
            app.Do(new Intent.Reset());
            app.Do(new Intent.Wake());
            app.Do(new Intent.PeelTo((int)layer));
            app.Do(new Intent.LookFrom(view));
            app.Settle();
            return [.. Muscles.Where(m => m.Layer == layer && wanted.Contains(m.Id) && IsMet(m)).Select(m => m.Id)];
        }

        public bool IsTappedFromNear(StructureId id)
        {
            Select(id);
            OrbitPose near = app.Camera.Pose;
            Structure muscle = body.Find(id)!;
            app.Do(new Intent.Reset());
            app.Do(new Intent.Wake());
            app.Do(new Intent.PeelTo((int)muscle.Layer));
            app.Settle();
            float[] yaws = [near.Yaw, .. Enum.GetValues<BodyView>().Select(CameraFraming.YawOf)];
            foreach (float yaw in yaws)
            {
                app.Camera.CutTo(near with { Yaw = yaw });
                if (IsMet(muscle))
                    return true;
            }

            return false;
        }

        /// <summary>The share of the points facing the camera that are seen through nothing but glass.</summary>
        public float SeenShare(Structure muscle)
        {
            app.Director.FillPickability(pickability);
            pickability[body.IndexOf(muscle.Id)] = Pickability.Selectable;
            int facing = 0, seen = 0;
            foreach (Ray ray in RaysTo(muscle))
            {
                facing++;
                seen += picker.FirstSeen(ray, pickability) is { } hit && body.Structures[hit.Structure] == muscle ? 1 : 0;
            }

            return seen / (float)facing;
        }

        /// <summary>Every drawn structure, glass or not, that covers more than a corner of the muscle.</summary>
        public List<Structure> BeforeIt(Structure muscle)
        {
            var covered = new int[body.Structures.Count];
            int facing = 0;
            foreach (Ray ray in RaysTo(muscle))
            {
                // A ray to a corner may slip by; then it tells only what lies behind.
                if (picker.Touch(ray, body.IndexOf(muscle.Id)) is not { } own)
                    continue;
                facing++;
                for (int i = 0; i < pickability.Length; i++)
                    pickability[i] = body.Structures[i].Kind == StructureKind.Skin ? Pickability.Through : Pickability.Blocks;
                while (picker.FirstSeen(ray, pickability) is { } hit && hit.Distance < own.Distance)
                {
                    covered[hit.Structure]++;
                    pickability[hit.Structure] = Pickability.Through;
                }
            }

            return [.. body.Structures.Where((_, i) => covered[i] > 0.1f * facing)];
        }

        public void Dispose() => ui.Dispose();

        private bool IsMet(Structure muscle)
        {
            Vector2 tolerance = 2 * new Vector2(FingerRadiusMm / Screen.WidthMm, FingerRadiusMm / Screen.HeightMm);
            OrbitPose pose = app.Camera.Pose;
            Matrix4x4 projection = pose.Projection(Screen.Aspect, app.Centre);
            app.Director.FillPickability(pickability);
            foreach (Ray ray in RaysTo(muscle))
            {
                Vector4 clip = Vector4.Transform(ray.At(1), pose.View * projection);
                Vector2 at = new(clip.X / clip.W, clip.Y / clip.W);
                if (picker.FirstSeen(ray, pickability) is { } hit && body.Structures[hit.Structure] == muscle
                    && picker.Pick(pose.View, projection, at, tolerance, pickability) is >= 0 and var met && body.Structures[met] == muscle)
                    return true;
            }

            return false;
        }

        /// <summary>Rays from the camera to the muscle's own places that face it.</summary>
        private IEnumerable<Ray> RaysTo(Structure muscle)
        {
            const int Most = 200;
            Vector3 eye = app.Camera.Pose.Eye;
            int stride = Math.Max(1, muscle.Vertices.Count / (2 * Most));
            for (int v = muscle.Vertices.Start; v < muscle.Vertices.End; v += stride)
            {
                BodyVertex vertex = body.Vertices[v];
                // What is seen at a slant is on the edge, where neighbours decide.
                if (Vector3.Dot(vertex.Normal, Vector3.Normalize(eye - vertex.Position)) > 0.3f)
                    yield return new(eye, Vector3.Normalize(vertex.Position - eye));
            }
        }
    }
}
