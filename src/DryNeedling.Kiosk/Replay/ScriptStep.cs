using System.Numerics;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Replay;

/// <summary>One step of a script; positions are fractions of the screen from its top left corner, times seconds.</summary>
internal abstract record ScriptStep
{
    private ScriptStep()
    {
    }

    public sealed record Wait(double Seconds) : ScriptStep;

    public sealed record TapAt(Vector2 At) : ScriptStep;

    public sealed record TapControl(string Id) : ScriptStep;

    public sealed record Down(int Finger, Vector2 At) : ScriptStep;

    public sealed record Move(int Finger, Vector2 To, double Over) : ScriptStep;

    public sealed record Up(int Finger) : ScriptStep;

    /// <summary>Two fingers side by side whose distance goes from one share of the screen's shorter side to another.</summary>
    public sealed record Pinch(Vector2 At, float From, float To, double Over) : ScriptStep;

    public sealed record Drag(Vector2 From, Vector2 To, double Over) : ScriptStep;

    public sealed record Press(KioskKey Key) : ScriptStep;

    public sealed record Type(string Text) : ScriptStep;

    public sealed record Capture(string Name) : ScriptStep;

    /// <summary>Each path into the capture JSON (<c>camera.yaw</c>, <c>controls.0.id</c>) must hold its value.</summary>
    public sealed record Expect(IReadOnlyList<(string Path, JsonNode? Value)> Values) : ScriptStep;
}

/// <summary>A whole script; what it leaves out comes from the command's defaults.</summary>
internal sealed record Script(
    int Width, int Height, float? DiagonalInches, string? Content, string? Model, string? Language, bool ShowsTours,
    IReadOnlyList<(int Line, ScriptStep Step)> Steps);
