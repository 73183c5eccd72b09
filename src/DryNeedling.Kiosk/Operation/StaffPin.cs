using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DryNeedling.Kiosk.Operation;

/// <summary>
/// The staff's PIN: never kept, only what PBKDF2 makes of it with a salt, in the state folder. Without a file, or with one
/// that cannot be read, the PIN of a new kiosk holds, and <c>validate</c> and <c>health</c> say so.
/// </summary>
internal sealed class StaffPin(StatePlace place)
{
    public const string FileName = "pin", Default = "0000", IsDefaultMessage = "the staff PIN is still the one of a new kiosk; set your own with 'kiosk pin set'.";

    private const int Rounds = 600_000, MostRounds = 10_000_000, SaltBytes = 16, HashBytes = 32;
    private const string Scheme = "pbkdf2-sha256";

    /// <summary>Whether anybody who read the manual knows the PIN.</summary>
    public bool IsDefault => Read() is null;

    /// <summary>4 to 12 digits.</summary>
    public static bool IsPin(string text) => text.Length is >= 4 and <= 12 && text.All(char.IsAsciiDigit);

    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public void Set(string pin)
    {
        if (!IsPin(pin))
            throw new ArgumentException("A PIN has 4 to 12 digits.", nameof(pin));
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        string line = string.Create(CultureInfo.InvariantCulture, $"{Scheme} {Rounds} {Convert.ToBase64String(salt)} {Convert.ToBase64String(Hash(pin, salt, Rounds))}\n");
        place.Replace(FileName, Encoding.ASCII.GetBytes(line), isSecret: true);
    }

    /// <summary>Whether this is the PIN; takes a good part of a second, as it should.</summary>
    public bool IsRight(string pin)
    {
        if (Read() is not var (rounds, salt, hash))
            return pin == Default;
        return CryptographicOperations.FixedTimeEquals(Hash(pin, salt, rounds), hash);
    }

    private static byte[] Hash(string pin, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(pin, salt, rounds, HashAlgorithmName.SHA256, HashBytes);

    private (int Rounds, byte[] Salt, byte[] Hash)? Read()
    {
        try
        {
            string[] parts = File.ReadAllText(place.Path(FileName)).Split(' ', '\n');
            byte[] salt = Convert.FromBase64String(parts[2]), hash = Convert.FromBase64String(parts[3]);
            int rounds = int.Parse(parts[1], CultureInfo.InvariantCulture);
            return parts[0] == Scheme && rounds is >= Rounds and <= MostRounds && salt.Length == SaltBytes && hash.Length == HashBytes ? (rounds, salt, hash) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }
}
