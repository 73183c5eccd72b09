using System.Numerics;
using System.Runtime.CompilerServices;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Rendering.Cutaway;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// Draws one picture of the body, or of the cut-away block in its place, into a target that has depth and stencil. Owns what of the body is on
/// the GPU; everything can be made again from the <see cref="Body"/>.
/// </summary>
internal sealed class BodyRenderer : IDisposable
{
    private const int ZonesInBlock = 256;
    private const float OutlineMillimetres = 0.55f;

    private readonly GL gl;
    private readonly Body body;
    private readonly GpuBody mesh;
    private readonly BodyShaders shaders;
    private readonly GpuUniformBlock frame;
    private readonly GpuUniformBlock zones;
    private readonly Vector4[] natures;
    private readonly Vector4[] zoneValues = new Vector4[ZonesInBlock];
    private readonly DrawList list;
    private GpuTarget? backdrop;
    private (SceneTheme? Theme, Vector2 Centre) paintedFor;
    private CutawayRenderer? cutaway;

    public BodyRenderer(GL gl, Body body)
    {
        this.gl = gl;
        this.body = body;
        mesh = new(gl, body);
        shaders = new(gl);
        frame = new(gl, ShaderProgram.FrameBinding, Unsafe.SizeOf<FrameBlock>());
        zones = new(gl, ShaderProgram.ZonesBinding, ZonesInBlock * 16);
        natures = StructureNature.Of(body);
        list = new(body.Structures.Count);
    }

    /// <param name="pxPerMm">Device pixels per millimetre, for what has a size on the glass and not in the body.</param>
    /// <param name="jitter">Moves the picture by a fraction of a pixel.</param>
    /// <param name="reduced">Draws the reduced level where a structure has one.</param>
    public void Draw(BodyScene scene, GpuTarget target, float pxPerMm, Vector2 jitter, bool reduced)
    {
        FrameBlock block = FrameBlock.Of(scene, target.Width, target.Height, jitter);
        frame.Write<FrameBlock>(new(in block));
        mesh.Bind();
        DrawBackdrop(scene, target);
        if (scene.Block.IsDrawn)
            DrawBlock(scene, reduced);
        else
            DrawBody(scene, block, pxPerMm, reduced);
        DrawVeil(scene.Block.Veil);
        gl.Disable(EnableCap.DepthTest);
        gl.Disable(EnableCap.Blend);
        gl.Disable(EnableCap.CullFace);
    }

    public void Dispose()
    {
        mesh.Dispose();
        cutaway?.Dispose();
        backdrop?.Dispose();
        shaders.Dispose();
        frame.Dispose();
        zones.Dispose();
    }

    private void DrawBody(BodyScene scene, in FrameBlock block, float pxPerMm, bool reduced)
    {
        list.Fill(scene, block.ViewProjection);
        WriteZones(scene);
        DrawFloor(scene.Theme, new(0, 0.03f, 0.85f, 0.60f), new(0, 0.03f, 0.36f, 0.26f));
        DrawSolid(scene, reduced);
        DrawClear(scene, reduced);
        DrawSkin(scene, reduced);
        DrawOutlines(scene, pxPerMm, reduced);
    }

    private void DrawBlock(BodyScene scene, bool reduced)
    {
        cutaway ??= new(gl, CutawayMesh.Shared);
        mesh.Bind();
        DrawFloor(scene.Theme, new(0, 0, 1.9f, 1.4f), new(0.02f, 0, 1.05f, 0.68f));
        cutaway.Draw(scene.Block, reduced);
    }

    /// <summary>Lets what was drawn fade into the backdrop.</summary>
    private void DrawVeil(float strength)
    {
        if (strength <= 0)
            return;
        gl.Disable(EnableCap.DepthTest);
        gl.Disable(EnableCap.CullFace);
        gl.Enable(EnableCap.Blend);
        gl.BlendColor(strength, strength, strength, strength);
        gl.BlendFunc(BlendingFactor.ConstantAlpha, BlendingFactor.OneMinusConstantAlpha);
        shaders.Backdrop.Use();
        gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
    }

    private void WriteZones(BodyScene scene)
    {
        ReadOnlySpan<ZonePaint> paints = scene.Zones;
        int count = Math.Min(paints.Length, ZonesInBlock - 1);
        for (int i = 0; i < count; i++)
            zoneValues[i + 1] = new(paints[i].Essential, paints[i].Spillover, 0, 0);

        zones.Write<Vector4>(zoneValues);
    }

    /// <summary>
    /// The backdrop only changes with the theme and the optical centre. It covers the whole screen and would cost a
    /// machine without a GPU a third of each frame: it is painted once and copied.
    /// </summary>
    private void DrawBackdrop(BodyScene scene, GpuTarget target)
    {
        gl.Disable(EnableCap.Blend);
        gl.Disable(EnableCap.CullFace);
        gl.Disable(EnableCap.DepthTest);
        if (backdrop is null || backdrop.Width != target.Width || backdrop.Height != target.Height)
        {
            backdrop?.Dispose();
            backdrop = new(gl, target.Width, target.Height, InternalFormat.Rgba8, withDepth: false);
            paintedFor = (null, default);
        }

        if (paintedFor != (scene.Theme, scene.Centre))
        {
            paintedFor = (scene.Theme, scene.Centre);
            backdrop.Bind();
            shaders.Backdrop.Use();
            gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
        }

        backdrop.CopyTo(target.Framebuffer);
        target.Bind();
        gl.DepthMask(true);
        gl.Clear(ClearBufferMask.DepthBufferBit | ClearBufferMask.StencilBufferBit);
    }

