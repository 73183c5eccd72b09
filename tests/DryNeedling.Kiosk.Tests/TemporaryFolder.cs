namespace DryNeedling.Kiosk.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder(string path) : IDisposable
{
    public TemporaryFolder()
        : this(Directory.CreateTempSubdirectory("kiosk-test-").FullName)
    {
    }

    public string Path { get; } = path;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
