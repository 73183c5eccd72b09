using System.Diagnostics;
using System.Globalization;
using DryNeedling.Kiosk.Operation;
using DryNeedling.Kiosk.Tests.Commands;

namespace DryNeedling.Kiosk.Tests.Operation;

public sealed class TheStaffPin : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StatePlace place;
    private readonly StaffPin pin;

    public TheStaffPin()
    {
        place = new(folder.Path);
        pin = new(place);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Until_one_is_set_the_pin_of_a_new_kiosk_holds()
    {
        Assert.True(pin.IsDefault);
        Assert.True(pin.IsRight(StaffPin.Default));

        pin.Set("47110815");

        Assert.False(pin.IsDefault);
        Assert.True(pin.IsRight("47110815"));
        Assert.False(pin.IsRight("47110816"));
        Assert.False(pin.IsRight(StaffPin.Default));
    }

    [Fact]
    public void The_file_holds_a_salt_of_its_own_at_least_600000_rounds_and_no_pin()
    {
        pin.Set("47110815");
        string first = File.ReadAllText(place.Path(StaffPin.FileName));
        pin.Set("47110815");
        string second = File.ReadAllText(place.Path(StaffPin.FileName));

        Assert.NotEqual(first, second);
        Assert.DoesNotContain("47110815", first, StringComparison.Ordinal);
        Assert.True(int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture) >= 600_000);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(place.Path(StaffPin.FileName)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pbkdf2-sha256 1 AAAA AAAA")]
    [InlineData("pbkdf2-sha256 99999999999 AAAA AAAA")]
    [InlineData("pbkdf2-sha256 600000 ?? ??")]
    public void A_damaged_file_is_as_none(string text)
    {
        File.WriteAllText(place.Path(StaffPin.FileName), text);

        Assert.True(pin.IsDefault);
    }

    [Fact]
    public void The_command_takes_it_from_standard_input_and_refuses_what_is_none()
    {
        foreach (string wrong in new[] { "", "123", "1234567890123", "12a4", "0000" })
        {
            (int exitCode, string errors) = Set(wrong);
            Assert.Equal(2, exitCode);
            Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.True(pin.IsDefault);
        Assert.Equal((0, ""), Set("271828"));
        Assert.True(pin.IsRight("271828"));
    }

    [Fact]
    public void Validate_warns_of_the_pin_of_a_new_kiosk()
    {
        Dictionary<string, string> environment = new() { ["KIOSK_STATE"] = folder.Path };
        Assert.Contains("warning default-pin", KioskProgram.Run(environment, "validate").Output, StringComparison.Ordinal);

        pin.Set("271828");
        Assert.DoesNotContain("default-pin", KioskProgram.Run(environment, "validate").Output, StringComparison.Ordinal);
    }

    private (int ExitCode, string Errors) Set(string text)
    {
        using Process process = KioskProgram.Start(new() { ["KIOSK_STATE"] = folder.Path }, isFed: true, "pin", "set");
        process.StandardInput.WriteLine(text);
        process.StandardInput.Close();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
