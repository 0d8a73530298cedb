using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>Descent with a fixed step: against a plain loop, against the compiled kernels, and against the flow as the step shrinks.</summary>
public class FixedStepDescentTests
{
    private static readonly (string Filters, string Strides)[] Nets = [("2,2", "1,1"), ("3,2", "2,1"), ("2,1,2", "3,2,1"), ("2,2,2", "1,1,1"), ("1,1", "1,1")];

    [Fact]
    public void The_steps_are_those_of_a_plain_loop()
    {
        foreach (var (filters, strides) in Nets)
        {
            var (net, loss, start) = Case(filters, strides);
            const double Step = 0.01;
            var run = FixedStepDescent.Run(net, loss, start, Step, maxSteps: 500);
            var field = FlowCases.Field(net, loss);
            var point = FlowCases.Flat(start);
            for (var k = 0; k < run.Run.Steps; k++) point = [.. point.Zip(field.Velocity(point), (x, v) => x + (Step * v))];
            foreach (var (expected, actual) in point.Zip(FlowCases.Flat(run.Run.Limit.Filters))) Assert.Equal(expected, actual, 1e-12);
            Assert.Equal(run.Run.Steps * Step, run.Run.Time);
        }
    }

    /// <summary>The kernels of the census with a step that nothing shortens.</summary>
    [Fact]
    public void The_ends_are_those_of_the_compiled_kernels()
    {
        foreach (var (filters, strides) in Nets)
        {
            var (net, loss, start) = Case(filters, strides);
            var run = FixedStepDescent.Run(net, loss, start, 0.01, maxSteps: 300);
            var compiled = GradientDescent.Run(net, loss, start, new DescentOptions { LargestStep = 0.01, StepFactor = 1e300, MaxSteps = run.Run.Steps, GradientTolerance = 1e-300 });
            Assert.Equal(run.Run.Steps, compiled.Steps);
            foreach (var (expected, actual) in compiled.Function.Zip(run.Run.Limit.Function)) Assert.Equal(expected, actual, 1e-12);
        }
    }

    /// <summary>G1: conserved by the flow, and drifting by a total proportional to the step of descent.</summary>
    [Fact]
    public void Half_the_step_drifts_half_as_far_and_ends_nearer_to_the_flow()
    {
        foreach (var (filters, strides) in Nets)
        {
            var (net, loss, start) = Case(filters, strides);
            var flow = FilterFlow.Run(net, loss, start, new FlowOptions(), CancellationToken.None);
            var runs = new[] { 0.004, 0.002, 0.001 }.Select(step => FixedStepDescent.Run(net, loss, start, step)).ToArray();
            Assert.All(runs, run => Assert.Equal(FlowStatus.Converged, run.Status));
            for (var i = 0; i < net.Depth - 1; i++)
            {
                var drifts = runs.Select(run => run.Run.Invariants[i].Drift).ToArray();
                Assert.Equal(flow.Invariants[i].Value, runs[0].Run.Invariants[i].Value);
                Assert.InRange(drifts[0] / drifts[1], 1.8, 2.2);
                Assert.InRange(drifts[1] / drifts[2], 1.9, 2.1);
                Assert.True(drifts[2] > 1e4 * flow.Invariants[i].Drift);
            }

            var distances = runs.Select(run => Distance(run.Run.Limit.Filters, flow.Limit.Filters)).ToArray();
            Assert.InRange(distances[0] / distances[1], 1.7, 2.3);
            Assert.Equal(flow.Limit.RealPattern, runs[2].Run.Limit.RealPattern);
        }
    }

    /// <summary>One step changes |w_l|^2 by h^2 |g_l|^2 and an amount that all layers share.</summary>
    [Fact]
    public void The_drift_is_the_sum_of_what_the_steps_add()
    {
        var (net, loss, start) = Case("2,2,2", "1,1,1");
        const double Step = 0.003;
        var run = FixedStepDescent.Run(net, loss, start, Step, maxSteps: 200);
        var (field, point) = (FlowCases.Field(net, loss), FlowCases.Flat(start));
        double sum = 0, most = 0;
        for (var k = 0; k < 200; k++)
        {
            var slope = field.Velocity(point);
            sum += Step * Step * (Square(field.Layers.Filter(slope, 0)) - Square(field.Layers.Filter(slope, 1)));
            point = [.. point.Zip(slope, (x, v) => x + (Step * v))];
            var size = Math.Max(Square(field.Layers.Filter(point, 0)) + Square(field.Layers.Filter(point, 1)), start.Take(2).Sum(filter => Square(filter.AsSpan())));
            most = Math.Max(most, Math.Abs(sum) / size);
        }

        Assert.Equal(most, run.Run.Invariants[0].Drift, 1e-12);
        Assert.True(most > 1e-5);
    }

