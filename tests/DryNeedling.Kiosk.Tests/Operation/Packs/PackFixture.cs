using System.IO.Compression;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Operation.Packs;
using DryNeedling.Kiosk.Tests.Content;

namespace DryNeedling.Kiosk.Tests.Operation.Packs;

/// <summary>A state folder, a content without a mistake to make packs of, and a content that came with the program.</summary>
internal sealed class PackFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FixedTime time = new();

    public PackFixture()
    {
        Place = new(folder.File("state"));
        Installer = new(Place, Shipped.Folder, () => null, time);
        Versions = new(Place);
    }

    public StatePlace Place { get; }

    public SmallContent Content { get; } = new();

    public SmallContent Shipped { get; } = new();

    public ContentInstaller Installer { get; }

    public ContentVersions Versions { get; }

    public string File(string name) => folder.File(name);

    /// <summary>A pack of <see cref="Content"/> with the muscle's name changed.</summary>
    public string Pack(string muscleName, string? privatePem = null)
    {
        Rename(muscleName);
        string file = File($"{muscleName}.zip");
        using FolderPack source = new(Content.Folder);
        PackWriter.Write(source, muscleName, time.GetUtcNow(), privatePem, file);
        return file;
    }

    public void Rename(string muscleName)
    {
        string text = Content.Text(SmallContent.Muscle);
        int at = text.IndexOf("\"name\": { \"en\": \"", StringComparison.Ordinal) + 17;
        Content.Write(SmallContent.Muscle, text[..at] + muscleName + text[text.IndexOf('"', at)..]);
    }

    public string Install(string pack)
    {
        time.Now += TimeSpan.FromMinutes(1);
        return Installer.Install(pack);
    }

    /// <summary>The muscle's name in the content that is shown.</summary>
    public string Shows() =>
        Kiosk.Content.ContentReader.Read(Versions.LiveFolder ?? Shipped.Folder).Content!.Muscle("infraspinatus")!.Name.In("en");

    /// <summary>Names below the versions' folder.</summary>
    public string[] Stored() => [.. Directory.EnumerateDirectories(Place.Path("content/versions")).Select(Path.GetFileName).Order()!];

    /// <summary>A zip with any entries, as no pack would have them.</summary>
    public string Zip(params (string Name, byte[] Bytes)[] entries)
    {
        string file = File($"{Guid.NewGuid():N}.zip");
        using ZipArchive zip = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach ((string name, byte[] bytes) in entries)
        {
            using Stream stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        }

        return file;
    }

    public void Dispose()
    {
        Content.Dispose();
        Shipped.Dispose();
        folder.Dispose();
    }

    private sealed class FixedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 5, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
