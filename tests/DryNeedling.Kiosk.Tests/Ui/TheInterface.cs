using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests.Ui;

public sealed class TheInterface : IDisposable
{
    private readonly InterfaceFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void A_settled_interface_allocates_nothing()
    {
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Landscape);
        fixture.Settle();
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Landscape);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Landscape);
            fixture.Ui.Advance(TimeSpan.FromMilliseconds(16));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Sliding_in_paints_nothing_again()
    {
        fixture.Show(KioskState.Initial, InterfaceFixture.Portrait);
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Portrait);
        fixture.Ui.Advance(TimeSpan.FromMilliseconds(16));
        Assert.True(fixture.Ui.IsMoving);
        Panel head = fixture.Ui.Panels.Single(p => p.Id == "card-head");
        (int version, int top) = (head.Version, head.Y);

        fixture.Settle();

        Assert.False(fixture.Ui.IsMoving);
        Assert.Equal(version, head.Version);
        Assert.True(head.Y < top, "the sheet comes from below");
    }

    [Fact]
    public void Scrolling_paints_only_what_comes_into_view()
    {
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Landscape);
        Panel[] shown = [.. fixture.Ui.Panels];
        int[] versions = [.. shown.Select(p => p.Version)];

        fixture.Show(InterfaceFixture.CardOpen.Apply(new Intent.ScrollTo(60)), InterfaceFixture.Landscape);

        Assert.Equal(versions, shown.Select(p => p.Version));
        Assert.Equal(-60, fixture.Ui.Panels.First(p => p.Id == "card-content-0").Y / InterfaceFixture.Landscape.PxPerMm - fixture.Ui.Panels.First(p => p.Id == "card-content-0").Window.Top / InterfaceFixture.Landscape.PxPerMm, 0.5f);
    }

    [Fact]
    public void A_card_that_leaves_keeps_its_place_while_it_fades()
    {
        KioskState scrolled = InterfaceFixture.CardOpen.Apply(new Intent.ScrollTo(60));
        fixture.Show(scrolled, InterfaceFixture.Landscape);
        Panel content = fixture.Ui.Panels.First(p => p.Id == "card-content-0");
        int before = content.Y;

        fixture.Show(scrolled.Apply(new Intent.CloseCard()), InterfaceFixture.Landscape);

        Assert.Equal(before, content.Y);
        Assert.Contains(content, fixture.Ui.Panels);
        fixture.Settle();
        Assert.DoesNotContain(fixture.Ui.Panels, p => p.Id.StartsWith("card", StringComparison.Ordinal));
        Assert.True(content.IsDisposed);
    }

    [Fact]
    public void A_pressed_button_repaints_itself_only()
    {
        fixture.Show(KioskState.Initial, InterfaceFixture.Landscape);
        Panel panel = fixture.Ui.Panels.Single(p => p.Id == "zoom");
        int version = panel.Version;
        Box button = fixture.Control("zoom-in").Bounds;

        fixture.Show(KioskState.Initial.Apply(new Intent.Press("zoom-in")), InterfaceFixture.Landscape);

        PixelBox changed = panel.ChangedSince(version);
        Assert.InRange(changed.Height / InterfaceFixture.Landscape.PxPerMm, button.Height, button.Height + 6);
        Assert.Equal(1, panel.Version - version);
    }

    [Fact]
    public void A_tap_on_a_card_does_not_reach_the_body()
    {
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Landscape);
        Box text = fixture.Control("text-1").Bounds;

        Control? hit = fixture.Ui.At(text.Center);

        Assert.Equal("card", hit?.Id);
        Assert.False(hit!.IsActionable);
    }

    [Fact]
    public void A_drag_that_begins_on_a_row_scrolls_the_card()
    {
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Landscape);
        Box row = fixture.Control("trigger-point-1").Bounds;

        Assert.Equal("trigger-point-1", fixture.Ui.At(row.Center)?.Id);
        Assert.Equal(ControlDrag.Scroll, fixture.Ui.DraggableAt(row.Center)?.Drag);
    }

    [Fact]
    public void A_finger_just_beside_a_button_still_means_it()
    {
        fixture.Show(KioskState.Initial, InterfaceFixture.Landscape);
        Box button = fixture.Control("view-back").Bounds;

        Assert.Equal("view-back", fixture.Ui.At(new(button.Center.X, button.Bottom + 1))?.Id);
    }

    [Fact]
    public void Nothing_but_the_answer_can_be_touched_while_the_question_stands()
    {
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Landscape);
        Box close = fixture.Control("card-close").Bounds;

        fixture.Show(InterfaceFixture.CardOpen.Apply(new Intent.AskStillThere(12)), InterfaceFixture.Landscape);

        Assert.Null(fixture.Ui.At(close.Center));
        Assert.Equal("12", fixture.Control("seconds").Label);
        Assert.Equal(["still-here"], fixture.Ui.Controls.Where(c => c.IsActionable).Select(c => c.Id));
    }

    [Theory]
    [InlineData(0, "Your right", "Your left")]
    [InlineData(180, "Your left", "Your right")]
    [InlineData(-175, "Your left", "Your right")]
    [InlineData(90, "Your left side", null)]
    [InlineData(-90, "Your right side", null)]
    public void Left_and_right_are_the_bodys_own(float degrees, string left, string? right)
    {
        fixture.Show(KioskState.Initial, InterfaceFixture.Landscape, degrees * MathF.PI / 180);

        Assert.Equal(left, fixture.Control("side-label-left").Label);
        Assert.Equal(right, fixture.Ui.Controls.SingleOrDefault(c => c.Id == "side-label-right")?.Label);
    }

    [Fact]
    public void The_language_button_speaks_the_language_it_leads_to()
    {
        fixture.Show(KioskState.Initial, InterfaceFixture.Landscape);
        Assert.Equal("Español", fixture.Control("language-es").Label);

        fixture.Show(KioskState.Initial.Apply(new Intent.SetLanguage("es")), InterfaceFixture.Landscape);
        Assert.Equal("English", fixture.Control("language-en").Label);
    }

    [Fact]
    public void The_card_names_the_muscle_and_its_side()
    {
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Landscape);

        Assert.Equal("Infraspinatus", fixture.Control("card-title").Label);
        Assert.Equal("your right", fixture.Control("card-side").Label);
        Assert.Contains(fixture.Ui.Controls, c => c.Label == "Musculus infraspinatus");
    }

    [Fact]
    public void Attract_speaks_each_language_in_turn()
    {
        KioskState asleep = KioskState.Initial.Apply(new Intent.FallAsleep());
        fixture.Show(asleep, InterfaceFixture.Landscape);
        string first = fixture.Control("attract-line").Label;

        fixture.Ui.Advance(TimeSpan.FromSeconds(6));
        fixture.Show(asleep, InterfaceFixture.Landscape);

        Assert.Equal("Where does it hurt?", first);
        Assert.Equal("¿Dónde te duele?", fixture.Control("attract-line").Label);
    }

    [Theory]
    [InlineData(1920, 1080, 21.5f)]
    [InlineData(1080, 1920, 21.5f)]
    [InlineData(1024, 600, 10.1f)]
    public void Every_line_of_Attract_leaves_the_call_free(int width, int height, float inches)
    {
        KioskState asleep = KioskState.Initial.Apply(new Intent.FallAsleep());
        for (int turn = 0; turn < 6; turn++)
        {
            fixture.Show(asleep, ScreenMetrics.FromDiagonal(width, height, inches));
            Box line = fixture.Control("attract-line").Bounds;
            Assert.False(line.Overlaps(fixture.Control("wake").Bounds), fixture.Control("attract-line").Label);
            fixture.Ui.Advance(TimeSpan.FromSeconds(6));
        }
    }

    [Fact]
    public void A_card_with_little_to_say_leaves_its_room_to_the_body()
    {
        KioskState pain = KioskState.Initial.Apply(new Intent.Open(KioskScreen.Pain));
        fixture.Show(pain, InterfaceFixture.Portrait);
        float empty = fixture.Ui.FreeArea.Height;
        fixture.Show(pain.Apply(new Intent.ToggleZone(new("temple.R"))).Apply(new Intent.Select(InterfaceFixture.Muscle)), InterfaceFixture.Portrait);

        Assert.True(empty > fixture.Ui.FreeArea.Height + 40);
    }

    [Fact]
    public void A_sheet_that_is_dragged_stays_under_the_finger_until_it_is_let_go()
    {
        fixture.Show(InterfaceFixture.CardOpen, InterfaceFixture.Portrait);
        Panel head = fixture.Ui.Panels.Single(p => p.Id == "card-head");
        int before = head.Y;

        fixture.Ui.DragSheet(-30);
        fixture.Settle();
        int held = head.Y;
        fixture.Ui.ReleaseSheet();
        fixture.Settle();

        Assert.Equal(before - 30 * InterfaceFixture.Portrait.PxPerMm, held, 2f);
        Assert.Equal(before, head.Y);
    }

    [Fact]
    public void Missing_fonts_are_reported_and_survived()
    {
        using Interface bare = new("/no/such/folder");

        Assert.Contains("/no/such/folder", Assert.Single(bare.Problems), StringComparison.Ordinal);
        Assert.NotNull(bare.TagTypeface);
    }
}
