using System.Collections.Immutable;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Commands;

/// <summary>Turns names from the command line into values, or says which names there are.</summary>
internal static class KnownNames
{
    /// <summary>A structure of the model; an id without side that exists on both sides means the right one.</summary>
    /// <exception cref="CommandException">Unknown; names the nearest.</exception>
    public static StructureId Structure(string name, Body body) =>
        Find(name, body.IndexOf(new(name)) >= 0, body.IndexOf(new(name + ".R")) >= 0)
        ?? throw Unknown("structure", name, body.Structures.Where(s => s.Selectable).Select(s => s.Id.Value));

    /// <summary>A skin zone of the content, with its side.</summary>
    /// <exception cref="CommandException">Unknown; names the nearest.</exception>
    public static StructureId Zone(string name, KioskContent content)
    {
        IEnumerable<string> known = content.Zones.SelectMany(z => z.IsMidline ? [z.Id] : ImmutableArray.Create(z.Id + ".L", z.Id + ".R"));
        HashSet<string> names = [.. known];
        return Find(name, names.Contains(name), names.Contains(name + ".R")) ?? throw Unknown("zone", name, names);
    }

    public static string Language(string name, KioskContent content) =>
        content.Settings.Languages.Contains(name) ? name : throw Unknown("language", name, content.Settings.Languages);

    /// <summary>A case of an enumeration in kebab-case, as the contract writes it.</summary>
    public static T Choice<T>(string what, string name, params ReadOnlySpan<T> allowed)
        where T : struct, Enum
    {
        List<string> names = [];
        foreach (T value in allowed)
        {
            string known = value.ToString().ToLowerInvariant();
            if (known == name)
                return value;
            names.Add(known);
        }

        throw Unknown(what, name, names);
    }

    public static CommandException Unknown(string what, string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        string hint = Hint(name, names);
        if (hint.Length == 0 && names.Length is > 0 and <= 12)
            hint = $" Known are {string.Join(", ", names)}.";
        return new(ExitCode.BadInput, $"there is no {what} '{name}'.{hint}");
    }

    /// <summary>" Did you mean 'a' or 'b'?", or empty when nothing is near.</summary>
    public static string Hint(string wrong, IEnumerable<string> names)
    {
        IReadOnlyList<string> near = NearestNames.Of(wrong, names);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?";
    }

    private static StructureId? Find(string name, bool exact, bool onTheRight) =>
        exact ? new(name) : onTheRight ? new(name + ".R") : null;
}
