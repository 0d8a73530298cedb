using System.Collections.Immutable;
using LcnGeometry.TestKit;

namespace LcnGeometry.Networks.Tests;

/// <summary>Whatever happens to a file, it is refused in one way or read consistently.</summary>
public sealed class NpyFuzzTests
{
    public static TheoryData<string> Names => [.. Files.Keys];

    private static Dictionary<string, ImmutableArray<byte>> Files => new()
    {
        ["doubles"] = NpyWriter.File("<f8", false, "(2, 2)", NpyWriter.Doubles(1, -0.5, 1e300, 3)),
        ["bytes"] = NpyWriter.File("|u1", true, "(3, 2)", [1, 2, 3, 4, 5, 6]),
        ["halves"] = NpyWriter.File(">f2", false, "(2,)", [0x3C, 0x00, 0x7B, 0xFF], major: 2),
        ["empty"] = NpyWriter.File("<i4", false, "(0, 5)", [], major: 3),
        ["scalar"] = NpyWriter.File("<i8", false, "()", new byte[8]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_truncation_is_refused(string name)
    {
        var whole = Files[name];
        for (var length = 0; length < whole.Length; length++)
        {
            var error = Assert.Throws<NetworkFormatException>(() => NpyFile.Parse(whole[..length], name));
            Assert.InRange(error.Offset, 0, length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_byte_too_many_is_refused(string name) =>
        Assert.Throws<NetworkFormatException>(() => NpyFile.Parse(Files[name].Add(0), name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_change_of_one_byte_is_refused_or_read_consistently(string name)
    {
        var whole = Files[name];
        for (var position = 0; position < whole.Length; position++)
        {
            for (var change = 1; change < 256; change++) ReadOrRefuse(whole.SetItem(position, (byte)(whole[position] ^ change)), name);
        }
    }

    [Fact]
    public void Random_damage_is_refused_or_read_consistently() => PropertyRun.Trials(3000, random =>
    {
        var file = random.Pick([.. Files.Values]).ToBuilder();
        for (var count = random.Between(1, 6); count > 0; count--)
        {
            var at = random.Between(0, file.Count - 1);
            switch (random.Between(0, 2))
            {
                case 0: file[at] = (byte)random.Between(0, 255); break;
                case 1: file.Insert(at, (byte)random.Between(0x20, 0x7E)); break;
                default: file.RemoveAt(at); break;
            }
        }

        ReadOrRefuse(file.ToImmutable(), "random");
    });

    private static void ReadOrRefuse(ImmutableArray<byte> content, string name)
    {
        try
        {
            var array = NpyFile.Parse(content, name);
            Assert.Equal(array.Count, array.Shape.Aggregate(1, (product, extent) => product * extent));
            var size = array.DType == "bool" ? 1 : int.Parse(array.DType.AsSpan(array.DType.AsSpan().IndexOfAnyInRange('0', '9'))) / 8;
            Assert.InRange(array.Count * size, 0, content.Length - 10);
            for (var index = 0; index < array.Count; index++) array.ExactAt(index);
        }
        catch (NetworkFormatException error)
        {
            Assert.InRange(error.Offset, 0, content.Length);
            Assert.Equal(name, error.File);
        }
    }
}
