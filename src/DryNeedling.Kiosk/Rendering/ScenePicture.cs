using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// The finished picture of the scene, kept on the GPU: drawn again only when the scene changed. While it changes it is
/// drawn plainly; once it rests, each further frame adds a sample between the pixels until all edges are smooth.
/// </summary>
internal sealed class ScenePicture : IDisposable
{
    /// <summary>Pictures averaged for one smooth one; eight are hard to tell from sixteen.</summary>
    public const int Samples = 8;

    private readonly GL gl;
    private readonly BodyRenderer renderer;
    private readonly BodyScene drawn;
    private GpuTarget? scene;
    private GpuTarget? average;
    private ShaderProgram? copy;
    private int samples;
    private bool drawnReduced;

    public ScenePicture(GL gl, BodyRenderer renderer, Body body)
    {
        this.gl = gl;
        this.renderer = renderer;
        drawn = new(body);
    }

    /// <summary>Nothing is left to be done for the scene drawn last.</summary>
    public bool IsConverged => samples == Samples;

    /// <summary>Whether the last <see cref="Update"/> drew a picture at full detail: then its time is worth knowing.</summary>
    public bool DrewFull { get; private set; }

    /// <summary>Does one step of work, if there is any.</summary>
    /// <param name="reduceWhileChanging">Use the reduced level for a picture that differs from the one before.</param>
    /// <returns>Whether the picture changed.</returns>
    public bool Update(BodyScene wanted, int width, int height, float pxPerMm, bool reduceWhileChanging)
    {
        bool resized = Fit(width, height);
        bool changed = resized || !wanted.LooksLike(drawn);
        DrewFull = false;
        if (!changed && IsConverged)
            return false;

        if (changed)
        {
            drawn.CopyFrom(wanted);
            // The first picture of a size is the one that somebody waits for; the next frame gives it its detail.
            drawnReduced = reduceWhileChanging || resized;
            DrawPlain(pxPerMm);
        }
        else if (drawnReduced)
        {
            drawnReduced = false;
            DrawPlain(pxPerMm);
        }
        else
        {
            AddSample(pxPerMm);
        }

        DrewFull = !drawnReduced;
        return true;
    }

    /// <summary>Copies the picture to a framebuffer of the same size.</summary>
    public void CopyTo(uint framebuffer) => (samples is > 1 and < Samples ? average! : scene!).CopyTo(framebuffer);

    public void Dispose()
    {
        scene?.Dispose();
        average?.Dispose();
        copy?.Dispose();
        (scene, average, copy) = (null, null, null);
    }

    private bool Fit(int width, int height)
    {
        if (scene is not null && scene.Width == width && scene.Height == height)
            return false;

        scene?.Dispose();
        average?.Dispose();
        average = null;
        scene = new(gl, width, height, InternalFormat.Rgba8, withDepth: true);
        return true;
    }

    private void DrawPlain(float pxPerMm)
    {
        renderer.Draw(drawn, scene!, pxPerMm, Vector2.Zero, drawnReduced);
        samples = 1;
    }

    private void AddSample(float pxPerMm)
    {
        average ??= new(gl, scene!.Width, scene.Height, InternalFormat.Rgb10A2, withDepth: false);
        if (samples == 1)
            scene!.CopyTo(average.Framebuffer);

        renderer.Draw(drawn, scene!, pxPerMm, Jitter(samples), reduced: false);
        samples++;
        BlendIntoAverage(1f / samples);
        if (samples < Samples)
            return;

        // The finished picture moves to 8 bits, where copying it to the screen is cheapest.
        average.CopyTo(scene!.Framebuffer);
    }

    private void BlendIntoAverage(float share)
    {
        copy ??= new(gl, "copy", ["frame", "backdrop.vert"], ["frame", "copy.frag"]);
        average!.Bind();
        copy.Use();
        gl.ActiveTexture(TextureUnit.Texture0);
        gl.BindTexture(TextureTarget.Texture2D, scene!.Texture);
        gl.Enable(EnableCap.Blend);
        gl.BlendColor(share, share, share, share);
        gl.BlendFunc(BlendingFactor.ConstantAlpha, BlendingFactor.OneMinusConstantAlpha);
        gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
        gl.Disable(EnableCap.Blend);
    }

    // The R2 sequence (Roberts 2018) covers a pixel evenly after any number of samples; sample 0 is its middle.
    private static Vector2 Jitter(int sample) => new(
        Centred(sample * 0.7548776662f), Centred(sample * 0.5698402910f));

    private static float Centred(float x) => x + 0.5f - MathF.Floor(x + 0.5f) - 0.5f;
}
