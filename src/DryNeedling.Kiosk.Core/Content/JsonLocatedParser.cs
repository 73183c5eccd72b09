using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Bytes of a file into a tree of located nodes. The serializer is not used for content because it stops at a file's
/// first mistake and cannot say where a value stood once it is read; an author wants every mistake of a file at once.
/// Never throws for what the bytes hold.
/// </summary>
internal ref struct JsonLocatedParser
{
    // The deepest file of ours has 5 levels.
    private const int MaxDepth = 32;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly FileFindings findings;
    private readonly List<JsonLocatedNode> open = [];
    private int cursor, line = 1, column = 1;
    private int commaAt = -1;

    private JsonLocatedParser(ReadOnlySpan<byte> bytes, FileFindings findings)
    {
        this.bytes = bytes;
        this.findings = findings;
    }

    /// <summary>The root object; null when there is none, with the reason in <paramref name="findings"/>.</summary>
    public static JsonLocatedNode? Parse(ReadOnlySpan<byte> bytes, FileFindings findings)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        return new JsonLocatedParser(bytes, findings).ParseFile();
    }

    private JsonLocatedNode? ParseFile()
    {
        if (!IsReadableText())
            return null;
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions
        {
            MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true,
        });
        JsonLocatedNode? root = null;
        try
        {
            root = ReadTokens(ref reader);
        }
        catch (JsonException error)
        {
            ReportSyntax(error);
            return null;
        }

        if (root is { Kind: JsonKind.Object })
            return root;
        findings.Error(root?.Place ?? JsonPlace.Start, "wrong-type", $"the file must hold an object {{…}}, not {root?.KindName ?? "nothing"}.");
        return null;
    }

    private bool IsReadableText()
    {
        if (bytes.IsEmpty || bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return Refuse(JsonPlace.Start, "empty-file", "the file is empty; fill it in or delete it.");
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, not 0, ..] or [not 0, 0, ..])
            return Refuse(JsonPlace.Start, "not-utf8", "the file is saved as UTF-16; save it again as UTF-8.");
        if (bytes.IndexOf((byte)0) is var nul and >= 0)
            return Refuse(PlaceOf(nul), "nul-byte", "the file holds a NUL byte; it is damaged: restore it or type it anew.");
        if (!Utf8.IsValid(bytes))
            return Refuse(PlaceOf(FirstInvalid()), "not-utf8", "here stands a byte that is not UTF-8; save the file again as UTF-8.");
        return true;
    }

    private readonly bool Refuse(JsonPlace place, string code, string message)
    {
        findings.Error(place, code, message);
        return false;
    }

    private readonly int FirstInvalid()
    {
        int at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private JsonLocatedNode? ReadTokens(ref Utf8JsonReader reader)
    {
        JsonLocatedNode? root = null;
        (string Name, JsonPlace Place) named = default;
        int gap = 0;
        while (reader.Read())
        {
            int start = (int)reader.TokenStartIndex;
            NoteComma(gap, start, reader.TokenType);
            gap = (int)reader.BytesConsumed;
            JsonPlace place = PlaceOf(start);
            switch (reader.TokenType)
            {
                case JsonTokenType.Comment:
                    findings.Error(place, "comment", "JSON has no comments; delete this one.");
                    continue;
                case JsonTokenType.PropertyName:
                    named = (TextOf(ref reader, place), place);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.RemoveAt(open.Count - 1);
                    continue;
            }

            JsonLocatedNode node = NodeOf(ref reader, place);
            root ??= node;
            if (open.Count > 0)
                Attach(open[^1], named, node);
            if (node.Kind is JsonKind.Object or JsonKind.List)
                open.Add(node);
        }

        return root;
    }

    private readonly void Attach(JsonLocatedNode parent, (string Name, JsonPlace Place) named, JsonLocatedNode node)
    {
        if (parent.Kind == JsonKind.List)
            parent.Items.Add(node);
        else if (!parent.TryAdd(new(named.Name, named.Place, node)))
            findings.Error(named.Place, "duplicate-member", $"'{named.Name}' stands here a second time; keep one of the two.");
    }

    private readonly JsonLocatedNode NodeOf(ref Utf8JsonReader reader, JsonPlace place) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new(JsonKind.Object, place),
        JsonTokenType.StartArray => new(JsonKind.List, place),
        JsonTokenType.String => new(JsonKind.Text, place) { Text = TextOf(ref reader, place) },
        JsonTokenType.Number => new(JsonKind.Number, place) { Number = reader.TryGetDouble(out double number) ? number : double.PositiveInfinity },
        JsonTokenType.Null => new(JsonKind.Null, place),
        _ => new(JsonKind.Boolean, place),
    };

    private readonly string TextOf(ref Utf8JsonReader reader, JsonPlace place)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            findings.Error(place, "bad-text", "this text holds an escape that is no character (half of a \\ud… pair); type the character itself.");
            return "";
        }
    }

    // A comma that stands right before a closing bracket.
    private void NoteComma(int from, int to, JsonTokenType next)
    {
        if (bytes[from..to].IndexOf((byte)',') is var comma and >= 0)
            commaAt = from + comma;
        if (next == JsonTokenType.Comment)
            return;
        if (commaAt >= 0 && next is (JsonTokenType.EndObject or JsonTokenType.EndArray))
            findings.Error(PlaceOf(commaAt), "trailing-comma", "no comma may stand after the last entry; delete it.");
        commaAt = -1;
    }

    /// <summary>Line and column of a byte; walks on from the last one asked for, or from the start when that lies behind.</summary>
    private JsonPlace PlaceOf(int at)
    {
        if (at < cursor)
            (cursor, line, column) = (0, 1, 1);
        for (; cursor < at && cursor < bytes.Length; cursor++)
        {
            if (bytes[cursor] == '\n')
                (line, column) = (line + 1, 1);
            else if ((bytes[cursor] & 0xC0) != 0x80)
                column++;
        }

        return new(line, column);
    }

    private void ReportSyntax(JsonException error)
    {
        int at = 0;
        for (long lines = error.LineNumber ?? 0; lines > 0 && bytes[at..].IndexOf((byte)'\n') is var end and >= 0; lines--)
            at += end + 1;
        at = (int)Math.Min(at + (error.BytePositionInLine ?? 0), bytes.Length);
        ReadOnlySpan<byte> rest = bytes[at..];
        JsonPlace place = PlaceOf(at);
        if (open.Count >= MaxDepth)
            findings.Error(place, "too-deep", $"brackets are nested more than {MaxDepth} deep; close the ones before.");
        else if (rest.IsEmpty || rest.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            findings.Error(place, "json", "the file ends too early; a bracket or a quote is not closed.");
        else if (rest.StartsWith("NaN"u8) || rest.StartsWith("Infinity"u8) || rest.StartsWith("-Infinity"u8))
            findings.Error(place, "json", "JSON has no NaN and no Infinity; write a plain number.");
        else if (rest[0] < 0x20)
            findings.Error(place, "json", "a line break or control character stands inside a text; write \\n, or close the quote before it.");
        else
            findings.Error(place, "json", $"not valid JSON at {Excerpt(rest)}; look for a missing comma, quote or bracket here or just before.");
    }

    private static string Excerpt(ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        string text = Encoding.UTF8.GetString(rest[..(end < 0 ? Math.Min(rest.Length, 64) : Math.Min(end, 64))]);
        return $"'{(text.Length > 12 ? text[..12] + "…" : text)}'";
    }
}
