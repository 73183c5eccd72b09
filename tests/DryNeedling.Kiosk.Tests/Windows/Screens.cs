namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>The X servers of all window tests; each starts when a test first looks at it.</summary>
public sealed class Screens : IDisposable
{
    private readonly Lazy<XServer> landscape = new(() => XServer.WithMouse(1920, 1080));
    private readonly Lazy<XServer> portrait = new(() => XServer.WithMouse(1080, 1920));
    private readonly Lazy<XServer> touch = new(() => XServer.WithTouch(1920, 1080));
    private readonly Lazy<XServer> portraitTouch = new(() => XServer.WithTouch(1080, 1920));

    internal XServer Landscape => landscape.Value;

    internal XServer Portrait => portrait.Value;

    internal XServer Touch => touch.Value;

    internal bool HasTouch => touch.IsValueCreated;

    internal XServer PortraitTouch => portraitTouch.Value;

    public void Dispose()
    {
        foreach (Lazy<XServer> server in new[] { landscape, portrait, touch, portraitTouch })
        {
            if (server.IsValueCreated)
                server.Value.Dispose();
        }
    }
}

/// <summary>Window tests run one after another: each starts a whole kiosk, and two at once would only slow each other.</summary>
[CollectionDefinition(nameof(WindowTests))]
public sealed class WindowTests : ICollectionFixture<Screens>;
