namespace DryNeedling.Kiosk.Content;

internal enum JsonKind
{
    Object,
    List,
    Text,
    Number,
    Boolean,
    Null,
}

/// <summary>A place in a file; both count from 1, columns in characters.</summary>
internal readonly record struct JsonPlace(int Line, int Column)
{
    public static JsonPlace Start { get; } = new(1, 1);
}

/// <summary>A member of a JSON object and where its name stands.</summary>
internal sealed record JsonMember(string Name, JsonPlace Place, JsonLocatedNode Value);

/// <summary>
/// A JSON value that knows where it stands, so that a wrong reference between files can still be shown at its line.
/// </summary>
internal sealed class JsonLocatedNode(JsonKind kind, JsonPlace place)
{
    // Below this many members looking at each is quicker than a table.
    private const int FewMembers = 24;

    private static readonly List<JsonMember> NoMembers = [];
    private static readonly List<JsonLocatedNode> NoItems = [];
    private Dictionary<string, JsonLocatedNode>? byName;

    public JsonKind Kind { get; } = kind;

    public JsonPlace Place { get; } = place;

    /// <summary>The text of a text, empty for all others.</summary>
    public string Text { get; init; } = "";

    /// <summary>The value of a number; infinite when it is too large for one.</summary>
    public double Number { get; init; }

    public List<JsonMember> Members { get; } = kind == JsonKind.Object ? [] : NoMembers;

    public List<JsonLocatedNode> Items { get; } = kind == JsonKind.List ? [] : NoItems;

    /// <summary>What kind of value stands here, for messages.</summary>
    public string KindName => Kind switch
    {
        JsonKind.Object => "an object {…}",
        JsonKind.List => "a list […]",
        JsonKind.Text => "a text",
        JsonKind.Number => "a number",
        JsonKind.Boolean => "true or false",
        _ => "null",
    };

    public JsonLocatedNode? Find(string name)
    {
        if (byName is not null)
            return byName.GetValueOrDefault(name);
        foreach (JsonMember member in Members)
        {
            if (member.Name == name)
                return member.Value;
        }

        return null;
    }

    /// <summary>False when a member of that name is there already.</summary>
    public bool TryAdd(JsonMember member)
    {
        if (Find(member.Name) is not null)
            return false;
        Members.Add(member);
        if (Members.Count == FewMembers)
            byName = Members.ToDictionary(m => m.Name, m => m.Value);
        else
            byName?.Add(member.Name, member.Value);
        return true;
    }
}
