using System.Net.Http.Headers;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// Sends health and counts to the clinic's collector when <c>kiosk.json</c> names one; otherwise nothing here is ever
/// made and nothing leaves the machine. A collector that does not answer costs one line in the log.
/// </summary>
/// <param name="tick">How often it is looked whether something is due.</param>
internal sealed class Telemetry(CountTally tally, Func<HealthReport?> health, KioskLog log, TimeSpan tick) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource end = new();
    private volatile TelemetrySettings? settings;
    private Task? work;
    private bool isSilent;

    /// <summary>Where to; null ends the sending. Called on one thread.</summary>
    public void Obey(TelemetrySettings? wanted)
    {
        settings = wanted;
        if (wanted is not null)
            work ??= Task.Run(() => Work(end.Token));
    }

    public void Dispose() => end.Cancel();

    private async Task Work(CancellationToken ended)
    {
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
        using PeriodicTimer timer = new(tick);
        DateTimeOffset sent = default;
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                // Health is new each minute; what was sent is not sent again.
                if (settings is { } to && health() is { } report && IsDue(report.Written - sent, TimeSpan.FromMinutes(to.EveryMinutes) - tick))
                {
                    await Send(client, to, report, ended);
                    sent = report.Written;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    // A clock that was set back is no reason to be silent until it has caught up.
    private static bool IsDue(TimeSpan age, TimeSpan interval) => age >= interval || age < TimeSpan.Zero;

    private async Task Send(HttpClient client, TelemetrySettings to, HealthReport report, CancellationToken ended)
    {
        try
        {
            using ByteArrayContent content = new(OtlpMetrics.Write(to.Kiosk, report, tally.Take()));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage answer = await client.PostAsync(AddressOf(to.Otlp), content, ended);
            answer.EnsureSuccessStatusCode();
            if (isSilent)
                log.Info("telemetry", $"{to.Otlp} answers again.");
            isSilent = false;
        }
        catch (Exception e) when (!ended.IsCancellationRequested && e is HttpRequestException or OperationCanceledException or IOException)
        {
            if (!isSilent)
                log.Warning("telemetry", $"{to.Otlp} does not take the figures ({e.Message}); it is tried again every {to.EveryMinutes} min.");
            isSilent = true;
        }
    }

    // The collector's address; a whole one, as some services give it, is used as it is.
    private static Uri AddressOf(Uri collector) =>
        collector.AbsolutePath.EndsWith("/v1/metrics", StringComparison.Ordinal) ? collector : new(collector.AbsoluteUri.TrimEnd('/') + "/v1/metrics");
}
