using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Looks for what no file shows by itself: names that lead nowhere, texts a language lacks, muscles that the model does
/// not have. Pure; the content stays usable with every finding, since what is missing is then not shown.
/// </summary>
public static class ContentValidator
{
    // WCAG 2.2: parts of an interface need 3:1 against what lies behind them.
    private const double LeastContrast = 3;

    /// <summary>
    /// The findings of <paramref name="content"/>, and with <paramref name="body"/> of the two together; a finding about
    /// the model itself names <paramref name="modelFile"/>.
    /// </summary>
    public static ImmutableArray<ContentFinding> Validate(KioskContent content, Body? body = null, string modelFile = "models/body.glb")
    {
        ArgumentNullException.ThrowIfNull(content);
        var found = new FindingList(content.Places);
        ReferenceChecks.Check(content, found);
        StoryChecks.Check(content, body, found);
        LengthChecks.Check(content, found);
        LanguageChecks.Check(content, found);
        KeyboardChecks.Check(content, found);
        ReviewChecks.Check(content, found);
        CheckTriggerPoints(content, found);
        CheckWarningSigns(content, found);
        CheckAccent(content.Settings, found);
        if (body is not null)
            ModelChecks.Check(content, body, modelFile, found);
        return found.InOrder();
    }

    private static void CheckTriggerPoints(KioskContent content, FindingList found)
    {
        foreach (MuscleCard muscle in content.Muscles)
        {
            string file = FindingList.MuscleFile(muscle.Id);
            if (muscle.TriggerPoints.IsEmpty)
                found.Warning(file, "no-trigger-point", $"'{muscle.Id}' has no trigger point; a card without one tells a visitor little.", "triggerPoints");
            for (int i = 0; i < muscle.TriggerPoints.Length; i++)
            {
                if (muscle.TriggerPoints[i].Number != i + 1)
                    found.Error(file, "trigger-point-number", $"trigger points are numbered 1, 2, 3 in order; write {i + 1} here.", "triggerPoints", i, "number");
            }
        }
    }

    private static void CheckWarningSigns(KioskContent content, FindingList found)
    {
        foreach (Condition condition in content.Conditions)
        {
            foreach ((string language, _) in condition.SeeDoctorFirst.ByLanguage.Where(entry => entry.Value.IsEmpty))
                found.Error(FindingList.ConditionFile(condition.Id), "no-warning-sign", "name at least one sign that needs a doctor first; it stands before all advice.", "seeDoctorFirst", language);
        }
    }

    private static void CheckAccent(ClinicSettings settings, FindingList found)
    {
        // The darkest and the lightest card of the themes.
        double ground = settings.Theme == "light" ? 0.84 : 0.012;
        if (Contrast.Luminance(settings.Accent) is not { } accent || Contrast.Between(accent, ground) is not (< LeastContrast and var contrast))
            return;
        string wanted = settings.Theme == "light" ? "darker" : "lighter";
        found.Error("kiosk.json", "low-contrast", FormattableString.Invariant(
            $"the accent {settings.Accent} stands out from the {settings.Theme} theme by {contrast:0.0} to 1 only; choose a {wanted} colour, at least {LeastContrast} to 1."), "accent");
    }
}
