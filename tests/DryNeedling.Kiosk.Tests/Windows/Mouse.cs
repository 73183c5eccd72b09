using System.Diagnostics;
using System.Numerics;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>A mouse and a keyboard of an X server, moved by xdotool.</summary>
internal sealed class Mouse(string display)
{
    public void Click(Vector2 px) => Do([.. To(px), "click", "1"]);

    public void Press(Vector2 px) => Do([.. To(px), "mousedown", "1"]);

    public void Move(Vector2 px) => Do(To(px));

    public void Release() => Do(["mouseup", "1"]);

    /// <summary>Positive turns are away from the user.</summary>
    public void Wheel(Vector2 px, int turns) =>
        Do([.. To(px), "click", "--repeat", $"{Math.Abs(turns)}", "--delay", "1", turns > 0 ? "4" : "5"]);

    public void Key(string name) => Do(["key", name]);

    /// <summary>What xdotool says about the window with this title, as <c>NAME=value</c> lines.</summary>
    public string Geometry(string title) => Do(["search", "--sync", "--name", title, "getwindowgeometry", "--shell"]);

    private static string[] To(Vector2 px) => ["mousemove", $"{MathF.Round(px.X)}", $"{MathF.Round(px.Y)}"];

    private string Do(string[] arguments)
    {
        ProcessStartInfo start = new("xdotool") { RedirectStandardOutput = true, Environment = { ["DISPLAY"] = display } };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"xdotool {string.Join(' ', arguments)} failed");
        return said;
    }
}
