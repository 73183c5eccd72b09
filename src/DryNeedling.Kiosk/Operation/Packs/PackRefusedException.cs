namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>A pack is not taken; the message says why and what to do, in one line.</summary>
internal sealed class PackRefusedException(string message) : Exception(message);
