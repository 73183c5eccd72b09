using System.Collections.Concurrent;
using System.Reflection;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>The line icons shipped with the program (Lucide), as outlines in their 24 x 24 box; read once each.</summary>
internal static class IconSet
{
    public const float BoxSize = 24;

    private static readonly ConcurrentDictionary<string, SKPath> Paths = new();

    /// <exception cref="ArgumentException">No such icon is shipped: a bug.</exception>
    public static SKPath Get(string name) => Paths.GetOrAdd(name, Read);

    private static SKPath Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Icons/{name}.svg")
            ?? throw new ArgumentException($"There is no icon {name}.", nameof(name));
        return SvgOutline.Read(stream);
    }
}
