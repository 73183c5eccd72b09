using System.Diagnostics.CodeAnalysis;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;

namespace DryNeedling.Kiosk;

/// <summary>Which body stands there, and everything that is worked out from it.</summary>
internal sealed partial class KioskApp
{
    private readonly StandingBody first;
    private StandingBody standing;
    private BodyForm form;
    private Lazy<SightLines> sight;
    private CameraDirector camera;
    private UnattendedShow show;
    private LabelDirector labels;
    private bool[] shown, inFront;

    public Body Body => standing.Body;

    public SceneDirector Director { get; private set; }

    public BodyPicker Picker => standing.Picker.Value;

    /// <summary>The second body; visitors are offered the choice once it is set.</summary>
    public BodySource? OtherBody
    {
        get;
        set
        {
            field = value;
            ui.OffersBodies = value is not null;
            UpdateInterface();
        }
    }

    /// <summary>Told why the other body cannot be shown; the one that stands there stays.</summary>
    public Action<string>? BodyFailed { get; set; }

    private bool AwaitsBody => State.Form != form;

    /// <summary>Puts the body there that is asked for, as soon as it has been read; what was looked at stays in view.</summary>
    private void ChangeBody()
    {
        if (!AwaitsBody || Wanted() is not { } body)
            return;
        form = State.Form;
        bool plays = show.PlaysTours;
        OrbitPose pose = camera.Camera.Goal;
        Stand(body);
        show.PlaysTours = plays;
        (directed, sightYaw, hasChanged) = (KioskState.Initial, float.NaN, true);
        camera.Camera.CutTo(pose);
        if (State.Selection is not null)
            camera.CutTo(State, Content, FreeArea, Screen);
        Director.Aim(State, directed, Content, inFront);
        Director.Advance(Arrival, cuts: true);
        UpdateInterface();
    }

    private StandingBody? Wanted()
    {
        if (State.Form == BodyForm.Male || OtherBody is null)
            return first;
        try
        {
            return OtherBody.Take();
        }
        catch (ModelException e)
        {
            OtherBody = null;
            Do(new Intent.ShowBody(form));
            BodyFailed?.Invoke(e.Message);
            return null;
        }
    }

    [MemberNotNull(nameof(standing), nameof(Director), nameof(show), nameof(labels), nameof(shown), nameof(inFront), nameof(sight), nameof(camera))]
    private void Stand(StandingBody body)
    {
        standing = body;
        Director = new(body.Body);
        show = new(body.Body, Director);
        labels = new(body.Body, Director, body.Picker);
        shown = new bool[body.Body.Structures.Count];
        inFront = new bool[body.Body.Structures.Count];
        sight = new(() => new(body.Picker.Value));
        ui.Update(State, Content, body.Body, Screen, 0);
        camera = new(body.Body, Director, sight, FreeArea, Screen);
    }
}
