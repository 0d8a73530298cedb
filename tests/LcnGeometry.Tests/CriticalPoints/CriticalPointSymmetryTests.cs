using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The symmetries of section 12: what they do to the problem they do to the answer.</summary>
public class CriticalPointSymmetryTests
{
    [Fact]
    public void Exchanging_equal_layers_permutes_the_factorizations() => PropertyRun.Trials(15, random =>
    {
        var net = Architecture.Parse(random.Pick<string>(["2,2", "2,2,2", "3,3", "2,3,2", "2,2,2,2"]));
        foreach (var point in Landscape.Find(net, random.NextLoss(net.EndToEndSize)))
        {
            for (var i = 0; i < net.Depth; i++)
            {
                for (var j = i + 1; j < net.Depth; j++)
                {
                    if (net.Filters[i] != net.Filters[j]) continue;
                    foreach (var one in point.Factorizations)
                    {
                        var exchanged = Monic(one).SetItem(i, Monic(one)[j]).SetItem(j, Monic(one)[i]);
                        var partner = Assert.Single(point.Factorizations, other => Meet(Monic(other), exchanged));
                        Assert.Equal(one.Kind, partner.Kind);
                        Assert.Equal(one.Index, partner.Index);
                        Assert.Equal(ReferenceEquals(one, partner), one.RepeatedFilters.Any(pair => pair.SequenceEqual([i + 1, j + 1])));
                    }
                }
            }
        }
    });

    /// <summary>Exchanging x and y: the functions are read backwards, the losses and kinds stay.</summary>
    [Fact]
    public void Reading_the_data_backwards_reads_the_points_backwards() => PropertyRun.Trials(15, random =>
    {
        var net = Architecture.Parse(random.Pick<string>(["2,2", "3,2", "2,2,2", "4,2", "3,3"]), null);
        var loss = random.NextLoss(net.EndToEndSize);
        var last = loss.Size - 1;
        var backwards = QuadraticLoss.FromTarget([.. loss.Target.Reverse()], Metric.FromMatrix(new Matrix<Rational>(loss.Size, loss.Size, (i, j) => loss.Q[last - i, last - j])));
        Same(Landscape.Find(net, loss), Landscape.Find(net, backwards), function => [.. function.Reverse()], loss => loss);
    });

    [Fact]
    public void Scaling_the_target_scales_the_points() => PropertyRun.Trials(15, random =>
    {
        var net = Architecture.Parse(random.Pick<string>(["2,2", "3,2", "2,2,2", "3,3"]));
        var loss = random.NextLoss(net.EndToEndSize);
        var factor = random.Pick<int>([-3, 7, 1000]);
        var scaled = QuadraticLoss.FromTarget([.. loss.Target.Select(c => c * factor)], Metric.FromMatrix(loss.Q));
        Same(
            Landscape.Find(net, loss),
            Landscape.Find(net, scaled),
            function => [.. function.Select(c => Interval.FromDouble(factor) * c)],
            value => Interval.FromDouble(factor * (double)factor) * value);
    });

    /// <summary>Layers of one entry change nothing: not in stride one, and with strides only the steps.</summary>
    [Theory]
    [InlineData("2,1,2", "1,1,1", "2,2", "1,1")]
    [InlineData("1,3,2", "1,1,1", "3,2", "1,1")]
    [InlineData("3,2,1", "1,5,1", "3,2", "1,1")]
    [InlineData("2,1,2", "1,2,1", "2,2", "2,1")]
    [InlineData("2,1,2,1", "1,2,2,3", "2,2", "2,1")]
    [InlineData("2,1,1,2", "1,1,1,1", "2,2", "1,1")]
    public void Layers_of_size_one_change_nothing(string filters, string strides, string plainFilters, string plainStrides)
    {
        var (net, plain) = (Architecture.Parse(filters, strides), Architecture.Parse(plainFilters, plainStrides));
        var loss = new TestRandom(3).NextLoss(net.EndToEndSize);
        Same(Landscape.Find(net, loss), Landscape.Find(plain, loss), function => function, value => value);
        foreach (var factorization in Landscape.Find(net, loss).SelectMany(p => p.Factorizations))
        {
            for (var l = 1; l < net.Depth; l++) Assert.True(net.Filters[l] > 1 || factorization.Filters[l] is [{ Lower: 1, Upper: 1 }]);
            Assert.DoesNotContain(factorization.RepeatedFilters, pair => pair.Any(l => net.Filters[l - 1] == 1));
        }
    }

