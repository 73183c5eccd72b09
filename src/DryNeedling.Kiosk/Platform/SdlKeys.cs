using DryNeedling.Kiosk.Touch;

namespace DryNeedling.Kiosk.Platform;

/// <summary>SDL key symbols (SDL_keycode.h) that mean something to the kiosk.</summary>
internal static class SdlKeys
{
    private const int ScancodeMask = 1 << 30;

    public static KioskKey? Find(int symbol, ushort modifiers) => symbol switch
    {
        '\t' => (modifiers & SdlEvent.ShiftKeys) != 0 ? KioskKey.BackTab : KioskKey.Tab,
        '\r' or (ScancodeMask | 88) => KioskKey.Enter,
        27 => KioskKey.Escape,
        '\b' => KioskKey.Backspace,
        '+' or '=' or (ScancodeMask | 87) => KioskKey.Plus,
        '-' or (ScancodeMask | 86) => KioskKey.Minus,
        ScancodeMask | 74 => KioskKey.Home,
        ScancodeMask | 75 => KioskKey.PageUp,
        ScancodeMask | 77 => KioskKey.End,
        ScancodeMask | 78 => KioskKey.PageDown,
        ScancodeMask | 79 => KioskKey.Right,
        ScancodeMask | 80 => KioskKey.Left,
        ScancodeMask | 81 => KioskKey.Down,
        ScancodeMask | 82 => KioskKey.Up,
        _ => null,
    };
}
