namespace DryNeedling.Kiosk.Platform;

/// <summary>What the operator asked of the screen.</summary>
/// <param name="Windowed">A window of <paramref name="Width"/> x <paramref name="Height"/> instead of the full screen.</param>
internal sealed record SurfaceOptions(
    string Title, bool Windowed = false, int Width = 1280, int Height = 800);
