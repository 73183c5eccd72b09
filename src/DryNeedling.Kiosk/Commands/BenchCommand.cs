using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Measuring;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Session;
using Silk.NET.OpenGL;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>bench</c>: how fast the kiosk is on this machine; medians of many, without a display.</summary>
internal static class BenchCommand
{
    private static readonly Option<string?> Size = CommonOptions.Size();
    private static readonly Option<string?> Content = CommonOptions.Content();
    private static readonly Option<string?> Model = CommonOptions.Model();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        Command command = new("bench", "Measures this machine.") { Size, Content, Model, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        (int width, int height) = CommonOptions.ParseSize(parsed.GetValue(Size) ?? "1920x1080");
        Installation installation = Installation.Read(parsed.GetValue(Content), parsed.GetValue(Model));
        ScreenMetrics metrics = Offscreen.ScreenOf(width, height, null, installation.Content);
        using Offscreen screen = new(installation.Content, installation.Body, metrics, KioskState.Initial);
        screen.Loop.Draw();
        screen.Surface.ReadPixels(new byte[width * height * 4]);
        double firstFrame = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;

        BenchReport report = new Benchmark(screen).Measure() with
        {
            Size = $"{width}x{height}",
            Renderer = screen.Surface.Gl.GetStringS(StringName.Renderer),
            Triangles = installation.Body.Indices.Length / 3,
            FirstFrameMs = firstFrame,
            ContentMs = Benchmark.MedianMs(7, () => ContentReader.Read(CommonOptions.ContentFolder(parsed.GetValue(Content)))),
            ContentAndIndexMs = Benchmark.MedianMs(7, () =>
                GC.KeepAlive(new Search(ContentReader.Read(CommonOptions.ContentFolder(parsed.GetValue(Content))).Content ?? KioskContent.Empty))),
            ModelMs = Benchmark.MedianMs(5, () => BodyReader.Read(CommonOptions.ModelFile(parsed.GetValue(Model)))),
        };
        if (parsed.GetValue(Json))
            Console.WriteLine(JsonSerializer.Serialize(report, BenchJson.Default.BenchReport));
        else
            Print(report);
        return ExitCode.Done;
    }

    private static void Print(BenchReport r)
    {
        Console.WriteLine($"{r.Size}, {r.Triangles:N0} triangles, {r.Renderer}");
        Line("content read", r.ContentMs, "ms");
        Line("content read and indexed for search", r.ContentAndIndexMs, "ms");
        Line("model read", r.ModelMs, "ms");
        Line("process start to first frame", r.FirstFrameMs, "ms");
        Line("frame while turning, full detail", r.FrameFullMs, "ms");
        Line("frame while turning, as this machine is given", r.FrameMovingMs, "ms");
        Line("frame when only the interface changes", r.FramePanelOnlyMs, "ms");
        Line("pick under a finger", r.PickUs, "us");
        Line("tap to highlighted pixel", r.TapToHighlightMs, "ms");
        Line("allocated in a settled frame", r.SettledAllocBytes, "bytes");
        Line("CPU when nothing moves, of one core", r.IdleCpuPercent, "%");
        Line("memory", r.RssMb, "MB");

        static void Line(string what, double value, string unit) => Console.WriteLine($"  {what,-48} {value,9:0.0} {unit}");
    }
}
