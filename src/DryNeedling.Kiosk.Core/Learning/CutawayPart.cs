namespace DryNeedling.Kiosk.Learning;

/// <summary>What of the cut-away block has a name; kebab-case in the files.</summary>
public enum CutawayPart
{
    Skin,
    Fat,
    Muscle,

    /// <summary>The fibres that stay tight.</summary>
    Band,

    /// <summary>The thick, sore spot of the band.</summary>
    Point,
    Needle,
}
