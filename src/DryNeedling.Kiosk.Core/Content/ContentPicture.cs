using System.Collections.Immutable;

namespace DryNeedling.Kiosk.Content;

/// <summary>A picture of the content folder as it lies on the disk: a PNG with a sound frame, not decoded.</summary>
/// <param name="File">As named within the folder: <c>images/logo.png</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Png">The whole file.</param>
public sealed record ContentPicture(string File, int Width, int Height, ImmutableArray<byte> Png);
