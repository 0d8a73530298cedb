using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

public class FunctionSpaceTests
{
    // F3: degrees confirmed by elimination.
    [Theory]
    [InlineData("2,2", "2,1", 2)]
    [InlineData("3,2", "2,1", 3)]
    [InlineData("2,3", "2,1", 3)]
    [InlineData("3,3", "2,1", 6)]
    [InlineData("4,2", "2,1", 4)]
    [InlineData("4,2", "3,1", 4)]
    [InlineData("5,2", "2,1", 5)]
    [InlineData("2,2,2", "2,2,1", 6)]
    [InlineData("3,2,2", "2,2,1", 12)]
    [InlineData("2,3,2", "2,2,1", 12)]
    [InlineData("4,2,2", "2,2,1", 20)]
    [InlineData("2,2,2", "1,1,1", 1)]
    [InlineData("2,2,2", "1,2,1", 3)]
    public void Degrees(string filters, string strides, int expected) =>
        Assert.Equal((Integer)expected, Architecture.Parse(filters, strides).FunctionSpace().Degree);

    [Theory]
    [InlineData("2,2", "1,1", 3, 0)]
    [InlineData("2,2", "2,1", 3, 1)]
    [InlineData("3,2", "2,1", 4, 1)]
    [InlineData("4,2,2", "2,2,1", 6, 4)]
    [InlineData("1,3", "2,1", 3, 2)]
    [InlineData("1,1", "2,2", 1, 0)]
    public void Dimensions(string filters, string strides, int dimension, int codimension)
    {
        var space = Architecture.Parse(filters, strides).FunctionSpace();
        Assert.Equal((dimension, codimension), (space.Dimension, space.Codimension));
    }

    // A5, F2, F4, F5 and their examples B1 to B3.
    [Theory]
    [InlineData("2,2", "1,1", "Fails", "Holds", "Fails", "Holds")]
    [InlineData("3,2", "1,1", "Holds", "Holds", "Holds", "Holds")]
    [InlineData("3,3", "1,1", "Holds", "Holds", "Holds", "Holds")]
    [InlineData("2,2", "2,1", "Fails", "Fails", "Holds", "Holds")]
    [InlineData("3,2", "2,1", "Fails", "Fails", "Fails", "Fails")]
    [InlineData("2,3", "2,1", "Fails", "Fails", "Holds", "Holds")]
    [InlineData("3,3", "2,1", "Fails", "Fails", "Holds", "Fails")]
    [InlineData("2,2,2", "1,2,1", "Fails", "Fails", "Fails", "Fails")]
    [InlineData("2,2,2", "1,3,1", "Fails", "Fails", "Fails", "Holds")]
    [InlineData("1,3", "2,1", "Fails", "Fails", "Holds", "Holds")]
    [InlineData("1,2,2", "2,1,1", "Fails", "Fails", "Fails", "Holds")]
    [InlineData("2,2,2", "2,2,1", "Fails", "Fails", "Holds", "Holds")]
    [InlineData("1", "1", "Holds", "Holds", "Holds", "Holds")]
    public void Verdicts(string filters, string strides, string filling, string thick, string closed, string smooth)
    {
        var space = Architecture.Parse(filters, strides).FunctionSpace();
        Assert.Equal(
            (filling, thick, closed, smooth),
            ($"{space.Filling}", $"{space.Thick}", $"{space.ZariskiClosed}", $"{space.SmoothAwayFromZero}"));
    }

    // F2: thick exactly when generic exact ranks fill the ambient space.
    [Fact]
    public void Thick_agrees_with_the_rank() => PropertyRun.Trials(100, random =>
    {
        var net = random.NextArchitecture();
        var rank = FractionFree.Rank(ParameterizationMap.Jacobian(random.NextWeights(net, 1_000_000)));
        Assert.Equal(Verdict.Of(rank == net.EndToEndSize), net.FunctionSpace().Thick);
    });

    // A5 against A4: filling exactly when no stratum lies outside.
    [Fact]
    public void Filling_means_that_no_stratum_is_outside() => PropertyRun.Trials(60, random =>
    {
        var space = random.NextStrideOne(7).FunctionSpace();
        Assert.Equal(Verdict.Of(space.Strata().All(s => s.Position != StratumPosition.Outside)), space.Filling);
    });
}
