using System.Text.Json.Serialization;

namespace DryNeedling.Kiosk.Measuring;

/// <summary>What <c>bench</c> prints: medians; times in milliseconds unless the name says otherwise.</summary>
internal sealed record BenchReport
{
    public string Size { get; init; } = "";

    public string Renderer { get; init; } = "";

    public int Triangles { get; init; }

    public double ContentMs { get; init; }

    /// <summary>Reading the content and building the index of everything that can be searched.</summary>
    public double ContentAndIndexMs { get; init; }

    public double ModelMs { get; init; }

    /// <summary>From the start of the process until the first frame with the body could be read back.</summary>
    public double FirstFrameMs { get; init; }

    public double FrameFullMs { get; init; }

    /// <summary>At the level of detail that this machine's own frames ask for.</summary>
    public double FrameMovingMs { get; init; }

    public double FramePanelOnlyMs { get; init; }

    public double PickUs { get; init; }

    public double TapToHighlightMs { get; init; }

    /// <summary>Managed bytes that one frame allocates when nothing moves.</summary>
    public double SettledAllocBytes { get; init; }

    /// <summary>Of one core.</summary>
    public double IdleCpuPercent { get; init; }

    /// <summary>Resident set at the end.</summary>
    public double RssMb { get; init; }

    /// <summary>Largest resident set so far.</summary>
    public double PeakRssMb { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BenchReport))]
internal sealed partial class BenchJson : JsonSerializerContext;
