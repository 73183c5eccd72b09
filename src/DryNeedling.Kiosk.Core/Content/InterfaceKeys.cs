using System.Collections.Frozen;

namespace DryNeedling.Kiosk.Content;

/// <summary>Every key of <c>content/strings/LANG.json</c> that the interface asks for.</summary>
public static class InterfaceKeys
{
    /// <summary>Whether the interface knows what to do with a key: each language has as many rows of keys as it needs.</summary>
    public static bool IsKnown(string key) =>
        All.Contains(key) || key.StartsWith("keyboard-", StringComparison.Ordinal);

    /// <summary>Those that no language can do without.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "about", "about-disclaimer", "about-licences", "about-privacy", "about-privacy-text", "about-review",
            "about-review-none", "about-review-some", "about-sources", "about-version", "area-back", "area-head-neck",
            "area-hip-leg", "area-several", "area-shoulder-arm", "attached", "attached-from", "attached-to", "attract-1",
            "attract-2", "attract-3", "attract-call", "back", "belongs-to", "body-female", "body-male", "brought-on-by", "caution-abdomen", "caution-eye",
            "caution-kidney", "caution-neurovascular", "caution-pneumothorax-risk", "cleaning-text", "clear-all", "close",
            "colours-contrast", "colours-dark", "colours-light", "comfort", "comfort-body", "comfort-colours", "comfort-forgotten",
            "comfort-motion", "comfort-reach", "comfort-text", "conditions", "conditions-intro", "done", "dry-needling",
            "evidence-advised-against", "evidence-advised-against-means", "evidence-insufficient", "evidence-insufficient-means",
            "evidence-low", "evidence-low-means", "evidence-mixed", "evidence-mixed-means", "evidence-moderate",
            "evidence-moderate-means", "evidence-no-benefit-shown", "evidence-no-benefit-shown-means", "evidence-very-low",
            "evidence-very-low-means", "explore", "feels-like", "hint-explore", "how-sure", "key-backspace", "key-clear",
            "key-space", "keyboard", "labels", "language-name", "layer-deep", "layer-skeleton", "layer-skin", "layer-superficial",
            "layers", "learn", "learn-intro", "licence-body", "licence-fonts", "licence-icons", "licence-skin", "list-and", "listen", "listen-stop",
            "motion-full", "motion-reduced", "muscles-also", "muscles-core", "navigation", "navigation-explore", "next",
            "not-written-yet", "notice", "pain-instruction", "pain-map", "pain-more", "pain-muscles", "pain-none",
            "pain-sometimes", "pain-typical", "part-band", "part-fat", "part-muscle", "part-needle", "part-point", "part-skin",
            "practice-often", "practice-seldom", "practice-sometimes",
            "practice-specialist-only", "previous", "rank-reason-all", "rank-reason-essential", "rank-reason-some",
            "rank-reason-spillover", "reach-low", "reach-whole", "reset", "review-by", "review-none", "search",
            "search-examples", "search-intro", "search-none", "search-placeholder", "search-results", "search-try",
            "search-type-condition", "search-type-muscle", "search-type-story", "search-type-term", "seconds",
            "see-doctor-first", "show-again", "show-less", "show-more", "sources", "staff", "staff-cleaning", "staff-exit", "staff-pin",
            "staff-pin-checking", "staff-pin-clear", "staff-pin-open", "staff-pin-wait", "staff-pin-wrong", "staff-reload",
            "staff-status", "staff-volume", "staff-volume-less", "staff-volume-more", "staff-volume-off", "step-of", "still-here", "still-there", "still-there-text", "takes-care-of", "text-large",
            "text-largest", "text-normal", "text-size", "trigger-points", "view-back", "view-front", "view-left", "view-right",
            "views", "what-it-does", "what-it-is", "what-needling-can-do", "what-you-can-do", "where-does-it-hurt",
            "where-it-is", "your-left", "your-left-label", "your-left-label-short", "your-left-side", "your-right",
            "your-right-label", "your-right-label-short", "your-right-side", "zone-on-your-left", "zone-on-your-right", "zoom",
            "zoom-in", "zoom-out"
        ]);
}
