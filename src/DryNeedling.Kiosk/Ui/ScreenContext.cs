using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;
using DryNeedling.Kiosk.Ui.Painting;
using DryNeedling.Kiosk.Ui.Text;

namespace DryNeedling.Kiosk.Ui;

/// <summary>What a screen is planned from.</summary>
/// <param name="View">The standard view nearest to the camera's.</param>
internal sealed record ScreenContext(
    KioskState State, KioskContent Content, Body Body, Measures Measures, BodyView View, Theme Theme, TextShaper Shaper, PictureSet Pictures)
{
    /// <summary>What is seen of the body where names are wanted and nothing moves; else null.</summary>
    public SeenBody? Seen { get; init; }

    /// <summary>What is seen of the cut-away block while it rests in the body's place; else null.</summary>
    public SeenBlock? Block { get; init; }

    public HintPhase Hint { get; init; }

    /// <summary>Whether there is anything that the reach setting could bring nearer.</summary>
    public bool CanReach { get; init; }

    /// <summary>Cards can be read aloud.</summary>
    public bool OffersSpeech { get; init; }

    /// <summary>There are two bodies to choose from.</summary>
    public bool OffersBodies { get; init; }

    public string Language { get; } = State.Language.Length > 0 ? State.Language : Content.FirstLanguage;

    /// <summary>The clinic's other language, or null when it has one only.</summary>
    public string? OtherLanguage
    {
        get
        {
            int at = Content.Settings.Languages.IndexOf(Language);
            return Content.Settings.Languages.Length < 2 ? null
                : Content.Settings.Languages[(at + 1) % Content.Settings.Languages.Length];
        }
    }

    public TextStyle Label { get; } = new(TextFace.SemiBold, Measures.LabelCap);

    public TextStyle Small { get; } = new(TextFace.Regular, Measures.LabelCap);

    public TextStyle Reading { get; } = new(TextFace.Regular, Measures.ReadingCap);

    public TextStyle Strong { get; } = new(TextFace.SemiBold, Measures.ReadingCap);

    public TextStyle Latin { get; } = new(TextFace.Italic, Measures.ReadingCap);

    public TextStyle Heading { get; } = new(TextFace.SemiBold, Measures.ReadingCap * 1.08f);

    public string Say(string key) => Content.Strings.Get(key, Language, Content.FirstLanguage);

    public string In(LocalText text) => text.In(Language, Content.FirstLanguage);

    /// <summary>"your right", "your left", or nothing on the midline.</summary>
    public string SideOf(StructureId id) => id.Side switch
    {
        Side.Left => Say("your-left"),
        Side.Right => Say("your-right"),
        _ => "",
    };

    public string NameOfZone(string id) => Content.Zone(id) is { } zone ? In(zone.Name) : Spoken(id);

    /// <summary>An id as words, for what the content has no name for.</summary>
    public static string Spoken(string id) => Capital(id.Replace('-', ' '));

    /// <summary>A phrase as the beginning of a line.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
