using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Finds muscles, conditions, stories and terms by any of their names, however they are spelled. Build it once for a content;
/// <see cref="Find"/> may be called from any thread.
/// </summary>
public sealed class Search(KioskContent content)
{
    private const int MostHits = 40;
    // Nobody types more words to find something.
    private const int MostWords = 12;
    // Words of the other languages are found, but after the visitor's own.
    private const float OtherLanguage = 0.8f;
    // A rare word beside the point ("hurts" in one synonym) must not outweigh the place itself.
    private const float MostRarity = 1.5f;
    private const float LeastScore = 0.12f, LeastOfBest = 0.3f;

    private readonly SearchIndex index = new(content);

    /// <summary>What fits <paramref name="text"/>, best first, always in the same order; nothing for a text without letters or digits.</summary>
    public ImmutableArray<SearchHit> Find(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> words = SearchWords.Of(text, MostWords);
        if (words.Count == 0)
            return [];
        float[] scores = new float[index.Items.Count];
        float[] total = new float[index.Items.Count];
        float rarity = 0;
        for (int w = 0; w < words.Count; w++)
        {
            Array.Clear(scores);
            float rare = Match(words[w], w == words.Count - 1, language, scores, words.Count);
            rarity += rare;
            for (int i = 0; i < scores.Length; i++)
                total[i] += rare * scores[i];
        }

        return Ranked(total, rarity, language);
    }

    /// <summary>Writes how well one word fits each item; returns how much the word tells: one that fits everything tells little.</summary>
    private float Match(string word, bool isLast, string language, float[] scores, int wordCount)
    {
        foreach (SearchIndex.Entry entry in index.Words)
        {
            float likeness = LikenessOf(word, isLast, entry.Word);
            if (likeness <= 0)
                continue;
            foreach (SearchIndex.Posting posting in entry.Postings)
            {
                // In prose a misspelled word means nothing, and a name of one word is meant more surely than one of many.
                if (!posting.IsName && likeness < WordLikeness.Beginning)
                    continue;
                float own = posting.Language.Length == 0 || posting.Language == language ? 1 : OtherLanguage;
                float surplus = posting.IsName ? 0.02f * Math.Clamp(posting.FieldLength - wordCount, 0, 5) + 0.01f * Math.Min(posting.Position, 3) : 0;
                scores[posting.Item] = MathF.Max(scores[posting.Item], likeness * own * posting.Weight * (1 - surplus));
            }
        }

        // A word that nothing is called by ("my", "hurts") must not outvote those that name something.
        int called = scores.Count(s => s >= SearchIndex.PlaceWeight * OtherLanguage);
        return called == 0 ? 0.2f : MathF.Min(MostRarity, 0.3f + MathF.Log((1 + scores.Length) / (float)(1 + called)));
    }

    /// <summary>Only the last word may still be unfinished, so short ones before it are taken as they are.</summary>
    private static float LikenessOf(string word, bool isLast, string known)
    {
        if (isLast || word.Length > 3 || word == known)
            return WordLikeness.Of(word, known);
        return word.Length == 3 ? 0.8f * WordLikeness.Of(word, known) : 0;
    }

    private ImmutableArray<SearchHit> Ranked(float[] total, float rarity, string language)
    {
        float best = total.Length == 0 ? 0 : total.Max() / rarity;
        float least = MathF.Max(LeastScore, best * LeastOfBest);
        List<SearchHit> hits = [];
        for (int i = 0; i < total.Length; i++)
        {
            float score = MathF.Round(total[i] / rarity, 3);
            SearchIndex.Item item = index.Items[i];
            if (score >= least)
                hits.Add(new(item.Type, item.Id, item.Name.In(language, content.FirstLanguage), score));
        }

        return
        [
            .. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Type)
                .ThenBy(hit => hit.Label, StringComparer.Ordinal).ThenBy(hit => hit.Id, StringComparer.Ordinal)
                .Take(MostHits),
        ];
    }
}
