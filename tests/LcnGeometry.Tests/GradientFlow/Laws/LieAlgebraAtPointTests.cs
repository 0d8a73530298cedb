using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

public sealed class LieAlgebraAtPointTests
{
    /// <summary>The special points of F24; coefficients are given by exponent, so X - 2 is (-2, 1). A ladder ends where the laws allow no more, or with a step that brings no new field.</summary>
    [Theory]
    [InlineData("2,2", "1,1", "1,2;2,4", "2,3", 3)]
    [InlineData("2,2", "1,1", "1,2;1,2", "2,2,2", 3)]
    [InlineData("2,2", "1,1", "1,2;-1,-2", "2,2,2", 3)]
    [InlineData("3,2", "2,1", "-2,0,1;-2,1", "3,4", 4)]
    [InlineData("2,2", "1,1", "0,0;3,5", "2,3", 3)]
    [InlineData("2,2", "2,1", "0,0;3,5", "2,3", 3)]
    [InlineData("2,2", "1,1", "0,0;0,0", "0,0,0", 4)]
    public void F24_special_points(string filters, string strides, string point, string ladder, int largest)
    {
        var at = LieAlgebraAtPoint.Of(PolynomialModel.Of(Architecture.Parse(filters, strides)), Point(point));
        Assert.Equal(ladder, string.Join(',', at.RankLadder));
        Assert.Equal((largest, Verdict.Holds), (at.LargestRank, at.IsFinal));
    }

    [Fact]
    public void Both_layers_of_a_squared_linear_filter_leave_a_plane_that_the_flow_keeps()
    {
        // At w_1 = ±w_2 the ladder stays at 2: this is the dimension of the invariant plane. The gradients there are tangent to it.
        PropertyRun.Trials(20, random =>
        {
            var sign = random.Chance(0.5) ? 1 : -1;
            Rational first = random.Between(-9, 9), second = random.Between(1, 9);
            var at = LieAlgebraAtPoint.Of(PolynomialModel.Of(Architecture.Parse("2,2")), [first, second, sign * first, sign * second]);
            Assert.Equal((2, Verdict.Holds), (at.RankLadder[^1], at.IsFinal));
        });
    }

    [Fact]
    public void At_random_points_the_exact_ranks_are_those_modulo_primes() => PropertyRun.Trials(25, random =>
    {
        var net = random.NextArchitecture(mostLayers: 3, largestFilter: 3);
        var channels = net.Depth == 2 && random.Chance(0.5) ? random.Between(1, 3) : (int?)null;
        var model = channels is { } width ? PolynomialModel.Of(net, width) : PolynomialModel.Of(net);
        var point = Enumerable.Range(0, model.Parameters.Count).Select(_ => new Rational(random.Between(1, 1_000_000), random.Between(1, 1000))).ToImmutableArray();
        var at = LieAlgebraAtPoint.Of(model, point);
        var generic = ConservationLaws.Find(model);
        Assert.Equal((generic.RankLadder[^1], Verdict.Holds), (at.RankLadder[^1], at.IsFinal));
        Assert.Equal(at.LargestRank, at.RankLadder[^1]);
        Assert.Equal(generic.RankLadder.Take(at.RankLadder.Length), at.RankLadder.AsEnumerable());
    });

    /// <summary>Equal filters in deep networks: fields of higher degree generate more and more fields, and it says that it stopped.</summary>
    [Fact]
    public void What_was_not_finished_is_undecided()
    {
        var model = PolynomialModel.Of(Architecture.Parse("2,2,2"));
        var at = LieAlgebraAtPoint.Of(model, [1, 2, 1, 2, 1, 2], 2);
        Assert.Equal((3, 4), (at.RankLadder.Length, at.LargestRank));
        Assert.Equal("2 brackets were taken; more of them could raise the rank up to 4", at.IsFinal.Reason);
        Assert.Equal("1 bracket was taken; more of them could raise the rank up to 4", LieAlgebraAtPoint.Of(model, [1, 2, 1, 2, 1, 2], 1).IsFinal.Reason);

        var large = LieAlgebraAtPoint.Of(PolynomialModel.Of(Architecture.Parse("2,2,2,2,2,2")), [.. Enumerable.Repeat((Rational)1, 12)]);
        Assert.Equal(VerdictKind.Undecided, large.IsFinal.Kind);
    }

    [Fact]
    public void Points_and_depths_are_checked()
    {
        var model = PolynomialModel.Of(Architecture.Parse("2,2"));
        Assert.Throws<ArgumentException>(() => LieAlgebraAtPoint.Of(model, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LieAlgebraAtPoint.Of(model, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => LieAlgebraAtPoint.Of(model, [1, 2, 3, 4], 0));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => LieAlgebraAtPoint.Of(model, [1, 2, 2, 4], token: stop.Token));
    }

    private static ImmutableArray<Rational> Point(string text) => [.. text.Split(';', ',').Select(entry => Rational.Parse(entry))];
}
