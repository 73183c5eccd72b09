using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Looks at the frame of a PNG: its signature, its size and whether all of its chunks are whole (PNG, third edition,
/// W3C 2025, sections 5.2 to 5.4). What the picture shows is decoded by whoever draws it.
/// </summary>
internal static class PictureReader
{
    /// <summary>Sides beyond this show nothing more on any screen and cost memory.</summary>
    public const int MostPixels = 2048;

    private const int HeaderBytes = 13, FrameBytes = 12;
    private const uint Header = 0x49484452, Data = 0x49444154, End = 0x49454E44;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture, or null with a finding.</summary>
    public static ContentPicture? Read(string file, byte[] bytes, FileFindings findings)
    {
        if (!bytes.AsSpan().StartsWith(Signature))
            return Refuse(findings, "bad-picture", "this is no PNG; save the picture as PNG.");
        if (SizeOf(bytes) is not var (width, height))
            return Refuse(findings, "bad-picture", "the picture is damaged or cut short; copy it here again.");
        if (width is < 1 or > MostPixels || height is < 1 or > MostPixels)
        {
            return Refuse(findings, "picture-too-large", string.Create(
                CultureInfo.InvariantCulture, $"the picture has {width} x {height} pixels; scale it to {MostPixels} at most each way, 600 wide are plenty."));
        }

        return new(file, (int)width, (int)height, ImmutableCollectionsMarshal.AsImmutableArray(bytes));
    }

    private static (uint Width, uint Height)? SizeOf(ReadOnlySpan<byte> png)
    {
        (uint, uint)? size = null;
        bool hasData = false;
        for (ReadOnlySpan<byte> rest = png[Signature.Length..]; rest.Length >= FrameBytes;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest), kind = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
            if (length > rest.Length - FrameBytes)
                return null;
            int body = (int)length;
            if (size is null && (kind != Header || body != HeaderBytes))
                return null;
            size ??= (BinaryPrimitives.ReadUInt32BigEndian(rest[8..]), BinaryPrimitives.ReadUInt32BigEndian(rest[12..]));
            hasData |= kind == Data;
            if (kind == End)
                return hasData ? size : null;
            rest = rest[(FrameBytes + body)..];
        }

        return null;
    }

    private static ContentPicture? Refuse(FileFindings findings, string code, string message)
    {
        findings.Error(JsonPlace.Start, code, message);
        return null;
    }
}
