using System.Numerics;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Commands;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Replay;

/// <summary>
/// Plays a script on a virtual clock: every frame lasts a sixtieth of a second, nothing depends on the machine's speed.
/// </summary>
internal sealed class ScriptPlayer(Offscreen screen, string folder)
{
    private const double TapSeconds = 0.08;
    private const float Close = 1e-3f;

    private static readonly TimeSpan Frame = TimeSpan.FromSeconds(1.0 / 60);

    private readonly Dictionary<int, Vector2> fingers = [];
    private TimeSpan now;
    private double owed;

    /// <summary>Plays one step; null when it went well, or what was expected and what was there instead.</summary>
    public string? Play(ScriptStep step)
    {
        switch (step)
        {
            case ScriptStep.Wait(var seconds):
                Wait(seconds);
                return null;
            case ScriptStep.TapAt(var at):
                Tap(at);
                return null;
            case ScriptStep.TapControl(var id):
                return TapControl(id);
            case ScriptStep.Down(var finger, var at):
                Touch(TouchPhase.Down, finger, at);
                return null;
            case ScriptStep.Move(var finger, var to, var over):
                return Move(finger, to, over);
            case ScriptStep.Up(var finger):
                return Up(finger);
            case ScriptStep.Pinch pinch:
                Pinch(pinch);
                return null;
            case ScriptStep.Drag(var from, var to, var over):
                Touch(TouchPhase.Down, 0, from);
                _ = Move(0, to, over);
                return Up(0);
            case ScriptStep.Press(var key):
                screen.Loop.Input.Keys.Add(new(key, null, now));
                Wait(Frame.TotalSeconds);
                return null;
            case ScriptStep.Type(var text):
                screen.Loop.Input.Keys.Add(new(null, text, now));
                Wait(Frame.TotalSeconds);
                return null;
            case ScriptStep.Capture(var name):
                Capture(name);
                return null;
            case ScriptStep.Expect(var values):
                return Check(values);
            default:
                throw new System.Diagnostics.UnreachableException($"{step}");
        }
    }

    private void Wait(double seconds)
    {
        owed += seconds;
        while (owed >= Frame.TotalSeconds - 1e-9)
        {
            owed -= Frame.TotalSeconds;
            // Nothing moves and nobody touches: the hours of a quiet night pass at once, second by second of the idle clock.
            bool quiet = !screen.App.IsMoving && screen.Loop.Input.IsEmpty && fingers.Count == 0;
            TimeSpan step = Frame;
            if (quiet && owed > 1)
            {
                step = screen.App.UntilNextChange < TimeSpan.FromSeconds(owed) ? screen.App.UntilNextChange : TimeSpan.FromSeconds(owed);
                step = step > Frame ? step : Frame;
                owed -= (step - Frame).TotalSeconds;
            }

            now += step;
            screen.Loop.Step(step);
        }
    }

    private void Tap(Vector2 at)
    {
        Touch(TouchPhase.Down, 0, at);
        Wait(TapSeconds);
        _ = Up(0);
    }

    private string? TapControl(string id)
    {
        if (screen.App.Ui.Controls.FirstOrDefault(c => c.Id == id) is not { } control)
        {
            string[] known = [.. screen.App.Ui.Controls.Where(c => c.IsActionable).Select(c => c.Id)];
            return $"there is no control '{id}' to tap now; "
                + (known.Length == 0 ? "nothing can be tapped on this screen." : $"there are {string.Join(", ", known)}.");
        }

        Vector2 size = new(screen.App.Screen.WidthMm, screen.App.Screen.HeightMm);
        Tap(control.Bounds.Center / size);
        return null;
    }

