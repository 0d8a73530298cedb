using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>The explicit method against the implicit one, against formulas, and where it should give up.</summary>
public class ExplicitFlowTests
{
    private static readonly Architecture Two = Architecture.Parse("2,2");

    private static readonly QuadraticLoss Indefinite = QuadraticLoss.FromTarget([-1, 1, 3], Metric.Identity(3));

    private static readonly FlowOptions Explicit = new() { Method = FlowMethod.Explicit };

    [Fact]
    public void Both_methods_end_at_the_same_limits() => PropertyRun.Trials(25, random =>
    {
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var item = random.Between(0, 1000);
        FlowRun implicitly = FlowCases.Run(net, loss, item), explicitly = FlowCases.Run(net, loss, item, Explicit);
        if (explicitly.Status == FlowStatus.Stiff) return;
        Assert.Equal(implicitly.Status, explicitly.Status);
        Assert.Equal(implicitly.Limit.RealPattern, explicitly.Limit.RealPattern);
        Assert.Equal(implicitly.EndsAtSaddle, explicitly.EndsAtSaddle);
        var size = 1 + loss.Target.Max(u => Math.Abs(u.ToDouble()));
        foreach (var (a, b) in implicitly.Limit.Function.Zip(explicitly.Limit.Function)) Assert.Equal(a, b, 1e-6 * size);

        // The end is where the tests first hold; the implicit method stops at the end of a step.
        Assert.InRange(explicitly.Time, 0, implicitly.Time);
        Assert.All(explicitly.Invariants, row => Assert.InRange(row.Drift, 0, 1e-9));
    });

