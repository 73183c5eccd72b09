using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Session;

/// <summary>What a visitor wants, however they said it (finger, mouse, key, script): the closed set of all changes.</summary>
public abstract record Intent
{
    private Intent()
    {
    }

    /// <summary>First touch in Attract.</summary>
    public sealed record Wake : Intent;

    /// <summary>Everything about the visitor is forgotten.</summary>
    /// <param name="IsLeft">The visitor went without a word, and nobody was asked.</param>
    public sealed record FallAsleep(bool IsLeft = false) : Intent;

    /// <summary>Show this of a tour, to whoever may look.</summary>
    public sealed record ShowTour(TourPlace Place) : Intent;

    public sealed record Select(StructureId Id) : Intent;

    public sealed record SelectTriggerPoint(StructureId Id, int Number) : Intent;

    public sealed record ClearTriggerPoint : Intent;

    public sealed record CloseCard : Intent;

    /// <summary>Peel the body to a depth: 0 skin, 1 superficial, 2 deep, 3 skeleton; values between cross-fade.</summary>
    public sealed record PeelTo(float Peel) : Intent;

    public sealed record SetLanguage(string Language) : Intent;

    public sealed record SetTextSize(TextSize Size) : Intent;

    /// <summary>Have the open card read aloud, or no longer.</summary>
    public sealed record ReadAloud(bool Aloud) : Intent;

    /// <summary>Let the other body stand there, with everything that is chosen.</summary>
    public sealed record ShowBody(BodyForm Form) : Intent;

    public sealed record MoveSheet(SheetPosition Position) : Intent;

    /// <summary>Scroll the open card to so many millimetres from its top; the loop clamps it to the card's length.</summary>
    public sealed record ScrollTo(float Millimetres) : Intent;

    /// <summary>Go to a screen, for Condition and Story with the item's id.</summary>
    public sealed record Open(KioskScreen Screen, string? Topic = null) : Intent;

    /// <summary>Back to where the visitor came from; from where a way began, to the body.</summary>
    public sealed record Back : Intent;

    public sealed record ShowStoryStep(int Step) : Intent;

    /// <summary>Light one part of the cut-away block, or with null none.</summary>
    public sealed record LightPart(CutawayPart? Part) : Intent;

    /// <summary>Act out the step's animation from its beginning.</summary>
    public sealed record ShowAgain : Intent;

    /// <summary>Mark or unmark a place that hurts.</summary>
    public sealed record ToggleZone(StructureId Zone) : Intent;

    public sealed record ClearZones : Intent;

    public sealed record Type(string Text) : Intent;

    public sealed record EraseCharacter : Intent;

    public sealed record EraseText : Intent;

    /// <summary>Search for this text instead of what was typed.</summary>
    public sealed record SearchFor(string Text) : Intent;

    /// <summary>Open the explanation of a found word in its place, or close it with null.</summary>
    public sealed record ShowTerm(string? Id) : Intent;

    public sealed record AskStillThere(int SecondsLeft) : Intent;

    public sealed record StillHere : Intent;

    public sealed record Press(string? Control) : Intent;

    public sealed record MoveFocus(string? Control) : Intent;

    /// <summary>Open or close what makes the kiosk easier to use.</summary>
    public sealed record ShowComfort(bool Shown) : Intent;

    public sealed record SetTheme(ThemeChoice Theme) : Intent;

    public sealed record ReduceMotion(bool Reduced) : Intent;

    public sealed record SetReach(bool Low) : Intent;

    /// <summary>Write the names of the structures in view beside the body, or not.</summary>
    public sealed record ShowLabels(bool Shown) : Intent;

    /// <summary>Ask the staff for their PIN.</summary>
    public sealed record AskPin : Intent;

    public sealed record TypePin(char Digit) : Intent;

    public sealed record ErasePin : Intent;

    public sealed record CheckPin : Intent;

    /// <summary>It was wrong; or, with seconds to wait, no PIN is looked at for so long.</summary>
    public sealed record RefusePin(int WaitSeconds) : Intent;

    public sealed record OpenStaff : Intent;

    /// <summary>The staff want to know how the kiosk is.</summary>
    public sealed record AskStatus : Intent;

    public sealed record ShowStatus(ImmutableArray<string> Lines) : Intent;

    /// <summary>Read the content anew.</summary>
    public sealed record ReloadContent : Intent;

    /// <summary>The staff want the kiosk louder, or with a negative number less loud.</summary>
    public sealed record ChangeVolume(int By) : Intent;

    /// <summary>So loud is the kiosk, 0 to 100.</summary>
    public sealed record ShowVolume(int Volume) : Intent;

    /// <summary>End the kiosk.</summary>
    public sealed record Quit : Intent;

    public sealed record CloseStaff : Intent;

    /// <summary>Touches do nothing for so long.</summary>
    public sealed record Clean(int SecondsLeft) : Intent;

    /// <summary>Turn the camera to a standard view; the state does not change, the camera does.</summary>
    public sealed record LookFrom(BodyView View) : Intent;

    /// <summary>Zoom by a factor (above 1 = nearer) about the middle of the free part of the screen.</summary>
    public sealed record ZoomBy(float Factor) : Intent;

    /// <summary>Bring a structure into the free part of the screen.</summary>
    public sealed record Frame(StructureId Id) : Intent;

    /// <summary>The content was edited while the kiosk runs; what it no longer holds is left.</summary>
    public sealed record ContentChanged(KioskContent Before, KioskContent After) : Intent;

    /// <summary>The whole body again, from the front, nothing selected.</summary>
    public sealed record Reset : Intent;
}
