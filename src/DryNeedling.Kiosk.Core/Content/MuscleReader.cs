namespace DryNeedling.Kiosk.Content;

/// <summary>Reads <c>muscles/ID.json</c>.</summary>
internal static class MuscleReader
{
    public static MuscleCard Read(RecordReader file) => new(
        Id: file.Id("id"),
        Region: file.Choice("region", KnownKeys.Regions),
        Name: file.LocalText("name"),
        Latin: file.Text("latin"),
        Plain: file.LocalText("plain"),
        Synonyms: file.LocalTexts("synonyms"),
        Where: file.LocalText("where"),
        Action: file.LocalText("action"),
        Origin: file.LocalText("origin"),
        Insertion: file.LocalText("insertion"),
        TriggerPoints: file.Records("triggerPoints", TriggerPointOf),
        Refers: ReferralOf(file.Record("refers")) ?? Referral.None,
        Feels: file.LocalTexts("feels"),
        Causes: file.LocalTexts("causes"),
        SelfCare: file.LocalText("selfCare"),
        SelfCareCaution: file.LocalText("selfCareCaution"),
        DryNeedling: NeedlingOf(file.Record("dryNeedling")),
        Cautions: file.Choices("cautions", KnownKeys.Cautions),
        Conditions: file.Ids("conditions"),
        Sources: file.Ids("sources"),
        Review: ReviewOf(file.Record("review")))
    {
        CrossCheckedIn = file.Has("crossCheckedIn") ? file.Ids("crossCheckedIn") : [],
    };

    /// <summary>Who reviewed a file: <c>{"by": null, "on": null}</c> until somebody has.</summary>
    public static Review ReviewOf(RecordReader? review)
    {
        if (review is null)
            return new(null, null);
        var read = new Review(review.TextOrNull("by"), review.TextOrNull("on"));
        if (read.On is { } on && !DateOnly.TryParseExact(on, "yyyy-MM-dd", out _))
            review.Findings.Error(review.PlaceOf("on"), "bad-date", $"'{on}' is no date; write it as 2026-01-31.");
        if ((read.By is null) != (read.On is null) && !review.Findings.HasErrors)
            review.Findings.Error(review.Place, "half-review", "a review needs both who ('by') and when ('on'), or null for both.");
        review.Finish();
        return read;
    }

    private static TriggerPoint TriggerPointOf(RecordReader point) => new(
        point.Whole("number", 1, 99),
        (float)point.Number("along", 0, 1),
        (float)point.Number("across", 0, 1),
        point.LocalText("place"),
        ReferralOf(point.OptionalRecord("refers")));

    private static Referral? ReferralOf(RecordReader? refers)
    {
        if (refers is null)
            return null;
        var read = new Referral(refers.Ids("essential"), refers.Ids("spillover"));
        foreach (string both in read.Essential.Intersect(read.Spillover))
            refers.Findings.Error(refers.PlaceOf("spillover"), "duplicate-entry", $"'{both}' is both essential and spillover; keep one.");
        refers.Finish();
        return read;
    }

    private static MuscleNeedling NeedlingOf(RecordReader? needling)
    {
        if (needling is null)
            return new(NeedlingPractice.Seldom, LocalText.Empty, LocalText.Empty);
        NeedlingPractice practice = needling.Choice("practice", KnownKeys.Practices) switch
        {
            "often" => NeedlingPractice.Often,
            "sometimes" => NeedlingPractice.Sometimes,
            "seldom" => NeedlingPractice.Seldom,
            _ => NeedlingPractice.SpecialistOnly,
        };
        var read = new MuscleNeedling(practice, needling.LocalText("text"), needling.LocalText("care"));
        needling.Finish();
        return read;
    }
}
