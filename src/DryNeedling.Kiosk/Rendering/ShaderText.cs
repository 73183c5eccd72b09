using System.Text;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>The shader texts embedded in the program.</summary>
internal static class ShaderText
{
    public static string Join(ReadOnlySpan<string> parts)
    {
        StringBuilder text = new(4096);
        foreach (string part in parts)
        {
            using Stream stream = typeof(ShaderText).Assembly.GetManifestResourceStream($"Shaders/{part}.glsl")
                ?? throw new ArgumentException($"There is no shader text '{part}'.", nameof(parts));
            using StreamReader reader = new(stream);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
