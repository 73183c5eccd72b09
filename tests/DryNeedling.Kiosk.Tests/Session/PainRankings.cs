using System.Collections.Immutable;
using CsCheck;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Session;

public class PainRankings
{
    private static readonly KioskContent Content = OurContent.Value;

    /// <summary>From the trigger-point charts: places that hurt together, and who must be among the first.</summary>
    [Theory]
    [InlineData("posterolateral-neck.R behind-ear.R temple.R", 1, "upper-trapezius.R")]
    [InlineData("forehead.R ear.R", 1, "sternocleidomastoid-clavicular.R")]
    [InlineData("jaw-joint.R ear.R", 1, "masseter-deep.R")]
    [InlineData("upper-teeth.L temple.L", 1, "temporalis.L")]
    [InlineData("vertex", 2, "splenius-capitis.L splenius-capitis.R")]
    [InlineData("behind-eye.R angle-of-neck.R", 1, "splenius-cervicis.R")]
    [InlineData("angle-of-neck.L medial-scapular-border.L", 1, "levator-scapulae.L")]
    [InlineData("anterior-deltoid.R anterior-upper-arm.R", 1, "infraspinatus.R")]
    [InlineData("middle-deltoid.L lateral-epicondyle.L", 1, "supraspinatus.L")]
    [InlineData("posterior-deltoid.R dorsal-wrist-hand.R", 1, "subscapularis.R")]
    [InlineData("breast.R medial-upper-arm.R", 1, "pectoralis-major-sternal.R")]
    [InlineData("thumb.R index-middle-fingers.R lateral-upper-arm.R", 3, "scalenus-medius.R scalenus-anterior.R")]
    [InlineData("posterior-upper-arm.R posterior-deltoid.R", 3, "triceps-long-head.R")]
    [InlineData("lateral-epicondyle.R thumb.R", 3, "brachioradialis.R extensor-carpi-radialis-longus.R supinator.R")]
    [InlineData("volar-wrist.R palm.R", 3, "flexor-carpi-radialis.R flexor-carpi-ulnaris.R")]
    [InlineData("index-middle-fingers.L ring-little-fingers.L", 3, "flexor-digitorum-superficialis.L extensor-digitorum.L")]
    [InlineData("mid-back.R upper-abdomen.R", 3, "rectus-abdominis-upper.R thoracic-multifidus.R")]
    [InlineData("lower-lumbar.R buttock-lower.R", 3, "longissimus-thoracis.R iliocostalis-lumborum.R")]
    [InlineData("iliac-crest.R outer-hip.R", 1, "quadratus-lumborum-superficial.R")]
    [InlineData("sacroiliac.R buttock-lower.R", 3, "quadratus-lumborum-deep.R gluteus-maximus.R")]
    [InlineData("sacroiliac.L outer-hip.L buttock-upper.L", 1, "piriformis.L")]
    [InlineData("buttock-lower.R posterior-thigh.R calf.R", 1, "gluteus-minimus-posterior.R")]
    [InlineData("lateral-thigh.R lateral-knee.R", 3, "vastus-lateralis.R gluteus-minimus-anterior.R")]
    [InlineData("groin.R medial-knee.R", 3, "adductor-longus.R adductor-brevis.R")]
    [InlineData("calf.L back-of-knee.L", 1, "gastrocnemius-lateral.L")]
    [InlineData("heel.R achilles.R", 1, "soleus.R")]
    [InlineData("front-of-ankle.R big-toe.R", 1, "tibialis-anterior.R")]
    [InlineData("arch.R ball-of-foot.R", 1, "flexor-digitorum-longus.R")]
    [InlineData("lateral-ankle.R", 3, "fibularis-longus.R fibularis-brevis.R")]
    [InlineData("tailbone pelvic-floor", 5, "levator-ani.L levator-ani.R obturator-internus.L obturator-internus.R")]
    [InlineData("angle-of-jaw.R cheek.R upper-teeth.R lower-teeth.R", 1, "masseter-superficial.R")]
    [InlineData("top-of-shoulder.L posterolateral-neck.L medial-scapular-border.L", 3, "lower-trapezius.L")]
    [InlineData("mid-scapula.R posterior-deltoid.R ring-little-fingers.R", 3, "serratus-posterior-superior.R")]
    [InlineData("lateral-chest.R inferior-scapular-angle.R", 3, "serratus-anterior.R iliocostalis-thoracis.R")]
    [InlineData("anterior-deltoid.L elbow-crease.L", 3, "biceps-brachii.L")]
    [InlineData("thumb.R volar-wrist.R", 3, "opponens-pollicis.R")]
    [InlineData("upper-lumbar.R lower-lumbar.R sacroiliac.R", 3, "psoas-major.R")]
    [InlineData("iliac-crest.L sacroiliac.L sacrum", 3, "gluteus-medius.L")]
    [InlineData("anterior-knee.R medial-knee.R", 3, "vastus-medialis.R")]
    [InlineData("front-of-ankle.R lateral-ankle.R", 3, "fibularis-tertius.R")]
    public void The_charts_muscle_comes_first(string zones, int first, string expected)
    {
        string[] found = [.. Rank(zones).Take(first).Select(muscle => muscle.Id.Value)];

        Assert.All(expected.Split(' '), id => Assert.True(found.Contains(id), $"{id} is not among {string.Join(", ", found)}"));
    }

