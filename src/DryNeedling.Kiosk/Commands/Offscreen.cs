using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Platform;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Commands;

/// <summary>The whole kiosk on a surface in memory: the same loop as on a real screen.</summary>
internal sealed class Offscreen : IDisposable
{
    private readonly EglSurface surface;
    private readonly Interface ui;

    /// <exception cref="PlatformException">No EGL, or a screen larger than the driver can draw.</exception>
    public Offscreen(KioskContent content, Body body, ScreenMetrics screen, KioskState state)
    {
        surface = new(screen);
        ui = new(Installation.FontsFolder);
        App = new(body, new(() => BodyPicker.Build(body)), content, ui, screen, state);
        Loop = new(surface, App);
    }

    public KioskApp App { get; }

    public KioskLoop Loop { get; }

    public EglSurface Surface => surface;

    /// <summary>The screen's size in the physical units that the content or the caller gives it.</summary>
    public static ScreenMetrics ScreenOf(int width, int height, float? diagonalInches, KioskContent content) =>
        ScreenMetrics.FromDiagonal(width, height, diagonalInches ?? content.Settings.DiagonalInches ?? ScreenMetrics.DefaultDiagonalInches);

    /// <summary>Draws the present state, smooth, and writes it as a PNG.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public void WritePicture(string path)
    {
        Loop.DrawConverged();
        byte[] pixels = new byte[surface.Screen.WidthPx * surface.Screen.HeightPx * 4];
        surface.ReadPixels(pixels);
        try
        {
            PngFile.Write(path, surface.Screen.WidthPx, surface.Screen.HeightPx, pixels);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.BadInput, $"{path} cannot be written: {e.Message}");
        }
    }

    public void Dispose()
    {
        Loop.Dispose();
        ui.Dispose();
        surface.Dispose();
    }
}
