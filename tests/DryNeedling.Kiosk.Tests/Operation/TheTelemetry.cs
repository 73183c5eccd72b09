using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Windows;

namespace DryNeedling.Kiosk.Tests.Operation;

/// <summary>Against a real endpoint on this machine.</summary>
public sealed class TheTelemetry : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter errors = new();
    private readonly CountTally tally = new();
    private readonly BlockingCollection<(string Path, string Type, JsonNode Body)> received = [];
    private readonly HttpListener collector = new();
    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}");
    private readonly Telemetry telemetry;
    private volatile int answer = 200;
    private volatile HealthReport? health;

    public TheTelemetry()
    {
        collector.Prefixes.Add(address.AbsoluteUri);
        telemetry = new(tally, () => health, new(new(folder.Path), TimeProvider.System, errors), TimeSpan.FromMilliseconds(20));
        health = Health(1);
    }

    public void Dispose()
    {
        telemetry.Dispose();
        collector.Close();
        received.Dispose();
        errors.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Health_and_counts_arrive_as_the_protocol_writes_them()
    {
        Listen();
        tally.Add(new(CountKind.Muscle, "soleus"));
        tally.Add(new(CountKind.Muscle, "soleus"));
        telemetry.Obey(new(address, "lobby", 1));

        Assert.True(received.TryTake(out (string Path, string Type, JsonNode Body) sent, TimeSpan.FromSeconds(30)));

        Assert.Equal(("/v1/metrics", "application/json"), (sent.Path, sent.Type));
        JsonNode resource = sent.Body["resourceMetrics"]![0]!;
        Assert.Contains(resource["resource"]!["attributes"]!.AsArray(), a => (string)a!["value"]!["stringValue"]! == "lobby");
        JsonNode[] metrics = [.. resource["scopeMetrics"]![0]!["metrics"]!.AsArray()!];
        Assert.Equal(["kiosk.uptime", "kiosk.memory", "kiosk.frames", "kiosk.failures", "kiosk.counts"], metrics.Select(m => (string)m["name"]!));
        Assert.Equal("60", (string)metrics[0]["gauge"]!["dataPoints"]![0]!["asInt"]!);
        JsonNode counts = metrics[4]["sum"]!, point = Assert.Single(counts["dataPoints"]!.AsArray())!;
        Assert.Equal((2, true, "2"), ((int)counts["aggregationTemporality"]!, (bool)counts["isMonotonic"]!, (string)point["asInt"]!));
        Assert.Equal(["muscle", "soleus"], point["attributes"]!.AsArray().Select(a => (string)a!["value"]!["stringValue"]!));
        Assert.Equal("1767225600000000000", (string)point["startTimeUnixNano"]!);
    }

    [Fact]
    public void It_is_sent_again_when_due_and_not_before()
    {
        Listen();
        telemetry.Obey(new(address, "lobby", 2));
        Assert.True(received.TryTake(out _, TimeSpan.FromSeconds(30)));

        health = Health(2);
        Assert.False(received.TryTake(out _, TimeSpan.FromMilliseconds(400)));
        health = Health(3);
        Assert.True(received.TryTake(out _, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_collector_that_refuses_or_is_away_costs_one_line_and_is_tried_again()
    {
        telemetry.Obey(new(address, "lobby", 1));
        Patience.Until(() => errors.ToString().Contains("does not take", StringComparison.Ordinal), "it notes that nobody listens");
        answer = 500;
        Listen();
        health = Health(2);
        Assert.True(received.TryTake(out _, TimeSpan.FromSeconds(30)));
        answer = 200;
        health = Health(3);
        Assert.True(received.TryTake(out _, TimeSpan.FromSeconds(30)));

        Patience.Until(() => KioskLog.Tail(new(folder.Path), 9).Any(l => l.Contains("answers again", StringComparison.Ordinal)), "it answers again");
        Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Without_an_address_nothing_is_sent()
    {
        Listen();
        telemetry.Obey(null);

        Assert.False(received.TryTake(out _, TimeSpan.FromMilliseconds(300)));
    }

    private static HealthReport Health(int minute)
    {
        DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new(7, start, start.AddMinutes(minute), 99, "attract", "shipped", "body.glb", 1 << 20, 0, null);
    }

    private void Listen()
    {
        collector.Start();
        _ = Task.Run(async () =>
        {
            while (collector.IsListening)
            {
                HttpListenerContext call = await collector.GetContextAsync();
                JsonNode body = JsonNode.Parse(call.Request.InputStream)!;
                call.Response.StatusCode = answer;
                call.Response.Close();
                received.Add((call.Request.Url!.AbsolutePath, call.Request.ContentType!, body));
            }
        });
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
