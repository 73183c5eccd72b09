using System.Numerics;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>Colours and lights of the scene. Colours as they appear on the screen, 0 to 1.</summary>
internal sealed record SceneTheme
{
    public static SceneTheme Dark { get; } = new()
    {
        Top = new(0.020f, 0.066f, 0.082f),
        Bottom = new(0.010f, 0.020f, 0.028f),
        Pool = new(0.040f, 0.128f, 0.142f),
        Glass = new(0.62f, 0.86f, 0.90f),
        GlassStrength = 0.85f,
        Dimmed = new(0.030f, 0.070f, 0.082f),
        Sky = new(0.30f, 0.36f, 0.38f),
        Ground = new(0.16f, 0.13f, 0.12f),
        KeyStrength = 1.12f,
        FillStrength = 0.26f,
        RimStrength = 0.34f,
        Shadow = new(0.0f, 0.004f, 0.008f, 0.75f),
        FloorGlow = new(0.10f, 0.26f, 0.28f, 0.34f),
        Outline = new(0.80f, 0.98f, 1.0f, 0.95f),
    };

    public static SceneTheme Light { get; } = new()
    {
        Top = new(0.905f, 0.935f, 0.938f),
        Bottom = new(0.760f, 0.812f, 0.820f),
        Pool = new(0.085f, 0.060f, 0.056f),
        Glass = new(0.33f, 0.53f, 0.57f),
        GlassStrength = 0.80f,
        Dimmed = new(0.80f, 0.84f, 0.845f),
        Sky = new(0.42f, 0.44f, 0.45f),
        Ground = new(0.30f, 0.29f, 0.28f),
        KeyStrength = 1.08f,
        FillStrength = 0.24f,
        RimStrength = 0.16f,
        Shadow = new(0.16f, 0.24f, 0.26f, 0.42f),
        FloorGlow = new(1f, 1f, 1f, 0.25f),
        Outline = new(0.02f, 0.30f, 0.34f, 0.95f),
    };

    /// <summary>Nothing but the body on black.</summary>
    public static SceneTheme Stark { get; } = Dark with
    {
        Top = Vector3.Zero,
        Bottom = Vector3.Zero,
        Pool = Vector3.Zero,
        Dimmed = new(0.02f, 0.02f, 0.02f),
        KeyStrength = 1.25f,
        RimStrength = 0.5f,
        FloorGlow = new(0.2f, 0.2f, 0.2f, 0.2f),
        Outline = new(1, 1, 1, 1),
    };

    /// <summary>The scene that goes with the colours of the interface.</summary>
    public static SceneTheme For(ClinicSettings settings, ThemeChoice choice) => choice switch
    {
        ThemeChoice.Contrast => Stark,
        ThemeChoice.Light => Light,
        ThemeChoice.Dark => Dark,
        _ => settings.Theme == "light" ? Light : Dark,
    };

    public required Vector3 Top { get; init; }

    public required Vector3 Bottom { get; init; }

    /// <summary>Added behind the body.</summary>
    public required Vector3 Pool { get; init; }

    /// <summary>The skin where it is glass.</summary>
    public required Vector3 Glass { get; init; }

    public required float GlassStrength { get; init; }

    /// <summary>What structures fade to that step back.</summary>
    public required Vector3 Dimmed { get; init; }

    /// <summary>Ambient light from above and below, linear.</summary>
    public required Vector3 Sky { get; init; }

    public required Vector3 Ground { get; init; }

    public required float KeyStrength { get; init; }

    public required float FillStrength { get; init; }

    public required float RimStrength { get; init; }

    public required Vector4 Shadow { get; init; }

    public required Vector4 FloorGlow { get; init; }

    public required Vector4 Outline { get; init; }
}
