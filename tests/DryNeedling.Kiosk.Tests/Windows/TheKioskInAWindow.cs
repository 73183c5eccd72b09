using System.Numerics;
using DryNeedling.Kiosk.Tests.Commands;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Windows;

[Collection(nameof(WindowTests))]
public class TheKioskInAWindow(Screens screens)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_covers_the_whole_screen(bool isPortrait)
    {
        XServer screen = isPortrait ? screens.Portrait : screens.Landscape;
        using KioskWindow kiosk = new(screen);

        string geometry = new Mouse(screen.Display).Geometry("DryNeedling.Kiosk");

        Assert.Contains("X=0\nY=0\n", geometry);
        Assert.Contains($"WIDTH={screen.Width}\nHEIGHT={screen.Height}\n", geometry);
    }

    [Fact]
    public void Its_picture_is_the_one_that_snapshot_draws()
    {
        using KioskWindow kiosk = new(screens.Portrait);
        using TemporaryFolder folder = new();
        string file = folder.File("snapshot.png");
        KioskProgram.Run("snapshot", "--out", file, "--size", "1080x1920", "--model", VisibleBody.Small.File).Succeeds();

        // The last frames of a still picture only smooth its edges.
        Patience.Until(() => ScreenPicture.MeanDifference(screens.Portrait, file) < 2, "the screen shows what snapshot draws");
    }

    [Fact]
    public void A_click_on_a_muscle_selects_it_and_a_click_on_another_changes_the_selection()
    {
        (KioskWindow kiosk, Mouse mouse) = Start();
        using (kiosk)
        {
            mouse.Click(VisibleBody.Small.PlaceOf("pad.L", kiosk.Start, screens.Landscape));
            Capture first = kiosk.RestWhen(c => c.Selection == "pad.L", "selects pad.L");

            mouse.Click(VisibleBody.Small.PlaceOf("biceps.R", first, screens.Landscape));
            kiosk.RestWhen(c => c.Selection == "biceps.R", "selects biceps.R");
        }
    }

    [Fact]
    public void A_drag_turns_the_body_and_selects_nothing()
    {
        (KioskWindow kiosk, Mouse mouse) = Start();
        using (kiosk)
        {
            Vector2 from = VisibleBody.Small.PlaceOf("biceps.R", kiosk.Start, screens.Landscape);
            mouse.Press(from);
            mouse.Move(from + new Vector2(60, 0));
            mouse.Move(from + new Vector2(200, 0));
            mouse.Release();

            Capture turned = kiosk.RestWhen(c => c.Pose.Yaw < kiosk.Start.Pose.Yaw - 0.1f, "has turned to its right side");
            Assert.Null(turned.Selection);
        }
    }

    [Fact]
    public void The_wheel_zooms_in_and_out_about_the_pointer()
    {
        (KioskWindow kiosk, Mouse mouse) = Start();
        using (kiosk)
        {
            Vector2 place = VisibleBody.Small.PlaceOf("pad.L", kiosk.Start, screens.Landscape);
            mouse.Wheel(place, 3);
            Capture nearer = kiosk.RestWhen(c => c.Pose.Distance < 0.7f * kiosk.Start.Pose.Distance, "comes nearer");
            var under = VisibleBody.PointInTargetPlane(place, kiosk.Start, screens.Landscape);
            Assert.True(Vector2.Distance(place, VisibleBody.Project(under, nearer, screens.Landscape)) < 4);

            mouse.Wheel(place, -3);
            kiosk.RestWhen(c => MathF.Abs(c.Pose.Distance - kiosk.Start.Pose.Distance) < 0.01f, "is as far as before");
        }
    }

    [Fact]
    public void Escape_ends_the_selection()
    {
        (KioskWindow kiosk, Mouse mouse) = Start();
        using (kiosk)
        {
            mouse.Click(VisibleBody.Small.PlaceOf("biceps.L", kiosk.Start, screens.Landscape));
            kiosk.RestWhen(c => c.Selection == "biceps.L", "selects biceps.L");

            mouse.Key("Escape");
            kiosk.RestWhen(c => c.Selection is null, "has no selection");
        }
    }

    [Fact]
    public void Sigterm_ends_it_in_good_order()
    {
        using KioskWindow kiosk = new(screens.Landscape);

        (int exitCode, string errors) = kiosk.End();

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("xception", errors);
    }

    [Fact]
    public void A_broken_content_file_costs_one_line_for_the_operator_and_the_body_is_still_there_to_touch()
    {
        using TemporaryFolder content = new(OurContent.CopyToNewFolder());
        File.WriteAllText(content.File("muscles/infraspinatus.json"), "{ \"id\": ");
        using KioskWindow kiosk = new(screens.Landscape, "--content", content.Path);
        new Mouse(screens.Landscape.Display).Click(VisibleBody.Small.PlaceOf("biceps.R", kiosk.Start, screens.Landscape));
        kiosk.RestWhen(c => c.Selection == "biceps.R", "selects biceps.R");

        (int exitCode, string errors) = kiosk.End();

        Assert.Equal(0, exitCode);
        Assert.Contains("muscles/infraspinatus.json:1:", errors);
        Assert.DoesNotContain("xception", errors);
    }

    [Fact]
    public void A_saved_text_is_on_the_screen_of_the_running_kiosk_and_a_broken_one_leaves_what_was_there()
    {
        using TemporaryFolder content = new(OurContent.CopyToNewFolder());
        string file = content.File("strings/en.json"), whole = File.ReadAllText(file);
        using KioskWindow kiosk = new(screens.Landscape, "--content", content.Path);
        Assert.Equal("Where does it hurt?", kiosk.Start.LabelOf("pain"));

        string edited = whole.Replace("\"where-does-it-hurt\": \"Where does it hurt?\"", "\"where-does-it-hurt\": \"Show us the place\"", StringComparison.Ordinal);
        File.WriteAllText(file, edited);
        kiosk.RestWhen(c => c.LabelOf("pain") == "Show us the place", "shows the edited text");

        File.WriteAllText(file, edited[..^40]);
        Patience.Until(() => kiosk.Said.Contains("strings/en.json:", StringComparison.Ordinal), "the broken file is reported");
        Assert.Equal("Show us the place", kiosk.Now().LabelOf("pain"));

        File.WriteAllText(file, whole);
        kiosk.RestWhen(c => c.LabelOf("pain") == "Where does it hurt?", "shows the first text again");
    }

    [Fact]
    public void Without_a_display_it_says_so_in_one_line()
    {
        string line = KioskProgram.Run("run", "--model", VisibleBody.Small.File).FailsWith(3);

        Assert.Contains("display", line);
    }

    private (KioskWindow Kiosk, Mouse Mouse) Start() => (new(screens.Landscape), new(screens.Landscape.Display));
}
