using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>One condition: when to see a doctor first, what it is, which muscles can play a part, what a needle can do.</summary>
internal static class ConditionScreen
{
    private const float LettersInTile = 24;

    public static void Add(ScreenPlan plan, ScreenContext context, Condition condition, Box card) =>
        CardShell.Add(plan, context, card, context.In(condition.Name), "",
            CardShell.Back(context.State.Trail is null ? new Intent.Open(KioskScreen.Conditions) : new Intent.Back()),
            flow => Fill(flow, context, condition));

    private static void Fill(Flow flow, ScreenContext context, Condition condition)
    {
        AddDoctorFirst(flow, context, condition);
        flow.Pair(f => AddExplanation(f, context, condition), f => AddNeedling(f, context, condition));
        AddMuscles(flow, context, "muscles-core", condition.Core, isCore: true);
        AddMuscles(flow, context, "muscles-also", condition.Also, isCore: false);
        CardEnd.Add(flow, context, condition.Sources, condition.Review);
    }

    private static void AddDoctorFirst(Flow flow, ScreenContext context, Condition condition)
    {
        IReadOnlyList<string> signs = condition.SeeDoctorFirst.In(context.Language, context.Content.FirstLanguage);
        if (signs.Count == 0)
            return;

        flow.Boxed(context.Theme.Alarm, box =>
        {
            box.Warning(context.Say("see-doctor-first"));
            box.WarningBullets(signs);
        });
    }

    private static void AddExplanation(Flow flow, ScreenContext context, Condition condition)
    {
        flow.Section("what-it-is");
        flow.Text(context.In(condition.Explanation));
    }

    private static void AddNeedling(Flow flow, ScreenContext context, Condition condition)
    {
        flow.Section("what-needling-can-do");
        flow.Text(context.In(condition.Needling));
        flow.Gap(0.8f);
        flow.Boxed(context.Theme.Raised, box =>
        {
            box.Quiet(context.Say("how-sure"));
            box.Evidence(context.Say("evidence-" + condition.Evidence), BarsOf(condition.Evidence));
            box.Gap(0.2f);
            box.Text(context.Say("evidence-" + condition.Evidence + "-means"));
        });
    }

    private static void AddMuscles(Flow flow, ScreenContext context, string heading, IReadOnlyList<string> muscles, bool isCore)
    {
        List<Tile> tiles = [];
        foreach (string muscle in muscles)
        {
            if (context.Content.Muscle(muscle) is not { } card || SideToShow(context.Body, muscle) is not { } id)
                continue;
            tiles.Add(new("muscle-" + id.Value, null, context.In(card.Name), isCore ? ScreenContext.Capital(context.In(card.Plain)) : "", new Intent.Select(id)));
        }

        if (tiles.Count == 0)
            return;
        flow.Section(heading);
        flow.Gap(0.4f);
        flow.Tiles(tiles, LettersInTile);
    }

    // Both sides are lit; a card is of one. The right one is as good as the left.
    private static StructureId? SideToShow(Body body, string muscle)
    {
        StructureId right = StructureId.Of(muscle, Side.Right), middle = new(muscle);
        return body.IndexOf(right) >= 0 ? right : body.IndexOf(middle) >= 0 ? middle : null;
    }

    /// <summary>Filled bars of four; null for what is no strength but a warning.</summary>
    private static int? BarsOf(string evidence) => evidence switch
    {
        "moderate" => 3,
        "low" or "mixed" => 2,
        "very-low" => 1,
        "insufficient" => 0,
        _ => null,
    };
}
