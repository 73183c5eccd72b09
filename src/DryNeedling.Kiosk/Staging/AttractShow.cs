using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Staging;

/// <summary>
/// What the body shows while nobody is there: one well-known muscle after the other lights up with its trigger points,
/// and the pain they refer grows on the skin. Each is chosen so that it faces the camera while the body turns. Depends
/// on the content, the time and the way the body is turned alone.
/// </summary>
internal sealed class AttractShow(Body body, SceneDirector director)
{
    /// <summary>From the beginning of one scene to that of the next.</summary>
    public static readonly TimeSpan SceneTime = TimeSpan.FromSeconds(7);

    // The body rests between two scenes; the first one comes when somebody may have begun to look.
    private static readonly TimeSpan LitFrom = TimeSpan.FromSeconds(1.2), LitUntil = TimeSpan.FromSeconds(6.4);

    // Enough for two turns of the body without seeing the same again.
    private const int Muscles = 14, Remembered = 8;

    private readonly Queue<StructureId> shown = new(Remembered + 1);
    private Scene[]? scenes;
    private TimeSpan time;
    private bool isLit;

    /// <summary>The state whose body is shown instead of the visitor's; null shows the state as it is.</summary>
    public KioskState? Staged { get; private set; }

    /// <summary>Goes on with the show.</summary>
    /// <param name="yaw">How the body is turned now, radians.</param>
    /// <param name="radiansPerSecond">How fast it turns on, so that what lights up faces the camera in the middle of its time.</param>
    public void Advance(TimeSpan step, KioskState state, KioskContent content, float yaw, float radiansPerSecond)
    {
        scenes ??= ScenesOf(content);
        time += step;
        if (time >= SceneTime)
            time -= SceneTime;
        bool lit = time >= LitFrom && time < LitUntil;
        if (lit == isLit)
            return;
        isLit = lit;
        Staged = lit && Next(yaw + radiansPerSecond * (float)(LitUntil - LitFrom).TotalSeconds / 2) is { } scene
            ? state with { Selection = scene.Muscle, TriggerPoint = scene.Number }
            : null;
    }

    /// <summary>Somebody came: the next show begins anew.</summary>
    public void End()
    {
        if (time == TimeSpan.Zero)
            return;
        (time, isLit, Staged) = (TimeSpan.Zero, false, null);
        shown.Clear();
    }

    /// <summary>The content is another one.</summary>
    public void Forget() => scenes = null;

    private Scene? Next(float yaw)
    {
        Vector3 towards = new(MathF.Sin(yaw), 0, MathF.Cos(yaw));
        Scene? best = null;
        float most = float.NegativeInfinity;
        foreach (Scene scene in scenes!)
        {
            float seen = shown.Contains(scene.Muscle) ? -2 : Vector3.Dot(scene.Facing, towards);
            if (seen > most)
                (most, best) = (seen, scene);
        }

        if (best is null)
            return null;
        shown.Enqueue(best.Muscle);
        if (shown.Count > Math.Min(Remembered, scenes.Length / 2))
            shown.Dequeue();
        return best;
    }

    /// <summary>The muscles that are needled most often and belong to the most conditions, on both sides, with the first of their trigger points.</summary>
    private Scene[] ScenesOf(KioskContent content)
    {
        IEnumerable<MuscleCard> known = content.Muscles
            .Where(m => m.DryNeedling.Practice == NeedlingPractice.Often && !m.TriggerPoints.IsEmpty && IsSeenFromOutside(m.Id))
            .OrderByDescending(m => m.Conditions.Length).ThenByDescending(m => m.TriggerPoints.Length).ThenBy(m => m.Id, StringComparer.Ordinal);
        List<Scene> found = [];
        foreach (MuscleCard muscle in known.Take(Muscles))
        {
            AddScene(found, muscle, StructureId.Of(muscle.Id, Side.Right));
            AddScene(found, muscle, StructureId.Of(muscle.Id, Side.Left));
        }

        return [.. found];
    }

    private bool IsSeenFromOutside(string muscle) =>
        body.Find(StructureId.Of(muscle, Side.Right)) is { Layer: Layer.Skin or Layer.Superficial };

    private void AddScene(List<Scene> found, MuscleCard card, StructureId muscle)
    {
        if (body.Find(muscle) is null)
            return;
        int number = card.TriggerPoints[0].Number;
        TriggerPointSite site = director.SitesOf(muscle, card)[0];
        Vector3 facing = Horizontal(site.Skin - site.Point);
        foreach (string zone in card.RefersFrom(number).Essential)
        {
            if (director.Pain.ExtentOf(StructureId.Of(zone, muscle.Side)) is { } extent)
                facing += Horizontal(extent.Facing) / card.RefersFrom(number).Essential.Length;
        }

        found.Add(new(muscle, number, facing));
    }

    private static Vector3 Horizontal(Vector3 v) => v with { Y = 0 } is var flat && flat.LengthSquared() > 1e-8f ? Vector3.Normalize(flat) : Vector3.Zero;

    /// <param name="Facing">Where the trigger point and its pain look to, horizontally; the longer, the more they agree.</param>
    private sealed record Scene(StructureId Muscle, int Number, Vector3 Facing);
}
