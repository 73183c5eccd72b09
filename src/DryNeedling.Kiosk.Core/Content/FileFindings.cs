namespace DryNeedling.Kiosk.Content;

/// <summary>Collects the findings of one file.</summary>
internal sealed class FileFindings(string file)
{
    // A file of garbage must not bury the other files' findings.
    private const int Most = 200;

    private readonly List<ContentFinding> findings = [];

    public string File => file;

    public bool HasErrors { get; private set; }

    public IReadOnlyList<ContentFinding> All => findings;

    public void Error(JsonPlace place, string code, string message)
    {
        HasErrors = true;
        Add(place, FindingSeverity.Error, code, message);
    }

    public void Warning(JsonPlace place, string code, string message) => Add(place, FindingSeverity.Warning, code, message);

    private void Add(JsonPlace place, FindingSeverity severity, string code, string message)
    {
        if (findings.Count == Most)
            (severity, code, message) = (FindingSeverity.Error, "too-many-findings", "this file has more mistakes than can be listed; mend these first.");
        if (findings.Count <= Most)
            findings.Add(new(file, place.Line, place.Column, severity, code, message));
    }
}
