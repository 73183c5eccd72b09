using DryNeedling.Kiosk.Platform;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Text;

/// <summary>
/// The typefaces of the interface, loaded from files. The first family in the folder's alphabetical order sets the
/// text; the others fill in characters that it lacks. A face is known by the end of its file's name:
/// <c>-Regular</c>, <c>-SemiBold</c>, <c>-Italic</c>.
/// </summary>
internal sealed class FontSet : IDisposable
{
    private readonly List<SKTypeface>[] faces = [[], [], []];
    private readonly List<string> problems = [];

    // For the system's font library: it would read all fonts of the system before the first of ours.
    private const string NoSystemFonts = "fonts.conf";

    public FontSet(string folder)
    {
        string configuration = Path.Combine(folder, NoSystemFonts);
        if (File.Exists(configuration))
            Posix.SetVariable("FONTCONFIG_FILE", configuration);
        foreach (string file in Files(folder))
            Load(file);

        if (faces[0].Count == 0)
        {
            problems.Add($"{folder} holds no font whose name ends with -Regular.ttf or -Regular.otf: texts are drawn with any font the system has; put the fonts back");
            faces[0].Add(SKTypeface.Default);
        }
    }

    public IReadOnlyList<string> Problems => problems;

    public SKTypeface Primary(TextFace face) => faces[(int)face] is [var first, ..] ? first : faces[0][0];

    /// <summary>The first typeface that has the character; the primary one, which shows a box, when none has.</summary>
    public SKTypeface For(TextFace face, int codepoint)
    {
        foreach (SKTypeface typeface in faces[(int)face])
        {
            if (typeface.ContainsGlyph(codepoint))
                return typeface;
        }

        foreach (SKTypeface typeface in faces[0])
        {
            if (typeface.ContainsGlyph(codepoint))
                return typeface;
        }

        return Primary(face);
    }

    public void Dispose()
    {
        foreach (List<SKTypeface> list in faces)
        {
            foreach (SKTypeface typeface in list)
            {
                if (typeface != SKTypeface.Default)
                    typeface.Dispose();
            }
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".ttf" or ".otf").Order(StringComparer.Ordinal)
        : [];

    // Copied: a font that Skia maps from its file would kill the kiosk when the file is cut off or its disk goes away.
    private static SKTypeface? Read(string file)
    {
        try
        {
            using SKData bytes = SKData.CreateCopy(File.ReadAllBytes(file));
            return SKTypeface.FromData(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Load(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        if (!Enum.TryParse(name[(name.LastIndexOf('-') + 1)..], out TextFace face))
            return;

        if (Read(file) is { } typeface)
            faces[(int)face].Add(typeface);
        else
            problems.Add($"{file} is not a font that can be read; put a TrueType or OpenType font in its place");
    }
}
