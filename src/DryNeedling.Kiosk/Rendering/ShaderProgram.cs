using System.Numerics;
using DryNeedling.Kiosk.Platform;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>
/// One linked program out of embedded shader texts. A uniform that the program lacks fails here, at start, and not as
/// a black body in the clinic.
/// </summary>
internal sealed class ShaderProgram : IDisposable
{
    /// <summary>Binding points of the uniform blocks that programs share.</summary>
    public const uint FrameBinding = 0, ZonesBinding = 1, CutawayBinding = 2;

    private readonly GL gl;
    private readonly string name;
    private uint handle;

    /// <param name="vertex">Shader texts that together make the vertex stage, without <c>Shaders/</c> and <c>.glsl</c>.</param>
    public ShaderProgram(GL gl, string name, ReadOnlySpan<string> vertex, ReadOnlySpan<string> fragment)
    {
        this.gl = gl;
        this.name = name;
        uint first = Compile(ShaderType.VertexShader, vertex), second = Compile(ShaderType.FragmentShader, fragment);
        handle = gl.CreateProgram();
        gl.AttachShader(handle, first);
        gl.AttachShader(handle, second);
        gl.LinkProgram(handle);
        if (gl.GetProgram(handle, ProgramPropertyARB.LinkStatus) == 0)
            throw new PlatformException($"The graphics driver refuses the program '{name}': {gl.GetProgramInfoLog(handle).Trim()}");

        gl.DeleteShader(first);
        gl.DeleteShader(second);
        BindBlock("Frame", FrameBinding);
        BindBlock("Zones", ZonesBinding);
        BindBlock("Cutaway", CutawayBinding);
    }

    public void Use() => gl.UseProgram(handle);

    public Uniform Locate(string uniform)
    {
        int location = gl.GetUniformLocation(handle, uniform);
        return location >= 0 ? new(gl, location) : throw new PlatformException($"The program '{name}' has no uniform '{uniform}'.");
    }

    public void Dispose()
    {
        gl.DeleteProgram(handle);
        handle = 0;
    }

    private void BindBlock(string block, uint binding)
    {
        uint index = gl.GetUniformBlockIndex(handle, block);
        if (index != uint.MaxValue)
            gl.UniformBlockBinding(handle, index, binding);
    }

    private uint Compile(ShaderType stage, ReadOnlySpan<string> parts)
    {
        uint shader = gl.CreateShader(stage);
        gl.ShaderSource(shader, ShaderText.Join(parts));
        gl.CompileShader(shader);
        if (gl.GetShader(shader, ShaderParameterName.CompileStatus) == 0)
            throw new PlatformException($"The graphics driver refuses the {stage} of '{name}': {gl.GetShaderInfoLog(shader).Trim()}");

        return shader;
    }
}

/// <summary>A uniform of one program, found once.</summary>
internal readonly record struct Uniform(GL Gl, int Location)
{
    public void Set(Vector4 value) => Gl.Uniform4(Location, value.X, value.Y, value.Z, value.W);
}
