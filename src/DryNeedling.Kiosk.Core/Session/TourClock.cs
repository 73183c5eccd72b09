using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Session;

/// <summary>
/// Goes through the tours of the content, one after the other and for ever, each in one language; round by round every
/// tour is told in every language. Holds ids and times only: the content may change between two calls.
/// </summary>
public sealed class TourClock
{
    /// <summary>How long nobody must have touched the glass before the tour goes on.</summary>
    public static readonly TimeSpan ResumesAfter = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.7);

    private TourPlace? last;
    private string? id;
    private int index, stop, round;
    private TimeSpan time;

    /// <summary>Lets time pass; where the tour is then, or null when the content holds no tour.</summary>
    public TourPlace? Advance(TimeSpan step, KioskContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!Find(content))
            return last = null;
        time += step;
        while (time >= Length(content))
        {
            time -= Length(content);
            Next(content);
        }

        string language = content.Settings.Languages[(round + index) % content.Settings.Languages.Length];
        bool isTold = time < Length(content) - Pause;
        if (last is null || (last.Tour, last.Stop, last.Language, last.IsTold) != (id, stop, language, isTold))
            last = new(id!, stop, language, isTold);
        return last;
    }

    /// <summary>Somebody touched: what was shown then begins anew once the tour goes on.</summary>
    public void Wait() => time = TimeSpan.Zero;

    private TimeSpan Length(KioskContent content) => TimeSpan.FromSeconds(Math.Max(1, content.Tours[index].Stops[stop].Seconds));

    /// <summary>Finds the tour again in what may be edited content; in place of one that is gone comes the one after it.</summary>
    private bool Find(KioskContent content)
    {
        int known = IndexOf(content, id);
        if (known >= 0 && !content.Tours[known].Stops.IsEmpty)
        {
            index = known;
            if (stop >= content.Tours[known].Stops.Length)
                (stop, time) = (0, TimeSpan.Zero);
            return true;
        }

        for (int i = 0; i < content.Tours.Length; i++)
        {
            int candidate = (index + i) % content.Tours.Length;
            if (content.Tours[candidate].Stops.IsEmpty)
                continue;
            (index, id, stop, time) = (candidate, content.Tours[candidate].Id, 0, TimeSpan.Zero);
            return true;
        }

        id = null;
        return false;
    }

    private void Next(KioskContent content)
    {
        stop++;
        if (stop < content.Tours[index].Stops.Length)
            return;
        stop = 0;
        do
        {
            index++;
            if (index == content.Tours.Length)
                (index, round) = (0, (round + 1) % content.Settings.Languages.Length);
        }
        while (content.Tours[index].Stops.IsEmpty);
        id = content.Tours[index].Id;
    }

    private static int IndexOf(KioskContent content, string? id)
    {
        for (int i = 0; i < content.Tours.Length; i++)
        {
            if (content.Tours[i].Id == id)
                return i;
        }

        return -1;
    }
}
