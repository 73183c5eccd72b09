using System.Numerics;
using CsCheck;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Tests.Geometry;

public class TheOrbitCamera
{
    private static readonly Bounds Reach = new(new(-0.5f, 0, -0.2f), new(0.5f, 1.75f, 0.2f));
    private static readonly OrbitPose Home = new(0, 0, 4.2f, new(0, 0.9f, 0));
    private readonly OrbitCamera camera = new(Home, Reach);

    [Fact]
    public void A_fling_stops_within_six_tenths_of_a_second_and_a_quarter_turn()
    {
        camera.Glide(1000);
        Run(0.61);

        Assert.True(camera.IsSettled);
        Assert.InRange(camera.Pose.Yaw, 1.5f, MathF.PI / 2 + 0.001f);
    }

    [Fact]
    public void A_slow_release_does_not_glide()
    {
        camera.Glide(0.05f);

        Assert.True(camera.IsSettled);
    }

    [Fact]
    public void Easing_lands_exactly_on_the_goal()
    {
        OrbitPose goal = new(2.5f, 0.2f, 1.1f, new(0.1f, 1.3f, 0.05f));
        camera.EaseTo(goal);
        Run(0.5);

        Assert.Equal(goal, camera.Pose);
        Assert.True(camera.IsSettled);
    }

    [Fact]
    public void It_turns_the_short_way_round()
    {
        camera.CutTo(Home with { Yaw = 3 });
        camera.EaseTo(Home with { Yaw = -3 });
        camera.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(MathF.Abs(camera.Pose.Yaw) > 3);
    }

    [Fact]
    public void Swinging_from_a_close_up_in_front_to_one_behind_never_enters_the_body()
    {
        OrbitPose front = new(0, 0, 0.5f, new(0, 1.3f, 0.1f)), back = new(MathF.PI - 0.01f, 0, 0.5f, new(0, 1.3f, -0.1f));
        camera.CutTo(front);
        camera.EaseTo(back);
        for (int i = 0; i < 30; i++)
        {
            camera.Advance(TimeSpan.FromMilliseconds(16));
            Vector3 eye = camera.Pose.Eye;
            // Shoulders are the widest part: half a metre from hand to hand across, a hand's length in depth.
            Assert.True(MathF.Abs(eye.X) > 0.32f || MathF.Abs(eye.Z) > 0.2f, $"eye at {eye}");
        }
    }

    [Fact]
    public void The_point_between_two_pinching_fingers_stays_under_them()
    {
        (Vector3 side, Vector2 offset) = (Vector3.UnitX, new(0.12f, 0.2f));
        Vector3 point = Home.Target + offset.X * side + offset.Y * Vector3.UnitY;
        Vector2 before = OnScreen(point);
        camera.Zoom(1.7f, offset);

        Assert.Equal(Home.Distance / 1.7f, camera.Pose.Distance, 4);
        Assert.True(Vector2.Distance(before, OnScreen(point)) < 0.001f);
    }

    [Fact]
    public void Whatever_is_done_it_stays_upright_near_and_finite()
    {
        Gen.Select(Gen.Int[0, 5], Gen.Float[-8, 8], Gen.Float[-8, 8]).Array[1, 60].Sample(steps =>
        {
            var any = new OrbitCamera(Home, Reach);
            foreach ((int what, float a, float b) in steps)
                Act(any, what, a, b);
            Assert.InRange(any.Pose.Pitch, -OrbitCamera.PitchLimit, OrbitCamera.PitchLimit);
            Assert.InRange(any.Pose.Distance, OrbitCamera.NearestDistance, OrbitCamera.FarthestDistance);
            Assert.InRange(any.Pose.Target.Y, Reach.Min.Y, Reach.Max.Y);
            Assert.InRange(any.Pose.Yaw, -MathF.PI, MathF.PI);
        });
    }

    [Fact]
    public void A_ray_through_the_middle_of_the_free_part_meets_the_target()
    {
        Vector2 centre = new(-0.3f, 0.1f);
        Ray ray = Ray.Through(centre, Home.View, Home.Projection(1.78f, centre));
        Vector3 nearest = ray.At(Vector3.Dot(Home.Target - ray.Origin, ray.Direction));

        Assert.True(Vector3.Distance(nearest, Home.Target) < 0.001f);
    }

    private static void Act(OrbitCamera any, int what, float a, float b)
    {
        switch (what)
        {
            case 0: any.Turn(a, b); break;
            case 1: any.Pan(a, b); break;
            case 2: any.Zoom(MathF.Exp(a), new(b, a)); break;
            case 3: any.Glide(a); break;
            case 4: any.EaseTo(new(a, b, MathF.Exp(a), new(b, a, b))); break;
            default: any.Advance(TimeSpan.FromSeconds(MathF.Abs(a) / 10)); break;
        }
    }

    private Vector2 OnScreen(Vector3 point)
    {
        Vector4 clip = Vector4.Transform(new Vector4(point, 1), camera.Pose.View * camera.Pose.Projection(1.78f, Vector2.Zero));
        return new(clip.X / clip.W, clip.Y / clip.W);
    }

    private void Run(double seconds)
    {
        for (double t = 0; t < seconds; t += 1 / 60.0)
            camera.Advance(TimeSpan.FromSeconds(1 / 60.0));
    }
}
