namespace DryNeedling.Kiosk.Content;

/// <summary>
/// Where everything of a content folder stands: the files' located nodes, so that a mistake found between files can be
/// shown at its line and column.
/// </summary>
public sealed class ContentPlaces
{
    private readonly Dictionary<string, (string Shown, JsonLocatedNode Root)> files = [];
    private readonly HashSet<string> broken = [];
    private readonly string folder;

    internal ContentPlaces(string folder) => this.folder = folder;

    /// <summary>For content that was not read from files: everything stands at 1:1.</summary>
    public static ContentPlaces None { get; } = new("content");

    /// <summary>Files that were read, as named within the folder.</summary>
    internal IEnumerable<string> Files => files.Keys;

    internal void Add(string file, string shown, JsonLocatedNode root) => files[file] = (shown, root);

    internal void AddBroken(string file) => broken.Add(file);

    /// <summary>Whether a file is there but was left out for its mistakes.</summary>
    internal bool IsBroken(string file) => broken.Contains(file);

    internal JsonLocatedNode? Root(string file) => files.TryGetValue(file, out (string Shown, JsonLocatedNode Root) known) ? known.Root : null;

    /// <summary>The path to show for a file, named as within the folder: <c>muscles/soleus.json</c>.</summary>
    internal string Shown(string file) => files.TryGetValue(file, out (string Shown, JsonLocatedNode Root) known) ? known.Shown : $"{folder}/{file}";

    /// <summary>Where the value lies that member names and list positions lead to; the last one known on the way when it is missing.</summary>
    internal JsonPlace Find(string file, params ReadOnlySpan<object> path)
    {
        if (Root(file) is not { } node)
            return JsonPlace.Start;
        foreach (object step in path)
        {
            JsonLocatedNode? next = step switch
            {
                string name => node.Find(name),
                int index when index < node.Items.Count => node.Items[index],
                _ => null,
            };
            if (next is null)
                break;
            node = next;
        }

        return node.Place;
    }
}
