using System.Collections.Immutable;
using System.Text;
using DryNeedling.Kiosk.Session;
using Microsoft.Data.Sqlite;

namespace DryNeedling.Kiosk.Operation;

/// <summary>How often something was counted in one hour. Hours count from 1970, UTC.</summary>
internal readonly record struct HourCount(long Hour, CountKind Kind, string Key, long Number);

/// <summary>
/// The counts' file: SQLite with a write-ahead log, so that a killed process or a power cut costs the last seconds and never
/// the file. A file that is damaged is set aside and a new one begun.
/// </summary>
internal sealed class CountStore : IDisposable
{
    public const string FileName = "counts.db", AsideName = "counts.db.damaged";

    private const int Version = 1;

    // The year 2426: a clock that says more has no battery.
    private const long MostHours = 4_000_000;

    private const int LogicError = 1, ReadOnly = 8, Corrupt = 11, Mismatch = 20, NotADatabase = 26;

    private readonly SqliteConnection connection;

    private CountStore(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens or begins the file.</summary>
    /// <exception cref="SqliteException">Disk full, read-only, in use for long.</exception>
    /// <exception cref="IOException">As before.</exception>
    public static CountStore Open(StatePlace place, KioskLog log)
    {
        Directory.CreateDirectory(place.Folder);
        try
        {
            return OpenSound(place);
        }
        catch (SqliteException e) when (IsDamage(e, place))
        {
            SetAside(place);
            log.Error("counts", $"{place.Path(FileName)} is damaged ({e.Message}); it was set aside as {AsideName} and counting starts anew.");
            return OpenSound(place);
        }
    }

    /// <summary>
    /// Whether the file itself is at fault, and not the disk or another program. Our few statements are right, so an error in
    /// one means a table or a format that is not ours; and a file that may be written but says that it may not is damaged.
    /// </summary>
    public static bool IsDamage(SqliteException error, StatePlace place) => error.SqliteErrorCode switch
    {
        LogicError or Corrupt or Mismatch or NotADatabase => true,
        ReadOnly => MayWrite(place.Path(FileName)),
        _ => false,
    };

    /// <summary>All counts from one hour on, up to and without another, by hour; nothing when nothing was ever counted.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public static ImmutableArray<HourCount> Read(StatePlace place, long fromHour, long toHour)
    {
        if (!File.Exists(place.Path(FileName)))
            return [];
        using CountStore store = new(Connect(place, SqliteOpenMode.ReadWrite));
        using SqliteCommand command = store.Command("SELECT hour, kind, key, number FROM counts WHERE hour >= $from AND hour < $to ORDER BY hour, kind, key");
        command.Parameters.AddWithValue("$from", Math.Max(0, fromHour));
        command.Parameters.AddWithValue("$to", Math.Min(MostHours, toHour));
        try
        {
            return ReadRows(command);
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException)
        {
            // Damage that SQLite itself does not see.
            throw new SqliteException(e.Message, Corrupt);
        }
    }

    /// <summary>Adds up; all or nothing.</summary>
    /// <exception cref="SqliteException">Disk full, damaged.</exception>
    public void Add(IReadOnlyDictionary<(long Hour, Count Count), int> counts)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand command = Command(
            "INSERT INTO counts (hour, kind, key, number) VALUES ($hour, $kind, $key, $number) ON CONFLICT (hour, kind, key) DO UPDATE SET number = number + $number");
        command.Transaction = transaction;
        SqliteParameter hour = command.Parameters.Add("$hour", SqliteType.Integer), kind = command.Parameters.Add("$kind", SqliteType.Text);
        SqliteParameter key = command.Parameters.Add("$key", SqliteType.Text), number = command.Parameters.Add("$number", SqliteType.Integer);
        foreach (((long Hour, Count Count) what, int times) in counts)
        {
            (hour.Value, kind.Value, key.Value, number.Value) = (what.Hour, NameOf(what.Count.Kind), what.Count.Key, times);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Deletes what is older than an hour.</summary>
    public void Forget(long beforeHour)
    {
        using SqliteCommand command = Command("DELETE FROM counts WHERE hour < $before");
        command.Parameters.AddWithValue("$before", beforeHour);
        command.ExecuteNonQuery();
    }

    public void Dispose() => connection.Dispose();

    /// <summary>As in the file and in what <c>stats</c> prints: <c>trigger-point</c>.</summary>
    public static string NameOf(CountKind kind)
    {
        StringBuilder name = new();
        foreach (char c in kind.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    private static CountKind? KindOf(string name)
    {
        foreach (CountKind kind in Enum.GetValues<CountKind>())
        {
            if (NameOf(kind) == name)
                return kind;
        }

        return null;
    }

    private static ImmutableArray<HourCount> ReadRows(SqliteCommand command)
    {
        using SqliteDataReader rows = command.ExecuteReader();
        var counts = ImmutableArray.CreateBuilder<HourCount>();
        while (rows.Read())
        {
            if (KindOf(rows.GetString(1)) is { } kind)
                counts.Add(new(rows.GetInt64(0), kind, rows.GetString(2), rows.GetInt64(3)));
        }

        return counts.ToImmutable();
    }

    private static CountStore OpenSound(StatePlace place)
    {
        CountStore store = new(Connect(place, SqliteOpenMode.ReadWriteCreate));
        try
        {
            store.Prepare();
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static SqliteConnection Connect(StatePlace place, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = place.Path(FileName), Mode = mode, Pooling = false, DefaultTimeout = 2,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        Execute("PRAGMA journal_mode = WAL");
        // The log is written through at each checkpoint: a power cut may cost the last counts, never the file.
        Execute("PRAGMA synchronous = NORMAL");
        if (Convert.ToString(Execute("PRAGMA quick_check(1)")) is not "ok" and var damage)
            throw new SqliteException($"{damage}", Corrupt);
        Execute("CREATE TABLE IF NOT EXISTS counts (hour INTEGER, kind TEXT, key TEXT, number INTEGER NOT NULL, PRIMARY KEY (hour, kind, key)) STRICT, WITHOUT ROWID");
        Execute($"PRAGMA user_version = {Version}");
    }

    private object? Execute(string text)
    {
        using SqliteCommand command = Command(text);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string text)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constant texts of this class come here.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private static bool MayWrite(string file)
    {
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void SetAside(StatePlace place)
    {
        foreach (string part in new[] { "", "-wal", "-shm" })
        {
            File.Delete(place.Path(AsideName + part));
            if (File.Exists(place.Path(FileName + part)))
                File.Move(place.Path(FileName + part), place.Path(AsideName + part));
        }
    }
}
