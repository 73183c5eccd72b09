using System.Runtime.InteropServices;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Platform;
using SkiaSharp;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// All that is on the GPU, behind one door: the scene's picture, the markers, the interface. Fill <see cref="Scene"/>,
/// <see cref="Markers"/> and <see cref="Panels"/>, call <see cref="Draw"/>, present.
/// </summary>
internal sealed class Stage : IDisposable
{
    private readonly ISurface surface;
    private readonly SKTypeface? typeface;
    private readonly MarkerLayout markers = new();
    private BodyRenderer renderer = null!;
    private ScenePicture picture = null!;
    private Compositor compositor = null!;
    private TagAtlas? tags;

    /// <param name="typeface">For the numbers on tags; the caller keeps it.</param>
    public Stage(ISurface surface, Body body, SKTypeface? typeface = null)
    {
        this.surface = surface;
        this.typeface = typeface;
        Scene = new(body);
        Build();
    }

    public BodyScene Scene { get; private set; }

    public List<TriggerMarker> Markers { get; } = [];

    /// <summary>From the lowest to the topmost. After <see cref="Rebuild"/> all of them are empty and must be painted again.</summary>
    public List<PanelTexture> Panels { get; } = [];

    /// <summary>Where the markers of the last frame were, for fingers.</summary>
    public ReadOnlySpan<PlacedMarker> PlacedMarkers => markers.Placed;

    public FrameTimer Timer { get; } = new();

    /// <summary>Overrides the timer's choice of level, for measuring; null leaves it to the timer.</summary>
    public bool? ForceReduced { get; set; }

    /// <summary>Nothing is left to be smoothed: if nothing changes, no further frame is needed.</summary>
    public bool IsConverged => picture.IsConverged;

    /// <summary>Whether the last <see cref="Draw"/> drew the body at full detail: then tell <see cref="Timer"/> what it took.</summary>
    public bool DrewFull => picture.DrewFull;

    /// <summary>Draws one frame into the surface's framebuffer. Allocates nothing once everything is in place.</summary>
    /// <returns>Whether a further frame would look better, even if nothing changes.</returns>
    public bool Draw()
    {
        ScreenMetrics screen = surface.Screen;
        picture.Update(Scene, screen.WidthPx, screen.HeightPx, screen.PxPerMm, ForceReduced ?? Timer.ReduceWhileMoving);
        picture.CopyTo(surface.Framebuffer);
        compositor.Begin(surface.Framebuffer, screen);
        markers.Place(CollectionsMarshal.AsSpan(Markers), Scene, screen);
        compositor.DrawMarkers(markers.Placed, TagsFor(screen));
        compositor.DrawPanels(Panels);
        compositor.End();
        return !picture.IsConverged;
    }

    /// <summary>Draws until the picture is as smooth as it gets: for snapshots.</summary>
    public void DrawConverged()
    {
        while (Draw())
        {
        }
    }

    /// <summary>Makes everything again after <see cref="ISurface.RecreateContext"/>; nothing of the old context is touched.</summary>
    public void Rebuild()
    {
        foreach (PanelTexture panel in Panels)
            panel.Forget();

        tags = null;
        Build();
    }

    /// <summary>Shows another body.</summary>
    public void Show(Body body)
    {
        renderer.Dispose();
        picture.Dispose();
        Scene = new(body);
        renderer = new(surface.Gl, body);
        picture = new(surface.Gl, renderer, body);
    }

    public void Dispose()
    {
        renderer.Dispose();
        picture.Dispose();
        compositor.Dispose();
        tags?.Dispose();
        foreach (PanelTexture panel in Panels)
            panel.Dispose();
    }

    private void Build()
    {
        renderer = new(surface.Gl, Scene.Body);
        picture = new(surface.Gl, renderer, Scene.Body);
        compositor = new(surface.Gl);
    }

    private TagAtlas TagsFor(ScreenMetrics screen)
    {
        if (tags is null || tags.PxPerMm != screen.PxPerMm)
        {
            tags?.Dispose();
            tags = new(surface.Gl, screen.PxPerMm, typeface);
        }

        return tags;
    }
}
