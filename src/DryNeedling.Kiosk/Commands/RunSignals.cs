using System.Runtime.InteropServices;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Replay;

namespace DryNeedling.Kiosk.Commands;

/// <summary>
/// What the system asks of a running kiosk by signals. SIGTERM, SIGINT and SIGHUP end it in good order. When the
/// environment variable <c>KIOSK_CAPTURE</c> names a folder, SIGUSR1 makes it write <c>capture.json</c> there, the
/// state that <c>play</c> captures too, and it writes one by itself after its first frame, and SIGUSR2 makes its next frame
/// fail; otherwise these doors are shut.
/// </summary>
internal sealed class RunSignals : IDisposable
{
    // Not among .NET's names; the number is the same on every Linux that .NET runs on.
    private const PosixSignal UserSignal1 = (PosixSignal)10, UserSignal2 = (PosixSignal)12;

    private readonly KioskLog log;
    private readonly List<PosixSignalRegistration> registrations = [];
    private readonly string? folder = Environment.GetEnvironmentVariable("KIOSK_CAPTURE") is { Length: > 0 } named ? named : null;
    private volatile bool asksForEnd, asksForCapture, asksForFailure;

    public RunSignals(KioskLog log)
    {
        this.log = log;
        asksForCapture = folder is not null;
        foreach (PosixSignal signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP })
            Listen(signal, () => asksForEnd = true);
        if (folder is null)
            return;
        Listen(UserSignal1, () => asksForCapture = true);
        Listen(UserSignal2, () => asksForFailure = true);
    }

    /// <summary>Called on another thread after each signal.</summary>
    public Action? Arrived { get; set; }

    public bool AsksForEnd => asksForEnd;

    /// <summary>Whether a capture is wanted; asked before a frame, so that it holds all that came in before the signal.</summary>
    public bool TakeCaptureRequest()
    {
        bool asked = asksForCapture;
        asksForCapture = false;
        return asked;
    }

    /// <exception cref="InvalidOperationException">SIGUSR2 asked for it.</exception>
    public void FailIfAsked()
    {
        if (!asksForFailure)
            return;
        asksForFailure = false;
        throw new InvalidOperationException("asked to fail");
    }

    /// <summary>Writes the state; whoever watches the folder never sees half a file.</summary>
    public void WriteCapture(KioskApp app)
    {
        string file = Path.Combine(folder!, "capture.json"), part = file + ".part";
        try
        {
            File.WriteAllText(part, CaptureJson.Write(app));
            File.Move(part, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Error("capture", $"{file} cannot be written: {e.Message}");
        }
    }

    public void Dispose() => registrations.ForEach(r => r.Dispose());

    private void Listen(PosixSignal signal, Action note) => registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        note();
        Arrived?.Invoke();
    }));
}