    [Fact]
    public void Ends_are_called_what_they_are()
    {
        var net = Architecture.Parse("2,2");
        var loss = QuadraticLoss.FromTarget([-1, 1, 3], Metric.Identity(3));
        ImmutableArray<ImmutableArray<double>> start = [[1, 2], [3, -1]];
        foreach (var step in new[] { 1, 1000.0, 1e300, double.MaxValue }) Assert.Equal(FlowStatus.Diverging, FixedStepDescent.Run(net, loss, start, step).Status);
        foreach (var step in new[] { 1e-3, 1e-12, 1e-300, double.Epsilon }) Assert.Equal((FlowStatus.Budget, 50), Of(FixedStepDescent.Run(net, loss, start, step, maxSteps: 50)));
        var diverging = FixedStepDescent.Run(net, loss, start, 1);
        Assert.All(diverging.Run.Limit.Filters.SelectMany(filter => filter), entry => Assert.True(double.IsFinite(entry)));

        // At rest: nothing to do. Without a target: everything goes to zero. Along the stable manifold of a saddle: it stays there.
        Assert.Equal((FlowStatus.Converged, 0), Of(FixedStepDescent.Run(net, loss, [[0, 0], [0, 0]], 0.01)));
        Assert.Equal("zero", FixedStepDescent.Run(net, QuadraticLoss.FromTarget([0, 0, 0], Metric.Identity(3)), start, 0.01).Run.Limit.RealPattern);
        var saddle = FixedStepDescent.Run(net, loss, [[1, 2], [1, 2]], 0.01);
        Assert.Equal((FlowStatus.Converged, true), (saddle.Status, saddle.Run.EndsAtSaddle));
        Assert.Empty(FixedStepDescent.Run(Architecture.Parse("3"), loss, [[1, 2, 3]], 0.01).Run.Invariants);
    }

    [Fact]
    public void Powers_of_two_in_the_data_scale_the_run_bit_for_bit()
    {
        var net = Architecture.Parse("2,2");
        ImmutableArray<ImmutableArray<double>> start = [[1, 2], [3, -1]];
        var run = FixedStepDescent.Run(net, QuadraticLoss.FromTarget([-1, 1, 3], Metric.Identity(3)), start, 0.01);
        var faster = FixedStepDescent.Run(net, QuadraticLoss.FromTarget([-1, 1, 3], Metric.FromMatrix((Rational)1024 * Matrix<Rational>.Identity(3))), start, 0.01 / 1024);
        Assert.Equal(run.Run.Steps, faster.Run.Steps);
        Assert.Equal(run.Run.Limit.Filters.SelectMany(filter => filter), faster.Run.Limit.Filters.SelectMany(filter => filter));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        var net = Architecture.Parse("2,2");
        var loss = QuadraticLoss.FromTarget([-1, 1, 3], Metric.Identity(3));
        foreach (var step in new[] { 0, -1, double.NaN, double.PositiveInfinity })
            Assert.Contains(Scalar.Format(step), Assert.Throws<ArgumentOutOfRangeException>(() => FixedStepDescent.Run(net, loss, [[1, 1], [1, 1]], step)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => FixedStepDescent.Run(net, loss, [[1, 1], [1, 1]], 0.1, maxSteps: 0));
        Assert.Throws<ArgumentException>(() => FixedStepDescent.Run(net, loss, [[1, 1]], 0.1));
        Assert.Throws<ArgumentException>(() => FixedStepDescent.Run(Architecture.Parse("3,2"), loss, [[1, 1, 1], [1, 1]], 0.1));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => FixedStepDescent.Run(net, loss, [[1, 1], [1, 2]], 0.1, token: source.Token));
    }

    private static (Architecture Net, QuadraticLoss Loss, ImmutableArray<ImmutableArray<double>> Start) Case(string filters, string strides)
    {
        var net = Architecture.Parse(filters, strides);
        return (net, QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, 1), Metric.Identity(net.EndToEndSize)), FilterFlow.RandomStart(net, 1, 1));
    }

    private static (FlowStatus Status, int Steps) Of(FixedStepRun run) => (run.Status, run.Run.Steps);

    private static double Square(ReadOnlySpan<double> filter)
    {
        double sum = 0;
        foreach (var entry in filter) sum += entry * entry;
        return sum;
    }

    private static double Distance(ImmutableArray<ImmutableArray<double>> left, ImmutableArray<ImmutableArray<double>> right) =>
        LayerProducts.Norm([.. FlowCases.Flat(left).Zip(FlowCases.Flat(right), (a, b) => a - b)]);
}
