using System.Security.Cryptography;
using System.Text;

namespace DryNeedling.Kiosk.Operation.Packs;

/// <summary>A clinic's signature under a pack's manifest: ECDSA on the curve P-256 with SHA-256, as OpenSSL writes it, in base64.</summary>
internal static class PackSignature
{
    /// <summary>A new key pair: the private half as PEM, to be kept; the public half for <c>kiosk.json</c>.</summary>
    public static (string PrivatePem, string PublicKey) NewKey()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportPkcs8PrivateKeyPem() + "\n", PublicHalf(key));
    }

    /// <exception cref="PackRefusedException">The text is no private key of this kind.</exception>
    public static byte[] Sign(byte[] manifest, string privatePem)
    {
        try
        {
            using ECDsa key = ECDsa.Create();
            key.ImportFromPem(privatePem);
            return Encoding.ASCII.GetBytes(Convert.ToBase64String(key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new PackRefusedException("the key is no private key in PEM; make one with 'kiosk content key'.");
        }
    }

    /// <summary>Whether the private half of <paramref name="publicKey"/> signed exactly these bytes.</summary>
    public static bool IsRight(byte[] manifest, byte[] signature, string publicKey)
    {
        try
        {
            using ECDsa key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            byte[] bytes = Convert.FromBase64String(Encoding.ASCII.GetString(signature).Trim());
            return key.VerifyData(manifest, bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static string PublicHalf(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
}
