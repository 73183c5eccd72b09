using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Staging;

namespace DryNeedling.Kiosk.Tests.Staging;

/// <summary>What the real body shows with the real content while nobody is there.</summary>
public sealed class TheAttractShow
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(50);
    private static readonly Lazy<Body> Body = new(() => BodyReader.Read(Repository.ModelFile));
    private static readonly KioskState Asleep = KioskState.Initial.Apply(new Intent.FallAsleep());

    [Fact]
    public void It_shows_muscles_that_are_often_needled_and_each_faces_the_camera()
    {
        List<(StructureId Muscle, float Yaw)> scenes = Play(TimeSpan.FromSeconds(70));

        Assert.InRange(scenes.Count, 9, 10);
        Assert.True(scenes.Select(s => s.Muscle).Distinct().Count() >= 8, "it shows the same over and over");
        foreach ((StructureId muscle, float yaw) in scenes)
        {
            Assert.Equal(NeedlingPractice.Often, Repository.Content.Muscle(muscle.Base)!.DryNeedling.Practice);
            Vector3 centre = Body.Value.Find(muscle)!.Bounds.Center, towards = new(MathF.Sin(yaw), 0, MathF.Cos(yaw));
            Vector3 skin = new SceneDirector(Body.Value).SitesOf(muscle, Repository.Content.Muscle(muscle.Base)!)[0].Skin;
            Assert.True(Vector3.Dot(skin - centre, towards) > -0.06f, $"{muscle} is behind the body at {yaw}");
        }
    }

    [Fact]
    public void It_is_the_same_every_time() => Assert.Equal(Play(TimeSpan.FromSeconds(40)), Play(TimeSpan.FromSeconds(40)));

    [Fact]
    public void It_costs_no_memory_from_frame_to_frame()
    {
        AttractShow show = new(Body.Value, new(Body.Value));
        show.Advance(TimeSpan.FromSeconds(2), Asleep, Repository.Content, 0, 0.2f);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 40; i++)
            show.Advance(Frame, Asleep, Repository.Content, 0, 0.2f);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void It_ends_when_somebody_comes()
    {
        AttractShow show = new(Body.Value, new(Body.Value));
        show.Advance(TimeSpan.FromSeconds(2), Asleep, Repository.Content, 0, 0.2f);
        Assert.NotNull(show.Staged?.Selection);

        show.End();

        Assert.Null(show.Staged);
    }

    private static List<(StructureId Muscle, float Yaw)> Play(TimeSpan length)
    {
        AttractShow show = new(Body.Value, new(Body.Value));
        List<(StructureId, float)> scenes = [];
        KioskState? last = null;
        float yaw = 0;
        for (TimeSpan time = TimeSpan.Zero; time < length; time += Frame)
        {
            show.Advance(Frame, Asleep, Repository.Content, yaw, 0.22f);
            yaw += 0.22f * (float)Frame.TotalSeconds;
            if (show.Staged is { Selection: { } muscle } && !ReferenceEquals(show.Staged, last))
                scenes.Add((muscle, yaw + 0.5f));
            last = show.Staged;
        }

        return scenes;
    }
}
