using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Commands;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;

namespace DryNeedling.Kiosk.Tests.Pictures;

/// <summary>The real body with the real content, drawn without a display, against pictures somebody has looked at.</summary>
public class TheBody
{
    private const int Width = 720, Height = 900;

    private static readonly Lazy<Body> Body = new(() => BodyReader.Read(Repository.ModelFile));

    [Fact]
    public void Looks_as_before_from_the_front() => AssertLooksLike("front", app => { });

    [Fact]
    public void Looks_as_before_from_the_back() => AssertLooksLike("back", app => app.Do(new Intent.LookFrom(BodyView.Back)));

    [Fact]
    public void Looks_as_before_as_matte_skin() => AssertLooksLike("skin", app => app.Do(new Intent.PeelTo(0)));

    [Fact]
    public void Looks_as_before_as_a_skeleton() => AssertLooksLike("skeleton", app => app.Do(new Intent.PeelTo(3)));

    [Fact]
    public void Looks_as_before_with_a_muscle_selected() =>
        AssertLooksLike("selected", app => app.Do(new Intent.Select(new("soleus.R"))));

    [Fact]
    public void Looks_as_before_with_a_trigger_point_and_its_pain() =>
        AssertLooksLike("pain", app => app.Do(new Intent.SelectTriggerPoint(new("upper-trapezius.L"), 1)));

    [Fact]
    public void Shows_the_same_picture_after_the_graphics_driver_was_reset() => GlThread.Run(() =>
    {
        using Offscreen screen = Open();
        byte[] before = Draw(screen);

        screen.Surface.IsContextLost = true;
        screen.Loop.Tick(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(16));
        byte[] after = Draw(screen);

        Assert.Equal((0, 0), PictureComparison.Difference(before, after));
    });

    [Fact]
    public void Costs_nothing_and_draws_nothing_while_nothing_moves() => GlThread.Run(() =>
    {
        using Offscreen screen = Open();
        Draw(screen);
        TimeSpan now = TimeSpan.FromSeconds(1), step = TimeSpan.FromMilliseconds(16);
        while (screen.Loop.Tick(now += step, step))
        {
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool drew = false;
        for (int i = 0; i < 50; i++)
            drew |= screen.Loop.Tick(now += step, step);

        Assert.False(drew);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    });

    private static void AssertLooksLike(string name, Action<KioskApp> act) => GlThread.Run(() =>
    {
        using Offscreen screen = Open();
        screen.App.ShowsInterface = false;
        act(screen.App);
        screen.App.Settle();

        PictureComparison.AssertLooksLike(name, Width, Height, Draw(screen));
    });

    private static Offscreen Open() => new(
        Repository.Content, Body.Value, ScreenMetrics.FromDiagonal(Width, Height, ScreenMetrics.DefaultDiagonalInches), KioskState.Initial);

    private static byte[] Draw(Offscreen screen)
    {
        screen.App.Settle();
        screen.Loop.DrawConverged();
        byte[] pixels = new byte[Width * Height * 4];
        screen.Surface.ReadPixels(pixels);
        return pixels;
    }
}
