using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Ui;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Staging;

/// <summary>
/// Brings the interface's panels to the GPU: a texture for each, and of its pixels only what was repainted. Panels
/// that merely move, scroll or fade cost nothing.
/// </summary>
internal sealed class PanelUploads : IDisposable
{
    private readonly Dictionary<Panel, Upload> uploads = [];
    private readonly List<Panel> gone = [];

    /// <summary>Fills <paramref name="drawn"/> with the textures of <paramref name="panels"/>, lowest first.</summary>
    public void Take(GL gl, IReadOnlyList<Panel> panels, List<PanelTexture> drawn)
    {
        drawn.Clear();
        for (int i = 0; i < panels.Count; i++)
            drawn.Add(Uploaded(gl, panels[i]));
        RemoveGone();
    }

    /// <summary>The context is gone and every texture with it.</summary>
    public void Forget()
    {
        foreach (Upload upload in uploads.Values)
            upload.Texture.Forget();
        uploads.Clear();
    }

    public void Dispose()
    {
        foreach (Upload upload in uploads.Values)
            upload.Texture.Dispose();
        uploads.Clear();
    }

    private PanelTexture Uploaded(GL gl, Panel panel)
    {
        if (!uploads.TryGetValue(panel, out Upload? upload))
            uploads[panel] = upload = new();
        PanelTexture texture = upload.Texture;
        if (texture.Fit(gl, panel.Width, panel.Height))
            upload.Version = 0;
        if (upload.Version != panel.Version)
        {
            PixelBox changed = panel.ChangedSince(upload.Version);
            if (!changed.IsEmpty)
                texture.Upload(panel.Pixels, changed.X, changed.Y, changed.Width, changed.Height);
            upload.Version = panel.Version;
        }

        (texture.X, texture.Y, texture.Opacity) = (panel.X, panel.Y, panel.Opacity);
        PanelWindow window = panel.Window;
        texture.Window = new(window.Top, window.Bottom, window.FadeTop, window.FadeBottom);
        return texture;
    }

    private void RemoveGone()
    {
        foreach (Panel panel in uploads.Keys)
        {
            if (panel.IsDisposed)
                gone.Add(panel);
        }

        foreach (Panel panel in gone)
        {
            uploads[panel].Texture.Dispose();
            uploads.Remove(panel);
        }

        gone.Clear();
    }

    private sealed class Upload
    {
        public PanelTexture Texture { get; } = new();

        public int Version { get; set; }
    }
}
