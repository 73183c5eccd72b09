using DryNeedling.Kiosk.Commands;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;

namespace DryNeedling.Kiosk.Tests.Pictures;

/// <summary>The cut-away block as it is drawn, over a small body.</summary>
public sealed class TheCutawayPicture
{
    private const int Needle = 4;

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);

    [Fact]
    public void Is_the_same_after_the_graphics_driver_was_reset() => GlThread.Run(() =>
    {
        using Offscreen screen = Open();
        screen.App.Settle();
        byte[] before = Draw(screen);

        screen.Surface.IsContextLost = true;
        screen.Loop.Tick(TimeSpan.FromSeconds(1), Frame);

        Assert.Equal((0, 0), PictureComparison.Difference(before, Draw(screen)));
    });

    [Fact]
    public void Differs_from_the_body_s_and_from_step_to_step() => GlThread.Run(() =>
    {
        using Offscreen screen = Open();
        byte[][] pictures = [.. Enumerable.Range(2, 6).Select(step =>
        {
            screen.App.Do(new Intent.ShowStoryStep(step));
            screen.App.Settle();
            return Draw(screen);
        })];

        for (int i = 1; i < pictures.Length; i++)
            Assert.True(Changed(pictures[i - 1], pictures[i]) > 1000, $"steps {i + 2} and {i + 3} look alike");
    });

    [Fact]
    public void Is_drawn_no_more_once_it_has_ended_and_costs_nothing() => GlThread.Run(() =>
    {
        using Offscreen screen = Open();
        screen.App.Settle();
        Draw(screen);
        TimeSpan now = TimeSpan.FromSeconds(1);
        while (screen.Loop.Tick(now += Frame, Frame))
        {
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool drew = false;
        for (int i = 0; i < 50; i++)
            drew |= screen.Loop.Tick(now += Frame, Frame);

        Assert.False(drew);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    });

    [Fact]
    public void Allocates_nothing_while_it_moves() => GlThread.Run(() =>
    {
        using Offscreen screen = Open();
        TimeSpan now = TimeSpan.FromSeconds(1);
        // Until the names stand and the needle is on its way.
        for (int i = 0; i < 190; i++)
            screen.Loop.Step(Frame);
        for (int i = 0; i < 3; i++)
            screen.Loop.Tick(now += Frame, Frame);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            Assert.True(screen.Loop.Tick(now += Frame, Frame));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.False(screen.App.Block.HasEnded);
    });

    private static Offscreen Open()
    {
        Offscreen screen = new(
            Repository.Content, SampleBody.Create(), ScreenMetrics.FromDiagonal(800, 600, ScreenMetrics.DefaultDiagonalInches), KioskState.Initial);
        screen.App.Do(new Intent.Open(KioskScreen.Story, "how-it-works"));
        screen.App.Do(new Intent.ShowStoryStep(Needle));
        return screen;
    }

    private static byte[] Draw(Offscreen screen)
    {
        screen.Loop.DrawConverged();
        byte[] pixels = new byte[screen.Surface.Screen.WidthPx * screen.Surface.Screen.HeightPx * 4];
        screen.Surface.ReadPixels(pixels);
        return pixels;
    }

    private static int Changed(byte[] a, byte[] b)
    {
        int changed = 0;
        for (int i = 0; i < a.Length; i += 4)
            changed += Math.Abs(a[i] - b[i]) + Math.Abs(a[i + 1] - b[i + 1]) + Math.Abs(a[i + 2] - b[i + 2]) > 24 ? 1 : 0;
        return changed;
    }
}
