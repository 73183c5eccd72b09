using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>Finds muscles, conditions, stories and words by any name; the best hit first, each with what it is.</summary>
internal static class SearchScreen
{
    // What comes after these fits too badly to be worth scrolling to.
    private const int MostHits = 16;
    private const float UprightShare = 0.62f;

    // Less than this shows no body.
    private const float LeastBodyMm = 45;

    // The words of a content are gathered once.
    private static readonly ConditionalWeakTable<KioskContent, Search> Indexes = [];

    /// <summary>Whether the state shows the search itself, not a card that lies over it.</summary>
    public static bool Shows(KioskState state) => state is { Screen: KioskScreen.Search, Selection: null, ShowsComfort: false };

    public static Box Place(ScreenContext context)
    {
        Box keyboard = SearchKeyboard.Place(context);
        Measures measures = context.Measures;
        if (measures.Screen.IsPortrait)
            return CardShell.Sheet(context, keyboard.Y - EndGap(measures), UprightShare);
        float margin = measures.Margin, width = SearchKeyboard.CardWidth(context, keyboard.Width);
        return new(measures.Screen.WidthMm - margin - width, margin, width, Navigation.Top(context) - 2 * margin);
    }

    public static void Add(ScreenPlan plan, ScreenContext context, Box card) =>
        CardShell.Add(plan, context, card, context.Say("search"), "",
            CardShell.Close(new Intent.Open(KioskScreen.Explore)), flow => Fill(flow, context), end: SearchKeyboard.Place(context).Y - EndGap(context.Measures));

    /// <summary>Where the body is seen while one types.</summary>
    public static Box BodyBeside(ScreenContext context, Box card)
    {
        Box keyboard = SearchKeyboard.Place(context);
        float margin = context.Measures.Margin, top = context.Measures.Screen.IsPortrait ? card.Y : keyboard.Y;
        float width = (context.Measures.Screen.IsPortrait ? context.Measures.Screen.WidthMm : card.X) - 2 * margin;
        float height = top - 2 * margin;
        return new(margin, margin, width, height >= LeastBodyMm ? height : Navigation.Top(context) - 2 * margin);
    }

    private static float EndGap(Measures measures) => measures.IsSmall ? 2 : 4;

    private static void Fill(Flow flow, ScreenContext context)
    {
        string text = context.State.SearchText.Trim();
        ImmutableArray<SearchHit> hits = text.Length == 0 ? [] : Find(context, text);
        if (hits.IsEmpty)
        {
            flow.Text(text.Length == 0 ? context.Say("search-intro") : string.Format(CultureInfo.InvariantCulture, context.Say("search-none"), text));
            AddExamples(flow, context);
            return;
        }

        foreach (SearchHit hit in hits)
            AddHit(flow, context, hit);
    }

    private static ImmutableArray<SearchHit> Find(ScreenContext context, string text)
    {
        Search search = Indexes.GetValue(context.Content, content => new(content));
        return [.. search.Find(text, context.Language).Where(hit => hit.Type != SearchType.Muscle || Sided(context, hit.Id) is not null).Take(MostHits)];
    }

    private static void AddHit(Flow flow, ScreenContext context, SearchHit hit)
    {
        bool isOpen = hit.Type == SearchType.Term && context.State.Topic == hit.Id;
        (string type, string icon, Intent onTap) = hit.Type switch
        {
            SearchType.Muscle => ("muscle", "biceps-flexed", new Intent.Select(Sided(context, hit.Id)!.Value)),
            SearchType.Condition => ("condition", "stethoscope", new Intent.Open(KioskScreen.Condition, hit.Id)),
            SearchType.Story => ("story", "book-open", new Intent.Open(KioskScreen.Story, hit.Id)),
            _ => ("term", "book-a", (Intent)new Intent.ShowTerm(isOpen ? null : hit.Id)),
        };
        flow.Hit($"hit-{type}-{hit.Id}", icon, hit.Label, context.Say("search-type-" + type), onTap, isOpen);
        if (isOpen && context.Content.Glossary.FirstOrDefault(term => term.Id == hit.Id) is { } term)
        {
            flow.Text(context.In(term.Meaning));
            flow.Gap(1);
        }
    }

    // The right side unless the body has the muscle elsewhere only.
    private static StructureId? Sided(ScreenContext context, string muscle)
    {
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Right, Side.Midline, Side.Left])
        {
            if (context.Body.IndexOf(StructureId.Of(muscle, side)) >= 0)
                return StructureId.Of(muscle, side);
        }

        return null;
    }

    private static void AddExamples(Flow flow, ScreenContext context)
    {
        string[] examples = context.Say("search-examples").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        flow.Section("search-try");
        flow.Gap(0.4f);
        flow.Buttons([.. examples.Select((word, i) => ($"example-{i + 1}", "search", word, (Intent)new Intent.SearchFor(word)))]);
    }
}