    private string? Move(int finger, Vector2 to, double over)
    {
        if (!fingers.TryGetValue(finger, out Vector2 from))
            return $"finger {finger} is not down; put a \"down\" before.";
        int frames = Math.Max(1, (int)Math.Round(over / Frame.TotalSeconds));
        for (int i = 1; i <= frames; i++)
        {
            Touch(TouchPhase.Move, finger, Vector2.Lerp(from, to, (float)i / frames));
            if (over > 0)
                Wait(Frame.TotalSeconds);
        }

        return null;
    }

    private string? Up(int finger)
    {
        if (!fingers.TryGetValue(finger, out Vector2 at))
            return $"finger {finger} is not down; put a \"down\" before.";
        Touch(TouchPhase.Up, finger, at);
        Wait(Frame.TotalSeconds);
        return null;
    }

    private void Pinch(ScriptStep.Pinch pinch)
    {
        Vector2 size = new(screen.App.Screen.WidthPx, screen.App.Screen.HeightPx);
        float side = MathF.Min(size.X, size.Y) / size.X;
        Touch(TouchPhase.Down, 0, At(-pinch.From));
        Touch(TouchPhase.Down, 1, At(pinch.From));
        int frames = Math.Max(1, (int)Math.Round(pinch.Over / Frame.TotalSeconds));
        for (int i = 1; i <= frames; i++)
        {
            float apart = pinch.From + (pinch.To - pinch.From) * i / frames;
            Touch(TouchPhase.Move, 0, At(-apart));
            Touch(TouchPhase.Move, 1, At(apart));
            Wait(Frame.TotalSeconds);
        }

        _ = Up(0);
        _ = Up(1);

        Vector2 At(float apart) => pinch.At + new Vector2(apart / 2 * side, 0);
    }

    private void Touch(TouchPhase phase, int finger, Vector2 at)
    {
        if (phase == TouchPhase.Up)
            fingers.Remove(finger);
        else
            fingers[finger] = at;
        Vector2 mm = at * new Vector2(screen.App.Screen.WidthMm, screen.App.Screen.HeightMm);
        screen.Loop.Input.Touches.Add(new(phase, finger, mm, now));
    }

    private void Capture(string name)
    {
        Flush();
        screen.WritePicture(Path.Combine(folder, name + ".png"));
        File.WriteAllText(Path.Combine(folder, name + ".json"), CaptureJson.Write(screen.App));
    }

    /// <summary>Touches that were given but not yet stepped over are taken without time passing.</summary>
    private void Flush()
    {
        if (!screen.Loop.Input.IsEmpty)
            screen.Loop.Step(TimeSpan.Zero);
    }

    private string? Check(IReadOnlyList<(string Path, JsonNode? Value)> values)
    {
        Flush();
        JsonNode capture = JsonNode.Parse(CaptureJson.Write(screen.App))!;
        foreach ((string path, JsonNode? value) in values)
        {
            if (!TryFind(capture, path, out JsonNode? found))
                return $"expected '{path}' to be {Shown(value)}, but the state has no such member.";
            if (!Same(found, value))
                return $"expected '{path}' to be {Shown(value)}, but it is {Shown(found)}.";
        }

        return null;
    }

    private static bool TryFind(JsonNode? node, string path, out JsonNode? found)
    {
        found = node;
        foreach (string part in path.TrimStart('$').Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (found is JsonObject o && o.TryGetPropertyValue(part, out JsonNode? member))
                found = member;
            else if (found is JsonArray array && int.TryParse(part, out int index) && index >= 0 && index < array.Count)
                found = array[index];
            else if (found is JsonArray list && part == "length")
                found = JsonValue.Create(list.Count);
            else
                return false;
        }

        return true;
    }

    private static bool Same(JsonNode? a, JsonNode? b)
    {
        if (a is JsonValue x && b is JsonValue y && x.TryGetValue(out double p) && y.TryGetValue(out double q))
            return Math.Abs(p - q) <= Close * Math.Max(1, Math.Abs(q));
        return JsonNode.DeepEquals(a, b);
    }

    private static string Shown(JsonNode? node) => node?.ToJsonString() ?? "null";
}
