using System.Text;
using DryNeedling.Kiosk.Operation;

namespace DryNeedling.Kiosk.Tests.Operation;

public class TheStatePlace
{
    [Theory]
    [InlineData("/named", "KIOSK_STATE=/named", "XDG_STATE_HOME=/state", "HOME=/home/a", "writable")]
    [InlineData("/var/lib/dry-needling-kiosk", "XDG_STATE_HOME=/state", "HOME=/home/a", "writable")]
    [InlineData("/state/dry-needling-kiosk", "XDG_STATE_HOME=/state", "HOME=/home/a")]
    [InlineData("/home/a/.local/state/dry-needling-kiosk", "HOME=/home/a")]
    [InlineData("/home/a/.local/state/dry-needling-kiosk", "XDG_STATE_HOME=relative", "HOME=/home/a", "KIOSK_STATE=")]
    public void It_is_the_named_folder_else_the_installed_else_the_users_own(string expected, params string[] environment)
    {
        Dictionary<string, string> variables = environment.Where(e => e.Contains('=')).Select(e => e.Split('=')).ToDictionary(e => e[0], e => e[1]);

        Assert.Equal(expected, StatePlace.Choose(variables.GetValueOrDefault, _ => environment.Contains("writable")));
    }

    [Fact]
    public void A_file_is_replaced_as_a_whole_and_nothing_else_is_left()
    {
        using TemporaryFolder folder = new();
        StatePlace place = new(folder.File("new/state"));

        place.Replace("sub/a.json", "first and longer"u8);
        place.Replace("sub/a.json", "second"u8);

        Assert.Equal("second", File.ReadAllText(place.Path("sub/a.json")));
        Assert.Equal(["a.json"], Directory.EnumerateFileSystemEntries(place.Path("sub")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_secret_is_for_its_owner_alone()
    {
        using TemporaryFolder folder = new();
        StatePlace place = new(folder.Path);

        place.Replace("pin", Encoding.UTF8.GetBytes("x"), isSecret: true);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(place.Path("pin")));
    }
}
