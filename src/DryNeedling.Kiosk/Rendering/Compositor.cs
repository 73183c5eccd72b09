using System.Numerics;
using DryNeedling.Kiosk.Layout;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>Puts one screen together: the kept scene, the markers over it, the interface over both.</summary>
internal sealed class Compositor : IDisposable
{
    private readonly GL gl;
    private readonly ShaderProgram program;
    private readonly Uniform place, axes, part, tint, window;
    private ScreenMetrics screen;

    public Compositor(GL gl)
    {
        this.gl = gl;
        program = new(gl, "panel", ["frame", "panel.vert"], ["frame", "panel.frag"]);
        (place, axes) = (program.Locate("place"), program.Locate("axes"));
        (part, tint, window) = (program.Locate("part"), program.Locate("tint"), program.Locate("window"));
    }

    /// <summary>Begins drawing over what the framebuffer of this size already shows.</summary>
    public void Begin(uint framebuffer, ScreenMetrics screen)
    {
        this.screen = screen;
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        gl.Viewport(0, 0, (uint)screen.WidthPx, (uint)screen.HeightPx);
        gl.Disable(EnableCap.DepthTest);
        gl.Disable(EnableCap.CullFace);
        gl.Enable(EnableCap.Blend);
        gl.BlendFunc(BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        program.Use();
    }

    public void DrawMarkers(ReadOnlySpan<PlacedMarker> markers, TagAtlas atlas)
    {
        if (markers.IsEmpty)
            return;

        atlas.Bind();
        window.Set(PanelTexture.Unclipped);
        foreach (PlacedMarker marker in markers)
        {
            if (marker.HasTag)
                DrawLeader(marker, atlas);
        }

        foreach (PlacedMarker marker in markers)
            DrawCore(marker, atlas);

        foreach (PlacedMarker marker in markers)
        {
            if (marker.HasTag)
                DrawCentred(marker.Tag, marker.Marker.Active ? 1.12f : 1, atlas.Tag(marker.Marker.Number), marker.Marker.Presence, atlas);
        }
    }

    public void DrawPanels(IReadOnlyList<PanelTexture> panels)
    {
        for (int i = 0; i < panels.Count; i++)
        {
            PanelTexture panel = panels[i];
            if (panel.IsEmpty || panel.Opacity <= 0)
                continue;

            panel.Bind();
            window.Set(panel.Window);
            Draw(new(panel.X, panel.Y), new(panel.Width, 0), new(0, panel.Height), new(0, 0, 1, 1), panel.Opacity);
        }
    }

    public void End() => gl.Disable(EnableCap.Blend);

    public void Dispose() => program.Dispose();

    private void DrawLeader(in PlacedMarker marker, TagAtlas atlas)
    {
        Vector2 along = marker.Tag - marker.Core;
        float length = along.Length(), tagRadius = MarkerLayout.TagDiameterMm / 2 * screen.PxPerMm;
        if (length <= tagRadius)
            return;

        // The line's sprite is drawn at its own thickness, between the core and the rim of the tag.
        Vector2 direction = along / length, side = new(-direction.Y, direction.X);
        float start = 1.3f * screen.PxPerMm, thickness = atlas.CellPx * 0.5f;
        Vector2 corner = marker.Core + direction * start - side * (thickness / 2);
        Draw(corner, direction * (length - tagRadius - start), side * thickness, atlas.Line, marker.Marker.Presence);
    }

    private void DrawCore(in PlacedMarker marker, TagAtlas atlas)
    {
        // One slow breath: the phase runs 0 to 1, the size swings by an eighth.
        float breath = MathF.Sin(marker.Marker.Pulse * MathF.Tau);
        float size = (marker.Marker.Active ? 1.18f : 0.86f) * (1 + 0.13f * breath);
        DrawCentred(marker.Core, size, atlas.Core, marker.Marker.Presence * (0.93f + 0.07f * breath), atlas);
    }

    private void DrawCentred(Vector2 at, float scale, Vector4 sprite, float opacity, TagAtlas atlas)
    {
        float size = atlas.CellPx * scale;
        Draw(at - new Vector2(size / 2), new(size, 0), new(0, size), sprite, opacity);
    }

    private void Draw(Vector2 corner, Vector2 right, Vector2 down, Vector4 texels, float opacity)
    {
        place.Set(new(corner.X, corner.Y, 2f / screen.WidthPx, 2f / screen.HeightPx));
        axes.Set(new(right.X, right.Y, down.X, down.Y));
        part.Set(texels);
        tint.Set(new(opacity));
        gl.DrawArrays(PrimitiveType.TriangleStrip, 0, 4);
    }
}
