namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>
/// An xorg.conf without hardware: a display in memory, and pointer, keyboard and a panel for ten fingers that read what
/// they report from sockets (driver "inputtest" of xserver-xorg-core).
/// </summary>
internal static class XorgConfig
{
    /// <param name="folder">Where the sockets <c>fingers</c>, <c>mouse</c> and <c>keys</c> appear.</param>
    public static string Write(int width, int height, string folder) => $"""
        Section "ServerFlags"
            Option "AutoAddDevices" "false"
            Option "DontVTSwitch" "true"
            Option "BlankTime" "0"
        EndSection
        Section "Device"
            Identifier "memory"
            Driver "dummy"
            VideoRam 65536
        EndSection
        Section "Monitor"
            Identifier "glass"
            HorizSync 5-1000
            VertRefresh 5-200
            Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
            Modeline "1080x1920" 148.50 1080 1128 1176 1200 1920 1924 1928 2062
        EndSection
        Section "Screen"
            Identifier "screen"
            Device "memory"
            Monitor "glass"
            DefaultDepth 24
            SubSection "Display"
                Depth 24
                Modes "{width}x{height}" "{height}x{width}"
                Virtual {Math.Max(width, height)} {Math.Max(width, height)}
            EndSubSection
        EndSection
        {Device("mouse", "PointerAbsolute", folder)}
        {Device("keys", "Keyboard", folder)}
        {Device("fingers", "Touch", folder)}
        Section "ServerLayout"
            Identifier "kiosk"
            Screen "screen"
            InputDevice "mouse" "CorePointer"
            InputDevice "keys" "CoreKeyboard"
            InputDevice "fingers" "SendCoreEvents"
        EndSection
        """;

    private static string Device(string name, string type, string folder) => $"""
        Section "InputDevice"
            Identifier "{name}"
            Driver "inputtest"
            Option "SocketPath" "{Path.Combine(folder, name)}"
            Option "DeviceType" "{type}"
            Option "TouchCount" "10"
        EndSection
        """;
}
