using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests;

/// <summary>The names beside the body, and the hand that shows how to begin.</summary>
public class TheHelpers
{
    private static readonly Lazy<Body> Body = new(() => BodyReader.Read(Repository.ModelFile));
    private static readonly Lazy<BodyPicker> Picker = new(() => BodyPicker.Build(Body.Value));

    [Theory]
    [InlineData(1920, 1080, 21.5f, BodyView.Front)]
    [InlineData(1920, 1080, 21.5f, BodyView.Back)]
    [InlineData(1080, 1920, 32, BodyView.Left)]
    [InlineData(3840, 2160, 43, BodyView.Front)]
    public void Names_stand_free_of_each_other_and_of_all_else(int width, int height, float inches, BodyView view)
    {
        using Interface ui = new(Repository.FontsFolder);
        KioskApp app = new(Body.Value, Picker, Repository.Content, ui, ScreenMetrics.FromDiagonal(width, height, inches));
        app.Do(new Intent.ShowLabels(true));
        app.Do(new Intent.LookFrom(view));
        Pass(app, 2);

        Control[] labels = [.. ui.Controls.Where(IsLabel)];
        Assert.True(labels.Length >= 10, $"only {labels.Length} names");
        Assert.All(labels, l => Assert.True(l.Bounds.Width > l.Bounds.Height, $"{l.Label} stands in a column of syllables"));
        Assert.Equal(labels.Length, labels.Select(l => l.Label).Distinct().Count());
        foreach (Control label in labels)
            Assert.DoesNotContain(ui.Controls, c => c.Id != label.Id && c.TextCapHeightMm > 0 && c.Bounds.Overlaps(label.Bounds));

        app.Camera.Glide(2);
        Pass(app, 0.05);
        Assert.DoesNotContain(ui.Controls, IsLabel);
        Pass(app, 3);
        Assert.Contains(ui.Controls, IsLabel);
        Assert.False(app.IsMoving);
    }

    [Fact]
    public void The_hand_comes_after_four_seconds_says_turn_then_tap_goes_and_never_moves()
    {
        using KioskFixture kiosk = new();
        kiosk.Wait(3.9);
        Assert.DoesNotContain(kiosk.App.Ui.Panels, IsHand);
        kiosk.Wait(0.5);
        Assert.Contains(kiosk.App.Ui.Panels, p => p.Id == "hint-hand-Turning");
        Assert.False(kiosk.App.IsMoving);
        Assert.InRange(kiosk.App.UntilNextChange, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
        kiosk.App.TakeChange();
        kiosk.Wait(4);
        Assert.True(kiosk.App.TakeChange(), "the loop must draw the tapping hand");
        Assert.False(kiosk.App.IsMoving);
        Assert.Contains(kiosk.App.Ui.Panels, p => p.Id == "hint-hand-Tapping");
        Assert.DoesNotContain(kiosk.App.Ui.Panels, p => p.Id == "hint-hand-Turning");
        kiosk.Wait(4);
        Assert.DoesNotContain(kiosk.App.Ui.Panels, IsHand);
    }

    [Fact]
    public void The_hand_goes_when_somebody_touches()
    {
        using KioskFixture kiosk = new();
        kiosk.Wait(4.5);
        Assert.Contains(kiosk.App.Ui.Panels, IsHand);
        kiosk.Press(KioskKey.Left);
        kiosk.Wait(1);
        Assert.DoesNotContain(kiosk.App.Ui.Panels, IsHand);
    }

    private static bool IsHand(Panel panel) => panel.Id.StartsWith("hint-hand", StringComparison.Ordinal);

    private static bool IsLabel(Control control) => control.Id.StartsWith("label-", StringComparison.Ordinal);

    private static void Pass(KioskApp app, double seconds)
    {
        InputBuffer none = new();
        for (double t = 0; t < seconds; t += 0.02)
            app.Advance(none, TimeSpan.FromSeconds(0.02));
    }
}
