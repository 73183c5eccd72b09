using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>Reads <c>kiosk.json</c>.</summary>
internal static class SettingsReader
{
    public static ClinicSettings Read(RecordReader file) => new(
        Name: file.LocalText("name"),
        Languages: LanguagesOf(file),
        Theme: file.Choice("theme", KnownKeys.Themes),
        Accent: AccentOf(file),
        Idle: IdleOf(file.Record("idle")),
        DiagonalInches: (float?)file.OptionalNumber("diagonalInches", 5, 120),
        Contact: ContactOf(file.OptionalRecord("contact")))
    {
        Operation = OperationReader.Read(file),
        LowerEdgeMm = LowerEdgeOf(file.OptionalRecord("mounting")),
    };

    /// <summary>The file that <c>logo</c> names, or null; a name that leads out of the folder is a finding.</summary>
    public static string? LogoOf(RecordReader file)
    {
        if (!file.Has("logo"))
            return null;
        string name = file.Text("logo");
        bool isInside = name.Length > 0 && name[0] != '/' && !name.Contains('\\', StringComparison.Ordinal)
            && Array.TrueForAll(name.Split('/'), part => part is not ("" or "." or ".."));
        if (isInside && name.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            return name;
        if (name.Length > 0)
            file.Findings.Error(file.PlaceOf("logo"), "bad-picture-name", $"'{name}' is no PNG of this folder; write where it lies, as \"images/logo.png\".");
        return null;
    }

    private static float? LowerEdgeOf(RecordReader? mounting)
    {
        if (mounting is null)
            return null;
        float lowerEdge = (float)mounting.Number("lowerEdgeMm", 0, 2500);
        mounting.Finish();
        return lowerEdge;
    }

    private static ImmutableArray<string> LanguagesOf(RecordReader file)
    {
        IReadOnlyList<JsonLocatedNode> list = file.List("languages");
        if (list.Count == 0 && file.Has("languages"))
            file.Findings.Error(file.PlaceOf("languages"), "no-language", "'languages' is empty; name at least one, as [\"en\"].");
        foreach (JsonLocatedNode item in list)
        {
            if (item.Kind != JsonKind.Text || !RecordReader.IsLanguage(item.Text))
                file.Findings.Error(item.Place, "bad-language", "name each language by two small letters in quotes, as \"en\" or \"es\".");
            else if (list.First(other => other.Text == item.Text) != item)
                file.Findings.Error(item.Place, "duplicate-entry", $"'{item.Text}' is listed twice in 'languages'; delete one.");
        }

        return [.. list.Select(item => item.Text)];
    }

    private static string AccentOf(RecordReader file)
    {
        string accent = file.Text("accent");
        if (accent.Length > 0 && Contrast.Luminance(accent) is null)
            file.Findings.Error(file.PlaceOf("accent"), "bad-colour", $"'{accent}' is no colour; write it as #rrggbb, for example #2fb3a8.");
        return accent;
    }

    private static IdleSettings IdleOf(RecordReader? idle)
    {
        if (idle is null)
            return IdleSettings.Default;
        var read = new IdleSettings(idle.Whole("promptAfter", 30, 180), idle.Whole("countdown", 10, 60));
        idle.Finish();
        return read;
    }

    private static ContactSettings ContactOf(RecordReader? contact)
    {
        if (contact is null)
            return ContactSettings.None;
        var read = new ContactSettings(
            contact.LocalText("text"), contact.OptionalText("phone"), contact.OptionalText("email"), contact.OptionalText("web"));
        contact.Finish();
        return read;
    }
}
