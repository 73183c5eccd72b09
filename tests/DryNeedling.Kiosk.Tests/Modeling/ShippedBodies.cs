using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Build;
using DryNeedling.Kiosk.Modeling.Files;

namespace DryNeedling.Kiosk.Tests.Modeling;

/// <summary>The bodies that are committed in <c>models</c>, by the builder's names for them; each is read once.</summary>
internal static class ShippedBodies
{
    private static readonly Dictionary<string, Lazy<Body>> Read = Bodies.All.ToDictionary(name => name, name => new Lazy<Body>(() => BodyReader.Read(FileOf(name))));

    public static TheoryData<string> Names => [.. Bodies.All];

    public static Body Of(string name) => Read[name].Value;

    public static string FileOf(string name) =>
        name == Bodies.Male ? Repository.ModelFile : Path.Combine(Path.GetDirectoryName(Repository.ModelFile)!, $"body-{name}.glb");
}
