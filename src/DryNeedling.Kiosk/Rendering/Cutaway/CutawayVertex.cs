using System.Numerics;
using System.Runtime.InteropServices;
using DryNeedling.Kiosk.Anatomy;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>
/// One vertex of the cut-away block, 36 bytes: position in metres, unit normal and the light it gets while the layers lie
/// apart (16-bit fractions), texture coordinates, colour as on the screen and the light it gets while they lie together,
/// then what moves it: with the layers (0 muscle, 0.5 fat, 1 skin), with the band's jump, and whether it is the band.
/// The band's colour comes from its tension: there the first two colour bytes are the way from the band's middle line,
/// up and forwards, from -0.125 to 0.125.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct CutawayVertex
{
    public const int SizeInBytes = 36;

    public Vector3 Position;
    public short NormalX, NormalY, NormalZ, Open;
    public Vector2 Texture;
    public byte Red, Green, Blue, Closed;
    public byte Layer, Jump, Band, Unused;

    public static CutawayVertex Of(Vector3 position, Vector3 normal, Vector2 texture, Vector3 colour, float open = 1, float closed = 1) => new()
    {
        Position = position,
        NormalX = BodyVertex.Fraction(normal.X),
        NormalY = BodyVertex.Fraction(normal.Y),
        NormalZ = BodyVertex.Fraction(normal.Z),
        Open = BodyVertex.Fraction(open),
        Texture = texture,
        Red = Byte(colour.X),
        Green = Byte(colour.Y),
        Blue = Byte(colour.Z),
        Closed = Byte(closed),
    };

    public static byte Byte(float value) => (byte)MathF.Round(Math.Clamp(value, 0, 1) * 255);
}
