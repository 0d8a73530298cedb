using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

public class MembershipTests
{
    [Theory]
    [InlineData("2,2", "1,0,1", "Fails", StratumPosition.Outside, "|1")]
    [InlineData("2,2", "-1,0,1", "Holds", StratumPosition.Interior, "11|")]
    [InlineData("2,2", "0,0,1", "Holds", StratumPosition.Boundary, "2|")]
    [InlineData("2,2", "1,0,0", "Holds", StratumPosition.Boundary, "2|")]
    [InlineData("2,2", "0,1,0", "Holds", StratumPosition.Interior, "11|")]
    [InlineData("4,2", "1,0,0,0,1", "Fails", StratumPosition.Outside, "|11")]
    [InlineData("4,2", "1,0,2,0,1", "Fails", StratumPosition.Outside, "|2")]
    [InlineData("3,3", "1,0,2,0,1", "Holds", StratumPosition.Interior, "|2")]
    [InlineData("2,1,2", "1,-2,1", "Holds", StratumPosition.Boundary, "2|")]
    [InlineData("1", "5", "Holds", StratumPosition.Interior, "|")]
    public void Examples(string filters, string filter, string verdict, StratumPosition position, string pattern)
    {
        var membership = Architecture.Parse(filters).FunctionSpace().Contains(Filter(filter));
        Assert.Equal((verdict, position, pattern), ($"{membership.Verdict}", membership.Position, $"{membership.Pattern}"));
    }

    [Fact]
    public void Zero_is_always_representable()
    {
        var membership = Architecture.Parse("2,2").FunctionSpace().Contains([0, 0, 0]);
        Assert.Equal((Verdict.Holds, StratumPosition.Zero, null), (membership.Verdict, membership.Position, membership.Pattern));
    }

    [Fact]
    public void Every_product_of_filters_is_representable() => PropertyRun.Trials(300, random =>
    {
        var net = random.NextStrideOne();
        var product = ParameterizationMap.EndToEnd(random.NextWeights(net, 3));
        Assert.Equal(Verdict.Holds, net.FunctionSpace().Contains(product).Verdict);
    });

    [Fact]
    public void A_filter_of_the_wrong_length_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Architecture.Parse("2,2").FunctionSpace().Contains([1, 2]));
        Assert.Contains("has 2 coefficients; the end-to-end filter of (2,2) has 3", error.Message, StringComparison.Ordinal);
    }

    internal static ImmutableArray<Rational> Filter(string text) => [.. text.Split(',').Select(Rational.Parse)];
}
