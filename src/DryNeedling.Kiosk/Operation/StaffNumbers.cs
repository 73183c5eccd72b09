using System.Globalization;
using System.Text;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// What the staff's desk keeps through a restart, each a whole number in a small file of the state place: how often a wrong
/// PIN was typed in a row, and how loud the kiosk is. A file that is missing or damaged means 0: not shut, and silent.
/// </summary>
internal sealed class StaffNumbers(StatePlace place)
{
    public const string TriesName = "pin-tries", VolumeName = "volume";

    private const int MostTries = 1000, Loudest = 100;

    /// <summary>Wrong PINs in a row.</summary>
    public int WrongTries
    {
        get => Read(TriesName, MostTries);
        set => Write(TriesName, Math.Min(value, MostTries));
    }

    /// <summary>0, no sound, to 100.</summary>
    public int Volume
    {
        get => Read(VolumeName, Loudest);
        set => Write(VolumeName, Math.Clamp(value, 0, Loudest));
    }

    private int Read(string name, int most)
    {
        try
        {
            FileInfo file = new(place.Path(name));
            return file.Length < 16 && int.TryParse(File.ReadAllText(file.FullName), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int number)
                && number <= most ? number : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    // A full disk is no reason to end the kiosk: the number then holds until it does.
    private void Write(string name, int number)
    {
        try
        {
            place.Replace(name, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
