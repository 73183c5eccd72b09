using DryNeedling.Kiosk.Platform;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// Where the graphics driver keeps the shaders it compiled: in the kiosk's own place. Compiling them anew would cost
/// each start half a second.
/// </summary>
internal static class DriverCache
{
    /// <summary>
    /// Mesa maps this file into memory: a size, then 65,536 keys of 20 bytes (Mesa's src/util/disk_cache_os.c). It makes
    /// the file with holes, and a hole that cannot be filled on a full disk kills the process.
    /// </summary>
    public const string Index = "cache/mesa_shader_cache/index";

    private const int IndexBytes = sizeof(ulong) + 65_536 * 20;

    /// <summary>Tells the drivers; must come before the first OpenGL context.</summary>
    public static void Keep(StatePlace place)
    {
        // NVIDIA's cache is mapped too, and nothing is known about its files.
        Posix.SetVariable("__GL_SHADER_DISK_CACHE", "0");
        if (IsReady(place))
        {
            Posix.SetVariable("MESA_SHADER_CACHE_DIR", place.Path("cache"));
            Posix.SetVariable("MESA_SHADER_CACHE_MAX_SIZE", "32M");
        }
        else
        {
            Posix.SetVariable("MESA_SHADER_CACHE_DISABLE", "true");
            Posix.SetVariable("MESA_GLSL_CACHE_DISABLE", "true");
        }
    }

    /// <summary>Makes the index without holes, once; false when there is no room for it.</summary>
    public static bool IsReady(StatePlace place)
    {
        try
        {
            if (new FileInfo(place.Path(Index)) is not { Exists: true, Length: IndexBytes })
                place.Replace(Index, new byte[IndexBytes]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
