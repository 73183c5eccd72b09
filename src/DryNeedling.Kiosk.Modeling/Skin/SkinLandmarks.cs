using System.Numerics;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Modeling.Build;

namespace DryNeedling.Kiosk.Modeling.Skin;

/// <summary>Bony landmarks of the measured adult, metres in the body's frame, left side and midline.</summary>
internal static class SkinLandmarks
{
    /// <exception cref="AnatomyException">The first mistake found, with its place.</exception>
    public static IReadOnlyDictionary<string, Vector3> Read(string file)
    {
        var source = new JsonSource(file);
        var landmarks = new Dictionary<string, Vector3>();
        foreach ((string name, JsonNode? at) in source.Object(source.Required(source.Root, "landmarks")))
            landmarks[name] = source.Point(at);
        return landmarks;
    }
}
