using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>The programs that draw the scene, each with its uniforms.</summary>
internal sealed class BodyShaders : IDisposable
{
    public BodyShaders(GL gl)
    {
        Muscle = TissueProgram.Of(new(gl, "muscle", ["frame", "tissue.vert"], ["frame", "light", "look", "muscle.frag"]));
        SwiftMuscle = TissueProgram.Of(new(gl, "swift muscle", ["frame", "tissue.vert"], ["frame", "swift", "light", "look", "muscle.frag"]));
        Bone = TissueProgram.Of(new(gl, "bone", ["frame", "tissue.vert"], ["frame", "light", "look", "bone.frag"]));
        Skin = SkinProgram.Of(new(gl, "skin", ["frame", "skin.vert"], ["frame", "light", "skin.frag"]));
        PaintedSkin = SkinProgram.Of(new(gl, "painted skin", ["frame", "painted", "skin.vert"], ["frame", "painted", "light", "skin.frag"]));
        GlassSkin = SkinProgram.Of(new(gl, "glass skin", ["frame", "skin.vert"], ["frame", "glass", "light", "skin.frag"]));
        Depth = new(gl, "depth", ["frame", "depth.vert"], ["frame", "depth.frag"]);
        Outline = new(gl, "outline", ["frame", "outline.vert"], ["frame", "outline.frag"]);
        (OutlineWidth, OutlineTint) = (Outline.Locate("outline"), Outline.Locate("tint"));
        Backdrop = new(gl, "backdrop", ["frame", "backdrop.vert"], ["frame", "backdrop.frag"]);
        Floor = new(gl, "floor", ["frame", "floor.vert"], ["frame", "floor.frag"]);
        (FloorDisc, FloorTint) = (Floor.Locate("disc"), Floor.Locate("tint"));
    }

    public TissueProgram Muscle { get; }

    /// <summary>The same at less cost per pixel, for a body in motion on a slow machine.</summary>
    public TissueProgram SwiftMuscle { get; }

    public TissueProgram Bone { get; }

    public SkinProgram Skin { get; }

    /// <summary>With pain; without any the plain one saves most of the cost.</summary>
    public SkinProgram PaintedSkin { get; }

    /// <summary>Unpainted and wholly clear: what is drawn most of the time.</summary>
    public SkinProgram GlassSkin { get; }

    public ShaderProgram Depth { get; }

    public ShaderProgram Outline { get; }

    public Uniform OutlineWidth { get; }

    public Uniform OutlineTint { get; }

    public ShaderProgram Backdrop { get; }

    public ShaderProgram Floor { get; }

    public Uniform FloorDisc { get; }

    public Uniform FloorTint { get; }

    public void Dispose()
    {
        Muscle.Program.Dispose();
        SwiftMuscle.Program.Dispose();
        Bone.Program.Dispose();
        Skin.Program.Dispose();
        PaintedSkin.Program.Dispose();
        GlassSkin.Program.Dispose();
        Depth.Dispose();
        Outline.Dispose();
        Backdrop.Dispose();
        Floor.Dispose();
    }
}

/// <summary>A program that draws muscles or bones.</summary>
internal readonly record struct TissueProgram(ShaderProgram Program, Uniform Look, Uniform Nature)
{
    public static TissueProgram Of(ShaderProgram program) => new(program, program.Locate("look"), program.Locate("nature"));
}

/// <summary>A program that draws the skin.</summary>
internal readonly record struct SkinProgram(ShaderProgram Program, Uniform Look)
{
    public static SkinProgram Of(ShaderProgram program) => new(program, program.Locate("look"));
}
