using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>Where runs end: what the theory says of almost every start, and the starts that it does not speak of.</summary>
public class FlowEndsTests
{
    private static readonly Architecture Two = Architecture.Parse("2,2");

    private static readonly QuadraticLoss Indefinite = QuadraticLoss.FromTarget([-1, 1, 3], Metric.Identity(3));

    /// <summary>Section 11 and the sign test of section 10: a definite target is approached by a square, found with repeated filters.</summary>
    [Fact]
    public void Definite_targets_of_two_layers_of_size_two_end_at_a_double_root()
    {
        for (var item = 0; item < Effort.Trials(25); item++)
        {
            var random = new CounterRandom(5, item);
            Rational a = Rational.RationalizeExactly(0.2 + random.NextDouble()), c = Rational.RationalizeExactly(0.2 + random.NextDouble()), b = Rational.RationalizeExactly(0.39 * ((2 * random.NextDouble()) - 1));
            var loss = QuadraticLoss.FromTarget([a, b, c], item % 2 == 0 ? Metric.Identity(3) : Metric.Bombieri(3));
            var run = FlowCases.Run(Two, loss, item);
            Assert.Equal(FlowStatus.Converged, run.Status);
            Assert.Equal("2|", run.Limit.RealPattern);
            Assert.Equal<int>([1, 2], Assert.Single(run.Limit.RepeatedFilters));
            Assert.Null(run.Limit.Separation);
            Assert.InRange(run.Limit.Spread!.Value, 0, 1e-6);
        }
    }

    [Fact]
    public void Representable_targets_of_two_layers_of_size_two_are_reached()
    {
        for (int item = 0, done = 0; done < Effort.Trials(25); item++)
        {
            var target = FlowCases.NormalTarget(3, item);
            if (RootPattern.Of(new BinaryForm(target.AsSpan())).ToString() != "11|") continue;
            done++;
            var run = FlowCases.Run(Two, QuadraticLoss.FromTarget(target, Metric.Identity(3)), item);
            Assert.Equal(FlowStatus.Converged, run.Status);
            Assert.Equal("11|", run.Limit.RealPattern);
            Assert.InRange(run.Limit.Loss, 0, 1e-12);
            Assert.Empty(run.Limit.RepeatedFilters);
        }
    }

    /// <summary>The bistability of section 11: about 61 and 39 of 100 runs for targets with one real root.</summary>
    [Fact]
    public void Size_three_and_two_end_at_the_target_or_at_a_spurious_double_root()
    {
        var net = Architecture.Parse("3,2");
        int reached = 0, spurious = 0, other = 0;
        for (var item = 0; reached + spurious + other < Effort.Trials(120); item++)
        {
            var target = FlowCases.NormalTarget(4, 500 + item);
            if (RootPattern.Of(new BinaryForm(target.AsSpan())).ToString() != "1|1") continue;
            var run = FlowCases.Run(net, QuadraticLoss.FromTarget(target, Metric.Identity(4)), item);
            if (run.Limit.RealPattern == "1|1" && run.Limit.Loss < 1e-12) reached++;
            else if (run.Limit.RealPattern == "21|" && run.Limit.Loss > 1e-12) spurious++;
            else other++;
        }

        // Five standard errors around the reference frequencies; leftovers are near-degenerate targets.
        double total = reached + spurious + other, error = 5 * Math.Sqrt(0.61 * 0.39 / total);
        Assert.InRange(reached / total, 0.608 - error, 0.608 + error);
        Assert.InRange(spurious / total, 0.387 - error, 0.387 + error);
        Assert.InRange(other / total, 0, 0.03 + (1 / total));
    }

