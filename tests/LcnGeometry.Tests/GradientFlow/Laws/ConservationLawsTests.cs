using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>The tables of section 8 of the theory, recomputed; what is written here is what the theory says.</summary>
public sealed class ConservationLawsTests
{
    [Theory]
    [InlineData(1, 1, 1, "1", 1)]
    [InlineData(2, 1, 1, "2", 1)]
    [InlineData(1, 1, 2, "1", 3)]
    [InlineData(2, 2, 1, "3", 1)]
    [InlineData(2, 2, 2, "4,5", 3)]
    [InlineData(2, 1, 2, "2,3", 3)]
    [InlineData(2, 1, 3, "2,3", 6)]
    [InlineData(3, 2, 2, "6,7", 3)]
    [InlineData(2, 2, 3, "4,6", 6)]
    public void F23_dense_linear_networks(int n, int m, int r, string ladder, int count)
    {
        var laws = ConservationLaws.Find(LawModels.Linear(n, m, r));
        Assert.Equal(ladder.Split(',').Append(ladder[^1..]), laws.RankLadder.Select(rank => $"{rank}"));
        Assert.Equal((count, Evidence.Proved), (laws.Count, laws.Evidence));
        Assert.Equal(r <= n + m ? r * (r + 1) / 2 : ((n + m) * r) - ((n + m) * (n + m - 1) / 2), laws.Count);
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(2, 2, 2)]
    [InlineData(1, 1, 3)]
    public void F23_two_layer_rectified_networks_have_one_law_for_each_unit(int n, int m, int r)
    {
        var laws = ConservationLaws.Find(LawModels.Relu(n, m, r));
        Assert.Equal((r, Evidence.Proved), (laws.Count, laws.Evidence));
    }

    [Theory]
    [InlineData("2,2", "1,1", 4, 3, "3,3", 1)]
    [InlineData("2,2", "2,1", 4, 4, "3,3", 1)]
    [InlineData("3,2", "1,1", 5, 4, "4,4", 1)]
    [InlineData("3,2", "2,1", 5, 5, "4,4", 1)]
    [InlineData("2,3", "2,1", 5, 6, "4,4", 1)]
    [InlineData("3,3", "1,1", 6, 5, "5,5", 1)]
    [InlineData("3,3", "2,1", 6, 7, "5,5", 1)]
    [InlineData("2,2,2", "1,1,1", 6, 4, "4,4", 2)]
    [InlineData("2,2,2", "1,2,1", 6, 5, "4,4", 2)]
    [InlineData("2,2,2", "2,1,1", 6, 6, "4,4", 2)]
    [InlineData("2,2,2", "2,2,1", 6, 8, "4,4", 2)]
    [InlineData("3,2,2", "2,2,1", 7, 9, "5,5", 2)]
    [InlineData("2,2,2,2", "1,1,1,1", 8, 5, "5,5", 3)]
    [InlineData("1,2", "1,1", 3, 2, "2,2", 1)]
    [InlineData("2,1,2", "2,2,1", 5, 4, "3,3", 2)]
    public void F24_convolutional_networks_with_one_channel(string filters, string strides, int parameters, int coordinates, string ladder, int count)
    {
        var laws = ConservationLaws.Find(PolynomialModel.Of(Architecture.Parse(filters, strides)));
        Assert.Equal((parameters, coordinates), (laws.Model.Parameters.Count, laws.Model.Coordinates.Length));
        Assert.Equal(ladder, string.Join(',', laws.RankLadder));
        Assert.Equal((count, count, Evidence.Proved), (laws.Count, laws.Laws.Length, laws.Evidence));
        Assert.Equal(Enumerable.Range(1, count).Select(l => $"|w_{l}|^2 - |w_{l + 1}|^2"), laws.Laws.Select(law => law.Name));
    }

    [Theory]
    [InlineData("2,2", 1, 4)]
    [InlineData("2,2", 2, 3)]
    [InlineData("3,2", 1, 3)]
    [InlineData("3,2", 2, 3)]
    [InlineData("3,3", 1, 4)]
    public void F25_two_channels(string filters, int stride, int count)
    {
        var laws = ConservationLaws.Find(PolynomialModel.Of(Architecture.Parse(filters, $"{stride},1"), 2));
        Assert.Equal((count, count, Evidence.Proved), (laws.Count, laws.Laws.Length, laws.Evidence));
    }

    /// <summary>The first rank is that of the Jacobian of the parameterization, computed elsewhere and over the rationals; it is full, and no bracket is needed.</summary>
    [Fact]
    public void F24_random_networks_have_one_law_less_than_layers() => PropertyRun.Trials(40, random =>
    {
        var net = random.NextArchitecture(mostLayers: 5);
        var laws = ConservationLaws.Find(PolynomialModel.Of(net));
        var rank = FractionFree.Rank(ParameterizationMap.Jacobian(random.NextWeights(net, range: 1_000_000)));
        Assert.Equal($"{net}: {rank} {rank}", $"{net}: {string.Join(' ', laws.RankLadder)}");
        Assert.Equal((net.Depth - 1, Evidence.Proved), (laws.Count, laws.Evidence));
        Assert.Equal(net.FunctionSpace().ConservationLaws, laws.Count);
        Assert.Equal(net.FunctionSpace().Dimension, rank);
    });

    [Fact]
    public void F25_every_number_of_channels_follows_the_formula()
    {
        // All sizes up to 3, and up to 5 in thorough runs.
        var largest = Effort.Level > 1 ? 5 : 3;
        for (var first = 1; first <= largest; first++)
        {
            for (var second = 1; second <= largest; second++)
            {
                for (var stride = 1; stride <= 2; stride++)
                {
                    // The theory's range: up to twice the longer filter.
                    for (var channels = 1; channels <= (Effort.Level < 1 ? 3 : 2 * Math.Max(first, second)); channels++)
                    {
                        var laws = ConservationLaws.Find(PolynomialModel.Of(new Architecture([first, second], [stride, 1]), channels));
                        Assert.Equal((first, second, stride, channels, Formula(first, second, stride, channels)), (first, second, stride, channels, laws.Count));
                        Assert.Equal(Evidence.Proved, laws.Evidence);
                    }
                }
            }
        }
    }

    private static int Formula(int first, int second, int stride, int channels)
    {
        var sum = first + second;
        if (first == second && (stride == 1 || second == 1)) return channels <= first ? channels * channels : (2 * first * channels) - (first * first);
        return channels <= sum ? channels * (channels + 1) / 2 : (sum * channels) - (sum * (sum - 1) / 2);
    }
}