    private void DrawFloor(SceneTheme theme, Vector4 light, Vector4 shadow)
    {
        BlendOver();
        shaders.Floor.Use();
        shaders.FloorDisc.Set(light);
        shaders.FloorTint.Set(theme.FloorGlow);
        gl.DrawArrays(PrimitiveType.TriangleStrip, 0, 4);
        shaders.FloorDisc.Set(shadow);
        shaders.FloorTint.Set(theme.Shadow);
        gl.DrawArrays(PrimitiveType.TriangleStrip, 0, 4);
    }

    private void BlendOver()
    {
        gl.Enable(EnableCap.Blend);
        gl.BlendFuncSeparate(
            BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha, BlendingFactor.Zero, BlendingFactor.One);
    }

    private void DrawSolid(BodyScene scene, bool reduced)
    {
        gl.Disable(EnableCap.Blend);
        gl.Enable(EnableCap.CullFace);
        gl.Enable(EnableCap.DepthTest);
        gl.DepthFunc(DepthFunction.Less);
        if (list.SkinIsSolid)
            DrawSkinMesh(scene, reduced);

        DrawAll(list.Solid, scene, reduced);
    }

    private void DrawClear(BodyScene scene, bool reduced)
    {
        if (list.Clear.IsEmpty)
            return;

        BlendOver();
        gl.DepthMask(false);
        DrawAll(list.Clear, scene, reduced);
        gl.DepthMask(true);
    }

    private void DrawAll(ReadOnlySpan<int> structures, BodyScene scene, bool reduced)
    {
        bool? muscleInUse = null;
        TissueProgram muscle = reduced ? shaders.SwiftMuscle : shaders.Muscle;
        foreach (int index in structures)
        {
            Structure structure = body.Structures[index];
            bool fibrous = structure.Kind is StructureKind.Muscle or StructureKind.Tendon or StructureKind.Fascia;
            TissueProgram tissue = fibrous ? muscle : shaders.Bone;
            if (fibrous != muscleInUse)
                tissue.Program.Use();

            muscleInUse = fibrous;
            StructureLook look = scene.Looks[index];
            tissue.Look.Set(new(look.Opacity, look.Glass, look.Highlight, look.Dim));
            tissue.Nature.Set(natures[index]);
            mesh.Draw(structure, reduced, list.IsWhole);
        }
    }

    private void DrawSkin(BodyScene scene, bool reduced)
    {
        if (list.Skin < 0 || list.SkinIsSolid)
            return;

        // In motion nobody sees that a hand's edge shines through the other arm, and one pass is half the work.
        if (reduced)
        {
            BlendOver();
            DrawSkinMesh(scene, reduced);
            return;
        }

        // First only depth, then only the nearest surface: glass behind glass would show every fold twice.
        gl.ColorMask(false, false, false, false);
        gl.Disable(EnableCap.Blend);
        shaders.Depth.Use();
        mesh.Draw(body.Structures[list.Skin], reduced);
        gl.ColorMask(true, true, true, true);
        gl.DepthFunc(DepthFunction.Equal);
        BlendOver();
        DrawSkinMesh(scene, reduced);
        gl.DepthFunc(DepthFunction.Less);
    }

    private void DrawSkinMesh(BodyScene scene, bool reduced)
    {
        StructureLook look = scene.Looks[list.Skin];
        SkinProgram skin = IsPainted(scene.Zones) ? shaders.PaintedSkin : look.Glass >= 1 ? shaders.GlassSkin : shaders.Skin;
        skin.Program.Use();
        skin.Look.Set(new(look.Opacity, look.Glass, look.Highlight, look.Dim));
        mesh.Draw(body.Structures[list.Skin], reduced);
    }

    private static bool IsPainted(ReadOnlySpan<ZonePaint> zones)
    {
        foreach (ZonePaint zone in zones)
        {
            if (zone.Essential > 0 || zone.Spillover > 0)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Marks the whole silhouette in the stencil, then draws the swollen shape only beside it: a line of even width
    /// that no neighbour cuts.
    /// </summary>
    private void DrawOutlines(BodyScene scene, float pxPerMm, bool reduced)
    {
        if (list.Outlined.IsEmpty)
            return;

        shaders.Outline.Use();
        gl.Disable(EnableCap.CullFace);
        gl.Disable(EnableCap.DepthTest);
        gl.Enable(EnableCap.StencilTest);
        gl.StencilFunc(StencilFunction.Always, 1, 0xFF);
        gl.StencilOp(StencilOp.Keep, StencilOp.Keep, StencilOp.Replace);
        gl.ColorMask(false, false, false, false);
        DrawOutlineMeshes(scene, 0, reduced);
        gl.ColorMask(true, true, true, true);

        BlendOver();
        gl.StencilFunc(StencilFunction.Notequal, 1, 0xFF);
        DrawOutlineMeshes(scene, MathF.Max(1.2f, OutlineMillimetres * pxPerMm), reduced);
        gl.Disable(EnableCap.StencilTest);
    }

    private void DrawOutlineMeshes(BodyScene scene, float widthPx, bool reduced)
    {
        shaders.OutlineWidth.Set(new Vector4(widthPx, 0, 0, 0));
        foreach (int index in list.Outlined)
        {
            Vector4 tint = scene.Theme.Outline;
            tint.W *= scene.Looks[index].Outline * scene.Looks[index].Opacity;
            shaders.OutlineTint.Set(tint);
            mesh.Draw(body.Structures[index], reduced);
        }
    }
}
