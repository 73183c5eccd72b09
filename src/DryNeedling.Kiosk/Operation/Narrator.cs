using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// Reads the open card aloud through the system's speech, where there is any: espeak-ng, else speech-dispatcher's
/// spd-say. Silent until a visitor asks for it.
/// </summary>
internal sealed class Narrator : IDisposable
{
    private static readonly string[] Programs = ["espeak-ng", "spd-say"];

    private readonly string? program;
    private readonly Action ended;
    private Process? speaking;

    /// <param name="folders">Where programs lie, parted by colons, as in PATH.</param>
    /// <param name="ended">Told on another thread that a text has been read.</param>
    public Narrator(string? folders, Action ended)
    {
        this.ended = ended;
        program = Programs.SelectMany(name => (folders ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    public bool IsAvailable => program is not null;

    /// <summary>Begins to read when the visitor has asked for it, stops when they no longer want it.</summary>
    /// <param name="volume">0 to 100.</param>
    public void Turn(KioskApp app, int volume)
    {
        app.Ui.OffersSpeech = IsAvailable && volume > 0;
        if (speaking is { HasExited: true })
        {
            Stop();
            app.Do(new Intent.ReadAloud(false));
        }
        else if (!app.State.IsAloud && speaking is not null)
        {
            Stop();
        }
        else if (app.State.IsAloud && speaking is null && !Start(app, volume))
        {
            app.Do(new Intent.ReadAloud(false));
        }
    }

    public void Dispose() => Stop();

    private bool Start(KioskApp app, int volume)
    {
        if (program is null)
            return false;
        string language = app.State.Language.Length > 0 ? app.State.Language : app.Content.FirstLanguage;
        ProcessStartInfo start = new(program, Arguments(language, volume)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            speaking = Process.Start(start)!;
            speaking.EnableRaisingEvents = true;
            speaking.Exited += (_, _) => ended();
            byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', app.Ui.CardText));
            // A speech program that does not listen must not hold up the frame.
            Stream input = speaking.StandardInput.BaseStream;
            _ = Task.Run(() => Feed(input, text));
            return true;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return false;
        }
    }

    private static void Feed(Stream input, byte[] text)
    {
        try
        {
            using (input)
                input.Write(text);
        }
        catch (IOException)
        {
            // It ended before it had heard everything; Turn notices.
        }
    }

    private string[] Arguments(string language, int volume)
    {
        const int EspeakUsual = 100;
        return Path.GetFileName(program) == Programs[0]
            ? ["-v", language, "-a", (EspeakUsual * volume / 100).ToString(CultureInfo.InvariantCulture), "--stdin"]
            : ["-w", "-e", "-l", language, "-i", (2 * volume - 100).ToString(CultureInfo.InvariantCulture)];
    }

    private void Stop()
    {
        if (speaking is null)
            return;
        if (!speaking.HasExited)
            speaking.Kill();
        speaking.Dispose();
        speaking = null;
        // The dispatcher would go on with what it has been given.
        if (Path.GetFileName(program) == Programs[1])
            Process.Start(program!, "-C").Dispose();
    }
}
