namespace DryNeedling.Kiosk.Ui.Text;

/// <summary>
/// Cuts a text into the pieces between which a line may end. Spaces belong to the piece before them; a hyphen ends a
/// piece; punctuation that stands alone stays with its neighbour, so that no line begins or ends with an orphan.
/// </summary>
internal static class LineBreaker
{
    public static IEnumerable<string> Pieces(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (MayBreakAfter(text, start, i))
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        if (start < text.Length)
            yield return text[start..];
    }

    private static bool MayBreakAfter(string text, int start, int i)
    {
        if (i + 1 == text.Length)
            return false;
        char here = text[i], next = text[i + 1];
        if (here == '\n')
            return true;
        if (here is '-' or '–' or '/')
            return i > start && char.IsLetter(text[i - 1]) && char.IsLetter(next);
        if (here != ' ' || next == ' ')
            return false;
        // A lone sign ("–", "…", "?") never begins a line; an opening one ("¿", "(") never ends it.
        return !IsClosing(next) && !(i > start && IsOpening(text[i - 1]));
    }

    private static bool IsClosing(char c) => c is ',' or '.' or ';' or ':' or '!' or '?' or ')' or ']' or '»' or '”' or '…' or '–' or '—' or '%';

    private static bool IsOpening(char c) => c is '¿' or '¡' or '(' or '[' or '«' or '“';
}
