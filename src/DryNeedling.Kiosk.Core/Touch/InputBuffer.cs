namespace DryNeedling.Kiosk.Touch;

/// <summary>What came in since the last frame, in order of arrival per kind; reused from frame to frame.</summary>
public sealed class InputBuffer
{
    public List<TouchEvent> Touches { get; } = [];

    public List<WheelEvent> Wheels { get; } = [];

    public List<KeyEvent> Keys { get; } = [];

    /// <summary>The system asked the program to end (SIGTERM, window closed).</summary>
    public bool Quit { get; set; }

    public bool IsEmpty => Touches.Count == 0 && Wheels.Count == 0 && Keys.Count == 0 && !Quit;

    public void Clear()
    {
        Touches.Clear();
        Wheels.Clear();
        Keys.Clear();
        Quit = false;
    }
}