    /// <summary>Strides before the first larger layer split off: only every second coefficient can be nonzero.</summary>
    [Fact]
    public void A_common_step_leaves_structural_zeros()
    {
        var net = Architecture.Parse("1,3,2", "2,1,1");
        var loss = new TestRandom(5).NextLoss(net.EndToEndSize);

        // Restricted to the even places the loss is a stride-one loss with another target, up to a constant.
        var inner = new Matrix<Rational>(4, 4, (i, j) => loss.Q[2 * i, 2 * j]);
        var image = loss.Q.Multiply([.. loss.Target]);
        var target = LinearSystems.Solve(inner, [image[0], image[2], image[4], image[6]]);
        var plain = QuadraticLoss.FromTarget(target, Metric.FromMatrix(inner));
        var points = Landscape.Find(net, loss);
        var expected = Landscape.Find(Architecture.Parse("3,2"), plain);
        var constant = loss.AtZero - plain.AtZero;

        Assert.Equal(expected.Completeness.Certified, points.Completeness.Certified);
        Assert.Equal(expected.Count, points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            Assert.Null(points[i].RealPattern);
            Assert.Null(points[i].ComplexPattern);
            Assert.Equal(expected[i].Kind, points[i].Kind);
            Assert.True(Close(points[i].Loss, Interval.Enclose(constant) + expected[i].Loss));
            for (var c = 0; c < 7; c++) Assert.True(c % 2 == 1 ? points[i].Function[c] == Interval.FromDouble(0) : Close(points[i].Function[c], expected[i].Function[c / 2]));
        }
    }

    private static void Same(CriticalPointSet one, CriticalPointSet other, Func<ImmutableArray<Interval>, ImmutableArray<Interval>> function, Func<Interval, Interval> loss)
    {
        Assert.Equal(one.Completeness.Certified, other.Completeness.Certified);
        Assert.Equal(VerdictKind.Holds, one.AllRealPoints.Kind);
        Assert.Equal(one.Count, other.Count);
        foreach (var point in one)
        {
            var image = function(point.Function);
            var partner = Assert.Single(other, p => p.Function.Zip(image).All(pair => Close(pair.First, pair.Second)));
            Assert.True(Close(partner.Loss, loss(point.Loss)));
            Assert.Equal(point.Kind, partner.Kind);
            Assert.Equal(point.RealPattern, partner.RealPattern);
            Assert.Equal(point.CriticalFactorizationCount, partner.CriticalFactorizationCount);
            Assert.Equal(point.OtherFactorizations, partner.OtherFactorizations);
        }
    }

    /// <summary>Two enclosures of one number have a point in common.</summary>
    private static bool Close(Interval one, Interval other) => !one.IsDisjoint(other);

    /// <summary>The filters with one as their highest coefficient: layer 1 too.</summary>
    private static ImmutableArray<ImmutableArray<Interval>> Monic(CriticalFactorization factorization) =>
        [.. factorization.Filters.Select(f => f.Select(c => c / f[^1]).ToImmutableArray())];

    private static bool Meet(ImmutableArray<ImmutableArray<Interval>> one, ImmutableArray<ImmutableArray<Interval>> other) =>
        one.Zip(other).All(pair => pair.First.Zip(pair.Second).All(c => Close(c.First, c.Second)));
}
