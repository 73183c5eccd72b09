using System.Numerics;
using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Tests.Touch;

public sealed class TheCornerHold
{
    private const float Width = 480, Height = 270;

    private readonly CornerHold hold = new();

    [Theory]
    [InlineData(2, 2, 478, 268, true)]
    [InlineData(478, 2, 2, 268, true)]
    [InlineData(2, 2, 478, 2, false)]
    [InlineData(2, 2, 240, 268, false)]
    [InlineData(2, 2, 3, 4, false)]
    public void Only_opposite_corners_count(float x1, float y1, float x2, float y2, bool opens)
    {
        Put(TouchPhase.Down, 1, new(x1, y1));
        Put(TouchPhase.Down, 2, new(x2, y2));

        Assert.Equal(opens, Held(3.1));
    }

    [Fact]
    public void Letting_go_begins_anew()
    {
        Put(TouchPhase.Down, 1, new(2, 2));
        Put(TouchPhase.Down, 2, new(478, 268));
        Assert.False(Held(2.5));
        Put(TouchPhase.Up, 2, new(478, 268));
        Put(TouchPhase.Down, 2, new(478, 268));

        Assert.False(Held(2.5));
        Assert.True(Held(0.6));
        Assert.False(Held(10), "it opens once");
    }

    [Fact]
    public void A_finger_that_slides_away_no_longer_holds()
    {
        Put(TouchPhase.Down, 1, new(2, 2));
        Put(TouchPhase.Down, 2, new(478, 268));
        Put(TouchPhase.Move, 2, new(300, 200));

        Assert.False(hold.IsHeld);
    }

    private void Put(TouchPhase phase, long finger, Vector2 at) => hold.Feed(new(phase, finger, at, TimeSpan.Zero), Width, Height);

    private bool Held(double seconds)
    {
        bool opened = false;
        for (double t = 0; t < seconds; t += 0.1)
            opened |= hold.Advance(TimeSpan.FromSeconds(0.1));
        return opened;
    }
}
