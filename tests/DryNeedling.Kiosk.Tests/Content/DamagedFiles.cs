using System.Collections.Immutable;
using CsCheck;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

public sealed class DamagedFiles : IDisposable
{
    private static readonly string[] Files = ["muscles/infraspinatus.json", "kiosk.json", "zones.json", "glossary.json", "sources.json", "strings/en.json"];

    private readonly string folder = OurContent.CopyToNewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Byte flips, cuts and insertions anywhere in a real file.</summary>
    [Fact]
    public void Whatever_happens_to_a_files_bytes_it_is_read_or_explained()
    {
        Gen<(int Kind, double At, byte[] Bytes)> damage = Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Byte.Array[1, 12]);
        Gen.Select(Gen.Int[0, Files.Length - 1].Select(i => Files[i]), damage.Array[1, 4]).Sample(
            (file, blows) =>
            {
                byte[] whole = File.ReadAllBytes(Path.Combine(folder, file));
                byte[] bytes = blows.Aggregate(whole, Damage);
                File.WriteAllBytes(Path.Combine(folder, file), bytes);
                (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(folder);
                File.WriteAllBytes(Path.Combine(folder, file), whole);

                Assert.All(findings, f => Assert.True(f is { Line: >= 1, Column: >= 1, Message.Length: > 0 }, f.ToString()));
                Assert.NotNull(content);
                ContentValidator.Validate(content);
                new Search(content).Find("shoulder", "en");
            },
            iter: 200, threads: 1);
    }

    private static byte[] Damage(byte[] bytes, (int Kind, double At, byte[] Bytes) blow)
    {
        int at = (int)(blow.At * bytes.Length);
        switch (blow.Kind)
        {
            case 0 when at < bytes.Length:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << (blow.Bytes[0] & 7));
                return flipped;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + blow.Bytes.Length)..]];
            default:
                return [.. bytes[..at], .. blow.Bytes, .. bytes[at..]];
        }
    }
}
