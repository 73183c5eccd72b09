using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Session;

/// <summary>Where in a tour the kiosk is.</summary>
/// <param name="Tour">Id of the tour.</param>
/// <param name="Stop">From 0.</param>
/// <param name="Language">In which the tour is told this time.</param>
/// <param name="IsTold">The caption stands there; it leaves shortly before the next one comes.</param>
public sealed record TourPlace(string Tour, int Stop, string Language, bool IsTold = true)
{
    /// <summary>What is shown there, or null when the content does not hold it (any more).</summary>
    public TourStop? StopIn(KioskContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Tours.FirstOrDefault(tour => tour.Id == Tour) is { } tour && Stop >= 0 && Stop < tour.Stops.Length ? tour.Stops[Stop] : null;
    }

    /// <summary>The same picture, whether or not its caption stands there.</summary>
    public bool ShowsSame(TourPlace? other) => other is not null && (Tour, Stop, Language) == (other.Tour, other.Stop, other.Language);
}
