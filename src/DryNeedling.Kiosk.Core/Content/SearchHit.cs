namespace DryNeedling.Kiosk.Content;

/// <summary>What a search can find, in the order in which equals are listed; small letters in the JSON.</summary>
public enum SearchType
{
    Muscle,
    Condition,
    Story,
    Term,
}

/// <summary>One thing found.</summary>
/// <param name="Id">Of the muscle without side, the condition, the story or the term.</param>
/// <param name="Label">Its name in the language of the search.</param>
/// <param name="Score">1 is the very name; what only fits loosely comes near 0.</param>
public sealed record SearchHit(SearchType Type, string Id, string Label, float Score);
