using System.Buffers.Binary;
using System.Net.Sockets;
using System.Numerics;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>
/// Ten fingers on a touch panel that the X server takes for real. Speaks the protocol of Xorg's inputtest driver
/// (xf86-input-inputtest-protocol.h), whose structures are little endian and aligned as C aligns them. Each call
/// returns when the server has passed the event on. The driver takes one connection until the panel is disabled.
/// </summary>
internal sealed class TouchPanel : IDisposable
{
    private const int ClientVersion = 0, WaitForSync = 1, Touch = 6;
    private const int Begin = 18, Update = 19, End = 20;
    private const int TouchSize = 1056, MaskAt = 20, AxesAt = 32;
    private const float FullScale = 65535;

    private readonly string path;
    private Socket socket = null!;
    private readonly Dictionary<int, Vector2> down = [];

    public TouchPanel(string path, int width, int height)
    {
        this.path = path;
        Size = new(width, height);
        Connect();
    }

    /// <summary>Plugs it in again after the server disabled it; no finger is on it.</summary>
    public void Connect()
    {
        down.Clear();
        socket?.Dispose();
        socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 20_000 };
        socket.Connect(new UnixDomainSocketEndPoint(path));
        Span<byte> hello = stackalloc byte[12];
        Put(hello, 0, 12);
        Put(hello, 4, ClientVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(hello[8..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(hello[10..], 1);
        socket.Send(hello);
        Receive(12);
    }

    /// <summary>Of the screen below it, pixels.</summary>
    public Vector2 Size { get; set; }

    public void Down(int finger, Vector2 px) => Send(finger, Begin, px);

    /// <summary>Moves a finger there in small steps, as fingers do.</summary>
    public void Move(int finger, Vector2 px, int steps = 8)
    {
        Vector2 from = down[finger];
        for (int i = 1; i <= steps; i++)
            Send(finger, Update, Vector2.Lerp(from, px, (float)i / steps));
    }

    public void Up(int finger) => Send(finger, End, down[finger]);

    public void Tap(Vector2 px, int finger = 0)
    {
        Down(finger, px);
        Up(finger);
    }

    public void LiftAll()
    {
        foreach (int finger in down.Keys.ToArray())
            Up(finger);
    }

    public void Dispose() => socket.Dispose();

    private void Send(int finger, int phase, Vector2 px)
    {
        if (phase == End)
            down.Remove(finger);
        else
            down[finger] = px;
        Span<byte> message = stackalloc byte[TouchSize];
        message.Clear();
        Put(message, 0, TouchSize);
        Put(message, 4, Touch);
        Put(message, 8, finger);
        Put(message, 12, phase);
        message[MaskAt] = 0b11;
        BinaryPrimitives.WriteDoubleLittleEndian(message[AxesAt..], Math.Round(px.X / Size.X * FullScale));
        BinaryPrimitives.WriteDoubleLittleEndian(message[(AxesAt + 8)..], Math.Round(px.Y / Size.Y * FullScale));
        socket.Send(message);
        Sync();
    }

    private void Sync()
    {
        Span<byte> message = stackalloc byte[8];
        Put(message, 0, 8);
        Put(message, 4, WaitForSync);
        socket.Send(message);
        Receive(8);
    }

    private void Receive(int bytes)
    {
        byte[] answer = new byte[bytes];
        for (int have = 0, got; have < bytes; have += got)
        {
            got = socket.Receive(answer.AsSpan(have));
            if (got == 0)
                throw new IOException("The X server closed the touch panel's socket.");
        }
    }

    private static void Put(Span<byte> message, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(message[at..], value);
}
