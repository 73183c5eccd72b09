using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Rendering.Cutaway;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;

namespace DryNeedling.Kiosk;

/// <summary>What of the kiosk concerns the cut-away block that stands in the body's place while a story looks inside.</summary>
internal sealed partial class KioskApp
{
    private readonly CutawayDirector block = new();

    /// <summary>What is shown of the block, and when.</summary>
    public CutawayDirector Block => block;

    /// <summary>The camera that fingers and keys move: that of the block while it is wanted, else the body's.</summary>
    public OrbitCamera Camera => block.IsWanted ? block.Camera : camera.Camera;

    private float SeenYaw => block.IsWanted ? block.Camera.Pose.Yaw - CutawayFraming.HomeYaw : camera.Camera.Pose.Yaw;

    private void AdvanceBlock(TimeSpan step)
    {
        block.Advance(step, Cuts);
        block.FindNames(Centre, FreeArea, Screen);
    }

    private void FollowBlock(Intent intent)
    {
        if (State.Screen is KioskScreen.Learn or KioskScreen.Story && intent is Intent.Open)
            CutawayMesh.Prepare();
        block.Aim(State, FreeArea, Screen);
        if (!block.IsWanted)
            return;
        switch (intent)
        {
            case Intent.ShowAgain:
                block.ShowAgain(FreeArea, Screen);
                break;
            case Intent.LookFrom(var view):
                block.Reframe(CutawayFraming.HomeYaw + CameraFraming.YawOf(view), FreeArea, Screen, cut: false);
                break;
            case Intent.ZoomBy(var factor):
                block.Camera.EaseTo(block.Camera.Goal with { Distance = block.Camera.Goal.Distance / factor });
                break;
            case Intent.ShowComfort or Intent.SetReach or Intent.MoveSheet or Intent.SetTextSize or Intent.SetLanguage:
                block.Reframe(block.Camera.Goal.Yaw, FreeArea, Screen, cut: false);
                break;
        }
    }
}
