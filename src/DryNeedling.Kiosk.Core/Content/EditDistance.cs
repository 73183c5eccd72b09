namespace DryNeedling.Kiosk.Content;

/// <summary>How many letters two words differ by.</summary>
internal static class EditDistance
{
    private const int LongestWord = 48;

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment; Damerau 1964) that turn
    /// <paramref name="a"/> into <paramref name="b"/>; more than <paramref name="limit"/> returns limit + 1.
    /// With <paramref name="prefix"/>, into the beginning of <paramref name="b"/> that fits best.
    /// </summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit, bool prefix = false)
    {
        if (a.Length > LongestWord)
            a = a[..LongestWord];
        if (prefix && b.Length > a.Length + limit)
            b = b[..(a.Length + limit)];
        if (b.Length > LongestWord + 1)
            b = b[..(LongestWord + 1)];
        if (a.Length - b.Length > limit || (!prefix && b.Length - a.Length > limit))
            return limit + 1;
        Span<int> rows = stackalloc int[3 * (LongestWord + 2)];
        Span<int> before = rows[..(b.Length + 1)], last = rows.Slice(LongestWord + 2, b.Length + 1), now = rows.Slice(2 * (LongestWord + 2), b.Length + 1);
        for (int j = 0; j <= b.Length; j++)
            last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, before[j - 2] + 1);
                now[j] = best;
                least = Math.Min(least, best);
            }

            if (least > limit)
                return limit + 1;
            Span<int> free = before;
            before = last;
            last = now;
            now = free;
        }

        int distance = last[b.Length];
        for (int j = 0; prefix && j <= b.Length; j++)
            distance = Math.Min(distance, last[j]);
        return Math.Min(distance, limit + 1);
    }
}
