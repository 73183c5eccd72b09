using System.Collections.Immutable;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Session;

/// <summary>A muscle that is lit on both sides because the open condition involves it.</summary>
/// <param name="Id">Without side.</param>
/// <param name="IsCore">Usually involved, not only sometimes.</param>
public readonly record struct LitMuscle(string Id, bool IsCore);

/// <summary>What the texts of an open story or condition, or of a tour, show on the body.</summary>
public static class Staging
{
    /// <summary>
    /// The state with what the content says of its topic: the muscles of the open condition lit; the selection, layer,
    /// zones and animation of the open story's step. Call it when screen, topic, step or content changed: what the
    /// visitor does to the body in between then stays.
    /// </summary>
    public static KioskState Staged(this KioskState state, KioskContent content)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(content);
        KioskState plain = state with { Scene = null, Animation = StoryAnimation.None, LitPart = null, Lit = [] };
        return state switch
        {
            { Screen: KioskScreen.Condition, Topic: { } topic } when content.Condition(topic) is { } condition => plain with { Lit = LitBy(condition) },
            { Screen: KioskScreen.Story, Topic: { } topic } when content.Story(topic) is { Steps.IsEmpty: false } story => Showing(plain, story),
            { Screen: KioskScreen.Attract, Tour: { } place } when place.StopIn(content) is { } stop => Showing(plain, stop.Scene),
            _ => plain,
        };
    }

    private static ImmutableArray<LitMuscle> LitBy(Condition condition) =>
        [.. condition.Core.Select(id => new LitMuscle(id, IsCore: true)), .. condition.Also.Select(id => new LitMuscle(id, IsCore: false))];

    private static KioskState Showing(KioskState state, Story story)
    {
        int step = Math.Clamp(state.StoryStep, 0, story.Steps.Length - 1);
        StoryStep told = story.Steps[step];
        return Showing(state, told.Scene) with { StoryStep = step, Animation = told.Animation, LitPart = told.Focus };
    }

    private static KioskState Showing(KioskState state, StoryScene scene) => state with
    {
        Selection = scene.Select,
        TriggerPoint = scene.TriggerPoint,
        Peel = (int)scene.Layer,
        Scene = scene,
    };
}
