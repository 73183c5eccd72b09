namespace DryNeedling.Kiosk.Ui.Text;

internal enum TextFace
{
    Regular,
    SemiBold,
    Italic,
}

/// <summary>How a text is set; its size is the height of a capital letter, the part of a letter that one can measure.</summary>
internal readonly record struct TextStyle(TextFace Face, float CapHeightMm);
