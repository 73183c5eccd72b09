using System.Globalization;
using System.Net.Sockets;
using System.Text;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// Tells whoever started the kiosk as a service (systemd, or our own supervisor) that it runs, by the protocol of
/// <c>sd_notify</c>: READY once after the first picture, then signs of life from the loop. Nobody listening costs nothing.
/// </summary>
internal sealed class ServiceNotifier : IDisposable
{
    public const string SocketVariable = "NOTIFY_SOCKET", WatchdogVariable = "WATCHDOG_USEC";

    private readonly Socket? socket;
    private TimeSpan next;
    private bool isReady;

    public ServiceNotifier(Func<string, string?> variable)
    {
        if (variable(SocketVariable) is not { Length: > 1 } address)
            return;
        if (long.TryParse(variable(WatchdogVariable), NumberStyles.None, CultureInfo.InvariantCulture, out long microseconds) && microseconds > 0)
            Interval = TimeSpan.FromMicroseconds(Math.Min(microseconds, 3.6e9) / 3);
        socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            // A name that begins with @ has no file.
            socket.Connect(new UnixDomainSocketEndPoint(address[0] == '@' ? "\0" + address[1..] : address));
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            socket.Dispose();
            socket = null;
        }
    }

    /// <summary>How often a sign of life is due; a third of what the service manager waits for.</summary>
    public TimeSpan Interval { get; } = TimeSpan.FromSeconds(30);

    public TimeSpan UntilNext(TimeSpan now) => socket is null ? TimeSpan.MaxValue : next > now ? next - now : TimeSpan.Zero;

    /// <summary>One turn of the loop has been done. Before the first picture was presented nothing is said.</summary>
    public void Turn(TimeSpan now, long frames, KioskScreen screen)
    {
        if (socket is null || frames == 0 || isReady && now < next)
            return;
        Send(string.Create(CultureInfo.InvariantCulture, $"{(isReady ? "" : "READY=1\n")}WATCHDOG=1\nSTATUS={screen.ToString().ToLowerInvariant()}, {frames} frames"));
        isReady = true;
        next = now + Interval;
    }

    public void Stopping() => Send("STOPPING=1");

    public void Dispose() => socket?.Dispose();

    private void Send(string message)
    {
        try
        {
            socket?.Send(Encoding.UTF8.GetBytes(message));
        }
        catch (SocketException)
        {
            // The listener is gone or busy: the next sign of life tries again.
        }
    }
}
