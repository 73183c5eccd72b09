using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Replay;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests;

/// <summary>A visitor chooses whose body is shown; the rest of the visit goes on.</summary>
public sealed class TheBodies : IDisposable
{
    private readonly KioskFixture kiosk = new();
    private static readonly StructureId Left = new("biceps.L");

    private readonly Body other = SampleBody.Create();

    public void Dispose() => kiosk.Dispose();

    [Fact]
    public void Without_a_second_one_there_is_nothing_to_choose()
    {
        kiosk.Wait(0.5);

        Assert.DoesNotContain(kiosk.App.Ui.Controls, control => control.Id == "body");
    }

    [Fact]
    public void One_tap_brings_the_other_one_and_another_the_first()
    {
        Body first = kiosk.App.Body;
        kiosk.App.OtherBody = new(() => other) { Waits = true };

        TapBody();
        Assert.Same(other, kiosk.App.Body);
        Assert.Contains("\"body\": \"female\"", CaptureJson.Write(kiosk.App), StringComparison.Ordinal);

        TapBody();
        Assert.Same(first, kiosk.App.Body);
    }

    [Fact]
    public void What_was_chosen_and_where_one_looked_from_stays()
    {
        kiosk.App.OtherBody = new(() => other) { Waits = true };
        kiosk.App.Do(new Intent.LookFrom(BodyView.Back));
        kiosk.App.Do(new Intent.PeelTo(2));
        kiosk.Wait(2);
        float yaw = kiosk.App.Camera.Pose.Yaw;

        TapBody();

        Assert.Equal(yaw, kiosk.App.Camera.Pose.Yaw, 1e-3f);
        Assert.Equal(Layer.Deep, kiosk.State.Layer);
        kiosk.App.Do(new Intent.Select(Left));
        kiosk.Wait(1);
        kiosk.App.Do(new Intent.ShowBody(BodyForm.Male));
        kiosk.Wait(1);
        Assert.Equal(Left, kiosk.State.Selection);
    }

    [Fact]
    public void Muscles_of_the_other_one_can_be_tapped()
    {
        kiosk.App.OtherBody = new(() => other) { Waits = true };
        TapBody();

        kiosk.Tap(kiosk.LeftMuscle);

        Assert.Equal(Left, kiosk.State.Selection);
    }

    [Fact]
    public void When_the_visitor_has_gone_the_first_one_stands_there_again()
    {
        Body first = kiosk.App.Body;
        kiosk.App.OtherBody = new(() => other) { Waits = true };
        TapBody();

        kiosk.App.Do(new Intent.FallAsleep());
        kiosk.Wait(0.1);

        Assert.Same(first, kiosk.App.Body);
    }

    [Fact]
    public void One_that_cannot_be_read_is_reported_once_and_the_first_one_stays()
    {
        Body first = kiosk.App.Body;
        List<string> reports = [];
        kiosk.App.BodyFailed = reports.Add;
        kiosk.App.OtherBody = new(() => throw new ModelException("body-female.glb is damaged")) { Waits = true };

        TapBody();
        kiosk.Wait(1);

        Assert.Same(first, kiosk.App.Body);
        Assert.Equal(BodyForm.Male, kiosk.State.Form);
        Assert.Equal("body-female.glb is damaged", Assert.Single(reports));
        Assert.DoesNotContain(kiosk.App.Ui.Controls, control => control.Id == "body");
    }

    [Fact]
    public void While_it_is_read_the_kiosk_goes_on()
    {
        using ManualResetEventSlim mayCome = new();
        kiosk.App.OtherBody = new(() =>
        {
            mayCome.Wait();
            return other;
        });
        TapBody();
        Assert.NotSame(other, kiosk.App.Body);
        kiosk.Tap(kiosk.LeftMuscle);
        Assert.Equal(Left, kiosk.State.Selection);

        mayCome.Set();
        Windows.Patience.Until(
            () =>
            {
                kiosk.Wait(0.02);
                return ReferenceEquals(kiosk.App.Body, other);
            },
            "the other body stands there");
        Assert.Equal(Left, kiosk.State.Selection);
    }

    private void TapBody()
    {
        kiosk.Wait(0.5);
        Control control = kiosk.App.Ui.Controls.Single(c => c.Id == "body");
        kiosk.Tap(control.Bounds.Center);
    }
}
