using System.CommandLine;
using System.Text;
using DryNeedling.Kiosk.Operation;

namespace DryNeedling.Kiosk.Commands;

/// <summary><c>pin set</c>: the staff's PIN, read from the terminal without showing it, or from standard input.</summary>
internal static class PinCommand
{
    public static Command Create()
    {
        Command set = new("set", "Sets the staff PIN, 4 to 12 digits, read from the terminal or from standard input.");
        set.SetAction(_ => Set());
        return new("pin", "The PIN of the staff's page.") { set };
    }

    private static int Set()
    {
        StatePlace place = StatePlace.Find();
        string pin = Console.IsInputRedirected ? (Console.In.ReadLine() ?? "").Trim() : Ask("New PIN: ");
        if (!StaffPin.IsPin(pin))
            throw new CommandException(ExitCode.BadInput, "a PIN has 4 to 12 digits and nothing else.");
        if (pin == StaffPin.Default)
            throw new CommandException(ExitCode.BadInput, "this is the PIN of a new kiosk, which everybody knows; choose another.");
        if (!Console.IsInputRedirected && Ask("Once more: ") != pin)
            throw new CommandException(ExitCode.Failed, "the two differ; nothing was changed.");
        try
        {
            new StaffPin(place).Set(pin);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.BadInput, $"{place.Path(StaffPin.FileName)} cannot be written: {e.Message}");
        }

        Console.WriteLine("The PIN is set.");
        return ExitCode.Done;
    }

    private static string Ask(string question)
    {
        Console.Error.Write(question);
        StringBuilder pin = new();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                pin.Length = Math.Max(0, pin.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                pin.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return pin.ToString();
    }
}
