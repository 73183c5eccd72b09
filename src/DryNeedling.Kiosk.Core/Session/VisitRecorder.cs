using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Session;

/// <summary>What is counted; the names in kebab case are those of the counts' files.</summary>
public enum CountKind
{
    Session,
    Length,
    Muscle,
    TriggerPoint,
    Zone,
    Condition,
    Story,
    Language,
    End,
}

/// <summary>One more of something. The key is an id of the content or one of a few fixed words, never what somebody typed.</summary>
public readonly record struct Count(CountKind Kind, string Key);

/// <summary>How a visit ended.</summary>
public enum VisitEnd
{
    /// <summary>Nobody answered "Still there?", or a tour went on.</summary>
    Left,

    /// <summary>The visitor said so.</summary>
    Finished,

    /// <summary>Something went wrong in the kiosk.</summary>
    Error,

    /// <summary>The kiosk was ended while somebody was there.</summary>
    Stopped,
}

/// <summary>
/// Turns what happens in visits into counts. Each thing counts once a visit; nothing ties two counts to one visit, and
/// what is remembered of a visit goes with its end.
/// </summary>
public sealed class VisitRecorder(Action<Count> count)
{
    private readonly HashSet<Count> counted = [];
    private TimeSpan? began;

    /// <summary>One intent that has been done. <paramref name="idle"/> is how long nobody has touched the glass at <paramref name="now"/>.</summary>
    public void Take(KioskState before, Intent intent, KioskState after, KioskContent content, TimeSpan now, TimeSpan idle)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(content);
        if (intent is Intent.FallAsleep(var isLeft))
        {
            End(before.Prompt is null && !isLeft ? VisitEnd.Finished : VisitEnd.Left, before, content, now, idle);
            return;
        }

        if (intent is Intent.AskStillThere or Intent.ContentChanged || after.Screen == KioskScreen.Attract)
            return;
        if (began is null)
            Begin(now);
        // What a story shows by itself nobody chose.
        if (intent is Intent.Select or Intent.SelectTriggerPoint && after.Selection is { } id && content.Muscle(id.Base) is not null)
            CountSelection(id, after.TriggerPoint);
        if (intent is Intent.ToggleZone(var zone) && after.HurtingZones.Contains(zone))
            CountOnce(CountKind.Zone, zone.Value);
        if (after.Screen == KioskScreen.Condition && content.Condition(after.Topic ?? "") is { } condition)
            CountOnce(CountKind.Condition, condition.Id);
        if (after.Screen == KioskScreen.Story && content.Story(after.Topic ?? "") is { } story)
            CountOnce(CountKind.Story, story.Id);
    }

    /// <summary>Ends the visit, if there is one, in its last state.</summary>
    public void End(VisitEnd end, KioskState last, KioskContent content, TimeSpan now, TimeSpan idle)
    {
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(content);
        if (began is not { } start)
            return;
        count(new(CountKind.Length, LengthClass(now - idle - start)));
        count(new(CountKind.Language, last.Language.Length > 0 ? last.Language : content.FirstLanguage));
        count(new(CountKind.End, end.ToString().ToLowerInvariant()));
        counted.Clear();
        began = null;
    }

    /// <summary>The class that a visit of this length is counted in.</summary>
    public static string LengthClass(TimeSpan length) => length.TotalSeconds switch
    {
        < 30 => "under-30s",
        < 120 => "30s-2min",
        < 300 => "2-5min",
        < 600 => "5-10min",
        _ => "over-10min",
    };

    private void Begin(TimeSpan now)
    {
        began = now;
        count(new(CountKind.Session, "visits"));
    }

    private void CountSelection(StructureId id, int? triggerPoint)
    {
        CountOnce(CountKind.Muscle, id.Base);
        if (triggerPoint is { } number)
            CountOnce(CountKind.TriggerPoint, $"{id.Base}/{number}");
    }

    private void CountOnce(CountKind kind, string key)
    {
        if (counted.Add(new(kind, key)))
            count(new(kind, key));
    }
}
