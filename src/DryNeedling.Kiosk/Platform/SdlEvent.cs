using System.Runtime.InteropServices;

namespace DryNeedling.Kiosk.Platform;

/// <summary>
/// SDL_Event of SDL 2: a union of 56 bytes. Only the fields that the kiosk reads are named; the offsets are those of
/// SDL_events.h.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 56)]
internal unsafe struct SdlEvent
{
    public const uint Quit = 0x100, Window = 0x200, KeyDown = 0x300, TextInput = 0x303;
    public const uint MouseMotion = 0x400, MouseDown = 0x401, MouseUp = 0x402, MouseWheel = 0x403;
    public const uint FingerDown = 0x700, FingerUp = 0x701, FingerMotion = 0x702, User = 0x8000;
    public const byte WindowExposed = 3, WindowSizeChanged = 6, WindowFocusLost = 13;
    public const byte LeftButton = 1;
    public const ushort ShiftKeys = 3;

    /// <summary>Ctrl, left Alt and the system's own: with them a key is a command of some system. Right Alt only writes.</summary>
    public const ushort CommandKeys = 0xC0 | 0x100 | 0xC00;

    [FieldOffset(0)] public uint Type;

    /// <summary>Milliseconds since SDL began.</summary>
    [FieldOffset(4)] public uint Timestamp;

    [FieldOffset(12)] public byte WindowEvent;

    [FieldOffset(20)] public int KeySymbol;
    [FieldOffset(24)] public ushort KeyModifiers;

    [FieldOffset(12)] public fixed byte Text[32];

    [FieldOffset(16)] public byte Button;
    [FieldOffset(20)] public int MouseX;
    [FieldOffset(24)] public int MouseY;
    [FieldOffset(32)] public float WheelY;

    [FieldOffset(16)] public long Finger;

    /// <summary>Fractions of the window, 0 left and top.</summary>
    [FieldOffset(24)] public float FingerX;
    [FieldOffset(28)] public float FingerY;

    public readonly string TypedText
    {
        get
        {
            fixed (byte* text = Text)
                return Marshal.PtrToStringUTF8((nint)text) ?? "";
        }
    }
}
