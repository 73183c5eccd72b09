namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>What a pack may hold: bounds far above any content, so that a damaged or hostile one costs little.</summary>
internal static class PackRules
{
    public const string Manifest = "manifest.json", Signature = "manifest.sig";

    public const int MostFiles = 2000, MostDepth = 4, MostManifestBytes = 1024 * 1024;

    public const long MostBytes = 64L * 1024 * 1024, MostZipBytes = 32L * 1024 * 1024;

    /// <summary>Bytes that one packed byte may become; texts reach about ten.</summary>
    public const int MostRatio = 200;

    private const int LongestName = 100;

    /// <summary>A plain relative path with slashes: small or capital letters, digits, dot, hyphen, underscore; nothing hidden, no way up.</summary>
    public static bool IsSafe(string path) =>
        path.Split('/') is { Length: <= MostDepth } parts && Array.TrueForAll(parts, IsSafeName);

    /// <exception cref="PackRefusedException">It may lead out of the folder, or no disk should bear it.</exception>
    public static void AssertSafe(string path)
    {
        if (!IsSafe(path))
            throw new PackRefusedException($"it holds a file named '{path}'; names are made of letters a to z, digits, '.', '-' and '_' in at most {MostDepth} levels.");
    }

    private static bool IsSafeName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
