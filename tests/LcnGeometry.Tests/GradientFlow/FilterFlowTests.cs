using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.GradientFlow;

public class FilterFlowTests
{
    private static readonly QuadraticLoss Small = QuadraticLoss.FromTarget([-1, 1, 3], Metric.Identity(3));

    /// <summary>G1, with the drift as a measure of the error that the step control promises.</summary>
    [Fact]
    public void Invariants_drift_less_the_smaller_the_tolerance()
    {
        foreach (var (filters, strides) in new[] { ("2,2,2", "1,1,1"), ("3,2", "2,1"), ("4,2", "1,1") })
        {
            var net = Architecture.Parse(filters, strides);
            var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, 5), Metric.Bombieri(net.EndToEndSize));
            double Drift(double tolerance) => FlowCases.Run(net, loss, 2, new FlowOptions { Tolerance = tolerance }).Invariants.Max(row => row.Drift);
            double coarse = Drift(1e-5), middle = Drift(1e-8), fine = Drift(1e-11);
            Assert.True(coarse > 20 * middle && middle > 20 * fine, $"{coarse}, {middle}, {fine}");
            Assert.InRange(fine, 0, 1e-10);
        }
    }

    [Fact]
    public void Invariants_are_those_of_the_start()
    {
        var run = FilterFlow.Run(Architecture.Parse("2,2"), Small, [[1, 2], [3, -1]], new FlowOptions(), CancellationToken.None);
        var row = Assert.Single(run.Invariants);
        Assert.Equal<int>([1, 2], row.Layers);
        Assert.Equal(-5, row.Value, 1e-14);
        var norms = run.Limit.Filters.Select(filter => filter.Sum(entry => entry * entry)).ToArray();
        Assert.Equal(-5, norms[0] - norms[1], 1e-9);
    }

    [Fact]
    public void Trajectories_agree_with_a_plain_integrator_of_small_steps()
    {
        foreach (var filters in new[] { "2,2", "3,2", "2,2,2" })
        {
            var net = Architecture.Parse(filters);
            var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, 1), Metric.Identity(net.EndToEndSize));
            var run = FlowCases.Run(net, loss, 0);
            var field = FlowCases.Field(net, loss);
            var chosen = Enumerable.Range(0, run.Trace.Time.Length).Last(i => run.Trace.Time[i] < 1.5);
            Assert.True(run.Trace.Time[chosen] > 0.5);
            var end = PlainIntegrators.RungeKutta(field, FlowCases.Flat(run.Start), run.Trace.Time[chosen], 20_000);
            foreach (var (expected, actual) in field.Layers.EndToEnd(end).Zip(run.Trace.Function[chosen])) Assert.Equal(expected, actual, 1e-8);
        }
    }

    [Fact]
    public void Limits_agree_with_plain_gradient_descent()
    {
        foreach (var filters in new[] { "2,2", "3,2", "3,3" })
        {
            var net = Architecture.Parse(filters);
            for (var item = 0; item < 4; item++)
            {
                var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, 10 + item), Metric.Identity(net.EndToEndSize));
                var run = FlowCases.Run(net, loss, item);
                var field = FlowCases.Field(net, loss);
                var descended = PlainIntegrators.Descend(field, FlowCases.Flat(run.Start), 100_000);
                Assert.Equal(field.Loss(field.Layers.EndToEnd(descended)), run.Limit.Loss, 1e-7);
                foreach (var (expected, actual) in field.Layers.EndToEnd(descended).Zip(run.Limit.Function)) Assert.Equal(expected, actual, 1e-4);
            }
        }
    }

    /// <summary>The reported limit is a critical point: the exact gradient there, in rational arithmetic, is negligible.</summary>
    [Fact]
    public void Limits_are_critical_in_exact_arithmetic() => PropertyRun.Trials(15, random =>
    {
        var net = FlowCases.Net(random);
        var loss = FlowCases.Loss(random, net.EndToEndSize);
        var run = FlowCases.Run(net, loss, random.Between(0, 1000));
        if (run.Status != FlowStatus.Converged) return;
        ImmutableArray<ImmutableArray<Rational>> limit = [.. run.Limit.Filters.Select(filter => filter.Select(Rational.RationalizeExactly).ToImmutableArray())];
        var stack = new FilterStack<Rational>(net, limit);
        var gradient = ParameterizationMap.Jacobian(stack).Transpose().Multiply(loss.Gradient(ParameterizationMap.EndToEnd(stack)).AsSpan());
        Assert.All(gradient, entry => Assert.InRange(entry.ToDouble(), -1e-5, 1e-5));
        Assert.Equal(FlowCases.ExactLoss(net, loss, limit).ToDouble(), run.Limit.Loss, 1e-9);
        Assert.InRange(run.RelativeDistance, 0, 1e-8);
        Assert.InRange(run.RelativeGradient, 0, 1e-10);
    });

    [Fact]
    public void The_loss_never_rises_and_time_never_stands_still() => PropertyRun.Trials(10, random =>
    {
        var net = FlowCases.Net(random);
        var trace = FlowCases.Run(net, FlowCases.Loss(random, net.EndToEndSize), random.Between(0, 1000), new FlowOptions { TraceSamples = 50 }).Trace;
        Assert.InRange(trace.Time.Length, 1, 50);
        for (var i = 1; i < trace.Time.Length; i++)
        {
            Assert.True(trace.Time[i] > trace.Time[i - 1]);
            Assert.True(trace.Loss[i] <= trace.Loss[i - 1] + (1e-9 * trace.Loss[0]));
            Assert.True(trace.Drift[i] >= trace.Drift[i - 1]);
        }

        Assert.Equal(trace.Time.Length, trace.Function.Length);
    });

    [Fact]
    public void Powers_of_two_in_the_data_scale_the_run_bit_for_bit()
    {
        var net = Architecture.Parse("2,2");
        ImmutableArray<ImmutableArray<double>> start = [[1, 2], [3, -1]];
        var run = FilterFlow.Run(net, Small, start, new FlowOptions(), CancellationToken.None);

        var stretched = QuadraticLoss.FromTarget(Small.Target, Metric.FromMatrix((Rational)1024 * Small.Q));
        var faster = FilterFlow.Run(net, stretched, start, new FlowOptions(), CancellationToken.None);
        Assert.Equal(run.Limit.Filters.SelectMany(filter => filter), faster.Limit.Filters.SelectMany(filter => filter));
        Assert.Equal(run.Time, faster.Time * 1024);
        Assert.Equal(run.Trace.Loss.Select(loss => loss * 1024), faster.Trace.Loss);

        var larger = QuadraticLoss.FromTarget([.. Small.Target.Select(u => u * Rational.PowerOfTwo(40))], Metric.Identity(3));
        var up = FilterFlow.Run(net, larger, [.. start.Select(filter => filter.Select(entry => Math.ScaleB(entry, 20)).ToImmutableArray())], new FlowOptions(), CancellationToken.None);
        Assert.Equal(run.Limit.Filters.SelectMany(filter => filter).Select(entry => Math.ScaleB(entry, 20)), up.Limit.Filters.SelectMany(filter => filter));
        Assert.Equal(run.Status, up.Status);
        Assert.Equal(run.Limit.RealPattern, up.Limit.RealPattern);
    }

    [Fact]
    public void Reversing_everything_reverses_the_run()
    {
        var net = Architecture.Parse("3,2");
        var target = FlowCases.NormalTarget(4, 3);
        var start = FilterFlow.RandomStart(net, 1, 4);
        var run = FilterFlow.Run(net, QuadraticLoss.FromTarget(target, Metric.Identity(4)), start, new FlowOptions(), CancellationToken.None);
        var reversed = FilterFlow.Run(net, QuadraticLoss.FromTarget([.. target.Reverse()], Metric.Identity(4)),
            [.. start.Select(filter => filter.Reverse().ToImmutableArray())], new FlowOptions(), CancellationToken.None);
        foreach (var (forward, backward) in run.Limit.Filters.Zip(reversed.Limit.Filters))
        {
            foreach (var (expected, actual) in forward.Zip(backward.Reverse())) Assert.Equal(expected, actual, 1e-7);
        }

        Assert.Equal(run.Pattern, reversed.Pattern);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        var net = Architecture.Parse("2,2,2");
        var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(4, 9), Metric.Identity(4));
        FlowRun first = FlowCases.Run(net, loss, 7), second = FlowCases.Run(net, loss, 7);
        Assert.Equal(first.Start.SelectMany(filter => filter), second.Start.SelectMany(filter => filter));
        Assert.Equal(first.Trace.Function.SelectMany(filter => filter), second.Trace.Function.SelectMany(filter => filter));
        Assert.Equal(first.Time, second.Time);
        Assert.NotEqual(first.Start[0], FilterFlow.RandomStart(net, 1, 8)[0]);
        Assert.NotEqual(first.Start[0], FilterFlow.RandomStart(net, 2, 7)[0]);
        Assert.Equal(net.Filters, first.Start.Select(filter => filter.Length));
    }

    [Fact]
    public void The_row_of_a_run_carries_all_of_it()
    {
        var run = FlowCases.Run(Architecture.Parse("2,2"), Small, 0);
        var row = run.ToRow();
        Assert.Equal((run.Status, run.Steps, run.Time, run.RelativeGradient), (row.Status, row.Steps, row.Time, row.GradientNorm));
        Assert.Equal((run.Start, run.Limit, run.Invariants, run.Trace), (row.Init, row.Limit, row.Invariants, row.Trace));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        var net = Architecture.Parse("2,2");
        string Refused(QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, FlowOptions? options = null) =>
            Assert.ThrowsAny<ArgumentException>(() => FilterFlow.Run(net, loss, start, options ?? new FlowOptions(), CancellationToken.None)).Message;
        Assert.Contains("NaN", Refused(Small, [[1, double.NaN], [1, 1]]), StringComparison.Ordinal);
        Assert.Contains("-Infinity", Refused(Small, [[1, 1], [1, double.NegativeInfinity]]), StringComparison.Ordinal);
        Assert.Contains("layer 2 has 3", Refused(Small, [[1, 1], [1, 1, 1]]), StringComparison.Ordinal);
        Assert.Contains("1 filters", Refused(Small, [[1, 1]]), StringComparison.Ordinal);
        Assert.Contains("0 filters", Refused(Small, default), StringComparison.Ordinal);
        Assert.Contains("filters of 4 entries", Refused(QuadraticLoss.FromTarget([1, 1, 1, 1], Metric.Identity(4)), [[1, 1], [1, 1]]), StringComparison.Ordinal);
        Assert.Contains("too large", Refused(Small, [[1e200, 1], [1, 1]]), StringComparison.Ordinal);
        Assert.Contains("1.0", Refused(Small, [[1, 1], [1, 1]], new FlowOptions { Tolerance = 1 }), StringComparison.Ordinal);
        Assert.Contains("NaN", Refused(Small, [[1, 1], [1, 1]], new FlowOptions { GradientTolerance = double.NaN }), StringComparison.Ordinal);
        Refused(Small, [[1, 1], [1, 1]], new FlowOptions { MaxSteps = 0 });
        Refused(Small, [[1, 1], [1, 1]], new FlowOptions { TraceSamples = 1 });
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => FilterFlow.Run(net, Small, [[1, 1], [1, 2]], new FlowOptions(), source.Token));
    }
}
