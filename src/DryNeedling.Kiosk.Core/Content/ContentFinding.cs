namespace DryNeedling.Kiosk.Content;

public enum FindingSeverity
{
    Warning,
    Error,
}

/// <summary>
/// Something wrong in the content or the model: where, what, and what to do. Line and column count from 1.
/// </summary>
/// <param name="File">Path as given by the operator, relative to the content folder's parent.</param>
/// <param name="Code">Stable, kebab-case: <c>unknown-member</c>.</param>
public sealed record ContentFinding(
    string File, int Line, int Column, FindingSeverity Severity, string Code, string Message)
{
    public override string ToString() =>
        $"{File}:{Line}:{Column}: {(Severity == FindingSeverity.Error ? "error" : "warning")} {Code}: {Message}";
}
