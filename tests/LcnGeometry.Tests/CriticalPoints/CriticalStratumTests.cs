using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

public class CriticalStratumTests
{
    // S3 and F17: the strata share out the critical points on the Segre variety, whatever the strides. Sizes 2 to 5, strides 1 to 3.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void The_strata_share_out_the_count_of_the_parameters(int degree)
    {
        foreach (var filters in RandomNetworks.Compositions(degree).Where(sizes => sizes.All(k => k <= 5)))
        {
            foreach (var strides in Tuples(filters.Length - 1, 3)) SharesOut(new Architecture(filters, strides.Add(1)));
        }
    }

    [Theory]
    [InlineData("3,2,2,2,3", "1,1,2,1,1")]
    [InlineData("2,2,2,2,2,2,2", "1,1,1,2,1,1,1")]
    [InlineData("2,2,2,2,2,2,2,2", "1,2,1,2,1,2,1,1")]
    [InlineData("4,2,3,2,2", "1,3,1,2,1")]
    [InlineData("3,3,3,3", "1,2,1,1")]
    [InlineData("2,2,2,2,2,2,2,2", "2,2,2,2,2,2,2,2")]
    [InlineData("9", "1")]
    [InlineData("5,5", "1,1")]
    [InlineData("2,2,2,2,2,2,2,2,2,2", "1,1,1,1,1,1,1,1,1,1")]
    public void Also_in_higher_degree(string filters, string strides) => SharesOut(Architecture.Parse(filters, strides));

    [Fact]
    public void Random_architectures_with_layers_of_size_one() => PropertyRun.Trials(60, random => SharesOut(random.NextArchitecture(5, 3)));

    // F14, F16: the tables of the theory, found by elimination.
    [Theory]
    [InlineData("2,2", "1,1", "[1,1]:2x1 [2]:1x4")]
    [InlineData("2,2", "2,1", "[1] [1]:1x6")]
    [InlineData("3,2", "1,1", "[1,1,1]:3x1 [2,1]:1x7")]
    [InlineData("3,2", "2,1", "[1,1] [1]:1x10")]
    [InlineData("3,2", "3,1", "[1,1] [1]:1x10")]
    [InlineData("2,3", "2,1", "[1] [1,1]:1x10")]
    [InlineData("3,3", "1,1", "[1,1,1,1]:6x1 [2,1,1]:2x10 [2,2]:1x13")]
    [InlineData("3,3", "2,1", "[1,1] [1,1]:1x39")]
    [InlineData("4,2", "2,1", "[1,1,1] [1]:1x14")]
    [InlineData("2,2,2", "1,1,1", "[1,1,1]:6x1 [2,1]:3x7 [3]:1x7")]
    [InlineData("2,2,2", "1,2,1", "[1,1] [1]:2x10 [2] [1]:1x14")]
    [InlineData("2,2,2", "2,1,1", "[1] [1,1]:2x10 [1] [2]:1x14")]
    [InlineData("2,2,2", "2,2,1", "[1] [1] [1]:1x34")]
    [InlineData("3,2,2", "2,2,1", "[1,1] [1] [1]:1x100")]
    [InlineData("1,1", "3,1", ":1x1")]
    [InlineData("5", "7", "[1,1,1,1]:1x1")]
    [InlineData("1,3", "2,1", "[1,1]:1x1")]
    [InlineData("2,1,2", "1,1,1", "[1,1]:2x1 [2]:1x4")]
    [InlineData("2,1,2", "1,2,1", "[1] [1]:1x6")]
    public void Tables_found_by_elimination(string filters, string strides, string expected)
    {
        var strata = CriticalStratum.All(Architecture.Parse(filters, strides));
        Assert.Equal(expected, string.Join(' ', strata.Select(s => $"{s}:{s.Factorizations}x{s.GenericCount}")));
    }

    // The generating function itself, multiplied out.
    [Fact]
    public void Counts_are_coefficients_of_the_generating_function()
    {
        foreach (var degrees in new int[][] { [1], [4], [6], [2, 1], [1, 3], [3, 3], [4, 2], [1, 1, 1], [2, 1, 2], [1, 1, 1, 1] })
        {
            foreach (var patterns in PatternsOf(degrees))
            {
                Assert.Equal(GeneratingFunction.Coefficient(patterns), CriticalPointCount.OnStratum(patterns));
            }
        }
    }

    [Fact]
    public void Blocks_keep_common_steps_and_drop_layers_of_size_one()
    {
        var blocks = CriticalStratum.BlocksOf(Architecture.Parse("1,3,1,2,2,1,2", "3,1,1,2,1,2,1"));
        LayerBlock[] expected = [new(3, 3, [1, 3]), new(6, 1, [4]), new(12, 1, [6])];
        Assert.Equal(expected, blocks);
        Assert.Empty(CriticalStratum.BlocksOf(Architecture.Parse("1,1,1", "2,2,2")));
    }

