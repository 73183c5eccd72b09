using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Staging;

/// <summary>
/// Eases the scene from how it looks to how the state wants it to look: layers, selection, pain, trigger points.
/// Knows no GPU; what it fills is plain data.
/// </summary>
internal sealed class SceneDirector
{
    /// <summary>How long painted pain takes to spread over the skin.</summary>
    public static readonly TimeSpan PainGrowth = TimeSpan.FromSeconds(0.6);

    // Where nobody stands near, it takes longer to see what happens.
    private static readonly TimeSpan SlowPainGrowth = TimeSpan.FromSeconds(2);

    // Trigger points pulse this often when they appear, then rest: a pulse for ever would keep an idle kiosk busy.
    private const int Pulses = 3;
    private const float PulseSeconds = 1.6f;
    private const float FarthestPainMetres = 1.1f;

    private readonly Body body;
    private readonly PainMap pain;
    private readonly StructureLook[] looks, lookGoals;
    private readonly ZonePaint[] zones, zoneGoals;
    private readonly bool[] inFront;
    private readonly List<TriggerMarker> markers = [];
    private readonly Dictionary<StructureId, TriggerPointSite[]> sites = [];
    private float pulseTime = Pulses * PulseSeconds;
    private float painTime = float.PositiveInfinity;
    private float painGrowth = (float)PainGrowth.TotalSeconds;
    private float markerPresence = 1;
    private bool eased = true;

    public SceneDirector(Body body)
    {
        this.body = body;
        pain = new(body);
        looks = new StructureLook[body.Structures.Count];
        lookGoals = new StructureLook[body.Structures.Count];
        inFront = new bool[body.Structures.Count];
        zones = new ZonePaint[body.Zones.Count];
        zoneGoals = new ZonePaint[body.Zones.Count];
        Array.Fill(looks, StructureLook.Plain);
    }

    public PainMap Pain => pain;

    public ReadOnlySpan<TriggerMarker> Markers => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(markers);

    public bool IsMoving => !eased || markerPresence < 1 || painTime < painGrowth || (markers.Count > 0 && pulseTime < Pulses * PulseSeconds);

    public Vector3 PainOrigin { get; private set; }

