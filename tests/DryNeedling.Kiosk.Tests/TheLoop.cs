using System.Globalization;
using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Platform;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;
using DryNeedling.Kiosk.Touch;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests;

/// <summary>
/// What happens to the machine under a running kiosk. Runs while no other test does: the memory it weighs is the whole
/// process's. KIOSK_LOSSES=100 for a long run.
/// </summary>
[Collection(nameof(TheMonkey))]
public sealed class TheLoop : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16), Night = TimeSpan.FromHours(9);
    private static readonly int Losses = int.TryParse(Environment.GetEnvironmentVariable("KIOSK_LOSSES"), CultureInfo.InvariantCulture, out int losses) ? losses : 12;

    private readonly TemporaryFolder files = new();
    private TimeSpan now;

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_night_in_which_the_machine_slept_ends_the_visit_and_the_touch_that_ends_the_night_only_wakes_it() => Run(screen =>
    {
        screen.App.Do(new Intent.SetLanguage("es"));
        screen.App.Do(new Intent.Select(new("biceps.L")));
        Tick(screen, Frame);

        screen.Loop.Input.Touches.Add(new(TouchPhase.Down, 0, Middle(screen), now + Night));
        Tick(screen, Night);
        screen.Loop.Input.Touches.Add(new(TouchPhase.Up, 0, Middle(screen), now + Frame));
        Tick(screen, Frame);

        Assert.Equal(KioskState.Initial, screen.App.State);
    });

    [Fact]
    public void A_touch_that_ends_a_long_pause_is_not_as_old_as_the_pause() => Run(screen =>
    {
        TimeSpan pause = TimeSpan.FromSeconds(50);

        screen.Loop.Input.Keys.Add(new(KioskKey.Left, null, now + pause));
        Tick(screen, pause);

        Assert.True(screen.App.Idle < TimeSpan.FromSeconds(1), $"{screen.App.Idle}");
        Assert.Null(screen.App.State.Prompt);
    });

    [Fact]
    public void With_every_file_gone_it_still_draws_anew_after_the_graphics_driver_was_reset() => Run(screen =>
    {
        screen.App.Do(new Intent.Select(new("biceps.L")));
        byte[] before = Picture(screen);

        Directory.Delete(files.File("fonts"), recursive: true);
        File.Delete(files.File("body.glb"));
        screen.Surface.IsContextLost = true;
        Tick(screen, Frame);
        Assert.Equal((0, 0), Pictures.PictureComparison.Difference(before, Picture(screen)));

        // Words that were never shown before need the fonts again.
        screen.App.Do(new Intent.SetLanguage("es"));
        screen.App.Do(new Intent.Open(KioskScreen.Learn));
        Tick(screen, Frame);
        Assert.NotEmpty(screen.App.Ui.Controls);
    });

    [Fact]
    public void A_font_that_is_cut_off_while_it_is_used_does_no_harm() => Run(screen =>
    {
        foreach (string font in Directory.EnumerateFiles(files.File("fonts")))
            File.WriteAllBytes(font, []);

        screen.App.Do(new Intent.Open(KioskScreen.Learn));
        Tick(screen, Frame);

        Assert.NotEmpty(screen.App.Ui.Controls);
    });

    [Fact]
    public void Losing_the_graphics_context_again_and_again_costs_no_memory_and_no_handles() => Run(screen =>
    {
        Random random = new(Losses);
        for (int i = 0; i < 5; i++)
            Lose(screen, random);
        (long memory, int handles) = Weigh();

        for (int i = 0; i < Losses; i++)
            Lose(screen, random);

        (long memoryAfter, int handlesAfter) = Weigh();
        Assert.True(memoryAfter < memory * 1.05, $"{memory >> 10} kB before, {memoryAfter >> 10} kB after {Losses} losses");
        Assert.True(handlesAfter <= handles, $"{handles} handles before, {handlesAfter} after");
    });

    private void Lose(Screen screen, Random random)
    {
        screen.App.Do(random.Next(3) switch
        {
            0 => new Intent.Select(new(random.Next(2) == 0 ? "biceps.L" : "pad.L")),
            1 => new Intent.Open(KioskScreen.Learn),
            _ => new Intent.Reset(),
        });
        for (int i = 0; i < 4; i++)
            Tick(screen, Frame);
        screen.Surface.IsContextLost = true;
        Tick(screen, Frame);
        Assert.False(screen.Surface.IsContextLost);
    }

    private static (long Memory, int Handles) Weigh()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (Environment.WorkingSet, Directory.EnumerateFileSystemEntries("/proc/self/fd").Count());
    }

    private void Run(Action<Screen> test) => GlThread.Run(() =>
    {
        string fonts = files.File("fonts"), model = files.File("body.glb");
        Directory.CreateDirectory(fonts);
        foreach (string font in Directory.EnumerateFiles(Repository.FontsFolder))
            File.Copy(font, Path.Combine(fonts, Path.GetFileName(font)));
        BodyWriter.Write(SampleBody.Create(), model);
        using Screen screen = new(BodyReader.Read(model), fonts);
        Tick(screen, Frame);
        test(screen);
    });

    private void Tick(Screen screen, TimeSpan step) => screen.Loop.Tick(now += step, step);

    private static Vector2 Middle(Screen screen) => new(screen.App.Screen.WidthMm / 2, screen.App.Screen.HeightMm / 2);

    private static byte[] Picture(Screen screen)
    {
        screen.App.Settle();
        screen.Loop.DrawConverged();
        byte[] pixels = new byte[screen.Surface.Screen.WidthPx * screen.Surface.Screen.HeightPx * 4];
        screen.Surface.ReadPixels(pixels);
        return pixels;
    }

    private sealed class Screen : IDisposable
    {
        private readonly Interface ui;

        public Screen(Body body, string fonts)
        {
            ScreenMetrics metrics = ScreenMetrics.FromDiagonal(640, 360, ScreenMetrics.DefaultDiagonalInches);
            Surface = new(metrics);
            ui = new(fonts);
            App = new(body, new(() => BodyPicker.Build(body)), Repository.Content, ui, metrics);
            Loop = new(Surface, App);
        }

        public EglSurface Surface { get; }

        public KioskApp App { get; }

        public KioskLoop Loop { get; }

        public void Dispose()
        {
            Loop.Dispose();
            ui.Dispose();
            Surface.Dispose();
        }
    }
}
