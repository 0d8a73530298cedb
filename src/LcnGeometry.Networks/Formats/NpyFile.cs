using System.Buffers.Binary;
using System.Collections.Immutable;

namespace LcnGeometry.Networks;

/// <summary>Reads arrays that NumPy saved with <c>numpy.save</c>.</summary>
public static class NpyFile
{
    private const int PreambleLength = 8;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Whether the content begins as every <c>.npy</c> file does; says nothing about the rest.</summary>
    public static bool HasMagic(ReadOnlySpan<byte> content) => content.StartsWith(Magic);

    /// <summary>Reads a <c>.npy</c> file.</summary>
    /// <param name="path">The file: format version 1, 2 or 3 with real numbers (<c>bool</c>, 8 to 64 bit integers, 16 to 64 bit floats).</param>
    /// <returns>The array, every element exactly as stored.</returns>
    /// <exception cref="NetworkFormatException">The file is damaged, or holds something else than one array of real numbers.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the whole file is accounted for: a byte too few or too many is refused. Pickled objects are refused; nothing in a file is run.</para>
    /// <para><b>Method:</b> the header, a Python dictionary literal, is read by a grammar of its own; elements stay as bytes until they are asked for.</para>
    /// <para><b>Cost:</b> memory of about the size of the file, whatever its header claims.</para>
    /// <para><b>Source:</b> NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".</para>
    /// </remarks>
    /// <example><code>
    /// Matrix&lt;Rational&gt; Inputs(string path) => NpyFile.Read(path).ToMatrix();
    /// </code></example>
    public static NpyArray Read(string path) => Parse(ImmutableArray.Create(File.ReadAllBytes(path)), path);

    /// <summary>Reads the content of a <c>.npy</c> file that is already in memory.</summary>
    /// <param name="content">All bytes of the file.</param>
    /// <param name="file">The name that errors carry.</param>
    /// <returns>The array, every element exactly as stored.</returns>
    /// <exception cref="NetworkFormatException">The content is damaged, or holds something else than one array of real numbers.</exception>
    public static NpyArray Parse(ImmutableArray<byte> content, string file)
    {
        var bytes = content.AsSpan();
        if (!HasMagic(bytes)) throw new NetworkFormatException(file, 0, "the six bytes \\x93NUMPY with which a .npy file begins");
        if (bytes.Length < PreambleLength) throw new NetworkFormatException(file, bytes.Length, "a format version, but the file ends here");
        int major = bytes[6], minor = bytes[7];
        if (major is < 1 or > 3 || minor != 0)
        {
            throw new NetworkFormatException(file, 6, $"format version 1.0, 2.0 or 3.0, not {major}.{minor}");
        }

        var lengthSize = major == 1 ? 2 : 4;
        var start = PreambleLength + lengthSize;
        if (bytes.Length < start) throw new NetworkFormatException(file, bytes.Length, "the length of the header, but the file ends here");
        long length = major == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[PreambleLength..])
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes[PreambleLength..]);
        if (length > bytes.Length - start)
        {
            throw new NetworkFormatException(file, PreambleLength, $"a header of at most {bytes.Length - start} bytes, not {length}: the file would end inside it");
        }

        var end = start + (int)length;
        var header = new NpyHeaderReader(bytes[start..end], start, file).Read();
        var type = NpyElementType.Parse(header.Descr)
            ?? throw new NetworkFormatException(file, header.DescrOffset, NpyElementType.Expectation(header.Descr));
        CheckLength(header, type, bytes.Length - end, end, file);
        return new NpyArray(file, end, content, type, header.Shape, header.FortranOrder);
    }

    private static void CheckLength(NpyHeader header, NpyElementType type, int available, int offset, string file)
    {
        // A zero dimension makes the array empty however large the others are, so it is looked for first.
        long needed = header.Shape.Contains(0) ? 0 : type.Size;
        foreach (var extent in header.Shape)
        {
            if (needed > available) break;
            needed *= Math.Max(extent, 1);
        }

        if (needed == available) return;
        var shape = string.Join(", ", header.Shape);
        throw new NetworkFormatException(file, offset, $"the elements of a {type.Name} array of shape ({shape}), but {available} bytes follow the header");
    }
}
