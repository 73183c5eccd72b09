namespace DryNeedling.Kiosk.Touch;

/// <summary>Keys that mean something to the kiosk; every other key is dropped at the window.</summary>
public enum KioskKey
{
    Tab,
    BackTab,
    Enter,
    Escape,
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    Plus,
    Minus,
    Backspace,
}

/// <summary>A pressed key, or typed text when <see cref="Text"/> is not null.</summary>
public readonly record struct KeyEvent(KioskKey? Key, string? Text, TimeSpan Time);
