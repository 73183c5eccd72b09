using System.Collections.Immutable;
using CsCheck;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Session;

/// <summary>The clock of show mode, on our tours with our languages.</summary>
public class TheTourClock
{
    private static readonly KioskContent Content = OurContent.Value;
    private static readonly TimeSpan Frame = TimeSpan.FromSeconds(0.1);

    private readonly TourClock clock = new();

    [Fact]
    public void It_shows_each_stop_for_its_seconds_and_every_tour_in_every_language()
    {
        double round = Content.Tours.Sum(tour => tour.Stops.Sum(stop => stop.Seconds));
        Dictionary<(string, int, string), double> shown = [];
        for (double time = 0; time < round * Content.Settings.Languages.Length - 0.01; time += Frame.TotalSeconds)
        {
            TourPlace place = clock.Advance(Frame, Content)!;
            shown[(place.Tour, place.Stop, place.Language)] = shown.GetValueOrDefault((place.Tour, place.Stop, place.Language)) + Frame.TotalSeconds;
        }

        foreach (Tour tour in Content.Tours)
        {
            for (int stop = 0; stop < tour.Stops.Length; stop++)
            {
                foreach (string language in Content.Settings.Languages)
                    Assert.Equal(tour.Stops[stop].Seconds, shown[(tour.Id, stop, language)], 0.25);
            }
        }
    }

    [Fact]
    public void After_the_last_stop_of_the_last_tour_comes_the_first()
    {
        TourPlace first = clock.Advance(TimeSpan.Zero, Content)!;
        double round = Content.Tours.Sum(tour => tour.Stops.Sum(stop => stop.Seconds));

        Assert.Equal(first, clock.Advance(TimeSpan.FromSeconds(round * Content.Settings.Languages.Length), Content));
    }

    [Fact]
    public void A_caption_has_left_before_the_next_one_comes()
    {
        double seconds = Content.Tours[0].Stops[0].Seconds;

        Assert.True(clock.Advance(TimeSpan.FromSeconds(seconds - 1), Content)!.IsTold);
        Assert.False(clock.Advance(TimeSpan.FromSeconds(0.5), Content)!.IsTold);
        TourPlace next = clock.Advance(TimeSpan.FromSeconds(0.5), Content)!;

        Assert.True(next is { Stop: 1, IsTold: true });
    }

    [Fact]
    public void What_was_touched_begins_anew()
    {
        double seconds = Content.Tours[0].Stops[0].Seconds;
        clock.Advance(TimeSpan.FromSeconds(seconds + 1), Content);

        clock.Wait();

        Assert.Equal(1, clock.Advance(TimeSpan.FromSeconds(Content.Tours[0].Stops[1].Seconds - 0.1), Content)!.Stop);
    }

    [Fact]
    public void The_same_moment_is_the_same_object()
    {
        TourPlace place = clock.Advance(TimeSpan.FromSeconds(1), Content)!;

        Assert.Same(place, clock.Advance(TimeSpan.FromSeconds(1), Content));
    }

    [Fact]
    public void A_removed_tour_gives_way_to_the_next_and_without_any_there_is_none()
    {
        Assert.Equal(Content.Tours[0].Id, clock.Advance(TimeSpan.FromSeconds(1), Content)!.Tour);

        Assert.Equal(Content.Tours[1].Id, clock.Advance(Frame, With(Content.Tours.RemoveAt(0)))!.Tour);
        Assert.Null(clock.Advance(Frame, With([])));
        Assert.Equal(0, clock.Advance(Frame, Content)!.Stop);
    }

    [Fact]
    public void Whatever_is_edited_while_it_runs_it_names_a_stop_that_exists() =>
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 3], Gen.Double[0, 40]).Array[1, 60].Sample(edits =>
        {
            TourClock edited = new();
            foreach ((int kept, int stops, double seconds) in edits)
            {
                KioskContent content = With(
                    [.. Content.Tours.Where((_, i) => (kept >> i & 1) != 0).Select((tour, i) => tour with { Stops = tour.Stops[..((stops + i) % 4)] })]);
                TourPlace? place = edited.Advance(TimeSpan.FromSeconds(seconds), content);
                Assert.Equal(content.Tours.Any(tour => !tour.Stops.IsEmpty), place is not null);
                if (place is not null)
                    Assert.NotNull(place.StopIn(content));
            }
        });

    [Fact]
    public void A_touch_ends_what_the_tour_showed_and_keeps_nothing_of_it()
    {
        KioskState shown = KioskState.Initial.Apply(new Intent.ShowTour(new("overview", 1, "es"))).Staged(Content);
        Assert.Equal("upper-trapezius.R", shown.Selection?.Value);

        Assert.Equal(KioskState.Initial, shown.Apply(new Intent.Wake()).Staged(Content));
    }

    [Fact]
    public void A_tour_that_vanished_shows_nothing()
    {
        KioskState shown = KioskState.Initial.Apply(new Intent.ShowTour(new("overview", 1, "es"))).Staged(Content);

        Assert.Equal(KioskState.Initial with { Screen = KioskScreen.Attract }, shown.Apply(new Intent.ContentChanged(Content, With([]))).Staged(With([])));
    }

    [Fact]
    public void A_visit_that_the_tour_ended_counts_as_left()
    {
        List<Count> counts = [];
        VisitRecorder recorder = new(counts.Add);
        KioskState asleep = KioskState.Initial with { Screen = KioskScreen.Attract };
        recorder.Take(asleep, new Intent.Wake(), KioskState.Initial, Content, TimeSpan.Zero, TimeSpan.Zero);

        recorder.Take(KioskState.Initial, new Intent.FallAsleep(IsLeft: true), asleep, Content, TimeSpan.FromSeconds(50), TourClock.ResumesAfter);

        Assert.Contains(new Count(CountKind.End, "left"), counts);
    }

    private static KioskContent With(ImmutableArray<Tour> tours) => new(
        Content.Settings, Content.Muscles, Content.ZoneGroups, Content.Zones, Content.Conditions, Content.Stories, tours,
        Content.Glossary, Content.Sources, Content.Strings);
}
