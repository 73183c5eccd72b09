using System.Text.RegularExpressions;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Architecture;

/// <summary>Who may know whom: Kiosk, then Modeling, then Core; and inside Kiosk neither Ui nor Rendering the other.</summary>
public partial class TheLayers
{
    private const int MostLines = 400;

    private static readonly string Source = Path.Combine(Path.GetDirectoryName(OurContent.Folder)!, "src");

    [Theory]
    [InlineData("DryNeedling.Kiosk.Core", "")]
    [InlineData("DryNeedling.Kiosk.Modeling", "DryNeedling.Kiosk.Core")]
    [InlineData("DryNeedling.Kiosk", "DryNeedling.Kiosk.Core DryNeedling.Kiosk.Modeling")]
    public void A_project_refers_only_to_those_below_it(string project, string below)
    {
        string text = File.ReadAllText(Path.Combine(Source, project, project + ".csproj"));

        Assert.Equal(below, string.Join(' ', ProjectReference().Matches(text).Select(m => m.Groups[1].Value).Order()));
    }

    [Theory]
    [InlineData("DryNeedling.Kiosk/Ui", @"Kiosk\.Rendering\b")]
    [InlineData("DryNeedling.Kiosk/Rendering", @"Kiosk\.Ui\b")]
    [InlineData("DryNeedling.Kiosk.Core", @"\bConsole\.|\bDateTime(Offset)?\.(Utc)?Now|\bStopwatch\b|\bSilk\b|\bSkiaSharp\b")]
    [InlineData("DryNeedling.Kiosk.Modeling", @"\bConsole\.|\bSilk\b|\bSkiaSharp\b")]
    public void A_folder_never_mentions_what_is_not_its_business(string folder, string forbidden) =>
        AssertNowhere(Files(folder), forbidden);

    [Fact]
    public void Unsafe_code_is_where_C_libraries_are_called() =>
        AssertNowhere(Files("").Where(f => !f.Contains("/Platform/") && !Path.GetFileName(f).StartsWith("Gpu", StringComparison.Ordinal)), @"\bunsafe\b");

    [Fact]
    public void Only_commands_write_to_the_console() =>
        AssertNowhere(Files("").Where(f => !f.Contains("/Commands/") && !f.EndsWith("/Program.cs", StringComparison.Ordinal)), @"\bConsole\.");

    [Fact]
    public void No_file_is_longer_than_can_be_kept_in_mind() =>
        Assert.All(Files(""), f => Assert.True(File.ReadLines(f).Count() <= MostLines, f));

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/") && !f.Contains("/bin/"));

    private static void AssertNowhere(IEnumerable<string> files, string forbidden)
    {
        string[] all = [.. files];
        Assert.NotEmpty(all);
        Assert.Empty(
            from file in all
            from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
            where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line.Text, forbidden)
            select $"{file}:{line.Number}: {line.Text.Trim()}");
    }

    [GeneratedRegex("""<ProjectReference Include="\.\./([^/]+)/""")]
    private static partial Regex ProjectReference();
}
