namespace DryNeedling.Kiosk.Platform;

/// <summary>
/// The machine cannot show pictures. The message is one plain line that says what is missing and what to do.
/// </summary>
internal sealed class PlatformException(string message) : Exception(message);
