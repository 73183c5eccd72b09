namespace DryNeedling.Kiosk.Session;

/// <summary>Whose body is shown. Both have the same structures and zones, so that all content speaks of either.</summary>
public enum BodyForm
{
    Male,
    Female,
}
