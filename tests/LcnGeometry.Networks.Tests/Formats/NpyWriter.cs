using System.Collections.Immutable;
using System.Text;

namespace LcnGeometry.Networks.Tests;

/// <summary>Writes .npy bytes independently of the reader: the header as NumPy writes it, padded to a multiple of 64.</summary>
internal static class NpyWriter
{
    public static ImmutableArray<byte> File(string descr, bool fortran, string shape, ReadOnlySpan<byte> elements, int major = 1) =>
        Raw(Dictionary(descr, fortran, shape), elements, major);

    public static string Dictionary(string descr, bool fortran, string shape) =>
        $"{{'descr': '{descr}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}";

    public static ImmutableArray<byte> Raw(string dictionary, ReadOnlySpan<byte> elements, int major = 1)
    {
        var lengthSize = major == 1 ? 2 : 4;
        var unpadded = 8 + lengthSize + dictionary.Length + 1;
        var length = dictionary.Length + 1 + ((64 - (unpadded % 64)) % 64);
        var bytes = ImmutableArray.CreateBuilder<byte>();
        bytes.AddRange(0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', (byte)major, 0);
        for (var i = 0; i < lengthSize; i++) bytes.Add((byte)(length >> (8 * i)));
        bytes.AddRange(Encoding.ASCII.GetBytes(dictionary.PadRight(length - 1) + "\n"));
        bytes.AddRange(elements);
        return bytes.ToImmutable();
    }

    /// <summary>Little-endian doubles.</summary>
    public static byte[] Doubles(params double[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
