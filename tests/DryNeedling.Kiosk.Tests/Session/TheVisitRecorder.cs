using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Session;

public class TheVisitRecorder
{
    private readonly List<Count> counts = [];
    private readonly VisitRecorder recorder;
    private KioskState state = KioskState.Initial with { Screen = KioskScreen.Attract };

    public TheVisitRecorder() => recorder = new(counts.Add);

    [Fact]
    public void A_visit_counts_what_it_looked_at_once_each()
    {
        Do(0, new Intent.Wake(), new Intent.SelectTriggerPoint(new("infraspinatus.R"), 2), new Intent.Select(new("infraspinatus.L")));
        Do(20, new Intent.Open(KioskScreen.Pain), new Intent.ToggleZone(new("temple.R")), new Intent.ToggleZone(new("temple.R")), new Intent.ToggleZone(new("temple.R")));
        Do(30, new Intent.Open(KioskScreen.Condition, "sciatica"), new Intent.Open(KioskScreen.Story, "how-it-works"), new Intent.ShowStoryStep(2));
        Do(40, new Intent.SetLanguage("es"));
        Do(120, new Intent.AskStillThere(20));
        Do(140, idle: 80, new Intent.FallAsleep());

        Assert.Equal(
            [
                new(CountKind.Session, "visits"), new(CountKind.Muscle, "infraspinatus"), new(CountKind.TriggerPoint, "infraspinatus/2"),
                new(CountKind.Zone, "temple.R"), new(CountKind.Condition, "sciatica"), new(CountKind.Story, "how-it-works"),
                new(CountKind.Length, "30s-2min"), new(CountKind.Language, "es"), new(CountKind.End, "left"),
            ],
            counts);
    }

    [Fact]
    public void Nothing_that_was_typed_is_counted()
    {
        Do(0, new Intent.Wake(), new Intent.Open(KioskScreen.Search), new Intent.Type("my name is Ada"));
        Do(9, new Intent.Open(KioskScreen.Condition, "Ada"), new Intent.Select(new("Ada")), new Intent.FallAsleep());

        Assert.DoesNotContain(counts, c => c.Key.Contains("ada", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(4, counts.Count);
    }

    [Fact]
    public void Nobody_there_counts_nothing()
    {
        state = KioskState.Initial;

        Do(80, new Intent.AskStillThere(3), new Intent.FallAsleep(), new Intent.Press(null), new Intent.ContentChanged(OurContent.Value, OurContent.Value));

        Assert.Empty(counts);
    }

    [Fact]
    public void The_next_visit_starts_from_nothing()
    {
        Do(0, new Intent.Wake(), new Intent.Select(new("infraspinatus.L")), new Intent.FallAsleep());
        counts.Clear();

        Do(100, new Intent.Wake(), new Intent.Select(new("infraspinatus.L")));
        recorder.End(VisitEnd.Error, state, OurContent.Value, TimeSpan.FromSeconds(700), TimeSpan.Zero);

        Assert.Equal(["visits", "infraspinatus", "over-10min", "en", "error"], counts.Select(c => c.Key));
    }

    [Theory]
    [InlineData(29, "under-30s")]
    [InlineData(30, "30s-2min")]
    [InlineData(299, "2-5min")]
    [InlineData(599, "5-10min")]
    [InlineData(600, "over-10min")]
    public void Lengths_fall_into_classes(int seconds, string expected) => Assert.Equal(expected, VisitRecorder.LengthClass(TimeSpan.FromSeconds(seconds)));

    private void Do(int second, params Intent[] intents) => Do(second, 0, intents);

    private void Do(int second, int idle, params Intent[] intents)
    {
        foreach (Intent intent in intents)
        {
            KioskState before = state;
            state = state.Apply(intent);
            recorder.Take(before, intent, state, OurContent.Value, TimeSpan.FromSeconds(second), TimeSpan.FromSeconds(idle));
        }
    }
}
