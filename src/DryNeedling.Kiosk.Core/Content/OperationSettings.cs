namespace DryNeedling.Kiosk.Content;

/// <summary>How the clinic looks after the kiosk; the members <c>counts</c>, <c>updates</c> and <c>telemetry</c> of <c>kiosk.json</c>.</summary>
/// <param name="KeepCountsDays">Older counts are deleted; 0 counts nothing.</param>
/// <param name="PublicKey">ECDSA P-256, SubjectPublicKeyInfo in base64; with it only packs signed by its other half are taken.</param>
/// <param name="DropFolder">Where packs are put to be installed, for example a stick's mount point; null takes none.</param>
/// <param name="Telemetry">Where figures are sent; null sends nothing.</param>
public sealed record OperationSettings(int KeepCountsDays, string? PublicKey, string? DropFolder, TelemetrySettings? Telemetry)
{
    public static OperationSettings Default { get; } = new(730, null, null, null);
}

/// <param name="Otlp">An OTLP/HTTP collector, for example <c>http://collector:4318</c>.</param>
/// <param name="Kiosk">This kiosk's name among the clinic's.</param>
public sealed record TelemetrySettings(Uri Otlp, string Kiosk, int EveryMinutes);
