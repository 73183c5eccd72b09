using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Windows;

namespace DryNeedling.Kiosk.Tests.Operation;

/// <summary>Cards read aloud by the system's speech; a script that notes what it is told stands in for the voice.</summary>
public sealed class TheNarrator : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly KioskFixture kiosk = new();

    public void Dispose()
    {
        kiosk.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Without_speech_on_the_system_there_is_none()
    {
        using Narrator narrator = new(folder.Path, () => { });

        Assert.False(narrator.IsAvailable);
    }

    [Fact]
    public void It_is_told_the_card_without_its_sources_in_the_visitors_language()
    {
        using Narrator narrator = Voice("");
        OpenCard();
        kiosk.App.Do(new Intent.SetLanguage("es"));

        kiosk.App.Do(new Intent.ReadAloud(true));
        narrator.Turn(kiosk.App, 60);

        Patience.Until(() => File.Exists(folder.File("done")), "the voice has heard it all");
        string heard = File.ReadAllText(folder.File("heard"));
        Assert.Contains("Infraespinoso", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Fuentes", heard, StringComparison.Ordinal);
        Assert.Equal("-v es -a 60 --stdin\n", File.ReadAllText(folder.File("told")));
    }

    [Fact]
    public void When_all_has_been_read_the_button_is_as_before()
    {
        using Narrator narrator = Voice("");
        OpenCard();
        kiosk.App.Do(new Intent.ReadAloud(true));

        Patience.Until(
            () =>
            {
                narrator.Turn(kiosk.App, 100);
                return !kiosk.State.IsAloud;
            },
            "the reading has ended");
    }

    [Fact]
    public void It_falls_silent_when_the_visitor_asks_or_leaves_the_card()
    {
        using Narrator narrator = Voice("exec sleep 600");
        OpenCard();
        foreach (Intent intent in (Intent[])[new Intent.ReadAloud(false), new Intent.CloseCard(), new Intent.FallAsleep()])
        {
            File.Delete(folder.File("done"));
            OpenCard();
            kiosk.App.Do(new Intent.ReadAloud(true));
            narrator.Turn(kiosk.App, 100);
            Patience.Until(() => File.Exists(folder.File("done")), "the voice speaks");
            string process = $"/proc/{File.ReadAllText(folder.File("process")).Trim()}";
            Assert.True(Directory.Exists(process));

            kiosk.App.Do(intent);
            narrator.Turn(kiosk.App, 100);

            Assert.False(kiosk.State.IsAloud);
            Patience.Until(() => !IsRunning(process), "the voice is silent");
        }
    }

    [Fact]
    public void Only_a_card_can_be_read()
    {
        kiosk.App.Do(new Intent.ReadAloud(true));

        Assert.False(kiosk.State.IsAloud);
    }

    private static bool IsRunning(string process)
    {
        try
        {
            return !File.ReadAllText(process + "/stat").Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void OpenCard()
    {
        kiosk.App.Do(new Intent.Wake());
        kiosk.App.Do(new Intent.Select(new("infraspinatus.R")));
        kiosk.Wait(0.5);
    }

    private Narrator Voice(string then)
    {
        string script = folder.File("espeak-ng");
        File.WriteAllText(script, $"""
            #!/bin/sh
            cd "$(dirname "$0")"
            echo $$ > process
            echo "$@" > told
            cat > heard
            : > done
            {then}
            """);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(folder.Path, () => { });
    }
}
