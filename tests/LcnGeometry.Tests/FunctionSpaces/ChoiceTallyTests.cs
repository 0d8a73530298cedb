using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.FunctionSpaces;

/// <summary>Ways to hand out hyperroots, counted by kind, against the list of all of them.</summary>
public class ChoiceTallyTests
{
    [Theory]
    [InlineData("3,2", "2,1")]
    [InlineData("5,3", "2,1")]
    [InlineData("2,2,2,2", "1,2,1,1")]
    [InlineData("3,2,2,2,2", "2,1,1,1,1")]
    [InlineData("3,2,2,2", "2,1,2,1")]
    [InlineData("2,2,2,2,2", "1,1,2,1,1")]
    [InlineData("5,3,2", "2,2,1")]
    [InlineData("4,4,2", "3,2,1")]
    [InlineData("1,3,2,2", "2,2,1,1")]
    [InlineData("2,2,2,2,2,2", "1,2,1,2,1,1")]
    public void Kinds_and_numbers_are_those_of_the_list(string filters, string strides)
    {
        var net = Architecture.Parse(filters, strides);
        int several = 0, boundary = 0;
        PropertyRun.Trials(25, random =>
        {
            // Small weights repeat roots, put them at the ends and on shared circles.
            var filter = ParameterizationMap.EndToEnd(random.NextWeights(net, random.Chance(0.7) ? 1 : 2));
            if (random.Chance(0.1)) filter = filter.SetItem(random.Between(0, filter.Length - 1), 0);
            if (filter.All(c => c.IsZero)) return;
            var hyperroots = FilterHyperroots.Of(net, filter, CancellationToken.None);
            var complex = hyperroots.ComplexChoices(CancellationToken.None).Take(20_000).Count();
            if (complex == 20_000) return;
            Assert.Equal((Integer)complex, Sum(hyperroots.Kinds(real: false, CancellationToken.None)));

            var listed = hyperroots.RealChoices(CancellationToken.None).Select(choice => string.Join(' ', hyperroots.BlockPatterns(choice).Select((pattern, b) => Name(pattern, hyperroots.Needed[b]))))
                .CountBy(name => name).Select(pair => $"{pair.Key}: {pair.Value}").Order(StringComparer.Ordinal);
            var counted = hyperroots.Kinds(real: true, CancellationToken.None).GroupBy(kind => string.Join(' ', kind.Positions)).Select(group => $"{group.Key}: {Sum(group)}").Order(StringComparer.Ordinal);
            Assert.Equal(listed, counted);
            if (complex > 1) several++;
            if (counted.Any(line => line.Contains("Boundary", StringComparison.Ordinal) || line.Contains("Outside", StringComparison.Ordinal))) boundary++;
        });
        Assert.NotEqual(0, several);
        if (FilterHyperroots.Of(net, [.. Enumerable.Repeat(Rational.One, net.EndToEndSize)], CancellationToken.None).Needed.Any(needed => needed >= 2)) Assert.NotEqual(0, boundary);
    }

    private static string Name(RootPattern pattern, int needed) => FunctionSpace.PositionOf(pattern, needed).ToString();

    private static Integer Sum(IEnumerable<ChoiceKind> kinds) => kinds.Aggregate(Integer.Zero, (sum, kind) => sum + kind.Count);
}
