using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>The programs that draw the scene, each with its uniforms.</summary>
internal sealed class BodyShaders : IDisposable
{
    public BodyShaders(GL gl)
    {
        Muscle = new(gl, "muscle", ["frame", "tissue.vert"], ["frame", "light", "look", "muscle.frag"]);
        (MuscleLook, MuscleNature) = (Muscle.Locate("look"), Muscle.Locate("nature"));
        Bone = new(gl, "bone", ["frame", "tissue.vert"], ["frame", "light", "look", "bone.frag"]);
        (BoneLook, BoneNature) = (Bone.Locate("look"), Bone.Locate("nature"));
        Skin = new(gl, "skin", ["frame", "skin.vert"], ["frame", "light", "skin.frag"]);
        SkinLook = Skin.Locate("look");
        Outline = new(gl, "outline", ["frame", "outline.vert"], ["frame", "outline.frag"]);
        (OutlineWidth, OutlineTint) = (Outline.Locate("outline"), Outline.Locate("tint"));
        Backdrop = new(gl, "backdrop", ["frame", "backdrop.vert"], ["frame", "backdrop.frag"]);
        Floor = new(gl, "floor", ["frame", "floor.vert"], ["frame", "floor.frag"]);
        (FloorDisc, FloorTint) = (Floor.Locate("disc"), Floor.Locate("tint"));
    }

    public ShaderProgram Muscle { get; }

    public Uniform MuscleLook { get; }

    public Uniform MuscleNature { get; }

    public ShaderProgram Bone { get; }

    public Uniform BoneLook { get; }

    public Uniform BoneNature { get; }

    public ShaderProgram Skin { get; }

    public Uniform SkinLook { get; }

    public ShaderProgram Outline { get; }

    public Uniform OutlineWidth { get; }

    public Uniform OutlineTint { get; }

    public ShaderProgram Backdrop { get; }

    public ShaderProgram Floor { get; }

    public Uniform FloorDisc { get; }

    public Uniform FloorTint { get; }

    public void Dispose()
    {
        Muscle.Dispose();
        Bone.Dispose();
        Skin.Dispose();
        Outline.Dispose();
        Backdrop.Dispose();
        Floor.Dispose();
    }
}
