using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

public enum KeyAction
{
    Type,
    Space,
    Backspace,
    Clear,
}

/// <summary>One key of the on-screen keyboard.</summary>
/// <param name="Text">What it types; empty for the keys that erase.</param>
/// <param name="Left">Columns from the left edge; halves where a short row is centred.</param>
/// <param name="Width">Columns, at least 1.</param>
public readonly record struct KeyboardKey(KeyAction Action, string Text, float Left, float Width);

/// <summary>
/// The keys of one language, as its strings describe them: <c>keyboard-row-1</c> and on, the keys parted by spaces, such
/// as <c>"z x c v [backspace]"</c>. <c>[space]</c> takes what its row leaves, a row without it is centred. Narrow
/// screens have their own rows, <c>keyboard-narrow-row-1</c> and on.
/// </summary>
public sealed record KeyboardLayout(ImmutableArray<ImmutableArray<KeyboardKey>> Rows, int Columns)
{
    public const string WideKey = "keyboard-row-", NarrowKey = "keyboard-narrow-row-";

    /// <summary>Rows beyond these are not looked for.</summary>
    public const int MostRows = 8;

    private const int EraseColumns = 2, LeastSpaceColumns = 2;

    /// <summary>The layout of <paramref name="language"/>; no rows when neither it nor <paramref name="fallback"/> has any.</summary>
    public static KeyboardLayout Of(Strings strings, string language, string fallback, bool narrow)
    {
        ArgumentNullException.ThrowIfNull(strings);
        string key = narrow ? NarrowKey : WideKey;
        List<string[]> rows = [];
        for (int i = 1; i <= MostRows; i++)
        {
            string name = key + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (strings.Get(name, language, fallback) is var row && row != name)
                rows.Add(KeysOf(row));
        }

        int columns = rows.Count == 0 ? 0 : rows.Max(row => row.Sum(ColumnsOf));
        return new([.. rows.Select(row => Place(row, columns))], columns);
    }

    /// <summary>The keys of a row as they are written.</summary>
    public static string[] KeysOf(string row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What a written key does, or null when there is no such key.</summary>
    public static KeyAction? ActionOf(string key) => key switch
    {
        "[space]" => KeyAction.Space,
        "[backspace]" => KeyAction.Backspace,
        "[clear]" => KeyAction.Clear,
        { Length: > 0 and <= 2 } when !key.Contains('[', StringComparison.Ordinal) => KeyAction.Type,
        _ => null,
    };

    private static int ColumnsOf(string key) => ActionOf(key) switch
    {
        KeyAction.Type => 1,
        KeyAction.Space => LeastSpaceColumns,
        null => 0,
        _ => EraseColumns,
    };

    private static ImmutableArray<KeyboardKey> Place(string[] row, int columns)
    {
        int spare = columns - row.Sum(ColumnsOf);
        bool stretches = row.Contains("[space]");
        float x = stretches ? 0 : spare / 2f;
        var keys = ImmutableArray.CreateBuilder<KeyboardKey>();
        foreach (string key in row)
        {
            if (ActionOf(key) is not { } action)
                continue;
            int width = ColumnsOf(key) + (action == KeyAction.Space ? spare : 0);
            keys.Add(new(action, action switch { KeyAction.Type => key, KeyAction.Space => " ", _ => "" }, x, width));
            x += width;
            spare = action == KeyAction.Space ? 0 : spare;
        }

        return keys.ToImmutable();
    }
}
