using System.Runtime.CompilerServices;
using DryNeedling.Kiosk.Learning;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>
/// Draws the cut-away block with the frame that is already set. Owns what of it is on the GPU; everything can be made
/// again from <see cref="CutawayMesh"/>.
/// </summary>
internal sealed class CutawayRenderer : IDisposable
{
    private readonly GL gl;
    private readonly GpuCutaway mesh;
    private readonly GpuUniformBlock block;
    private readonly CutawayProgram skin, soft, fibres, swiftFibres, ends, steel, tube;

    public CutawayRenderer(GL gl, CutawayMesh mesh)
    {
        this.gl = gl;
        this.mesh = new(gl, mesh);
        block = new(gl, ShaderProgram.CutawayBinding, Unsafe.SizeOf<CutawayBlock>());
        skin = Program("cut skin", "cutaway-tissue.vert", ["cutaway-skin", "light", "look", "cutaway-light", "cutaway-soft.frag"]);
        soft = Program("soft tissue", "cutaway-tissue.vert", ["light", "look", "cutaway-light", "cutaway-soft.frag"]);
        fibres = Program("fibres", "cutaway-tissue.vert", ["light", "look", "cutaway-light", "cutaway-fibre.frag"]);
        swiftFibres = Program("swift fibres", "cutaway-tissue.vert", ["swift", "light", "look", "cutaway-light", "cutaway-fibre.frag"]);
        ends = Program("fibre ends", "cutaway-tissue.vert", ["light", "look", "cutaway-light", "cutaway-end.frag"]);
        steel = Program("needle", "cutaway-needle.vert", ["light", "look", "cutaway-needle.frag"]);
        tube = Program("guide tube", "cutaway-needle.vert", ["light", "look", "cutaway-tube.frag"]);
    }

    public void Draw(in CutawayLook look, bool reduced)
    {
        CutawayBlock values = CutawayBlock.Of(look);
        block.Write<CutawayBlock>(new(in values));
        mesh.Bind();
        gl.Disable(EnableCap.Blend);
        gl.Enable(EnableCap.CullFace);
        gl.Enable(EnableCap.DepthTest);
        gl.DepthFunc(DepthFunction.Less);
        DrawTissues(look, reduced);
        DrawNeedle(look, reduced);
    }

    public void Dispose()
    {
        mesh.Dispose();
        block.Dispose();
        foreach (CutawayProgram program in (ReadOnlySpan<CutawayProgram>)[skin, soft, fibres, swiftFibres, ends, steel, tube])
            program.Program.Dispose();
    }

    private void DrawTissues(in CutawayLook look, bool reduced)
    {
        CutawayLight lit = look.Light;
        // The band is a part of the muscle, and the trigger point one of the band.
        float muscle = MathF.Max(lit.Muscle, 0.25f * MathF.Max(lit.Band, lit.Point)), band = MathF.Max(lit.Band, MathF.Max(lit.Point, 0.6f * lit.Muscle));
        CutawayProgram fibre = reduced ? swiftFibres : fibres;
        // From the top and the front: what they hide is then never shaded.
        skin.Program.Use();
        Piece(skin, CutawayPiece.Skin, look, lit.Skin, reduced);
        soft.Program.Use();
        Piece(soft, CutawayPiece.Fat, look, lit.Fat, reduced);
        fibre.Program.Use();
        Piece(fibre, CutawayPiece.Band, look, band, reduced);
        Piece(fibre, CutawayPiece.Bundles, look, muscle, reduced);
        ends.Program.Use();
        Piece(ends, CutawayPiece.Ends, look, muscle, reduced);
        soft.Program.Use();
        Piece(soft, CutawayPiece.Sheath, look, muscle, reduced);
    }

    private void Piece(in CutawayProgram program, CutawayPiece piece, in CutawayLook look, float light, bool reduced)
    {
        float dim = 0.36f * look.Light.Strongest * (1 - light);
        program.Look.Set(new(1, 0, 0.22f * light, dim));
        mesh.Draw(piece, reduced);
    }

    private void DrawNeedle(in CutawayLook look, bool reduced)
    {
        CutawayPicture picture = look.Picture;
        if (picture.NeedlePresence <= 0)
            return;
        gl.Enable(EnableCap.Blend);
        gl.BlendFuncSeparate(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha, BlendingFactor.Zero, BlendingFactor.One);
        float dim = 0.3f * look.Light.Strongest * (1 - look.Light.Needle);
        float tip = CutawayShape.TipOf(picture);
        steel.Program.Use();
        steel.Look.Set(new(picture.NeedlePresence, 0, 0.5f * look.Light.Needle, dim));
        steel.Place.Set(new(CutawayShape.NeedleX, tip, CutawayShape.NeedleZ, 0));
        mesh.Draw(CutawayPiece.Needle, reduced);
        if (picture.TubePresence <= 0)
            return;
        float foot = CutawayShape.Curved(new(CutawayShape.NeedleX, CutawayShape.SkinTop, CutawayShape.NeedleZ)).Y + picture.TubeLift - picture.Dent;
        gl.DepthMask(false);
        tube.Program.Use();
        tube.Look.Set(new(picture.TubePresence, 0, 0.5f * look.Light.Needle, dim));
        tube.Place.Set(new(CutawayShape.NeedleX, foot, CutawayShape.NeedleZ, 0));
        mesh.Draw(CutawayPiece.Tube, reduced);
        gl.DepthMask(true);
    }

    private CutawayProgram Program(string name, string vertex, ReadOnlySpan<string> fragment)
    {
        ShaderProgram program = new(gl, name, ["frame", "cutaway", vertex], ["frame", "cutaway", .. fragment]);
        return new(program, program.Locate("look"), vertex == "cutaway-needle.vert" ? program.Locate("place") : default);
    }

    /// <summary>A program of the block; only those for the needle have a place.</summary>
    private readonly record struct CutawayProgram(ShaderProgram Program, Uniform Look, Uniform Place);
}