    [Fact]
    public void Where_pain_typically_goes_counts_before_where_it_sometimes_goes()
    {
        foreach (Zone zone in Content.Zones)
        {
            ReferralStrength[] strengths = [.. Rank(StructureId.Of(zone.Id, zone.IsMidline ? Side.Midline : Side.Right).Value).Select(m => m.Zones[0].Strength)];
            Assert.Equal(strengths.OrderDescending(), strengths);
        }
    }

    [Fact]
    public void A_muscle_stands_on_the_side_that_hurts()
    {
        Assert.All(Rank("temple.L"), muscle => Assert.Equal(Side.Left, muscle.Id.Side));
        Assert.All(Rank("temple.R vertex"), muscle => Assert.Equal(Side.Right, muscle.Id.Side));
    }

    [Fact]
    public void In_the_middle_both_sides_may_be_behind_it() =>
        Assert.Equal([Side.Left, Side.Right], Rank("vertex").Select(muscle => muscle.Id.Side).Distinct().Order());

    [Fact]
    public void Pain_on_both_sides_brings_the_muscles_of_both()
    {
        string[] ids = [.. Rank("temple.L temple.R").Select(muscle => muscle.Id.Value)];

        Assert.Contains("upper-trapezius.L", ids);
        Assert.Contains("upper-trapezius.R", ids);
    }

    [Fact]
    public void A_muscle_of_the_middle_has_no_side()
    {
        HashSet<string> middle = ["diaphragm"];
        ImmutableArray<RankedMuscle> ranking = PainRanking.Rank(Content, [new("lateral-chest.L")], middle);

        Assert.Contains(ranking, muscle => muscle.Id.Value == "diaphragm");
    }

    [Fact]
    public void Nothing_marked_or_nothing_known_ranks_nothing()
    {
        Assert.Empty(PainRanking.Rank(Content, []));
        Assert.Empty(PainRanking.Rank(Content, [new("nowhere.R")]));
    }

    [Fact]
    public void The_reason_names_the_places_in_the_visitors_language()
    {
        RankedMuscle first = Rank("temple.R behind-ear.R")[0];

        Assert.Equal("This muscle may explain all 2 places you marked. People often feel its pain here: temple (your right) and behind the ear (your right).", first.Reason(Content, "en"));
        Assert.Contains("sien (tu lado derecho)", first.Reason(Content, "es"), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_marks_give_an_ordered_list_of_muscles_that_explain_some_of_them() =>
        Gen.Select(Gen.Int[0, Content.Zones.Length - 1], Gen.Bool).Array[1, 8].Sample(marks =>
        {
            StructureId[] zones = [.. marks.Select(mark => (Zone: Content.Zones[mark.Item1], IsLeft: mark.Item2))
                .Select(m => StructureId.Of(m.Zone.Id, m.Zone.IsMidline ? Side.Midline : m.IsLeft ? Side.Left : Side.Right))];
            ImmutableArray<RankedMuscle> ranking = PainRanking.Rank(Content, zones);

            Assert.Equal(ranking.Select(m => m.Score).OrderDescending(), ranking.Select(m => m.Score));
            Assert.Equal(ranking.Length, ranking.Select(m => m.Id).Distinct().Count());
            Assert.All(ranking, m => Assert.InRange(m.Score, 0.001f, 1));
            Assert.All(ranking, m => Assert.All(m.Zones, zone => Assert.Contains(zone.Id, zones)));
        }, iter: 300);

    private static ImmutableArray<RankedMuscle> Rank(string zones) =>
        PainRanking.Rank(Content, [.. zones.Split(' ').Select(zone => new StructureId(zone))]);
}
