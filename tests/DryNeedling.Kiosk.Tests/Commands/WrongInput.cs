using DryNeedling.Kiosk.Tests.Windows;

namespace DryNeedling.Kiosk.Tests.Commands;

/// <summary>Whatever is wrong costs one plain line and the right exit code, and leaves nothing half-written.</summary>
public sealed class WrongInput : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("'snapshot'", "snapsho")]
    [InlineData("--help", "frobnicate")]
    [InlineData("'--size'", "snapshot", "--out", "OUT", "--sise", "4x4")]
    [InlineData("'--out'", "snapshot")]
    [InlineData("'biceps.R'", "snapshot", "--out", "OUT", "--model", "MODEL", "--select", "bicep.R")]
    [InlineData("'temple.R'", "snapshot", "--out", "OUT", "--model", "MODEL", "--zone", "tmple.R")]
    [InlineData("'front'", "snapshot", "--out", "OUT", "--model", "MODEL", "--view", "frnt")]
    [InlineData("'skin'", "snapshot", "--out", "OUT", "--model", "MODEL", "--layer", "skn")]
    [InlineData("'en'", "snapshot", "--out", "OUT", "--model", "MODEL", "--lang", "xx")]
    [InlineData("explore", "snapshot", "--out", "OUT", "--model", "MODEL", "--screen", "nowhere")]
    [InlineData("'temple.R'", "rank", "--zone", "tmple.R")]
    [InlineData("'visitor'", "run", "--mode", "vistor")]
    [InlineData("16384", "snapshot", "--out", "OUT", "--size", "0x0")]
    [InlineData("16384", "snapshot", "--out", "OUT", "--size", "100000x100000")]
    [InlineData("1920x1080", "snapshot", "--out", "OUT", "--size", "large")]
    public void An_unknown_word_or_a_wrong_value_is_answered_with_what_there_is(string hint, params string[] arguments)
    {
        string line = KioskProgram.Run([.. arguments.Select(Filled)]).FailsWith(2);

        Assert.Contains(hint, line);
        Assert.False(File.Exists(Filled("OUT")));
    }

    [Theory]
    [InlineData("missing", "missing")]
    [InlineData("empty", "glTF")]
    [InlineData("text", "glTF")]
    [InlineData("truncated", "cut off")]
    [InlineData("damaged", "damaged")]
    [InlineData("huge", "2048 MB")]
    [InlineData("folder", "missing")]
    public void A_model_that_cannot_be_read_is_named_with_what_is_wrong(string kind, string what)
    {
        string file = BadModel(kind);

        string line = KioskProgram.Run("snapshot", "--out", Filled("OUT"), "--model", file).FailsWith(2);

        Assert.Contains(file, line);
        Assert.Contains(what, line);
        Assert.False(File.Exists(Filled("OUT")));
    }

    [Fact]
    public void A_missing_content_folder_is_named()
    {
        string line = KioskProgram.Run("snapshot", "--out", Filled("OUT"), "--content", folder.File("nowhere"), "--model", VisibleBody.Small.File).FailsWith(2);

        Assert.Contains(folder.File("nowhere"), line);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named_and_nothing_is_left_there()
    {
        // Even root cannot make a file below a file, or replace a folder by one.
        File.WriteAllText(folder.File("file"), "");
        Directory.CreateDirectory(folder.File("folder"));
        foreach (string place in new[] { folder.File("file/a.png"), folder.File("folder") })
        {
            string line = KioskProgram.Run("snapshot", "--out", place, "--size", "64x64", "--model", VisibleBody.Small.File).FailsWith(2);
            Assert.Contains(place, line);
        }

        Assert.Equal(["file", "folder"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("{ \"steps\": [\n{ \"wait\": 1 },\n{ \"jump\": 3 } ] }", ":3:", "'jump'")]
    [InlineData("{ \"steps\": [\n{ \"capture\": \"../outside\" } ] }", ":2:", "'../outside'")]
    [InlineData("{ \"steps\": [\n", ":2:", "JSON")]
    public void A_script_with_a_mistake_does_nothing_but_name_its_line(string script, string place, string what)
    {
        string file = folder.File("script.json");
        File.WriteAllText(file, script);

        string line = KioskProgram.Run("play", file, "--out", folder.File("out"), "--model", VisibleBody.Small.File).FailsWith(2);

        Assert.Contains(file + place, line);
        Assert.Contains(what, line);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void A_missing_script_is_named()
    {
        string line = KioskProgram.Run("play", folder.File("none.json"), "--out", folder.File("out")).FailsWith(2);

        Assert.Contains("none.json", line);
    }

    private string Filled(string argument) => argument switch
    {
        "OUT" => folder.File("out.png"),
        "MODEL" => VisibleBody.Small.File,
        _ => argument,
    };

    private string BadModel(string kind)
    {
        string file = folder.File(kind + ".glb");
        byte[] good = File.ReadAllBytes(VisibleBody.Small.File);
        switch (kind)
        {
            case "empty":
                File.WriteAllBytes(file, []);
                break;
            case "text":
                File.WriteAllText(file, "This is no model.");
                break;
            case "truncated":
                File.WriteAllBytes(file, good[..(good.Length / 2)]);
                break;
            case "damaged":
                // The header stays; the description of the scene behind it becomes nonsense.
                good.AsSpan(20, 200).Fill((byte)'?');
                File.WriteAllBytes(file, good);
                break;
            case "huge":
                using (FileStream sparse = File.Create(file))
                    sparse.SetLength(2L << 30);
                break;
            case "folder":
                Directory.CreateDirectory(file);
                break;
        }

        return file;
    }
}
