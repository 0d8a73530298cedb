using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Homotopies;

public class StartFileTests
{
    private static readonly ProductMap Map = RandomMaps.OfPattern(2);
    private static readonly StartSystem System2 = new StartLibrary(null).Get(Map, 4, CancellationToken.None);

    [Theory]
    [InlineData(new[] { 2 })]
    [InlineData(new[] { 2, 1 })]
    [InlineData(new[] { 3, 1, 1 })]
    public void What_is_written_is_read_again(int[] parts)
    {
        var map = RandomMaps.OfPattern(parts);
        var expected = GenericCounts.OfPattern(parts);
        var system = new StartLibrary(null).Get(map, expected, CancellationToken.None);
        var bytes = StartFile.Write(system);
        var read = StartFile.Read(map, expected, bytes);
        Assert.NotNull(read);
        Assert.Equal(bytes, StartFile.Write(read));
        Assert.Equal(system.Data.Form.Concat(system.Data.Linear), read.Data.Form.Concat(read.Data.Linear));
        Assert.Equal(system.Solutions.SelectMany(s => s), read.Solutions.SelectMany(s => s));
    }

    [Fact]
    public void No_changed_byte_is_believed()
    {
        var bytes = StartFile.Write(System2);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= (byte)(1 << (i % 8));
            Assert.Null(StartFile.Read(Map, 4, damaged));
        }
    }

    /// <summary>Another build may find starts that differ in their last digits, and then the same command would not give the same bytes.</summary>
    [Fact]
    public void What_another_build_left_is_not_believed()
    {
        var bytes = StartFile.Write(System2);
        var build = Encoding.UTF8.GetBytes(typeof(StartFile).Module.ModuleVersionId.ToString("N"));
        var place = bytes.AsSpan().IndexOf(build);
        Assert.True(place > 0);
        Encoding.UTF8.GetBytes(Guid.Empty.ToString("N")).CopyTo(bytes, place);
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32)).CopyTo(bytes, bytes.Length - 32);
        Assert.Null(StartFile.Read(Map, 4, bytes));
    }

    [Fact]
    public void No_other_length_is_believed()
    {
        var bytes = StartFile.Write(System2);
        for (var length = 0; length < bytes.Length; length++) Assert.Null(StartFile.Read(Map, 4, bytes[..length]));
        Assert.Null(StartFile.Read(Map, 4, [.. bytes, 0]));
        Assert.Null(StartFile.Read(Map, 4, [.. bytes, .. bytes]));
        Assert.Null(StartFile.Read(Map, 4, null));
        Assert.Null(StartFile.Read(Map, 4, []));
        Assert.Null(StartFile.Read(Map, 5, bytes));
        Assert.Null(StartFile.Read(Map, 3, bytes));
    }

    [Fact]
    public void Random_bytes_are_not_believed() => PropertyRun.Trials(200, random =>
    {
        var bytes = new byte[random.Chance(0.5) ? StartFile.Write(System2).Length : random.Between(0, 600)];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)random.Between(0, 255);
        Assert.Null(StartFile.Read(Map, 4, bytes));
    });

    // The digests of these are right: only the check of the solutions can refuse them.
    [Fact]
    public void What_are_not_different_solutions_is_not_believed()
    {
        var good = System2.Solutions;
        Refused(good.SetItem(1, good[0]));
        Refused(good.SetItem(1, [.. good[0].Select((x, i) => i < 2 ? x * new Complex(0, 2) : x)]).SetItem(2, good[0]));
        Refused(good.SetItem(2, [.. good[2].Select(_ => new Complex(double.NaN, 0))]));
        Refused(good.SetItem(2, [.. good[2].Select(_ => new Complex(double.PositiveInfinity, 0))]));
        Refused(good.SetItem(2, [.. good[2].Select(_ => Complex.Zero)]));
        Refused([.. good.Select((_, k) => good[0].Select((x, i) => x + (0.3 * k * i)).ToArray())]);
        Assert.Null(StartFile.Read(Map, 4, StartFile.Write(System2 with { Data = System2.Data.Times(Complex.Zero, Complex.Zero) })));

        static void Refused(ImmutableArray<Complex[]> solutions) => Assert.Null(StartFile.Read(Map, 4, StartFile.Write(System2 with { Solutions = solutions })));
    }

    [Fact]
    public void Another_map_of_the_same_sizes_is_not_believed()
    {
        // Both have nine numbers of data form, three of linear part and four solutions; only the header differs.
        var other = RandomMaps.OfBlocks((2, [1]));
        Assert.Equal(Map.Size, other.Size);
        Assert.Equal(Map.CoefficientCount, other.CoefficientCount);
        Assert.Null(StartFile.Read(other, 4, StartFile.Write(System2)));
    }

    [Fact]
    public void Keys_are_plain_and_differ()
    {
        ProductMap[] maps = [Map, RandomMaps.OfPattern(2, 1), RandomMaps.OfBlocks((2, [2])), RandomMaps.OfBlocks((1, [1]), (2, [1])), RandomMaps.OfBlocks((2, [1]), (1, [1]))];
        var keys = maps.Select(StartFile.KeyOf).ToArray();
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[a-z0-9-]+$", key));
        Assert.Equal(keys[1], StartFile.KeyOf(RandomMaps.OfPattern(1, 2)));
    }
}
