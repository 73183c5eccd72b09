using System.Globalization;
using System.Text;

namespace DryNeedling.Kiosk.Operation;

internal enum LogLevel
{
    Info,
    Warning,
    Error,
}

/// <summary>
/// What happened, for the operator: one line each with time (UTC), level, where and what. The file and the one before it
/// are all that is ever kept. A log that cannot be written (disk full, read-only) never stops the kiosk. Any thread may write.
/// </summary>
/// <param name="errors">Where warnings and errors are said as well, without time: services add their own.</param>
internal sealed class KioskLog(StatePlace place, TimeProvider time, TextWriter errors, int mostBytes = 1024 * 1024)
{
    public const string FileName = "kiosk.log", OlderName = "kiosk.log.1";

    // A line longer than this is no message but an accident.
    private const int LongestLine = 2000;

    private readonly Lock gate = new();

    /// <summary>The last error since the start, or null.</summary>
    public string? LastError { get; private set; }

    public void Info(string where, string what) => Write(LogLevel.Info, where, what);

    public void Warning(string where, string what) => Write(LogLevel.Warning, where, what);

    public void Error(string where, string what) => Write(LogLevel.Error, where, what);

    public void Write(LogLevel level, string where, string what)
    {
        string message = OneLine(what);
        string line = string.Create(CultureInfo.InvariantCulture,
            $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {level.ToString().ToLowerInvariant()} {where}: {message}\n");
        lock (gate)
        {
            if (level == LogLevel.Error)
                LastError = line.TrimEnd();
            if (level != LogLevel.Info)
                errors.WriteLine(message);
            try
            {
                Append(Encoding.UTF8.GetBytes(line));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
            }
        }
    }

    /// <summary>The newest lines, oldest of them first; none when there is no log.</summary>
    public static IReadOnlyList<string> Tail(StatePlace place, int count)
    {
        List<string> lines = [];
        foreach (string name in new[] { OlderName, FileName })
        {
            try
            {
                lines.AddRange(File.ReadLines(place.Path(name)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
            }
        }

        return lines.Count <= count ? lines : lines[^count..];
    }

    // Opened for each line, of which there are few: the supervisor may write to the same file, and a stick may be pulled.
    private void Append(byte[] line)
    {
        Directory.CreateDirectory(place.Folder);
        string file = place.Path(FileName);
        FileInfo present = new(file);
        if (present.Exists && present.Length + line.Length > mostBytes)
            File.Move(file, place.Path(OlderName), overwrite: true);
        using FileStream stream = new(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        stream.Write(line);
    }

    private static string OneLine(string text)
    {
        StringBuilder line = new(Math.Min(text.Length, LongestLine));
        foreach (char c in text.AsSpan().TrimEnd())
        {
            if (line.Length == LongestLine)
                return line.Append('…').ToString();
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.ToString();
    }
}
