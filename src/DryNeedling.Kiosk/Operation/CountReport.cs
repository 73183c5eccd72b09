using System.Collections.Immutable;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Operation;

/// <summary>Counts of some days, added up for people. Days and hours are those of the clinic's clock.</summary>
internal sealed record CountReport(DateOnly From, DateOnly To, ImmutableArray<HourCount> Hours)
{
    public long Sessions => Hours.Where(h => h.Kind == CountKind.Session).Sum(h => h.Number);

    /// <summary>Everything of a kind, most frequent first.</summary>
    public IEnumerable<(string Key, long Number)> Totals(CountKind kind) => Hours
        .Where(h => h.Kind == kind)
        .GroupBy(h => h.Key, h => h.Number, StringComparer.Ordinal)
        .Select(g => (g.Key, Number: g.Sum()))
        .OrderByDescending(t => t.Number).ThenBy(t => t.Key, StringComparer.Ordinal);

    /// <summary>Sessions of each day, also of those without any.</summary>
    public IEnumerable<(DateOnly Day, long Sessions)> Days()
    {
        Dictionary<DateOnly, long> days = Hours.Where(h => h.Kind == CountKind.Session)
            .GroupBy(h => DateOnly.FromDateTime(LocalHour(h.Hour))).ToDictionary(g => g.Key, g => g.Sum(h => h.Number));
        for (DateOnly day = From; day <= To; day = day.AddDays(1))
            yield return (day, days.GetValueOrDefault(day));
    }

    public static DateTime LocalHour(long hour) => DateTimeOffset.FromUnixTimeSeconds(hour * 3600).LocalDateTime;

    /// <summary>The counts from the first hour of a day to the last hour of another; without days, everything.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The counts cannot be read.</exception>
    public static CountReport Read(StatePlace place, DateOnly? from, DateOnly? to, DateOnly today)
    {
        ImmutableArray<HourCount> hours = CountStore.Read(
            place, from is { } first ? HourOf(first) : 0, to is { } last && last < DateOnly.MaxValue ? HourOf(last.AddDays(1)) : long.MaxValue);
        DateOnly start = from ?? (hours.IsEmpty ? today : DateOnly.FromDateTime(LocalHour(hours[0].Hour)));
        DateOnly end = to ?? (hours.IsEmpty ? today : DateOnly.FromDateTime(LocalHour(hours[^1].Hour)));
        return new(start, end < start ? start : end, hours);
    }

    private static long HourOf(DateOnly day) => CountWriter.HourOf(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Local)));
}
