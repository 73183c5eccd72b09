using DryNeedling.Kiosk.Commands;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Replay;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;

namespace DryNeedling.Kiosk.Tests.Replay;

/// <summary>Whole visits on the real body with the real content, played without a display: tests/scripts.</summary>
public class TheVisits
{
    private static readonly Lazy<Body> Body = new(() => BodyReader.Read(Repository.ModelFile));

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "scripts"), "*.json").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Go_as_their_scripts_expect_and_twice_the_same(string name) => GlThread.Run(() =>
    {
        using TemporaryFolder first = new(), second = new();

        Play(name, first.Path);
        Play(name, second.Path);

        string[] captures = [.. Directory.EnumerateFiles(first.Path).Select(f => Path.GetFileName(f)).Order()];
        Assert.NotEmpty(captures);
        foreach (string capture in captures)
            Assert.True(
                File.ReadAllBytes(Path.Combine(first.Path, capture)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second.Path, capture))),
                $"{capture} differs between two plays of {name}.");
    });

    private static void Play(string name, string folder)
    {
        Script script = ScriptReader.Read(Path.Combine(Repository.Root, "tests", "scripts", name));
        KioskState start = KioskState.Initial with { Language = script.Language ?? "" };
        using Offscreen screen = new(
            Repository.Content, Body.Value, Offscreen.ScreenOf(script.Width, script.Height, script.DiagonalInches, Repository.Content), start);
        screen.App.ShowsTours = script.ShowsTours;
        ScriptPlayer player = new(screen, folder);
        foreach ((int line, ScriptStep step) in script.Steps)
        {
            if (player.Play(step) is { } failure)
                Assert.Fail($"{name}:{line}: {failure}");
        }
    }
}
