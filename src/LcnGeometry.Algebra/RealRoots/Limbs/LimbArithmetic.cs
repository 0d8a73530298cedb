using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LcnGeometry.Algebra;

/// <summary>Two's-complement numbers on 64-bit limbs, least significant first.</summary>
internal static class LimbArithmetic
{
    /// <summary>Writes a number times a power of two; the result must fit, and a negative power must divide the number.</summary>
    public static void Move(ReadOnlySpan<ulong> source, Span<ulong> target, int bits)
    {
        var extension = unchecked((ulong)((long)source[^1] >> 63));
        int limbs = bits >> 6, rest = bits & 63;
        for (var i = 0; i < target.Length; i++)
        {
            var from = i - limbs;
            var word = Limb(source, from, extension);
            if (rest != 0) word = (word << rest) | (Limb(source, from - 1, extension) >> (64 - rest));
            target[i] = word;
        }
    }

    /// <summary>Writes a machine integer.</summary>
    public static void Write(long value, Span<ulong> limbs)
    {
        limbs.Fill(unchecked((ulong)(value >> 63)));
        limbs[0] = unchecked((ulong)value);
    }

    /// <summary>Writes an integer that fits.</summary>
    public static void Write(BigInteger value, Span<ulong> limbs)
    {
        var bytes = MemoryMarshal.AsBytes(limbs);
        bytes.Fill(value.Sign < 0 ? byte.MaxValue : byte.MinValue);
        value.TryWriteBytes(bytes, out _);
        FromLittleEndian(limbs);
    }

    public static BigInteger ToBigInteger(ReadOnlySpan<ulong> limbs)
    {
        if (BitConverter.IsLittleEndian) return new BigInteger(MemoryMarshal.AsBytes(limbs));
        var copy = limbs.ToArray();
        FromLittleEndian(copy);
        return new BigInteger(MemoryMarshal.AsBytes<ulong>(copy));
    }

    private static void FromLittleEndian(Span<ulong> limbs)
    {
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(limbs, limbs);
    }

    private static ulong Limb(ReadOnlySpan<ulong> limbs, int index, ulong extension) =>
        index < 0 ? 0 : index < limbs.Length ? limbs[index] : extension;
}
