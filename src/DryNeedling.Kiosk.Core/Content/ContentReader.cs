using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>
/// A content folder into a <see cref="KioskContent"/>. Never throws for what the folder holds: whatever is wrong becomes
/// a finding, a file with an error is left out and the rest stays.
/// </summary>
public sealed class ContentReader
{
    private readonly ContentFolder folder;
    private readonly ContentPlaces places;
    private readonly List<ContentFinding> findings = [];

    private ContentReader(ContentFolder folder, string path)
    {
        this.folder = folder;
        places = new(Path.TrimEndingDirectorySeparator(path));
    }

    /// <summary>
    /// Reads everything below <paramref name="folder"/>. The content is null when the folder cannot be read or nothing in
    /// it can be used. References between files are not looked at here, see <see cref="ContentValidator"/>.
    /// </summary>
    public static (KioskContent? Content, ImmutableArray<ContentFinding> Findings) Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            var reader = new ContentReader(new ContentFolder(folder), folder);
            KioskContent content = reader.ReadAll();
            return (content.IsEmpty ? null : content, [.. reader.findings]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string reason = error is UnauthorizedAccessException ? "no permission" : error.Message.ReplaceLineEndings(" ");
            return (null, [new(folder, 1, 1, FindingSeverity.Error, "unreadable-folder", $"the content folder cannot be read ({reason}); name an existing folder with --content.")]);
        }
    }

    private KioskContent ReadAll()
    {
        (ImmutableArray<ZoneGroup> groups, ImmutableArray<Zone> zones) = ReadFile("zones.json", ([], []), TopicReaders.Zones);
        return new(
            ReadSettings(),
            ReadFolder("muscles", MuscleReader.Read, muscle => muscle.Id),
            groups,
            zones,
            ReadFolder("conditions", TopicReaders.Condition, condition => condition.Id),
            [.. ReadFolder("stories", StoryReaders.Story, story => story.Id, mayBeMissing: true).OrderBy(story => story.Order)],
            ReadFolder("tours", StoryReaders.Tour, tour => tour.Id, mayBeMissing: true),
            ReadFile<ImmutableArray<Term>>("glossary.json", [], TopicReaders.Glossary),
            ReadFile<ImmutableArray<Source>>("sources.json", [], TopicReaders.Sources),
            ReadStrings())
        {
            Places = places,
        };
    }

    // A picture that cannot be used costs the clinic nothing but the picture.
    private ClinicSettings ReadSettings()
    {
        string? logo = null;
        ClinicSettings settings = ReadFile("kiosk.json", ClinicSettings.Default, file =>
        {
            logo = SettingsReader.LogoOf(file);
            return SettingsReader.Read(file);
        });
        return logo is null ? settings : settings with { Logo = ReadPicture(logo, places.Find("kiosk.json", "logo")) };
    }

    private ContentPicture? ReadPicture(string file, JsonPlace namedAt)
    {
        if (!folder.HasFile(file))
        {
            findings.Add(new(folder.Shown("kiosk.json"), namedAt.Line, namedAt.Column, FindingSeverity.Error, "missing-picture", $"there is no '{file}' in the content folder; put the picture there, mend the name or delete 'logo'."));
            return null;
        }

        var sink = new FileFindings(folder.Shown(file));
        ContentPicture? picture = folder.Read(file, sink) is { } bytes ? PictureReader.Read(file, bytes, sink) : null;
        findings.AddRange(sink.All);
        return picture;
    }

    private T ReadFile<T>(string file, T without, Func<RecordReader, T> read)
    {
        if (folder.HasFile(file))
            return ReadKnownFile(file, without, (root, sink) => ReadRecord(root, sink, read));
        findings.Add(new(folder.Shown(file), 1, 1, FindingSeverity.Error, "missing-file", $"'{file}' is missing in the content folder; add it."));
        return without;
    }

    private ImmutableArray<T> ReadFolder<T>(string name, Func<RecordReader, T> read, Func<T, string> idOf, bool mayBeMissing = false)
        where T : class
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (string file in FilesIn(name, mayBeMissing))
        {
            T? one = ReadKnownFile<T?>(file, null, (root, sink) =>
            {
                T value = ReadRecord(root, sink, read);
                string id = Path.GetFileNameWithoutExtension(file);
                if (idOf(value).Length > 0 && idOf(value) != id)
                    sink.Error(root.Find("id")!.Place, "id-not-file-name", $"the id '{idOf(value)}' differs from the file's name; write \"{id}\" or rename the file to {idOf(value)}.json.");
                return value;
            });
            if (one is not null)
                all.Add(one);
        }

        return all.ToImmutable();
    }

    private Strings ReadStrings()
    {
        var languages = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (string file in FilesIn("strings"))
        {
            string language = Path.GetFileNameWithoutExtension(file);
            ImmutableSortedDictionary<string, string>? texts = ReadKnownFile<ImmutableSortedDictionary<string, string>?>(file, null, (root, sink) =>
            {
                if (!RecordReader.IsLanguage(language))
                    sink.Error(JsonPlace.Start, "bad-language", $"'{language}' is no language; name the file by two small letters, as en.json.");
                return TopicReaders.Strings(root, sink);
            });
            if (texts is not null)
                languages[language] = texts;
        }

        return new(languages.ToImmutable());
    }

    private IReadOnlyList<string> FilesIn(string name, bool mayBeMissing = false)
    {
        var sink = new FileFindings(folder.Shown(name));
        if (!folder.HasFolder(name) && mayBeMissing)
            return [];
        if (!folder.HasFolder(name))
            sink.Error(JsonPlace.Start, "missing-folder", $"the folder '{name}' is missing; add it with its files.");
        IReadOnlyList<string> files = sink.HasErrors ? [] : folder.Files(name, sink);
        findings.AddRange(sink.All);
        return files;
    }

    private static T ReadRecord<T>(JsonLocatedNode root, FileFindings sink, Func<RecordReader, T> read)
    {
        var record = new RecordReader(root, sink);
        T value = read(record);
        record.Finish();
        return value;
    }

    private T ReadKnownFile<T>(string file, T without, Func<JsonLocatedNode, FileFindings, T> read)
    {
        var sink = new FileFindings(folder.Shown(file));
        T value = without;
        if (folder.Read(file, sink) is { } bytes && JsonLocatedParser.Parse(bytes, sink) is { } root)
        {
            value = read(root, sink);
            places.Add(file, sink.File, root);
        }

        findings.AddRange(sink.All.OrderBy(f => f.Line).ThenBy(f => f.Column));
        if (!sink.HasErrors)
            return value;
        places.AddBroken(file);
        return without;
    }
}
