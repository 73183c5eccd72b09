using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>
/// The content says what the sources say. <c>facts.json</c> holds, by id, what was gathered from them: where each muscle
/// sends pain, how often it is needled, what to look out for; and how strong the evidence for each condition is.
/// </summary>
public class TheFacts
{
    private static readonly JsonObject Facts =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/DryNeedling.Kiosk.Tests/Content/facts.json")))!.AsObject();

    public static TheoryData<string> Muscles { get; } = [.. Facts["muscles"]!.AsObject().Select(entry => entry.Key)];

    public static TheoryData<string> Conditions { get; } = [.. Facts["conditions"]!.AsObject().Select(entry => entry.Key)];

    [Fact]
    public void Every_muscle_and_every_condition_has_its_facts()
    {
        Assert.Equal(Ids("muscles").Order(StringComparer.Ordinal), OurContent.Value.Muscles.Select(m => m.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Ids("conditions").Order(StringComparer.Ordinal), OurContent.Value.Conditions.Select(c => c.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Muscles))]
    public void A_muscle_agrees_with_them(string id)
    {
        JsonNode facts = Facts["muscles"]![id]!;
        MuscleCard muscle = OurContent.Value.Muscle(id)!;

        AssertSame(facts["essential"]!, muscle.Refers.Essential);
        AssertSame(facts["spillover"]!, muscle.Refers.Spillover);
        AssertSame(facts["cautions"]!, muscle.Cautions);
        AssertSame(facts["conditions"]!, muscle.Conditions);
        AssertSame(facts["sources"]!, muscle.Sources);
        AssertSame(facts["crossCheckedIn"]!, muscle.CrossCheckedIn);
        Assert.Equal((int)facts["triggerPoints"]!, muscle.TriggerPoints.Length);
        Assert.Equal(((string)facts["practice"]!).Replace("-", "", StringComparison.Ordinal), muscle.DryNeedling.Practice.ToString(), ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_agrees_with_them(string id)
    {
        JsonNode facts = Facts["conditions"]![id]!;
        Condition condition = OurContent.Value.Condition(id)!;

        AssertSame(facts["core"]!, condition.Core);
        AssertSame(facts["also"]!, condition.Also);
        Assert.Equal((string)facts["evidence"]!, condition.Evidence);
        Assert.All(Texts(facts["sources"]!), source => Assert.Contains(source, condition.Sources));
    }

    [Fact]
    public void A_muscle_names_a_condition_and_the_condition_the_muscle()
    {
        foreach (Condition condition in OurContent.Value.Conditions)
        {
            foreach (string id in condition.Core.Concat(condition.Also))
                Assert.Contains(condition.Id, OurContent.Value.Muscle(id)!.Conditions);
        }

        Assert.All(OurContent.Value.Muscles, muscle => Assert.NotEmpty(muscle.Conditions));
    }

    private static IEnumerable<string> Ids(string kind) => Facts[kind]!.AsObject().Select(entry => entry.Key);

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => (string)item!);

    private static void AssertSame(JsonNode expected, ImmutableArray<string> actual) =>
        Assert.Equal(Texts(expected).Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
