using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>
/// The interface's colours. The clinic chooses dark or light and one accent; every ink is checked against the surface
/// it is used on, and a surface made from the accent moves towards black or white until its ink can be read.
/// </summary>
internal sealed class Theme
{
    private const float OnCards = 7.05f;

    private Theme(bool isDark, bool isStark, SKColor accent)
    {
        (IsDark, IsStark) = (isDark, isStark);
        // Whatever the scene shows behind a card, its brightest and darkest places bound the contrast.
        Scene = isDark ? new(232, 206, 188) : new(96, 40, 36);
        Card = isDark ? new(13, 31, 37, 242) : new(251, 253, 252, 246);
        Ink = isDark ? new(240, 247, 246) : new(14, 32, 37);
        Quiet = isDark ? new(186, 207, 206) : new(58, 78, 84);
        Raised = isDark ? new(255, 255, 255, 20) : new(10, 50, 60, 16);
        Shadow = isDark ? new(0, 0, 0, 110) : new(10, 40, 50, 70);
        Rule = isDark ? new(255, 255, 255, 30) : new(10, 50, 60, 34);
        Pain = isDark ? new(238, 84, 76) : new(196, 38, 38);
        Warning = isDark ? new(255, 200, 92) : new(104, 62, 0);

        if (isStark)
        {
            (Card, Ink, Quiet, Shadow) = (SKColors.Black, SKColors.White, new(226, 226, 226), SKColors.Transparent);
            (Raised, Rule, Warning) = (new(255, 255, 255, 42), new(255, 255, 255, 150), new(255, 214, 90));
        }

        SKColor night = isStark ? SKColors.Black : new(4, 20, 24), day = SKColors.White;
        Strong = accent;
        OnStrong = Colours.Contrast(accent, night) >= Colours.Contrast(accent, day) ? night : day;
        Strong = Colours.MovedUntil(accent, OnStrong == night ? day : SKColors.Black, OnStrong, OnCards);
        Chosen = Colours.MovedUntil(Colours.Mix(Seen(Card), accent, 0.55f), isDark ? SKColors.Black : SKColors.White, Ink, OnCards);
        Bright = Colours.MovedUntil(accent, isDark ? SKColors.White : SKColors.Black, Seen(Card), OnCards);
    }

    public bool IsDark { get; }

    /// <summary>Black, white and rims instead of shadows.</summary>
    public bool IsStark { get; }

    /// <summary>The worst colour the scene can have behind a card.</summary>
    public SKColor Scene { get; }

    public SKColor Card { get; }

    public SKColor Ink { get; }

    /// <summary>Secondary text.</summary>
    public SKColor Quiet { get; }

    /// <summary>Laid over a card where something can be touched.</summary>
    public SKColor Raised { get; }

    /// <summary>Laid over a control while a finger is on it.</summary>
    public SKColor PressedVeil => IsDark ? new(255, 255, 255, 38) : new(10, 50, 60, 38);

    /// <summary>Laid over a part of the scene that large words stand on.</summary>
    public SKColor Veil => IsStark ? new(0, 0, 0, 240) : IsDark ? new(4, 15, 19, 228) : new(248, 252, 251, 232);

    public SKColor Shadow { get; }

    /// <summary>Thin separating lines and the grip.</summary>
    public SKColor Rule { get; }

    /// <summary>The red that pain is painted with on the body.</summary>
    public SKColor Pain { get; }

    public SKColor Warning { get; }

    /// <summary>Laid over a card beneath what comes before everything else.</summary>
    public SKColor Alarm => Warning.WithAlpha(IsDark ? (byte)34 : (byte)26);

    /// <summary>The numbered tags look as they do beside the body.</summary>
    public static SKColor TagRim => new(238, 250, 250);

    public static SKColor TagDisc => new(8, 34, 40);

    /// <summary>The main call, filled with the accent.</summary>
    public SKColor Strong { get; }

    public SKColor OnStrong { get; }

    /// <summary>Behind the current one of several; carries <see cref="Ink"/>.</summary>
    public SKColor Chosen { get; }

    /// <summary>The accent as a text or icon colour on a card.</summary>
    public SKColor Bright { get; }

    public static Theme From(ClinicSettings settings, ThemeChoice choice = ThemeChoice.Clinic) => new(
        choice is not ThemeChoice.Light && (choice is not ThemeChoice.Clinic || settings.Theme != "light"),
        choice is ThemeChoice.Contrast,
        SKColor.TryParse(settings.Accent, out SKColor accent) ? accent.WithAlpha(255) : new(47, 179, 168));

    /// <summary>A translucent surface as it is seen over the worst place of the scene.</summary>
    public SKColor Seen(SKColor surface) => surface.Alpha == 255 ? surface : Colours.Over(surface, Scene);

    /// <summary>Contrast of an ink on a surface that lies on a card.</summary>
    public float OnCard(SKColor ink, SKColor surface = default) => Colours.Contrast(ink, Colours.Over(surface, Seen(Card)));
}
