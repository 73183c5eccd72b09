using System.Collections.Immutable;
using CsCheck;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Windows;
using Microsoft.Data.Sqlite;

namespace DryNeedling.Kiosk.Tests.Operation;

public sealed class TheCounts : IDisposable
{
    private static readonly Count Visit = new(CountKind.Session, "visits"), Muscle = new(CountKind.Muscle, "infraspinatus");

    // A loaded machine lets a thread wait for seconds.
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter errors = new();
    private readonly StatePlace place;
    private readonly KioskLog log;

    public TheCounts()
    {
        place = new(folder.File("state"));
        log = new(place, TimeProvider.System, errors);
    }

    public void Dispose()
    {
        errors.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void What_was_counted_is_added_up_by_the_hour()
    {
        Write(Visit, Muscle, Muscle);
        Write(Visit);

        HourCount[] all = [.. All()];
        Assert.Equal([(CountKind.Muscle, 2), (CountKind.Session, 2)], all.Select(c => (c.Kind, c.Number)));
        Assert.Single(all.Select(c => c.Hour).Distinct());
        Assert.InRange(all[0].Hour, CountWriter.HourOf(DateTimeOffset.UtcNow) - 1, CountWriter.HourOf(DateTimeOffset.UtcNow));
    }

    [Fact]
    public void Nothing_is_opened_before_something_is_counted()
    {
        using (new CountWriter(place, log, keepDays: 10))
        {
        }

        Assert.False(Directory.Exists(place.Folder));
        Assert.Empty(All());
    }

    [Fact]
    public void With_no_days_to_keep_nothing_is_counted()
    {
        Write(keepDays: 0, Visit);

        Assert.Empty(All());
    }

    [Fact]
    public void What_is_older_than_the_clinic_wants_is_deleted()
    {
        long now = CountWriter.HourOf(DateTimeOffset.UtcNow);
        using (CountStore store = CountStore.Open(place, log))
            store.Add(new Dictionary<(long, Count), int> { [(now - 24 * 31, Visit)] = 5, [(now - 24 * 29, Visit)] = 3 });

        Write(keepDays: 30, Visit);

        Assert.Equal([3, 1], All().Select(c => c.Number));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(3000)]
    public void A_damaged_file_is_set_aside_and_counting_starts_anew(int keptBytes)
    {
        Write(Visit);
        byte[] bytes = File.ReadAllBytes(place.Path(CountStore.FileName));
        byte[] damaged = [.. bytes[..keptBytes], .. Enumerable.Repeat((byte)'?', bytes.Length - keptBytes)];
        File.WriteAllBytes(place.Path(CountStore.FileName), damaged);

        Write(Muscle);

        Assert.Equal(Muscle.Key, Assert.Single(All()).Key);
        Assert.Equal(damaged, File.ReadAllBytes(place.Path(CountStore.AsideName)));
        Assert.Contains("set aside", Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>Single bytes of the header that SQLite looks at: page size, file format, read-only mark, schema format, encoding.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(21)]
    [InlineData(47)]
    [InlineData(59)]
    public void One_wrong_byte_in_the_header_does_not_stop_the_counting(int at)
    {
        Write(Visit);
        byte[] bytes = File.ReadAllBytes(place.Path(CountStore.FileName));
        bytes[at] = 99;
        File.WriteAllBytes(place.Path(CountStore.FileName), bytes);

        Write(Muscle);

        Assert.Contains(All(), c => c.Key == Muscle.Key);
    }

    [Fact]
    public void A_disk_that_refuses_stops_the_counting_with_one_line_and_it_goes_on_when_the_disk_does()
    {
        Directory.CreateDirectory(place.Path(CountStore.FileName));
        using (CountWriter writer = new(place, log, TimeProvider.System, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20), Ample, TimeSpan.Zero) { KeepDays = 10 })
        {
            for (int i = 0; i < 3; i++)
            {
                writer.Add(Visit);
                Thread.Sleep(60);
            }

            Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Directory.Delete(place.Path(CountStore.FileName));
            Patience.Until(
                () =>
                {
                    writer.Add(Visit);
                    return KioskLog.Tail(place, 1) is [var line] && line.EndsWith("Counting goes on.", StringComparison.Ordinal);
                },
                "counting goes on");
        }

        Assert.NotEmpty(All());
    }

    [Fact]
    public void Counting_never_waits_for_a_file_that_another_program_holds()
    {
        Write(Visit);
        using SqliteConnection other = new($"Data Source={place.Path(CountStore.FileName)};Pooling=false");
        other.Open();
        using SqliteCommand hold = new("BEGIN EXCLUSIVE", other);
        hold.ExecuteNonQuery();

        using CountWriter writer = new(place, log, TimeProvider.System, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1), Ample, TimeSpan.Zero) { KeepDays = 10 };
        long start = TimeProvider.System.GetTimestamp();
        for (int i = 0; i < 100_000; i++)
            writer.Add(Muscle);

        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
    }

    /// <summary>Byte flips, cuts and insertions in a real file: read, refused or set aside, never a crash.</summary>
    [Fact]
    public void Whatever_happens_to_the_files_bytes_counting_goes_on()
    {
        using (CountStore store = CountStore.Open(place, log))
            store.Add(Enumerable.Range(0, 400).ToDictionary(i => ((long)480_000 + i % 90, new Count(CountKind.Muscle, $"muscle-{i}")), i => i));
        byte[] whole = File.ReadAllBytes(place.Path(CountStore.FileName));
        DamagedBytes.Of(whole).Sample(
            bytes =>
            {
                File.Delete(place.Path(CountStore.FileName + "-wal"));
                File.Delete(place.Path(CountStore.FileName + "-shm"));
                File.WriteAllBytes(place.Path(CountStore.FileName), bytes);
                try
                {
                    CountReport.Read(place, null, null, new(2026, 1, 1));
                }
                catch (SqliteException)
                {
                }

                Write(Visit);
                Assert.Contains(All(), c => c.Key == Visit.Key);
            },
            iter: DamagedBytes.Tries(60), threads: 1);
    }

    private void Write(params Count[] counts) => Write(keepDays: 10, counts);

    private void Write(int keepDays, params Count[] counts)
    {
        using CountWriter writer = new(place, log, TimeProvider.System, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1), Ample, TimeSpan.Zero) { KeepDays = keepDays };
        foreach (Count count in counts)
            writer.Add(count);
    }

    private ImmutableArray<HourCount> All() => CountStore.Read(place, 0, long.MaxValue);
}
