using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CsCheck;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Rendering;
using DryNeedling.Kiosk.Tests.Content;
using DryNeedling.Kiosk.Tests.Rendering;
using DryNeedling.Kiosk.Ui.Painting;
using Xunit.Abstractions;

namespace DryNeedling.Kiosk.Tests.Operation;

/// <summary>
/// Every kind of file that an operator or a failing disk can spoil, spoilt: read or refused, soon and in little memory. Packs
/// and counts have their own. KIOSK_MUTATIONS sets how many; the seed is fixed unless CsCheck_Seed says otherwise.
/// </summary>
public sealed class DamagedInstallations(ITestOutputHelper output) : IDisposable
{
    private const string Seed = "0000KIOSKab1";

    // A hang; what takes a blink on an idle machine takes longer on a loaded one.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);
    private const long MostBytes = 500L << 20;

    private readonly TemporaryFolder folder = new(OurContent.CopyToNewFolder());

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_model_is_read_or_refused_with_one_line()
    {
        string file = folder.File("body.glb");
        BodyWriter.Write(SampleBody.Create(12, 12), file);
        Sample(File.ReadAllBytes(file), 150, bytes =>
        {
            try
            {
                _ = BodyReader.Read(bytes, "damaged.glb");
            }
            catch (ModelException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        });
    }

    [Fact]
    public void A_clinics_settings_are_read_or_explained() => SampleContent("kiosk.json", 60);

    [Fact]
    public void A_muscles_file_is_read_or_explained() => SampleContent("muscles/infraspinatus.json", 60);

    [Fact]
    public void A_clinics_picture_is_shown_or_explained()
    {
        byte[] pixels = [.. Enumerable.Range(0, 200 * 80 * 4).Select(i => (byte)(i * 7 % 251))];
        PngFile.Write(folder.File("logo.png"), 200, 80, pixels);
        string settings = File.ReadAllText(folder.File("kiosk.json"));
        File.WriteAllText(folder.File("kiosk.json"), settings[..settings.LastIndexOf('}')].TrimEnd() + ", \"logo\": \"logo.png\" }");
        SampleContent("logo.png", 60);
    }

    private void SampleContent(string name, int usual) => Sample(File.ReadAllBytes(folder.File(name)), usual, bytes =>
    {
        File.WriteAllBytes(folder.File(name), bytes);
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(folder.Path);
        Assert.All(findings, f => Assert.True(f is { Line: >= 1, Column: >= 1, Message.Length: > 0 }, f.ToString()));
        Assert.NotNull(content);
        ContentValidator.Validate(content);
        if (content.Settings.Logo is { } picture)
            Logo.Decode(picture)?.Dispose();
    });

    private void Sample(byte[] whole, int usual, Action<byte[]> read)
    {
        TimeSpan slowest = TimeSpan.Zero;
        long most = 0;
        int tries = 0;
        DamagedBytes.Of(whole).Sample(
            bytes =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
                read(bytes);
                TimeSpan took = Stopwatch.GetElapsedTime(start);
                long used = GC.GetAllocatedBytesForCurrentThread() - before;
                (slowest, most) = (took > slowest ? took : slowest, Math.Max(most, used));
                tries++;
                Assert.True(took < Hang, $"{took}");
                Assert.True(used < MostBytes, $"{used >> 20} MB");
            },
            iter: DamagedBytes.Tries(usual), threads: 1, seed: Environment.GetEnvironmentVariable("CsCheck_Seed") ?? Seed);
        output.WriteLine(new StringBuilder().Append(tries).Append(" files; slowest ").Append(slowest.TotalMilliseconds).Append(" ms; most ").Append(most >> 20).Append(" MB").ToString());
    }
}
