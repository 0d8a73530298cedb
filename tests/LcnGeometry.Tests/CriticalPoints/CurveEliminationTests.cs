using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

public class CurveEliminationTests
{
    // S3, F17: strata of several blocks that leave two unknown roots, of every kind.
    [Theory]
    [InlineData("2,2,2", "2,2,1", "1 1 1")]
    [InlineData("2,2,2,2", "1,2,1,1", "2 2")]
    [InlineData("2,2,2,2", "1,1,2,1", "2,1 1")]
    public void Generic_data_have_the_generic_count(string filters, string strides, string patterns) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides);
        var stratum = CriticalStratum.Of(net, Patterns(patterns));
        var loss = random.NextLoss(net.EndToEndSize);
        var count = ExactStratumCount.Of(stratum, loss);
        Assert.Equal(VerdictKind.Holds, count.Complete.Kind);
        Assert.Equal(stratum.GenericCount, count.Distinct);
        Assert.Equal(stratum.GenericCount, count.Simple);
        Assert.Empty(count.Lost);
        foreach (var solution in count.Real) ExactStratumCountTests.CheckScale(loss, solution);
    });

    // F17: white data; 23 is the number of the theory for sizes 3 and 3, the first and last are tensors (F18).
    [Theory]
    [InlineData("2,2,2", "2,2,1", "1 1 1", 6)]
    [InlineData("3,3", "2,1", "1,1 1,1", 23)]
    [InlineData("2,2,2,2", "2,1,1,1", "1 2,1", 14)]
    [InlineData("2,3,2", "2,3,1", "1 1,1 1", 8)]
    [InlineData("3,3", "3,1", "1,1 1,1", 3)]
    public void White_data_have_fewer(string filters, string strides, string patterns, int expected) => PropertyRun.Trials(1, random =>
    {
        var net = Architecture.Parse(filters, strides);
        var stratum = CriticalStratum.Of(net, Patterns(patterns));
        var metric = Metric.Identity(net.EndToEndSize);
        var count = ExactStratumCount.Of(stratum, random.NextLoss(net.EndToEndSize, metric));
        Assert.Equal(expected, count.Distinct);
        Assert.Equal(expected, count.Simple);
        Assert.Equal(new LostSolutions(LostPlace.Infinity, stratum.GenericCount - expected), Assert.Single(count.Lost));
        if (CriticalPointCount.ForMetric(stratum, metric.Matrix) is { } closed) Assert.Equal(expected, closed.Count);
    });

    [Fact]
    public void Three_unknown_roots_are_refused()
    {
        var stratum = CriticalStratum.Of(Architecture.Parse("2,2,2,2", "2,2,2,1"), Patterns("1 1 1 1"));
        Assert.False(ExactStratumCount.Covers(stratum));
    }

    private static ImmutableArray<ImmutableArray<int>> Patterns(string text) =>
        [.. text.Split(' ').Select(block => block.Split(',').Select(int.Parse).ToImmutableArray())];
}
