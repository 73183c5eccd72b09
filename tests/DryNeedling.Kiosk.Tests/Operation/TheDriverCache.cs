using System.Diagnostics;
using System.Globalization;
using DryNeedling.Kiosk.Operation;

namespace DryNeedling.Kiosk.Tests.Operation;

public sealed class TheDriverCache : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Has_an_index_without_holes_and_keeps_what_the_driver_wrote()
    {
        StatePlace place = new(folder.Path);
        Assert.True(DriverCache.IsReady(place));
        string file = place.Path(DriverCache.Index);
        Assert.Equal(8 + 65_536 * 20, new FileInfo(file).Length);
        Assert.True(BytesOnDisk(file) >= 8 + 65_536 * 20);

        using (FileStream driver = File.OpenWrite(file))
            driver.WriteByte(7);
        Assert.True(DriverCache.IsReady(place));
        Assert.Equal(7, File.ReadAllBytes(file)[0]);
    }

    [Fact]
    public void Is_left_out_where_nothing_can_be_written()
    {
        string file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");
        Assert.False(DriverCache.IsReady(new(file)));
    }

    private static long BytesOnDisk(string file)
    {
        using Process stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%b", file]) { RedirectStandardOutput = true })!;
        return 512 * long.Parse(stat.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }
}
