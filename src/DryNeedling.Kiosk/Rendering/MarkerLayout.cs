using System.Numerics;
using DryNeedling.Kiosk.Layout;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>Where a marker shows: its core and its tag, pixels from the screen's top left corner.</summary>
internal record struct PlacedMarker(TriggerMarker Marker, Vector2 Core, Vector2 Tag)
{
    public readonly bool HasTag => Marker.Number > 0;
}

/// <summary>
/// Puts markers and their tags on the screen: tags stand beside the body on the marker's own side and never overlap.
/// Drawing and tapping read the same places.
/// </summary>
internal sealed class MarkerLayout
{
    public const int Most = 64;

    // A tag is as tall as its digits need to be read, and a finger must not cover it with the core.
    public const float TagDiameterMm = 7.6f, TagGapMm = 1.2f, LeaderMm = 15, RiseMm = 5;

    private readonly PlacedMarker[] placed = new PlacedMarker[Most];
    private int count;

    public ReadOnlySpan<PlacedMarker> Placed => placed.AsSpan(0, count);

    public void Place(ReadOnlySpan<TriggerMarker> markers, BodyScene scene, ScreenMetrics screen)
    {
        count = 0;
        Matrix4x4 toClip = scene.Pose.View * scene.Pose.Projection(screen.Aspect, scene.Centre);
        Vector2 size = new(screen.WidthPx, screen.HeightPx);
        foreach (TriggerMarker marker in markers)
        {
            Vector4 clip = Vector4.Transform(marker.Position, toClip);
            if (count == Most || clip.W <= 0 || marker.Presence <= 0)
                continue;

            Vector2 at = new(clip.X / clip.W, -clip.Y / clip.W);
            placed[count++] = new(marker, (at * 0.5f + new Vector2(0.5f)) * size, default);
        }

        float middle = (scene.Centre.X * 0.5f + 0.5f) * screen.WidthPx;
        placed.AsSpan(0, count).Sort(static (a, b) => a.Core.Y.CompareTo(b.Core.Y));
        PlaceTags(middle, left: true, screen);
        PlaceTags(middle, left: false, screen);
    }

    private void PlaceTags(float middle, bool left, ScreenMetrics screen)
    {
        float lowest = float.NegativeInfinity, pitch = (TagDiameterMm + TagGapMm) * screen.PxPerMm;
        Vector2 offset = new Vector2(left ? -LeaderMm : LeaderMm, -RiseMm) * screen.PxPerMm;
        Vector2 margin = new(TagDiameterMm * screen.PxPerMm);
        Vector2 most = new Vector2(screen.WidthPx, screen.HeightPx) - margin;
        for (int i = 0; i < count; i++)
        {
            ref PlacedMarker marker = ref placed[i];
            if (marker.Core.X < middle != left || !marker.HasTag)
                continue;

            Vector2 tag = marker.Core + offset;
            tag.Y = MathF.Max(tag.Y, lowest + pitch);
            lowest = tag.Y;
            marker.Tag = Vector2.Clamp(tag, margin, Vector2.Max(margin, most));
        }
    }
}