    /// <summary>Which structures the finger reaches: hidden and glass ones are passed through.</summary>
    public void FillPickability(Span<Pickability> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            Structure structure = body.Structures[i];
            bool seen = structure.Kind != StructureKind.Skin && lookGoals[i].Opacity > 0.5f && lookGoals[i].Glass < 0.5f;
            into[i] = !seen ? Pickability.Through : structure.Selectable ? Pickability.Selectable : Pickability.Blocks;
        }
    }

    /// <summary>Which structures a state draws, and not only as the glass around what a condition lights.</summary>
    public void FillShown(Span<bool> into, KioskState state)
    {
        LookTargets.Fill(lookGoals, body, state, inFront);
        bool lights = state is { Selection: null, Lit.IsDefaultOrEmpty: false };
        for (int i = 0; i < into.Length; i++)
            into[i] = lookGoals[i].Opacity > 0 && !(lights && lookGoals[i].Glass > 0.5f);
    }

    /// <summary>Sets new goals; call when the state, the content or what stands in front of the selection changed.</summary>
    public void Aim(KioskState state, KioskState before, KioskContent content, ReadOnlySpan<bool> hiding)
    {
        hiding.CopyTo(inFront);
        LookTargets.Fill(lookGoals, body, state, inFront);
        pain.Fill(zoneGoals, state, content);
        eased = false;
        // The same point as on the page before is shown once more.
        if (state.Animation == StoryAnimation.Pulse && (state.Topic, state.StoryStep) != (before.Topic, before.StoryStep))
            pulseTime = 0;
        if (state.Selection == before.Selection && state.TriggerPoint == before.TriggerPoint)
            return;
        bool anotherMuscle = state.Selection != before.Selection;
        if (state.Screen != KioskScreen.Attract)
            LightUp(state.Selection);
        PlaceMarkers(state, content);
        if (state.Selection is null)
            return;
        pulseTime = 0;
        markerPresence = anotherMuscle ? 0 : markerPresence;
        // The map grows anew from the chosen point; what was painted before goes at once, or it would flash where both meet.
        painTime = 0;
        painGrowth = (float)(state.Screen == KioskScreen.Attract ? SlowPainGrowth : PainGrowth).TotalSeconds;
        Array.Clear(zones);
        zoneGoals.CopyTo(zones, 0);
        PainOrigin = SkinOrigin(state);
    }

    /// <summary>Places of a muscle's trigger points, in the order of its card; looked up once.</summary>
    public TriggerPointSite[] SitesOf(StructureId muscle, MuscleCard card)
    {
        if (sites.TryGetValue(muscle, out TriggerPointSite[]? known) && known.Length == card.TriggerPoints.Length)
            return known;
        Structure? structure = body.Find(muscle);
        TriggerPointSite[] found = structure is null
            ? []
            : [.. card.TriggerPoints.Select(t => TriggerPointSite.Find(body, structure, t.Along, t.Across))];
        return sites[muscle] = found;
    }

    /// <summary>Forgets places that depend on the content.</summary>
    public void ForgetSites() => sites.Clear();

    /// <summary>Moves on; everything arrives at once when <paramref name="step"/> is long enough.</summary>
    /// <param name="cuts">For visitors who asked for less motion: it arrives in any case, nothing grows or pulses.</param>
    public void Advance(TimeSpan step, bool cuts = false)
    {
        float seconds = cuts ? Pulses * PulseSeconds : (float)step.TotalSeconds, share = cuts ? 1 : Easing.ShareOf(step);
        bool moved = Easing.Towards<StructureLook>(looks, lookGoals, share);
        moved |= Easing.Towards<ZonePaint>(zones, zoneGoals, share);
        eased = !moved;
        painTime += seconds;
        if (markers.Count > 0 && pulseTime < Pulses * PulseSeconds)
            pulseTime += seconds;
        markerPresence = Easing.Towards(markerPresence, 1, share);
        UpdateMarkers();
    }

    public void Fill(BodyScene scene, List<TriggerMarker> into)
    {
        looks.CopyTo(scene.Looks);
        zones.CopyTo(scene.Zones);
        scene.PainOrigin = PainOrigin;
        float grown = painTime / painGrowth;
        scene.PainRadius = grown >= 1 ? float.PositiveInfinity : FarthestPainMetres * grown * grown + 0.02f;
        into.Clear();
        into.AddRange(Markers);
    }

    /// <summary>The muscle under the finger answers in the very next frame; only what is around it eases.</summary>
    private void LightUp(StructureId? selection)
    {
        if (selection is { } id && body.IndexOf(id) is >= 0 and var index && looks[index].Opacity > 0)
            looks[index] = lookGoals[index];
    }

    private void PlaceMarkers(KioskState state, KioskContent content)
    {
        markers.Clear();
        if (state.Selection is not { } id || content.Muscle(id.Base) is not { } card)
            return;
        TriggerPointSite[] places = SitesOf(id, card);
        for (int i = 0; i < places.Length; i++)
        {
            int number = card.TriggerPoints[i].Number;
            // From the other end of a hall numbers are only noise.
            int tag = state.Screen == KioskScreen.Attract ? 0 : number;
            markers.Add(new(places[i].Point, tag, markerPresence, number == state.TriggerPoint, 0));
        }
    }

    private void UpdateMarkers()
    {
        bool resting = pulseTime >= Pulses * PulseSeconds;
        for (int i = 0; i < markers.Count; i++)
        {
            float pulse = resting ? 0 : pulseTime / PulseSeconds % 1;
            markers[i] = markers[i] with { Presence = markerPresence, Pulse = pulse };
        }
    }

    private Vector3 SkinOrigin(KioskState state)
    {
        foreach (TriggerMarker marker in markers)
        {
            if (marker.Active)
                return marker.Position;
        }

        if (markers.Count > 0)
            return markers[0].Position;
        return state.Selection is { } id && body.Find(id) is { } structure ? structure.Bounds.Center : Vector3.Zero;
    }
}