    [Fact]
    public void Most_runs_of_small_networks_are_not_stiff()
    {
        var stiff = 0;
        foreach (var filters in new[] { "2,2", "3,2", "2,2,2" })
        {
            var net = Architecture.Parse(filters);
            for (var item = 0; item < 10; item++)
            {
                var run = FlowCases.Run(net, QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, item), Metric.Identity(net.EndToEndSize)), item, Explicit);
                if (run.Status == FlowStatus.Stiff) stiff++;
                else Assert.Equal(FlowStatus.Converged, run.Status);
            }
        }

        Assert.InRange(stiff, 0, 6);
    }

    /// <summary>One layer: |w - u| = |w0 - u| exp(-2t), and the gradient is tested relative to |w| + |u|, the distance too.</summary>
    [Theory]
    [InlineData(1e-10, 1e-10)]
    [InlineData(3e-12, 3e-12)]
    [InlineData(1e-9, 1e-9)]
    [InlineData(1e-4, 1e-8)]
    public void The_time_of_the_end_is_that_of_the_formula(double tolerance, double reached)
    {
        var run = FilterFlow.Run(Architecture.Parse("1"), QuadraticLoss.FromTarget([3], Metric.Identity(1)), [[5]], Explicit with { GradientTolerance = tolerance, Tolerance = 1e-12 }, CancellationToken.None);
        Assert.Equal(FlowStatus.Converged, run.Status);
        Assert.Equal(Math.Log(2 / (6 * reached)) / 2, run.Time, tolerance > 1e-11 ? 1e-4 : 2e-3);
        Assert.InRange(run.RelativeGradient, 0.999 * reached, 1.001 * reached);
    }

    [Fact]
    public void The_time_of_the_end_hardly_depends_on_the_tolerance_of_the_steps()
    {
        foreach (var (filters, strides) in new[] { ("2,2", "1,1"), ("3,2", "2,1"), ("2,1,2", "1,1,1") })
        {
            var net = Architecture.Parse(filters, strides);
            var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, 8), Metric.Identity(net.EndToEndSize));
            FlowRun fine = FlowCases.Run(net, loss, 4, Explicit with { Tolerance = 1e-12 }), usual = FlowCases.Run(net, loss, 4, Explicit), implicitly = FlowCases.Run(net, loss, 4);
            Assert.Equal(1, usual.Time / fine.Time, 1e-3);
            Assert.Equal(1e-10, usual.RelativeGradient, 1e-13);
            Assert.True(implicitly.RelativeGradient < 0.9e-10);
        }
    }

    [Fact]
    public void Two_scalars_follow_their_formula()
    {
        // Of (1,1) with equal weights a = b and target 1: a' = -2 (a^2 - 1) a, so a(t)^2 = 1 / (1 + (1/a0^2 - 1) exp(-4t)).
        var trajectory = FilterFlow.Trajectory(Architecture.Parse("1,1"), QuadraticLoss.FromTarget([1], Metric.Identity(1)), [[0.1], [0.1]], new FlowOptions(), CancellationToken.None);
        for (var time = 0.0; time < trajectory.End; time += 0.1)
        {
            var expected = 1 / Math.Sqrt(1 + (99 * Math.Exp(-4 * time)));
            Assert.Equal(expected, trajectory.At(time)[0][0], 3e-9);
            Assert.Equal(expected, trajectory.At(time)[1][0], 3e-9);
        }
    }

    /// <summary>A stiff flow must be noticed within few steps, and the implicit method must not mind.</summary>
    [Theory]
    [InlineData(100_000_000L)]
    [InlineData(1_000_000_000_000L)]
    public void Forms_with_eigenvalues_far_apart_are_stiff(long ratio)
    {
        var loss = QuadraticLoss.FromTarget([1, -2, 1], Metric.FromMatrix(new Matrix<Rational>(3, 3, (i, j) => i != j ? 0 : i == 1 ? ratio : 1)));
        for (var item = 0; item < 3; item++)
        {
            var run = FlowCases.Run(Two, loss, item, Explicit);
            Assert.Equal(FlowStatus.Stiff, run.Status);
            Assert.InRange(run.Steps, 15, 1000);
        }
    }

    /// <summary>Whoever is called stiff must need more than the budget, wherever the run was when it was called so.</summary>
    [Fact]
    public void Runs_that_are_called_stiff_would_have_spent_their_budget() => PropertyRun.Trials(25, random =>
    {
        const int Budget = 400;
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var item = random.Between(0, 1000);
        if (FlowCases.Run(net, loss, item, Explicit with { MaxSteps = Budget }).Status != FlowStatus.Stiff) return;
        var patient = FlowCases.Run(net, loss, item, Explicit with { MaxSteps = 50 * Budget });
        Assert.True(patient.Status == FlowStatus.Stiff || patient.Steps > 0.9 * Budget, $"{net} #{item}: {patient.Status} after {patient.Steps} steps");
    });

    [Fact]
    public void Stiff_flows_converge_implicitly()
    {
        var net = Architecture.Parse("4");
        var loss = QuadraticLoss.FromTarget([1, -2, 1, 3], Metric.FromMatrix(new Matrix<Rational>(4, 4, (i, j) => i != j ? 0 : i == 1 ? 100_000_000 : 1)));
        Assert.Equal(FlowStatus.Stiff, FlowCases.Run(net, loss, 1, Explicit).Status);
        var run = FlowCases.Run(net, loss, 1);
        Assert.Equal(FlowStatus.Converged, run.Status);
        Assert.InRange(run.Limit.Loss, 0, 1e-12);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(1000)]
    public void Moderate_ratios_are_followed_to_the_end(int ratio)
    {
        var net = Architecture.Parse("3");
        var loss = QuadraticLoss.FromTarget([1, -2, 1], Metric.FromMatrix(new Matrix<Rational>(3, 3, (i, j) => i != j ? 0 : i == 1 ? ratio : 1)));
        var run = FlowCases.Run(net, loss, 1, Explicit);
        Assert.Equal(FlowStatus.Converged, run.Status);

        // As many steps as the domain of stability asks for, not many more.
        Assert.InRange(run.Steps, 30, 60 + (12 * ratio));
    }

    [Theory]
    [InlineData(1e-100)]
    [InlineData(1e-20)]
    [InlineData(1)]
    public void Tiny_starts_end_where_others_do(double scale)
    {
        // Layers of different size: equal ones come out so nearly equal that their difference is lost in rounding.
        var run = FilterFlow.Run(Architecture.Parse("3,2"), QuadraticLoss.FromTarget([1, -2, 0, 1], Metric.Identity(4)), [[scale, 2 * scale, -scale], [3 * scale, -scale]], Explicit, CancellationToken.None);
        Assert.Equal((FlowStatus.Converged, false), (run.Status, run.EndsAtSaddle));
        Assert.InRange(run.Limit.Loss, 0, 1e-12);
        Assert.All(run.Invariants, row => Assert.InRange(row.Drift, 0, 1e-9));
    }

    [Theory]
    [InlineData(1e8)]
    [InlineData(1e20)]
    public void Huge_starts_are_stiff_and_say_so_long_before_the_budget_is_spent(double scale)
    {
        var run = FilterFlow.Run(Two, Indefinite, [[scale, 2 * scale], [3 * scale, -scale]], Explicit, CancellationToken.None);
        Assert.Equal(FlowStatus.Stiff, run.Status);
        Assert.InRange(run.Steps, 1, 2000);
    }

    [Fact]
    public void Critical_starts_stay()
    {
        foreach (ImmutableArray<ImmutableArray<double>> start in new ImmutableArray<ImmutableArray<double>>[] { [[0, 0], [0, 0], [0, 0]], [[1, 2], [0, 0], [0, 0]] })
        {
            var run = FilterFlow.Run(Architecture.Parse("2,2,2"), QuadraticLoss.FromTarget([-1, 2, 3, 1], Metric.Identity(4)), start, Explicit with { Project = true }, CancellationToken.None);
            Assert.Equal((FlowStatus.Converged, 0, "zero"), (run.Status, run.Steps, run.Limit.RealPattern));
            Assert.Equal(start.SelectMany(filter => filter), run.Limit.Filters.SelectMany(filter => filter));
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(-1, true)]
    public void Saddles_are_reached_along_their_stable_manifold(int sign, bool project)
    {
        ImmutableArray<ImmutableArray<double>> start = [[1, 2], [sign, 2 * sign]];
        var run = FilterFlow.Run(Two, Indefinite, start, Explicit with { Project = project }, CancellationToken.None);
        var implicitly = FilterFlow.Run(Two, Indefinite, start, new FlowOptions(), CancellationToken.None);
        Assert.Equal((FlowStatus.Converged, true, "2|"), (run.Status, run.EndsAtSaddle, run.Limit.RealPattern));
        Assert.Equal(run.Limit.Filters[0], run.Limit.Filters[1].Select(entry => sign * entry));
        foreach (var (a, b) in run.Limit.Function.Zip(implicitly.Limit.Function)) Assert.Equal(a, b, 1e-9);
    }

    [Fact]
    public void Targets_equal_to_zero_and_single_zero_filters_are_no_hindrance()
    {
        var none = QuadraticLoss.FromTarget([0, 0, 0], Metric.Identity(3));
        foreach (var project in new[] { false, true })
        {
            var options = Explicit with { Project = project };
            Assert.Equal("zero", FilterFlow.Run(Two, none, [[1, 2], [3, 1]], options, CancellationToken.None).Limit.RealPattern);
            Assert.Equal((FlowStatus.Converged, "11|"), StatusAndPattern(FilterFlow.Run(Two, Indefinite, [[1, 2], [0, 0]], options, CancellationToken.None)));
            Assert.Equal((FlowStatus.Converged, "zero"), StatusAndPattern(FilterFlow.Run(Architecture.Parse("1,1"), QuadraticLoss.FromTarget([2], Metric.Identity(1)), [[1], [-1]], options, CancellationToken.None)));
        }
    }

    /// <summary>At a target with a triple root the flow ends like a power of time: no explicit method gets there, and none should spend its budget trying.</summary>
    [Fact]
    public void Slow_powers_of_time_are_given_up()
    {
        var run = FilterFlow.Run(Architecture.Parse("3,2"), QuadraticLoss.FromTarget([-1, 3, -3, 1], Metric.Identity(4)), [[1, 2, 3], [3, -1]], Explicit, CancellationToken.None);
        Assert.NotEqual(FlowStatus.Converged, run.Status);
        Assert.InRange(run.Steps, 15, 9000);
    }

    [Fact]
    public void Powers_of_two_in_the_data_scale_the_run_bit_for_bit()
    {
        foreach (var project in new[] { false, true })
        {
            var options = Explicit with { Project = project };
            ImmutableArray<ImmutableArray<double>> start = [[1, 2], [3, -1]];
            var run = FilterFlow.Run(Two, Indefinite, start, options, CancellationToken.None);
            var faster = FilterFlow.Run(Two, QuadraticLoss.FromTarget(Indefinite.Target, Metric.FromMatrix((Rational)1024 * Indefinite.Q)), start, options, CancellationToken.None);
            Assert.Equal(run.Limit.Filters.SelectMany(filter => filter), faster.Limit.Filters.SelectMany(filter => filter));
            Assert.Equal(run.Time, faster.Time * 1024);

            var larger = QuadraticLoss.FromTarget([.. Indefinite.Target.Select(u => u * Rational.PowerOfTwo(40))], Metric.Identity(3));
            var up = FilterFlow.Run(Two, larger, [.. start.Select(filter => filter.Select(entry => Math.ScaleB(entry, 20)).ToImmutableArray())], options, CancellationToken.None);
            Assert.Equal(run.Limit.Filters.SelectMany(filter => filter).Select(entry => Math.ScaleB(entry, 20)), up.Limit.Filters.SelectMany(filter => filter));
        }
    }

    [Fact]
    public void Few_steps_spend_the_budget_and_a_cancelled_run_stops()
    {
        var run = FilterFlow.Run(Two, Indefinite, [[1, 2], [3, -1]], Explicit with { MaxSteps = 5 }, CancellationToken.None);
        Assert.Equal(FlowStatus.Budget, run.Status);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => FilterFlow.Run(Two, Indefinite, [[1, 2], [3, -1]], Explicit, source.Token));
        Assert.Contains("7", Assert.Throws<ArgumentOutOfRangeException>(() => FilterFlow.Run(Two, Indefinite, [[1, 2], [3, -1]], new FlowOptions { Method = (FlowMethod)7 }, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    private static (FlowStatus Status, string? Pattern) StatusAndPattern(FlowRun run) => (run.Status, run.Limit.RealPattern);
}
