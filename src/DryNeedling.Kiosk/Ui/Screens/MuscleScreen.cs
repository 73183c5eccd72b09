using System.Globalization;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>Everything the kiosk says of the selected muscle, the heart of it first: its trigger points and their pain.</summary>
internal static class MuscleScreen
{
    public static void Add(ScreenPlan plan, ScreenContext context, StructureId id, Box card)
    {
        CardExit exit = context.State.Trail is null ? CardShell.Close(new Intent.CloseCard()) : CardShell.Back(new Intent.Back());
        if (context.Content.Muscle(id.Base) is { } muscle)
        {
            CardShell.Add(plan, context, card, context.In(muscle.Name), context.SideOf(id), exit, flow => Fill(flow, context, id, muscle));
            return;
        }

        // A structure that nobody has written about still has a name, and the visitor a way back.
        CardShell.Add(plan, context, card, ScreenContext.Spoken(id.Base), context.SideOf(id), exit, flow => flow.Quiet(context.Say("not-written-yet")));
    }

    private static void Fill(Flow flow, ScreenContext context, StructureId id, MuscleCard muscle)
    {
        flow.Text(ScreenContext.Capital(context.In(muscle.Plain)), context.Strong, context.Theme.Ink);
        flow.Text(muscle.Latin, context.Latin, context.Theme.Quiet);
        flow.Pair(f => AddTriggerPoints(f, context, id, muscle), f => AddPain(f, context, muscle));
        flow.Pair(f => AddPlace(f, context, muscle), f => AddSymptoms(f, context, muscle));
        flow.Pair(f => AddNeedling(f, context, muscle), f => AddSelfCare(f, context, muscle));
        AddConditions(flow, context, muscle);
        CardEnd.Add(flow, context, muscle.Sources, muscle.Review);
    }

    private static void AddTriggerPoints(Flow flow, ScreenContext context, StructureId id, MuscleCard muscle)
    {
        if (muscle.TriggerPoints.IsEmpty)
            return;

        flow.Section("trigger-points");
        flow.Gap(0.4f);
        foreach (TriggerPoint point in muscle.TriggerPoints)
        {
            bool chosen = context.State.TriggerPoint == point.Number;
            string number = point.Number.ToString(CultureInfo.InvariantCulture);
            flow.Row("trigger-point-" + number, number, context.In(point.Place),
                chosen ? new Intent.ClearTriggerPoint() : new Intent.SelectTriggerPoint(id, point.Number), chosen);
        }

        if (muscle.TriggerPoints.Length > 1)
        {
            flow.Steps(
                ("previous-trigger-point", context.Say("previous"), new Intent.SelectTriggerPoint(id, Neighbour(context, muscle, -1))),
                ("next-trigger-point", context.Say("next"), new Intent.SelectTriggerPoint(id, Neighbour(context, muscle, 1))));
        }
    }

    private static int Neighbour(ScreenContext context, MuscleCard muscle, int by)
    {
        int count = muscle.TriggerPoints.Length, at = -1;
        for (int i = 0; i < count; i++)
        {
            if (muscle.TriggerPoints[i].Number == context.State.TriggerPoint)
                at = i;
        }

        int next = at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
        return muscle.TriggerPoints[next].Number;
    }

    private static void AddPain(Flow flow, ScreenContext context, MuscleCard muscle)
    {
        Referral refers = muscle.RefersFrom(context.State.TriggerPoint);
        if (refers.Essential.IsEmpty && refers.Spillover.IsEmpty)
            return;

        flow.Section("pain-map");
        flow.Gap(0.3f);
        if (!refers.Essential.IsEmpty)
            flow.Legend(solid: true, context.Say("pain-typical"), Names(refers.Essential));
        if (!refers.Spillover.IsEmpty)
            flow.Legend(solid: false, context.Say("pain-sometimes"), Names(refers.Spillover));

        string Names(IEnumerable<string> zones) => ScreenContext.Capital(string.Join(", ", zones.Select(context.NameOfZone)));
    }

    private static void AddPlace(Flow flow, ScreenContext context, MuscleCard muscle)
    {
        AddText(flow, "where-it-is", context.In(muscle.Where));
        AddText(flow, "what-it-does", context.In(muscle.Action));
        AddList(flow, "attached", [Filled("attached-from", muscle.Origin), Filled("attached-to", muscle.Insertion)]);

        string Filled(string key, LocalText place) => string.Format(CultureInfo.InvariantCulture, context.Say(key), context.In(place));
    }

    private static void AddSymptoms(Flow flow, ScreenContext context, MuscleCard muscle)
    {
        AddList(flow, "feels-like", muscle.Feels.In(context.Language, context.Content.FirstLanguage));
        AddList(flow, "brought-on-by", muscle.Causes.In(context.Language, context.Content.FirstLanguage));
    }

    private static void AddNeedling(Flow flow, ScreenContext context, MuscleCard muscle)
    {
        flow.Section("dry-needling");
        flow.Text(context.Say("practice-" + Kebab(muscle.DryNeedling.Practice)), context.Strong, context.Theme.Ink);
        flow.Gap(0.3f);
        flow.Text(context.In(muscle.DryNeedling.Text));
        AddText(flow, "takes-care-of", context.In(muscle.DryNeedling.Care));
        flow.Gap(0.6f);
        foreach (string flag in muscle.Cautions)
            flow.Flag(context.Say("caution-" + flag));
    }

    private static void AddSelfCare(Flow flow, ScreenContext context, MuscleCard muscle)
    {
        string text = context.In(muscle.SelfCare), caution = context.In(muscle.SelfCareCaution);
        if (text.Length == 0)
            return;

        flow.Section("what-you-can-do");
        // What must stop a reader comes before what they may do.
        if (caution.Length > 0)
        {
            flow.Gap(0.2f);
            flow.Flag(caution);
            flow.Gap(0.3f);
        }

        flow.Text(text);
    }

    private static void AddConditions(Flow flow, ScreenContext context, MuscleCard muscle)
    {
        Condition[] known = [.. muscle.Conditions.Select(context.Content.Condition).OfType<Condition>()];
        if (known.Length == 0)
            return;

        flow.Section("belongs-to");
        flow.Gap(0.4f);
        flow.Tiles([.. known.Select(c => new Tile("condition-" + c.Id, null, context.In(c.Name), "", new Intent.Open(KioskScreen.Condition, c.Id)))], 24);
    }

    private static void AddText(Flow flow, string key, string text)
    {
        if (text.Length == 0)
            return;
        flow.Section(key);
        flow.Text(text);
    }

    private static void AddList(Flow flow, string key, IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0)
            return;
        flow.Section(key);
        flow.Bullets(lines);
    }

    private static string Kebab(NeedlingPractice practice) => practice switch
    {
        NeedlingPractice.SpecialistOnly => "specialist-only",
        NeedlingPractice.Seldom => "seldom",
        NeedlingPractice.Sometimes => "sometimes",
        _ => "often",
    };
}
