using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Networks.Tests;

/// <summary>Every element type and both byte orders, against values computed from the bits.</summary>
public sealed class NpyElementTests
{
    [Theory]
    [InlineData("b1", "bool", "00 01 01", "0", "1", "1")]
    [InlineData("i1", "int8", "00 7F 80", "0", "127", "-128")]
    [InlineData("u1", "uint8", "00 7F FF", "0", "127", "255")]
    [InlineData("i2", "int16", "0001 7FFF 8000", "1", "32767", "-32768")]
    [InlineData("u2", "uint16", "0001 7FFF FFFF", "1", "32767", "65535")]
    [InlineData("i4", "int32", "00000001 7FFFFFFF 80000000", "1", "2147483647", "-2147483648")]
    [InlineData("u4", "uint32", "00000001 7FFFFFFF FFFFFFFF", "1", "2147483647", "4294967295")]
    [InlineData("i8", "int64", "0000000000000001 7FFFFFFFFFFFFFFF 8000000000000000", "1", "9223372036854775807", "-9223372036854775808")]
    [InlineData("u8", "uint64", "0000000000000001 8000000000000000 FFFFFFFFFFFFFFFF", "1", "9223372036854775808", "18446744073709551615")]
    [InlineData("f2", "float16", "3C00 C100 0001", "1", "-5/2", "1/16777216")]
    [InlineData("f4", "float32", "3F800000 BDCCCCCD 7F7FFFFF", "1", "-13421773/134217728", "340282346638528859811704183484516925440")]
    [InlineData("f8", "float64", "3FF0000000000000 8000000000000000 3FB999999999999A", "1", "0", "3602879701896397/36028797018963968")]
    public void Elements_are_read_exactly_in_both_byte_orders(string kind, string name, string hexadecimal, params string[] expected)
    {
        var words = hexadecimal.Split(' ').Select(Convert.FromHexString).ToArray();
        foreach (var order in words[0].Length == 1 ? "|<>" : "<>")
        {
            byte[] elements = [.. words.SelectMany(word => order == '>' ? word : word.Reverse())];
            var array = NpyFile.Parse(NpyWriter.File($"{order}{kind}", false, "(3,)", elements), "test.npy");
            Assert.Equal(name, array.DType);
            Assert.Equal(3, Assert.Single(array.Shape));
            Assert.Equal(expected.Select(Rational.Parse), Enumerable.Range(0, 3).Select(array.ExactAt));
        }
    }

    [Fact]
    public void Random_doubles_are_their_own_dyadic_fractions() => PropertyRun.Trials(200, random =>
    {
        var value = BitConverter.UInt64BitsToDouble(random.Next());
        if (!double.IsFinite(value)) return;
        var array = NpyFile.Parse(NpyWriter.File("<f8", false, "(1,)", NpyWriter.Doubles(value)), "test.npy");

        // Independent of the library's conversion: mantissa and exponent by arithmetic on the value alone.
        var exponent = value == 0 ? 0 : Math.ILogB(value) - 52;
        BigInteger mantissa = new(Math.ScaleB(value, -Math.Max(exponent, -1000)) * (exponent < -1000 ? Math.Pow(2, -1000 - exponent) : 1));
        var expected = (Rational)(Integer)mantissa * Rational.Pow(2, exponent);
        Assert.Equal(expected, array.ExactAt(0));
    });

    [Theory]
    [InlineData("f2", "7C00", "Infinity")]
    [InlineData("f4", "FF800000", "-Infinity")]
    [InlineData("f8", "7FF8000000000000", "NaN")]
    public void Non_finite_elements_are_refused_with_row_and_column(string kind, string hexadecimal, string shown)
    {
        var word = Convert.FromHexString(hexadecimal);
        byte[] elements = [.. new byte[word.Length * 4], .. word, .. new byte[word.Length]];
        var array = NpyFile.Parse(NpyWriter.File($">{kind}", false, "(2, 3)", elements), "x.npy");
        var error = Assert.Throws<NetworkFormatException>(array.ToMatrix);
        Assert.Contains($"a finite number at row 2, column 2, not {shown}", error.Message, StringComparison.Ordinal);
        Assert.Equal("x.npy", error.File);
        Assert.Equal(128 + (4 * word.Length), error.Offset);
    }

    [Theory]
    [InlineData("<c8")]
    [InlineData("<c16")]
    [InlineData("<U3")]
    [InlineData("|S5")]
    [InlineData("<f16")]
    [InlineData("<M8[ns]")]
    [InlineData("|V8")]
    [InlineData("f8")]
    [InlineData("|f8")]
    [InlineData("=f8")]
    [InlineData("<i3")]
    [InlineData("")]
    public void Other_element_types_are_refused(string descr)
    {
        var error = Assert.Throws<NetworkFormatException>(() => NpyFile.Parse(NpyWriter.File(descr, false, "(1,)", new byte[8]), "x.npy"));
        Assert.Contains($"not '{descr}'", error.Message, StringComparison.Ordinal);
        Assert.Equal(10 + "{'descr': ".Length, error.Offset);
    }

    [Fact]
    public void Pickled_objects_are_refused_and_never_loaded()
    {
        var error = Assert.Throws<NetworkFormatException>(() => NpyFile.Parse(NpyWriter.File("|O", false, "(1,)", new byte[8]), "x.npy"));
        Assert.Contains("pickled Python objects", error.Message, StringComparison.Ordinal);
    }
}
