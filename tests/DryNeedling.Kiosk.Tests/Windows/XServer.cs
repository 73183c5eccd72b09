using System.Diagnostics;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>
/// An X server of this test run: Xvfb, or Xorg with a display in memory and a touch panel. It takes a free display by
/// itself and ends with the tests, however they end.
/// </summary>
internal sealed class XServer : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    // The server lives as long as somebody holds the other end of this shell's input: no crash leaves it, or its
    // folder ($0), behind.
    private const string Leash = "\"$@\" </dev/null & server=$!; read -r _; kill $server 2>/dev/null; wait $server; rm -rf \"$0\"";

    private readonly Process shell;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kiosk-x-");

    private XServer(int width, int height, bool hasTouch)
    {
        (Width, Height) = (width, height);
        shell = Start(hasTouch ? TouchServer() : ["Xvfb", "-screen", "0", $"{width}x{height}x24"]);
        try
        {
            Display = ":" + ReadDisplay();
            Touch = hasTouch ? new TouchPanel(FingersSocket, width, height) : null;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>For the environment variable DISPLAY.</summary>
    public string Display { get; }

    public TouchPanel? Touch { get; }

    private string FingersSocket => Path.Combine(folder.FullName, "fingers");

    private string Log => Path.Combine(folder.FullName, "log");

    public static XServer WithMouse(int width, int height) => new(width, height, hasTouch: false);

    public static XServer WithTouch(int width, int height) => new(width, height, hasTouch: true);

    /// <summary>Gives the screen another size, as turning it does.</summary>
    public void Resize(int width, int height)
    {
        Tool("xrandr", "-s", $"{width}x{height}");
        (Width, Height) = (width, height);
        if (Touch is not null)
            Touch.Size = new(width, height);
    }

    /// <summary>Runs a program of the X server's own to its end.</summary>
    public void Tool(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["DISPLAY"] = Display }, RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors}");
    }

    public void Dispose()
    {
        Touch?.Dispose();
        shell.StandardInput.Close();
        if (!shell.WaitForExit(5000))
            shell.Kill(entireProcessTree: true);
        shell.Dispose();
    }

    private Process Start(string[] server)
    {
        ProcessStartInfo start = new("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["-c", Leash, folder.FullName, .. server, "-displayfd", "1", "-nolisten", "tcp", "-noreset"])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private string[] TouchServer()
    {
        string config = Path.Combine(folder.FullName, "xorg.conf");
        File.WriteAllText(config, XorgConfig.Write(Width, Height, folder.FullName));
        // A seat of its own keeps the server away from virtual consoles, which containers lack.
        return ["Xorg", "-config", config, "-logfile", Log, "-seat", "kiosk-tests"];
    }

    private string ReadDisplay()
    {
        Task<string> errors = shell.StandardError.ReadToEndAsync();
        Task<string?> number = shell.StandardOutput.ReadLineAsync();
        if (number.Wait(StartLimit) && number.Result is { Length: > 0 } display)
            return display;
        string[] reasons = File.Exists(Log) ? [.. File.ReadLines(Log).Where(l => l.Contains("(EE)", StringComparison.Ordinal))] : [];
        shell.StandardInput.Close();
        string said = errors.Wait(TimeSpan.FromSeconds(5)) ? errors.Result.Trim() : "";
        throw new InvalidOperationException(
            $"No X server came up within {StartLimit.TotalSeconds} s. Needed are the packages xvfb, xserver-xorg-core and " +
            $"xserver-xorg-video-dummy ('./kiosk test' installs them). It said: {said} {string.Join(" ", reasons)}");
    }
}
