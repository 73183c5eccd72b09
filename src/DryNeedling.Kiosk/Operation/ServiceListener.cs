using System.Net.Sockets;
using System.Text;

namespace DryNeedling.Kiosk.Operation;

/// <summary>The other end of <see cref="ServiceNotifier"/>: what the supervisor hears from its kiosk. A socket without a file.</summary>
internal sealed class ServiceListener : IDisposable
{
    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { Blocking = false };
    private readonly byte[] message = new byte[4096];

    public ServiceListener()
    {
        string name = $"dry-needling-kiosk/{Environment.ProcessId}/{Guid.NewGuid():N}";
        socket.Bind(new UnixDomainSocketEndPoint("\0" + name));
        Address = "@" + name;
    }

    /// <summary>For the variable NOTIFY_SOCKET.</summary>
    public string Address { get; }

    /// <summary>The next message, or null when none waits.</summary>
    public string? Take()
    {
        try
        {
            return socket.Available > 0 ? Encoding.UTF8.GetString(message, 0, socket.Receive(message)) : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    public void Dispose() => socket.Dispose();
}
