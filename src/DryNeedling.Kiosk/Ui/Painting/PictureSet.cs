using DryNeedling.Kiosk.Content;
using QRCoder;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Painting;

/// <summary>Pictures that stand on cards: the clinic's sign and codes for telephones. Each is decoded once.</summary>
internal sealed class PictureSet : IDisposable
{
    private readonly Dictionary<string, SKImage?> codes = [];
    private ContentPicture? decoded;

    /// <summary>The clinic's sign; null without one, or when it cannot be decoded.</summary>
    public Logo? Logo { get; private set; }

    /// <summary>What an operator should repair, or null.</summary>
    public string? Problem { get; private set; }

    public void Take(ContentPicture? picture)
    {
        if (ReferenceEquals(picture, decoded))
            return;
        Logo?.Dispose();
        decoded = picture;
        Logo = picture is null ? null : Logo.Decode(picture);
        Problem = picture is not null && Logo is null
            ? $"content/{picture.File}:1:1: error bad-picture: the picture cannot be decoded and is not shown; save it as PNG once more." : null;
    }

    /// <summary>
    /// A square code that a telephone's camera opens as a web address, one pixel a module, black on white with its quiet
    /// margin; null when the address is too long for one.
    /// </summary>
    public SKImage? Code(string address)
    {
        if (!codes.TryGetValue(address, out SKImage? code))
            codes[address] = code = Draw(address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address);
        return code;
    }

    public void Dispose()
    {
        Logo?.Dispose();
        foreach (SKImage? code in codes.Values)
            code?.Dispose();
    }

    private static SKImage? Draw(string address)
    {
        const int MostLetters = 300;
        if (address.Length > MostLetters)
            return null;
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        int size = code.ModuleMatrix.Count;
        using SKBitmap bitmap = new(new SKImageInfo(size, size, SKColorType.Gray8, SKAlphaType.Opaque));
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
                bitmap.SetPixel(column, row, code.ModuleMatrix[row][column] ? SKColors.Black : SKColors.White);
        }

        return SKImage.FromBitmap(bitmap);
    }
}
