using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui;

#pragma warning disable CA1822, IDE0060
/// <summary>The touch interface of one screen.</summary>
internal sealed class Interface(string fontsFolder) : IDisposable
{
    private ScreenMetrics screen;

    public string FontsFolder { get; } = fontsFolder;

    public SKTypeface TagTypeface => SKTypeface.Default;

    public IReadOnlyList<Control> Controls { get; } = [];

    public Box FreeArea => new(0, 0, screen.WidthMm, screen.HeightMm);

    public float MaxScrollMm => 0;

    public bool IsMoving => false;

    public bool Update(KioskState state, KioskContent content, Body body, ScreenMetrics screen, float yaw)
    {
        bool changed = this.screen != screen;
        this.screen = screen;
        return changed;
    }

    public void Advance(TimeSpan step)
    {
    }

    public Control? At(Vector2 mm) => null;

    public void Dispose()
    {
    }
}
