using DryNeedling.Kiosk.Session;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>How a card is left: the button at the end of its head.</summary>
/// <param name="Key">Of its word in the strings.</param>
internal readonly record struct CardExit(string Id, string Icon, string Key, Intent OnTap);
