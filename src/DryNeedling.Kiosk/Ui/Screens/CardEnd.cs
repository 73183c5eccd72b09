using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>How every card that says something of health ends: where it comes from, who checked it, what it is not.</summary>
internal static class CardEnd
{
    public static void Add(Flow flow, ScreenContext context, IReadOnlyCollection<string> sources, Review review)
    {
        if (sources.Count > 0)
        {
            flow.Section("sources");
            foreach (string id in sources)
            {
                flow.Quiet(context.Content.Sources.FirstOrDefault(s => s.Id == id) is { } source ? Spoken(source) : id);
                flow.Gap(0.4f);
            }
        }

        flow.Gap(1.5f);
        flow.Quiet(ReviewState(context, review));
        flow.Quiet(context.Say("notice"));
    }

    // Some sources lack an author, a year or a journal.
    private static string Spoken(Source source)
    {
        string who = (source.Authors, source.Year) switch
        {
            ({ Length: > 0 } authors, { Length: > 0 } year) => $"{authors} ({year}). ",
            ({ Length: > 0 } authors, _) => $"{authors.TrimEnd('.')}. ",
            (_, { Length: > 0 } year) => $"({year}). ",
            _ => "",
        };
        string title = source.Title.EndsWith('?') || source.Title.EndsWith('.') ? source.Title : source.Title + ".";
        return who + title + (source.Journal.Length > 0 ? " " + source.Journal.TrimEnd('.') + "." : "");
    }

    private static string ReviewState(ScreenContext context, Review review) => review.By is null
        ? context.Say("review-none")
        : context.Say("review-by").Replace("{by}", review.By, StringComparison.Ordinal).Replace("{on}", review.On ?? "", StringComparison.Ordinal);
}
