using DryNeedling.Kiosk.Anatomy;
using SharpGLTF.Schema2;
using SharpGLTF.Validation;

namespace DryNeedling.Kiosk.Modeling.Files;

/// <summary>
/// Reads a body from a binary glTF 2.0 file: the kiosk's own, whose vertices are copied as they are, or any other whose
/// nodes carry names like <c>infraspinatus.R</c> (float normals, several primitives and node transforms are fine).
/// </summary>
public static class BodyReader
{
    private const long MostBytes = 1L << 30;

    private const uint Magic = 0x46546C67;

    /// <exception cref="ModelException">The file is missing, too large, broken, not binary glTF, or holds no structure.</exception>
    public static Body Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new ModelException($"{path}: the model is missing. Build it with 'kiosk build-body', or name another file with --model.");
        if (file.Length > MostBytes)
            throw new ModelException($"{path}: {file.Length >> 20} MB is more than the 1024 MB that a model may have. Simplify it first.");
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path}: cannot be read ({error.Message}) Check the disk and the file's permissions.");
        }

        return Read(bytes, path);
    }

    /// <summary>The body in the bytes of a file called <paramref name="name"/>.</summary>
    /// <exception cref="ModelException">The bytes are broken, not binary glTF, or hold no structure.</exception>
    public static Body Read(byte[] bytes, string name)
    {
        if (bytes.Length < 12 || BitConverter.ToUInt32(bytes) != Magic)
            throw new ModelException($"{name}: is not a binary glTF file (.glb). Export the model as glTF 2.0, binary.");
        if (BitConverter.ToUInt32(bytes, 8) is var length && length > bytes.Length)
            throw new ModelException($"{name}: is cut off after {bytes.Length} of {length} bytes. Copy it again.");
        try
        {
            ModelRoot root = ModelRoot.ParseGLB(bytes, new ReadSettings { Validation = ValidationMode.Skip });
            return BodyOf(root) ?? throw new ModelException(
                $"{name}: no node is named like a structure ('infraspinatus.R', 'sacrum', 'skin'). Name the nodes so, or map them with import-atlas.");
        }
        catch (Exception error) when (error is not (ModelException or OutOfMemoryException))
        {
            // What the library meets in a broken file it throws in many forms; to the operator they are one.
            throw new ModelException($"{name}: is damaged ({FirstLine(error.Message)}). Copy or export it again.");
        }
    }

    private static Body? BodyOf(ModelRoot root)
    {
        var gatherer = new BodyGatherer(root);
        foreach (Node node in Node.Flatten(root.DefaultScene ?? root.LogicalScenes[0]))
        {
            if (node.Mesh is { } mesh && (node.Name ?? mesh.Name) is { } name && IsStructureName(name))
                gatherer.Add(new(name), node, mesh);
        }

        return gatherer.Build(root.Asset.Copyright ?? "");
    }

    /// <summary>Lower-case words joined by hyphens, with <c>.L</c> or <c>.R</c> for a side.</summary>
    private static bool IsStructureName(string name)
    {
        string id = new StructureId(name).Base;
        if (id.Length == 0 || !char.IsAsciiLetterLower(id[0]))
            return false;
        foreach (char c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return false;
        }

        return true;
    }

    private static string FirstLine(string message) => message.Split('\n')[0].Trim().TrimEnd('.');
}