    [Fact]
    public void Blocks_are_the_merged_layers() => PropertyRun.Trials(100, random =>
    {
        var net = random.NextArchitecture(6, 4, 2);
        var blocks = CriticalStratum.BlocksOf(net);
        var merged = MergedArchitecture.Of(net);
        if (blocks.IsEmpty) Assert.Equal(1, Assert.Single(merged.Filters));
        else
        {
            Assert.Equal(merged.Filters, blocks.Select(b => b.Degree + 1));
            Assert.Equal(merged.CommonStep, blocks[0].Step);
            for (var b = 1; b < blocks.Length; b++) Assert.Equal(blocks[b].Step, blocks[b - 1].Step * merged.Strides[b - 1]);
        }
    });

    [Fact]
    public void Strata_come_in_their_order_and_can_be_named() => PropertyRun.Trials(40, random =>
    {
        var net = random.NextArchitecture(6, 4, 2);
        CriticalStratum[] strata = [.. CriticalStratum.All(net)];
        for (var i = 1; i < strata.Length; i++) Assert.True(Before(strata[i - 1], strata[i]));
        foreach (var stratum in strata)
        {
            Assert.True(stratum.Factorizations.Sign > 0);
            Assert.Equal(stratum.RootCount, stratum.Factors.Sum(f => f.Degree));
            Assert.Equal(stratum.Factors.OrderBy(f => f.Block).ThenBy(f => f.Multiplicity), stratum.Factors);
            for (var b = 0; b < stratum.Blocks.Length; b++)
            {
                Assert.Equal(stratum.Blocks[b].Degree, stratum.Factors.Where(f => f.Block == b).Sum(f => f.Degree * f.Multiplicity));
            }

            var named = CriticalStratum.Of(net, [.. stratum.Patterns.Select(pattern => pattern.Reverse().ToImmutableArray())]);
            Assert.Equal(stratum.ToString(), named.ToString());
            Assert.Equal(stratum.Factorizations, named.Factorizations);
        }
    });

    [Fact]
    public void Only_the_first_stratum_of_one_block_is_unconstrained()
    {
        Assert.Equal([true, false], CriticalStratum.All(Architecture.Parse("2,2")).Select(s => s.IsUnconstrained));
        Assert.Equal([true], CriticalStratum.All(Architecture.Parse("1,3", "2,1")).Select(s => s.IsUnconstrained));
        Assert.Equal([true], CriticalStratum.All(Architecture.Parse("1")).Select(s => s.IsUnconstrained));
        Assert.Equal([false], CriticalStratum.All(Architecture.Parse("2,2", "2,1")).Select(s => s.IsUnconstrained));
    }

    [Fact]
    public void Patterns_that_do_not_fit_are_refused()
    {
        var net = Architecture.Parse("3,2", "2,1");
        Assert.Contains("2 blocks", Assert.Throws<ArgumentException>(() => CriticalStratum.Of(net, [[2, 1]])).Message);
        Assert.Contains("[1] is no partition of 2", Assert.Throws<ArgumentException>(() => CriticalStratum.Of(net, [[1], [1]])).Message);
        Assert.Contains("no partition", Assert.Throws<ArgumentException>(() => CriticalStratum.Of(net, [[2, 0], [1]])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => CriticalPointCount.OnStratum([[2, 0], [1]]));
        Assert.Equal(Integer.Zero, CriticalStratum.Of(net, [[2], [1]]).Factorizations);
    }

    [Fact]
    public void Enumeration_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => CriticalStratum.All(Architecture.Parse("2,2"), source.Token).Count());
    }

    private static void SharesOut(Architecture net)
    {
        Integer sum = 0;
        foreach (var stratum in CriticalStratum.All(net)) sum += stratum.Factorizations * stratum.GenericCount;
        Assert.Equal(CriticalPointCount.OnParameters(net.Filters), sum);
    }

    private static bool Before(CriticalStratum first, CriticalStratum second)
    {
        if (first.RootCount != second.RootCount) return first.RootCount > second.RootCount;
        var (one, other) = (first.Patterns.SelectMany(p => p.Append(0)), second.Patterns.SelectMany(p => p.Append(0)));
        return one.Zip(other).First(pair => pair.First != pair.Second) is var difference && difference.First > difference.Second;
    }

    private static IEnumerable<ImmutableArray<int>> Tuples(int length, int largest) => length == 0
        ? [[]]
        : Tuples(length - 1, largest).SelectMany(tuple => Enumerable.Range(1, largest).Select(value => tuple.Add(value)));

    private static IEnumerable<ImmutableArray<ImmutableArray<int>>> PatternsOf(IEnumerable<int> degrees) => degrees.Aggregate(
        (IEnumerable<ImmutableArray<ImmutableArray<int>>>)[[]],
        (known, degree) => known.SelectMany(patterns => FunctionSpaces.CriticalPointCountTests.Partitions(degree, degree).Select(pattern => patterns.Add(pattern))));
}
