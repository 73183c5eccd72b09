namespace DryNeedling.Kiosk.Commands;

/// <summary>The exit codes of the command line; scripts and service files rely on them.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Findings, a failed expectation: the command ran, the answer is no.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments, or something named there that cannot be read or written.</summary>
    public const int BadInput = 2;

    /// <summary>This machine cannot show pictures.</summary>
    public const int NoDisplay = 3;

    /// <summary>A running kiosk failed three times within a minute and has to be started anew.</summary>
    public const int Failing = 4;
}

/// <summary>A command gives up: one plain line for the operator, and the exit code.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
