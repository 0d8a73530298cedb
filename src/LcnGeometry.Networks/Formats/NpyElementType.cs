using System.Buffers.Binary;
using LcnGeometry.Algebra;

namespace LcnGeometry.Networks;

/// <summary>A real element type of a <c>.npy</c> file with its byte order.</summary>
internal sealed record NpyElementType(string Name, char Kind, int Size, bool BigEndian)
{
    /// <summary>The type that a <c>descr</c> such as <c>&lt;f8</c> stands for; null when it is not one of the real types.</summary>
    public static NpyElementType? Parse(string descr)
    {
        if (descr.Length != 3) return null;
        var (order, kind, size) = (descr[0], descr[1], descr[2] - '0');
        var known = (kind, size) is ('b', 1) or ('i' or 'u', 1 or 2 or 4 or 8) or ('f', 2 or 4 or 8);
        var ordered = size == 1 ? order is '|' or '<' or '>' : order is '<' or '>';
        if (!known || !ordered) return null;
        var name = kind switch { 'b' => "bool", 'i' => $"int{8 * size}", 'u' => $"uint{8 * size}", _ => $"float{8 * size}" };
        return new NpyElementType(name, kind, size, order == '>');
    }

    /// <summary>What should have stood in place of an unsupported <c>descr</c>.</summary>
    public static string Expectation(string descr)
    {
        const string Supported = "real numbers (bool, int8 to int64, uint8 to uint64, float16 to float64)";
        return descr.Contains('O') ? $"{Supported}, not pickled Python objects ('{descr}'), which are never loaded" : $"{Supported}, not '{descr}'";
    }

    /// <summary>The element as it is stored, exactly; null when it is a NaN or an infinity.</summary>
    public Rational? Decode(ReadOnlySpan<byte> bytes) => Kind switch
    {
        'f' => DecodeFloat(bytes),
        'i' => DecodeSigned(bytes),
        _ => (Rational)(Integer)(System.Numerics.BigInteger)DecodeUnsigned(bytes),
    };

    /// <summary>The floating-point element, widened exactly.</summary>
    public double DecodeDouble(ReadOnlySpan<byte> bytes) => Size switch
    {
        2 => (double)(BigEndian ? BinaryPrimitives.ReadHalfBigEndian(bytes) : BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        4 => BigEndian ? BinaryPrimitives.ReadSingleBigEndian(bytes) : BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BigEndian ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    private Rational? DecodeFloat(ReadOnlySpan<byte> bytes)
    {
        var value = DecodeDouble(bytes);
        return double.IsFinite(value) ? Rational.RationalizeExactly(value) : null;
    }

    private long DecodeSigned(ReadOnlySpan<byte> bytes) => Size switch
    {
        1 => unchecked((sbyte)bytes[0]),
        2 => BigEndian ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadInt16LittleEndian(bytes),
        4 => BigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes),
        _ => BigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes),
    };

    private ulong DecodeUnsigned(ReadOnlySpan<byte> bytes) => (Kind, Size) switch
    {
        ('b', _) => bytes[0] == 0 ? 0UL : 1UL,
        (_, 1) => bytes[0],
        (_, 2) => BigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (_, 4) => BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };
}
