using System.Text;
using System.Text.Json;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Replay;

/// <summary>
/// Everything that can be seen, as JSON: what scripts expect and what a <c>capture</c> writes. Angles in degrees,
/// lengths in metres (camera) or as the names say.
/// </summary>
internal static class CaptureJson
{
    public static string Write(KioskApp app)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(app, json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(KioskApp app, Utf8JsonWriter json)
    {
        KioskState state = app.State;
        json.WriteStartObject();
        json.WriteString("screen", NameOf(state.Screen));
        WriteOptional(json, "topic", state.Topic);
        json.WriteNumber("step", state.StoryStep);
        WriteTour(state.Tour, json);
        json.WriteString("animation", NameOf(state.Animation));
        WriteBlock(app, json);
        json.WriteStartArray("lit");
        foreach (LitMuscle muscle in state.Lit)
            json.WriteStringValue(muscle.Id);
        json.WriteEndArray();
        WriteOptional(json, "selection", state.Selection?.Value);
        WriteOptional(json, "triggerPoint", state.TriggerPoint);
        WriteZones(app, json);
        json.WriteString("layer", NameOf(state.Layer));
        WriteNumber(json, "peel", state.Peel);
        json.WriteString("language", state.Language.Length > 0 ? state.Language : app.Content.FirstLanguage);
        json.WriteString("textSize", NameOf(state.TextSize));
        json.WriteBoolean("aloud", state.IsAloud);
        json.WriteString("body", NameOf(state.Form));
        WriteCamera(app, json);
        json.WriteBoolean("moving", app.IsMoving);
        WriteNumber(json, "idleSeconds", (float)app.Idle.TotalSeconds);
        WriteOptional(json, "prompt", state.Prompt);
        json.WriteString("sheet", NameOf(state.Sheet));
        WriteNumber(json, "scrollMm", state.CardScrollMm);
        WriteOptional(json, "focus", state.Focus);
        json.WriteString("searchText", state.SearchText);
        WriteComfort(state, json);
        json.WriteString("staff", NameOf(state.Staff));
        WriteOptional(json, "cleaningSeconds", state.CleaningSeconds);
        json.WriteStartArray("controls");
        foreach (Control control in app.Ui.Controls)
            WriteControl(control, app.Screen, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBlock(KioskApp app, Utf8JsonWriter json)
    {
        if (!app.Block.IsWanted)
        {
            json.WriteNull("cutaway");
            return;
        }

        Learning.CutawayPicture picture = app.Block.Picture;
        json.WriteStartObject("cutaway");
        WriteNumber(json, "seconds", (float)app.Block.Into.TotalSeconds);
        json.WriteBoolean("ended", app.Block.HasEnded);
        WriteOptional(json, "part", app.State.LitPart is { } part ? NameOf(part) : null);
        WriteNumber(json, "layersApart", picture.FatLift);
        WriteNumber(json, "tightness", picture.Tightness);
        WriteNumber(json, "glow", picture.Glow);
        WriteNumber(json, "twitch", picture.Twitch);
        WriteNumber(json, "needle", picture.NeedlePresence);
        WriteNumber(json, "needleDepth", picture.NeedleDepth);
        WriteNumber(json, "tube", picture.TubePresence);
        json.WriteEndObject();
    }

    private static void WriteTour(TourPlace? tour, Utf8JsonWriter json)
    {
        if (tour is null)
        {
            json.WriteNull("tour");
            return;
        }

        json.WriteStartObject("tour");
        json.WriteString("id", tour.Tour);
        json.WriteNumber("stop", tour.Stop);
        json.WriteString("language", tour.Language);
        json.WriteEndObject();
    }

    private static void WriteComfort(KioskState state, Utf8JsonWriter json)
    {
        json.WriteStartObject("comfort");
        json.WriteString("theme", NameOf(state.Comfort.Theme));
        json.WriteBoolean("reducedMotion", state.Comfort.ReducedMotion);
        json.WriteBoolean("reach", state.Comfort.Reach);
        json.WriteBoolean("open", state.ShowsComfort);
        json.WriteBoolean("labels", state.ShowsLabels);
        json.WriteEndObject();
    }

    private static void WriteZones(KioskApp app, Utf8JsonWriter json)
    {
        json.WriteStartArray("zones");
        foreach ((Anatomy.StructureId zone, ReferralStrength strength) in PainMap.Of(app.State, app.Content))
        {
            json.WriteStartObject();
            json.WriteString("id", zone.Value);
            json.WriteString("strength", NameOf(strength));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCamera(KioskApp app, Utf8JsonWriter json)
    {
        OrbitPose pose = app.Camera.Pose;
        json.WriteStartObject("camera");
        WriteNumber(json, "yaw", pose.Yaw * 180 / MathF.PI);
        WriteNumber(json, "pitch", pose.Pitch * 180 / MathF.PI);
        WriteNumber(json, "distance", pose.Distance);
        json.WriteStartArray("target");
        for (int axis = 0; axis < 3; axis++)
            json.WriteNumberValue(Rounded(pose.Target[axis]));
        json.WriteEndArray();
        json.WriteStartArray("centre");
        json.WriteNumberValue(Rounded(app.Centre.X));
        json.WriteNumberValue(Rounded(app.Centre.Y));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteControl(Control control, ScreenMetrics screen, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", control.Id);
        json.WriteString("role", NameOf(control.Role));
        json.WriteString("label", control.Label);
        WriteBox(json, "rectPx", control.Bounds, screen.PxPerMm);
        WriteBox(json, "rectMm", control.Bounds, 1);
        WriteNumber(json, "textCapHeightMm", control.TextCapHeightMm);
        WriteNumber(json, "contrast", control.Contrast);
        json.WriteBoolean("enabled", control.Enabled);
        json.WriteEndObject();
    }

    private static void WriteBox(Utf8JsonWriter json, string name, Box box, float scale)
    {
        json.WriteStartArray(name);
        foreach (float value in (ReadOnlySpan<float>)[box.X, box.Y, box.Width, box.Height])
            json.WriteNumberValue(Rounded(value * scale));
        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, int? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteNumber(name, value.Value);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, float value) => json.WriteNumber(name, Rounded(value));

    // Two decimals more than anybody needs, so that the same script gives the same bytes.
    private static decimal Rounded(float value) => Math.Round((decimal)value, 3);

    private static string NameOf<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        StringBuilder kebab = new();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
