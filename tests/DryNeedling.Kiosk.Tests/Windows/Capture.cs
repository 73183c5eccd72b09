using System.Numerics;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>What a running kiosk says it shows.</summary>
internal sealed class Capture
{
    private readonly JsonNode json;

    public Capture(string text)
    {
        Text = text;
        json = JsonNode.Parse(text)!;
        JsonNode camera = json["camera"]!, centre = camera["centre"]!;
        Pose = new(Radians(camera["yaw"]!), Radians(camera["pitch"]!), (float)camera["distance"]!, new(
            (float)camera["target"]![0]!, (float)camera["target"]![1]!, (float)camera["target"]![2]!));
        Centre = new((float)centre[0]!, (float)centre[1]!);
    }

    public string Text { get; }

    public bool IsMoving => (bool)json["moving"]!;

    public string Screen => (string)json["screen"]!;

    public string? Selection => (string?)json["selection"];

    /// <summary>Where its lowest control ends, pixels.</summary>
    public float Bottom => json["controls"]!.AsArray().Max(control => (float)control!["rectPx"]![1]! + (float)control["rectPx"]![3]!);

    public OrbitPose Pose { get; }

    /// <summary>Where the camera's target is seen: fractions of half the screen, right and up.</summary>
    public Vector2 Centre { get; }

    /// <summary>What a control says, or null when it is not there.</summary>
    public string? LabelOf(string control) =>
        (string?)json["controls"]!.AsArray().FirstOrDefault(c => (string?)c!["id"] == control)?["label"];

    /// <summary>Whether a control of the interface lies within <paramref name="reach"/> pixels.</summary>
    public bool HasControlAt(Vector2 px, float reach) => json["controls"]!.AsArray().Any(control =>
    {
        float[] box = [.. control!["rectPx"]!.AsArray().Select(v => (float)v!)];
        return px.X > box[0] - reach && px.X < box[0] + box[2] + reach && px.Y > box[1] - reach && px.Y < box[1] + box[3] + reach;
    });

    private static float Radians(JsonNode degrees) => (float)degrees * MathF.PI / 180;
}
