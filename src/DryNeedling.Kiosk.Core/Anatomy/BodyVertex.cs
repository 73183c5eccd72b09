using System.Numerics;
using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Anatomy;

/// <summary>
/// One vertex as the GPU reads it, 28 bytes: position in metres (Y up, X to the body's own left, Z to the front),
/// unit normal and ambient occlusion as signed 16-bit fractions (32767 = 1), fibre coordinates as unsigned 16-bit
/// fractions (U 0 at the origin, 65535 at the insertion; V across), and four paint bytes.
/// Paint on a muscle: (belly 255 to tendon 0, unused, unused, unused).
/// Paint on the skin: (first zone + 1, second zone + 1, weight of the first, weight of the second), zone 0 = none,
/// numbered as in <see cref="Body.Zones"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct BodyVertex
{
    public const int SizeInBytes = 28;

    public Vector3 Position;
    public short NormalX, NormalY, NormalZ, Occlusion;
    public ushort U, V;
    public byte Paint0, Paint1, Paint2, Paint3;

    public Vector3 Normal
    {
        readonly get => new Vector3(NormalX, NormalY, NormalZ) / short.MaxValue;
        set => (NormalX, NormalY, NormalZ) = (Fraction(value.X), Fraction(value.Y), Fraction(value.Z));
    }

    public static short Fraction(float value) => (short)MathF.Round(Math.Clamp(value, -1, 1) * short.MaxValue);
}