    [Fact]
    public void Sunspots_reach_the_least_squares_optimum()
    {
        var net = Architecture.Parse("3,2");
        var loss = QuadraticLoss.FromSeries(TimeSeries.ReadCsv(Repository.PathOf("examples/data/sunspots.csv")), net);
        for (var item = 0; item < 5; item++)
        {
            var run = FlowCases.Run(net, loss, item);
            Assert.Equal(FlowStatus.Converged, run.Status);
            Assert.Equal("111|", run.Limit.RealPattern);
            Assert.Equal(1, run.Limit.Loss / loss.Constant.ToDouble(), 1e-12);
            Assert.InRange(run.Invariants[0].Drift, 0, 1e-9);
            foreach (var (u, w) in loss.Target.Zip(run.Limit.Function)) Assert.Equal(u.ToDouble(), w, 1e-7);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Repeated_filters_stay_repeated(int sign)
    {
        // F24: the set w_1 = ± w_2 is invariant. Here it leads to saddles, which a run that leaves the set by rounding would miss.
        var run = Run(Two, Indefinite, [[1, 2], [sign, 2 * sign]]);
        Assert.Equal(FlowStatus.Converged, run.Status);
        Assert.True(run.EndsAtSaddle);
        Assert.Equal("2|", run.Limit.RealPattern);
        Assert.Equal(run.Limit.Filters[0], run.Limit.Filters[1].Select(entry => sign * entry));

        // The best approximation by ± a square, by descent on the square alone.
        double x = 1, y = 2;
        for (var k = 0; k < 20_000; k++)
        {
            double[] r = [(sign * y * y) + 1, (sign * 2 * x * y) - 1, (sign * x * x) - 3];
            (x, y) = (x - (0.02 * sign * ((r[1] * y) + (r[2] * x))), y - (0.02 * sign * ((r[0] * y) + (r[1] * x))));
        }

        double[] filter = [y, x];
        foreach (var (expected, actual) in filter.Zip(run.Limit.Filters[0])) Assert.Equal(expected, actual, 1e-6);
    }

    /// <summary>The second derivatives have negative directions along most of the way: that alone is no saddle.</summary>
    [Fact]
    public void A_run_that_stops_on_its_way_does_not_end_at_a_saddle()
    {
        var loss = QuadraticLoss.FromTarget([1, 2, 3, 4], Metric.Identity(4));
        var run = Run(Architecture.Parse("3,2"), loss, [[1e4, 3e3, -2e4], [1e4, 5e3]], new FlowOptions { Method = FlowMethod.Explicit });
        Assert.Equal(FlowStatus.Stiff, run.Status);
        Assert.True(run.RelativeGradient > 0.1);
        Assert.False(run.EndsAtSaddle);
    }

    [Fact]
    public void Critical_starts_stay_and_the_zero_function_is_called_zero()
    {
        foreach (ImmutableArray<ImmutableArray<double>> start in new ImmutableArray<ImmutableArray<double>>[] { [[0, 0], [0, 0], [0, 0]], [[1, 2], [0, 0], [0, 0]] })
        {
            var run = Run(Architecture.Parse("2,2,2"), QuadraticLoss.FromTarget([-1, 2, 3, 1], Metric.Identity(4)), start);
            Assert.Equal((FlowStatus.Converged, 0, "zero"), (run.Status, run.Steps, run.Limit.RealPattern));
            Assert.Equal(15, run.Limit.Loss);
            Assert.Null(run.Pattern);
            Assert.NotNull(run.NoPatternReason);
            Assert.Equal(start.SelectMany(filter => filter), run.Limit.Filters.SelectMany(filter => filter));
        }
    }

    [Fact]
    public void One_zero_filter_does_not_hold_the_run()
    {
        var run = Run(Two, Indefinite, [[1, 2], [0, 0]]);
        Assert.Equal((FlowStatus.Converged, "11|"), (run.Status, run.Limit.RealPattern));
    }

    [Fact]
    public void Without_a_target_everything_goes_to_zero()
    {
        var none = QuadraticLoss.FromTarget([0, 0, 0], Metric.Identity(3));
        foreach (ImmutableArray<ImmutableArray<double>> start in new ImmutableArray<ImmutableArray<double>>[] { [[1, 2], [3, 1]], [[1, 2], [2, 1]] })
        {
            var run = Run(Two, none, start);
            Assert.Equal((FlowStatus.Converged, "zero"), (run.Status, run.Limit.RealPattern));
        }
    }

    [Fact]
    public void Opposite_scalars_meet_at_zero_as_the_flow_does()
    {
        var run = Run(Architecture.Parse("1,1"), QuadraticLoss.FromTarget([2], Metric.Identity(1)), [[1], [-1]]);
        Assert.Equal((FlowStatus.Converged, "zero"), (run.Status, run.Limit.RealPattern));
        Assert.Equal(4, run.Limit.Loss, 1e-12);
        Assert.Equal(0, run.Invariants[0].Drift);
    }

    [Theory]
    [InlineData("1", "2", "2", "|")]
    [InlineData("1,2,1,2", "-1,1,3", "-1,1,3", "11|")]
    [InlineData("3", "1,1,1", "1,1,1", "|1")]
    [InlineData("1,3", "1,-2,1", "1,-2,1", "2|")]
    public void Layers_of_size_one_are_scalars(string filters, string target, string limit, string pattern)
    {
        var net = Architecture.Parse(filters);
        var run = FlowCases.Run(net, QuadraticLoss.FromTarget([.. target.Split(',').Select(Rational.Parse)], Metric.Identity(net.EndToEndSize)), 3);
        Assert.Equal(FlowStatus.Converged, run.Status);
        Assert.Equal(pattern, run.Limit.RealPattern);
        foreach (var (expected, actual) in limit.Split(',').Zip(run.Limit.Function)) Assert.Equal(Rational.Parse(expected).ToDouble(), actual, 1e-8);
        Assert.Empty(run.Limit.RepeatedFilters);
    }

    /// <summary>F14: for strides above one the limit is critical for the loss on the function space; B1: two layers of size 2, stride 2, are matrices of rank one.</summary>
    [Fact]
    public void Strided_layers_find_the_best_matrix_of_rank_one()
    {
        // Rows (1, 0) and (0, 3): the best approximation of rank one keeps the 3 and loses the 1.
        var net = Architecture.Parse("2,2", "2,1");
        for (var item = 0; item < 5; item++)
        {
            var run = FlowCases.Run(net, QuadraticLoss.FromTarget([1, 0, 0, 3], Metric.Identity(4)), item);
            Assert.Equal(FlowStatus.Converged, run.Status);
            Assert.Equal(1, run.Limit.Loss, 1e-12);
            double[] expected = [0, 0, 0, 3];
            foreach (var (e, a) in expected.Zip(run.Limit.Function)) Assert.Equal(e, a, 1e-7);
        }
    }

    [Theory]
    [InlineData(1e-100)]
    [InlineData(1e-20)]
    [InlineData(1e8)]
    [InlineData(1e20)]
    public void Huge_and_tiny_starts_end_where_others_do(double scale)
    {
        var run = Run(Two, Indefinite, [[scale, 2 * scale], [3 * scale, -scale]]);
        Assert.Equal((FlowStatus.Converged, "11|"), (run.Status, run.Limit.RealPattern));
        Assert.InRange(run.Limit.Loss, 0, 1e-14);
        Assert.All(run.Invariants, row => Assert.InRange(row.Drift, 0, 1e-9));
    }

    [Fact]
    public void Data_beyond_the_range_of_doubles_is_no_hindrance()
    {
        foreach (var exponent in new[] { -400, 400 })
        {
            var run = Run(Two, QuadraticLoss.FromTarget([-1, 1, 3], Metric.FromMatrix(Rational.Pow(10, exponent) * Matrix<Rational>.Identity(3))), [[1, 2], [3, -1]]);
            Assert.Equal((FlowStatus.Converged, "11|"), (run.Status, run.Limit.RealPattern));
            Assert.False(double.IsNaN(run.Time) || double.IsNaN(run.Limit.Loss));
        }
    }

    /// <summary>Newton's step of a loss multiplied by any large number is the same, also where the squares of its second derivatives overflow.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(900)]
    public void Second_derivatives_beyond_the_roots_of_the_range_are_no_hindrance(int exponent)
    {
        var field = FlowCases.Field(Two, Indefinite);
        double[] point = [1, 2, 2, -1];
        var standing = new FlowStanding(field, point, 1, 0);
        (double Distance, bool IsSaddle) Times(int power)
        {
            var hessian = field.Hessian(point);
            for (var i = 0; i < 4; i++)
            {
                for (var j = 0; j < 4; j++) hessian[i, j] = Math.ScaleB(hessian[i, j], power);
            }

            return standing.Newton([.. field.Velocity(point).Select(entry => Math.ScaleB(entry, power))], hessian);
        }

        Assert.Equal(Times(300).IsSaddle, Times(exponent).IsSaddle);
        Assert.Equal(1, Times(exponent).Distance / Times(300).Distance, 1e-9);
    }

    [Fact]
    public void Limits_without_second_order_certainty_are_called_a_spent_budget()
    {
        // (x - y)^3 with sizes 3 and 2: the target is representable, and all second derivatives vanish in one direction there.
        var run = Run(Architecture.Parse("3,2"), QuadraticLoss.FromTarget([-1, 3, -3, 1], Metric.Identity(4)), [[1, 2, 3], [3, -1]]);
        Assert.Equal(FlowStatus.Budget, run.Status);
        Assert.InRange(run.Limit.Loss, 0, 1e-12);
        Assert.True(run.RelativeDistance > 1e-8);
    }

    [Fact]
    public void Few_steps_spend_the_budget()
    {
        var run = Run(Two, Indefinite, [[1, 2], [3, -1]], new FlowOptions { MaxSteps = 5 });
        Assert.Equal(FlowStatus.Budget, run.Status);
        Assert.InRange(run.Steps, 1, 5);
        Assert.Equal(run.Steps + 1, run.Trace.Time.Length);
    }

    private static FlowRun Run(Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, FlowOptions? options = null) =>
        FilterFlow.Run(net, loss, start, options ?? new FlowOptions(), CancellationToken.None);
}
