using System.Security.Cryptography;

namespace DryNeedling.Kiosk.Content;

/// <summary>Reads the members of <c>kiosk.json</c> that say how the kiosk is looked after; all of them may be missing.</summary>
internal static class OperationReader
{
    private const string CurveP256 = "1.2.840.10045.3.1.7";

    public static OperationSettings Read(RecordReader file)
    {
        OperationSettings settings = OperationSettings.Default;
        if (file.OptionalRecord("counts") is { } counts)
        {
            settings = settings with { KeepCountsDays = counts.Whole("keepDays", 0, 3650) };
            counts.Finish();
        }

        if (file.OptionalRecord("updates") is { } updates)
        {
            settings = settings with { PublicKey = KeyOf(updates), DropFolder = FolderOf(updates) };
            updates.Finish();
        }

        return file.OptionalRecord("telemetry") is { } telemetry ? settings with { Telemetry = TelemetryOf(telemetry) } : settings;
    }

    private static string? KeyOf(RecordReader updates)
    {
        if (!updates.Has("publicKey"))
            return null;
        string key = updates.Text("publicKey");
        if (key.Length == 0 || IsKey(key))
            return key;
        updates.Findings.Error(updates.PlaceOf("publicKey"), "bad-key", "this is no public key; copy the line that 'kiosk content key' prints.");
        return null;
    }

    private static bool IsKey(string text)
    {
        try
        {
            using ECDsa key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return key.ExportParameters(false).Curve.Oid.Value == CurveP256;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static string? FolderOf(RecordReader updates)
    {
        if (!updates.Has("folder"))
            return null;
        string folder = updates.Text("folder");
        if (folder.Length > 0 && folder[0] != '/')
            updates.Findings.Error(updates.PlaceOf("folder"), "bad-folder", $"'{folder}' depends on where the kiosk is started; write the whole path, as /media/packs.");
        return folder;
    }

    private static TelemetrySettings? TelemetryOf(RecordReader telemetry)
    {
        string address = telemetry.Text("otlp"), kiosk = telemetry.Text("kiosk");
        int minutes = telemetry.Has("everyMinutes") ? telemetry.Whole("everyMinutes", 1, 1440) : 5;
        telemetry.Finish();
        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https")
            return new(uri, kiosk, minutes);
        if (address.Length > 0)
            telemetry.Findings.Error(telemetry.PlaceOf("otlp"), "bad-address", $"'{address}' is no address of a collector; write it as http://collector:4318.");
        return null;
    }
}
