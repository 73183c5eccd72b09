using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>When the kiosk asks "Still there?", and how long it waits for an answer.</summary>
public sealed record IdleSettings(int PromptAfterSeconds, int CountdownSeconds)
{
    public static IdleSettings Default { get; } = new(60, 20);
}

public sealed record ContactSettings(LocalText Text, string Phone, string Email, string Web)
{
    public static ContactSettings None { get; } = new(LocalText.Empty, "", "", "");
}

/// <summary>What the clinic sets; <c>content/kiosk.json</c>.</summary>
/// <param name="Languages">Two-letter codes; the first is spoken when nobody chose, and where a text is missing.</param>
/// <param name="Theme">"dark" or "light".</param>
/// <param name="Accent">The clinic's colour, <c>#rrggbb</c>.</param>
/// <param name="DiagonalInches">Of the screen, when the display itself does not tell the truth; null believes it.</param>
public sealed record ClinicSettings(
    LocalText Name,
    ImmutableArray<string> Languages,
    string Theme,
    string Accent,
    IdleSettings Idle,
    float? DiagonalInches,
    ContactSettings Contact)
{
    /// <summary>How the kiosk is looked after; no visitor sees any of it.</summary>
    public OperationSettings Operation { get; init; } = OperationSettings.Default;

    /// <summary>Height of the screen's lower edge above the floor, millimetres; null when nobody measured it.</summary>
    public float? LowerEdgeMm { get; init; }

    /// <summary>The clinic's sign, shown beside its name; null when it has none or it cannot be used.</summary>
    public ContentPicture? Logo { get; init; }

    /// <summary>What holds when there is no readable <c>kiosk.json</c>.</summary>
    public static ClinicSettings Default { get; } =
        new(LocalText.Empty, ["en"], "dark", "#2fb3a8", IdleSettings.Default, null, ContactSettings.None);
}
