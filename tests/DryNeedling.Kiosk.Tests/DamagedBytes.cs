using System.Globalization;
using CsCheck;

namespace DryNeedling.Kiosk.Tests;

/// <summary>Files as failing disks and careless hands make them: bytes overwritten, cut off, put between.</summary>
internal static class DamagedBytes
{
    /// <summary>How many to try: <c>KIOSK_MUTATIONS</c> for a long run.</summary>
    public static int Tries(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("KIOSK_MUTATIONS"), CultureInfo.InvariantCulture, out int tries) ? tries : usual;

    /// <summary>One to five blows to a file.</summary>
    public static Gen<byte[]> Of(byte[] whole) =>
        Gen.Select(Gen.Int[0, 2], Gen.Double[0, 1], Gen.Byte.Array[1, 40]).Array[1, 5].Select(blows => blows.Aggregate(whole, Damage));

    private static byte[] Damage(byte[] bytes, (int Kind, double At, byte[] Bytes) blow)
    {
        int at = Math.Min(bytes.Length, (int)(blow.At * bytes.Length));
        return blow.Kind switch
        {
            0 => [.. bytes[..at], .. blow.Bytes, .. bytes[Math.Min(bytes.Length, at + blow.Bytes.Length)..]],
            1 => bytes[..at],
            _ => [.. bytes[..at], .. blow.Bytes, .. bytes[at..]],
        };
    }
}
