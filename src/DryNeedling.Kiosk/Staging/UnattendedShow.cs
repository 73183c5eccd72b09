using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Staging;

/// <summary>What happens by itself while nobody is there: the body turns and its muscles light up, or tours play.</summary>
internal sealed class UnattendedShow(Body body, SceneDirector director)
{
    // Slow enough to read, fast enough to be seen from the other end of a hall.
    private const float AttractRadiansPerSecond = 0.22f;

    // What a tour shows must stay in view, yet not stand like a photograph.
    private const float TourRadiansPerSecond = 0.025f;

    private readonly AttractShow attract = new(body, director);
    private readonly TourClock tours = new();

    /// <summary>Tours play instead, if the content holds any.</summary>
    public bool PlaysTours { get; set; }

    /// <summary>The state whose body is shown instead of the visitor's; null shows the state as it is.</summary>
    public KioskState? Staged => attract.Staged;

    /// <summary>Moves on, and turns the camera; what it wants done next, or null.</summary>
    public Intent? Advance(TimeSpan step, KioskState state, KioskContent content, OrbitCamera camera)
    {
        if (state.Screen != KioskScreen.Attract)
        {
            attract.End();
            tours.Wait();
            return null;
        }

        TourPlace? place = PlaysTours ? tours.Advance(step, content) : null;
        float speed = place is null ? AttractRadiansPerSecond : TourRadiansPerSecond;
        // The body turns on only once it stands as it should.
        if (camera.IsSettled)
            camera.Turn(speed * (float)step.TotalSeconds, 0);
        if (place is null)
            attract.Advance(step, state, content, camera.Pose.Yaw, speed);
        else
            attract.End();
        return place is null || place == state.Tour ? null : new Intent.ShowTour(place);
    }

    /// <summary>The content is another one.</summary>
    public void Forget() => attract.Forget();
}
