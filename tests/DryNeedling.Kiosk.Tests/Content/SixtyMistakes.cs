using System.Collections.Immutable;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>
/// Sixty files with one slip of the author each: the finding says which, and stands right where ¦ is written (or, without
/// one, anywhere in that file).
/// </summary>
public sealed class SixtyMistakes : IDisposable
{
    private const string Muscle = SmallContent.Muscle, Condition = SmallContent.Condition, Story = SmallContent.Story, Tour = SmallContent.Tour;

    private readonly SmallContent content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void Unbroken_there_is_none() =>
        Assert.Empty(content.Read().Findings.Where(f => f.Severity == FindingSeverity.Error));

    [Theory]
    [InlineData(Muscle, "\"region\": \"shoulder\"", "\"region\": ¦\"sholder\"", "unknown-region")]
    [InlineData(Muscle, "\"along\": 0.41", "¦\"allong\": 0.41", "unknown-member")]
    [InlineData(Muscle, "\"along\": 0.41", "\"along\": ¦1.25", "out-of-range")]
    [InlineData(Muscle, "\"across\": 0.2", "\"across\": ¦\"0.2\"", "wrong-type")]
    [InlineData(Muscle, "\"number\": 1,", "\"number\": ¦3,", "trigger-point-number")]
    [InlineData(Muscle, "\"number\": 1,", "\"number\": ¦1.5,", "not-whole")]
    [InlineData(Muscle, "\"number\": 1,", "\"number\": ¦NaN,", "json")]
    [InlineData(Muscle, "\"number\": 1,", "\"number\": 1", "json")]
    [InlineData(Muscle, "\"latin\": \"Musculus infraspinatus\"", "\"latin\": ¦\"\"", "empty-text")]
    [InlineData(Muscle, "\"latin\": \"Musculus infraspinatus\"", "\"latin\": ¦null", "null")]
    [InlineData(Muscle, "  \"latin\": \"Musculus infraspinatus\",\n", "", "missing-member")]
    [InlineData(Muscle, "\"practice\": \"often\"", "\"practice\": ¦\"offen\"", "unknown-practice")]
    [InlineData(Muscle, "[\"pneumothorax-risk\"]", "[¦\"pneumotorax-risk\"]", "unknown-caution")]
    [InlineData(Muscle, "[\"anterior-deltoid\",", "[¦\"anterior-deltiod\",", "unknown-zone")]
    [InlineData(Muscle, "[\"anterior-deltoid\",", "[\"anterior-upper-arm\",", "duplicate-entry")]
    [InlineData(Muscle, "\"occiput\", \"medial", "\"anterior-deltoid\", \"medial", "duplicate-entry")]
    [InlineData(Muscle, "[\"shoulder-pain\"]", "[¦\"sholder-pain\"]", "unknown-condition")]
    [InlineData(Muscle, "\"tstrav1999\"", "¦\"tstrav1998\"", "unknown-source")]
    [InlineData(Muscle, "\"by\": null, \"on\": null", "\"by\": \"A. Clinician\", \"on\": ¦\"3 May\"", "bad-date")]
    [InlineData(Muscle, "{ \"by\": null, \"on\": null }", "¦{ \"by\": \"A. Clinician\", \"on\": null }", "half-review")]
    [InlineData(Muscle, "\"name\": { \"en\": \"Infraspinatus\", \"es\"", "\"name\": { \"en\": \"Infraspinatus\", ¦\"en\"", "duplicate-member")]
    [InlineData(Muscle, "\"name\": { \"en\": \"Infraspinatus\", \"es\": \"Infraespinoso\" }", "\"name\": ¦{ \"en\": \"Infraspinatus\" }", "missing-text")]
    [InlineData(Muscle, "{ \"en\": \"Infraspinatus\",", "{ \"en\": ¦\"The infraspinatus, which is a muscle of the back of your shoulder blade\",", "text-too-long")]
    [InlineData(Muscle, "\"en\": \"the muscle on the back of the shoulder blade\"", "\"en\": ¦\"the muscle on the back of the shoulder blade, below the ridge that you can feel with a hand\"", "text-too-long")]
    [InlineData(Muscle, "\"en\": \"Close to the inner edge", "\"en\": ¦\"If you reach over your shoulder with the other hand and feel for the place, it lies close to the inner edge", "text-too-long")]
    [InlineData(Condition, "\"id\": \"shoulder-pain\"", "\"id\": ¦\"shoulder\"", "id-not-file-name")]
    [InlineData(Condition, "\"id\": \"shoulder-pain\"", "\"id\": ¦\"Shoulder Pain\"", "bad-id")]
    [InlineData(Condition, "\"evidence\": \"low\"", "\"evidence\": ¦\"lowish\"", "unknown-evidence")]
    [InlineData(Condition, "[\"infraspinatus\"]", "[¦\"infraspinatos\"]", "unknown-muscle")]
    [InlineData(Condition, "\"also\": []", "\"also\": [¦\"infraspinatus\"]", "duplicate-entry")]
    [InlineData(Condition, "[\"A fall\"]", "¦[]", "no-warning-sign")]
    [InlineData(Condition, "\"It hurts.\"", "¦[\"It hurts.\"]", "wrong-type")]
    [InlineData(Condition, "{ \"en\": \"It hurts.\", \"es\": \"Duele.\" }", "¦\"It hurts.\"", "wrong-type")]
    [InlineData(Condition, "\"en\": \"It hurts.\"", "¦\"english\": \"It hurts.\"", "unknown-member")]
    [InlineData(Condition, "\"review\": { \"by\": null, \"on\": null }", "\"review\": { \"by\": null, \"on\": null¦, }", "trailing-comma")]
    [InlineData(Condition, "\"also\": []", "¦// nobody else\n  \"also\": []", "comment")]
    [InlineData(Story, "\"select\": \"infraspinatus.R\"", "\"select\": ¦\"infraspinatos.R\"", "unknown-muscle")]
    [InlineData(Story, "\"select\": \"infraspinatus.R\"", "\"select\": ¦\"infraspinatus.X\"", "bad-id")]
    [InlineData(Story, "\"triggerPoint\": 2", "\"triggerPoint\": ¦4", "unknown-trigger-point")]
    [InlineData(Story, "\"triggerPoint\": 2", "\"triggerPoint\": ¦0", "out-of-range")]
    [InlineData(Story, "\"triggerPoint\": 2,\n      \"zones\": [],\n      \"animation\": \"cutaway\"", "\"triggerPoint\": null,\n      \"zones\": [],\n      \"animation\": ¦\"cutaway\"", "animation-without-point")]
    [InlineData(Story, "\"select\": \"infraspinatus.R\",\n      \"triggerPoint\": 2,", "\"select\": null,\n      \"triggerPoint\": ¦2,", "unknown-trigger-point")]
    [InlineData(Story, "\"select\": \"infraspinatus.R\",\n      \"triggerPoint\": 2,\n      \"zones\": [],\n      \"animation\": \"cutaway\"", "\"select\": null, \"triggerPoint\": null, \"zones\": [], \"animation\": \"none\"", "shows-nothing")]
    [InlineData(Story, "\"zones\": []", "\"zones\": [¦\"tempel.R\"]", "unknown-zone")]
    [InlineData(Story, "\"zones\": []", "\"zones\": [¦\"temple\"]", "unknown-side")]
    [InlineData(Story, "\"zones\": []", "\"zones\": [¦\"vertex.L\"]", "unknown-side")]
    [InlineData(Story, "\"zones\": []", "\"zones\": [\"temple.R\", ¦\"temple.R\"]", "duplicate-entry")]
    [InlineData(Story, "\"animation\": \"twitch\"", "\"animation\": ¦\"twich\"", "unknown-animation")]
    [InlineData(Story, "\"view\": \"back\"", "\"view\": ¦\"behind\"", "unknown-view")]
    [InlineData(Story, "\"layer\": \"superficial\"", "\"layer\": ¦\"muscles\"", "unknown-layer")]
    [InlineData(Story, "\"order\": 2", "\"order\": ¦\"second\"", "wrong-type")]
    [InlineData(Story, "\"sources\": [", "\"sources\": [¦\"nobody2020\",", "unknown-source")]
    [InlineData(Tour, "\"seconds\": 9", "\"seconds\": ¦600", "out-of-range")]
    [InlineData(Tour, "\"en\": \"Where does it hurt?\"", "\"en\": ¦\"Where does it hurt today, and did it hurt there yesterday as well?\"", "text-too-long")]
    [InlineData(Tour, "{ \"en\": \"Where does it hurt?\", \"es\": \"¿Dónde te duele?\" }", "¦{ \"en\": \"Where does it hurt?\" }", "missing-text")]
    [InlineData(Tour, "[\"temple.L\", \"vertex\"]", "¦\"vertex\"", "wrong-type")]
    [InlineData("kiosk.json", "\"accent\": \"#2fb3a8\"", "\"accent\": ¦\"teal\"", "bad-colour")]
    [InlineData("kiosk.json", "\"promptAfter\": 60", "\"promptAfter\": ¦5", "out-of-range")]
    [InlineData("kiosk.json", "\"theme\": \"dark\"", "\"logo\": ¦\"images/sign.png\", \"theme\": \"dark\"", "missing-picture")]
    [InlineData("kiosk.json", "\"theme\": \"dark\"", "\"logo\": ¦\"../sign.png\", \"theme\": \"dark\"", "bad-picture-name")]
    [InlineData("strings/en.json", "  \"close\": \"Close\",\n", "", "missing-text")]
    [InlineData("zones.json", "\"id\": \"vertex\", \"group\": \"head\"", "\"id\": \"vertex\", \"group\": ¦\"haed\"", "unknown-group")]
    [InlineData("strings/es.json", "\"{0} y {1}\"", "¦\"{0} y\"", "placeholder")]
    public void Each_is_found_where_it_stands(string file, string text, string slip, string code)
    {
        string whole = content.Text(file);
        int at = whole.IndexOf(text, StringComparison.Ordinal), mark = slip.IndexOf('¦', StringComparison.Ordinal);
        Assert.True(at >= 0, $"{text} is not in {file}");
        content.Write(file, whole[..at] + slip.Replace("¦", "", StringComparison.Ordinal) + whole[(at + text.Length)..]);

        (KioskContent? read, ImmutableArray<ContentFinding> findings) = content.Read();

        Assert.NotNull(read);
        ContentFinding[] found = [.. findings.Where(f => f.Code == code && f.File == $"{content.Folder}/{file}")];
        Assert.True(found.Length > 0, $"No {code}, but: {string.Join('\n', findings.Where(f => f.Severity == FindingSeverity.Error))}");
        Assert.Contains(found, f => f.Severity == FindingSeverity.Error && f.Message.Length > 20);
        if (mark < 0)
            return;
        string before = whole[..at] + slip[..mark];
        (int Line, int Column) place = (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        Assert.Contains(place, found.Select(f => (f.Line, f.Column)));
    }
}
