using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>Dense output and events against formulas and against a plain integrator of small steps.</summary>
public class FlowTrajectoryTests
{
    private static FlowTrajectory OneWeight(double start = 5) =>
        FilterFlow.Trajectory(Architecture.Parse("1"), QuadraticLoss.FromTarget([3], Metric.Identity(1)), [[start]], new FlowOptions(), CancellationToken.None);

    [Fact]
    public void Every_time_of_a_run_is_that_of_a_plain_integrator()
    {
        foreach (var (filters, strides) in new[] { ("3,2", "1,1"), ("2,2,2", "1,1,1"), ("2,1,2", "3,2,1") })
        {
            var net = Architecture.Parse(filters, strides);
            var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(net.EndToEndSize, 3), Metric.Bombieri(net.EndToEndSize));
            var trajectory = FilterFlow.Trajectory(net, loss, FilterFlow.RandomStart(net, 1, 2), new FlowOptions(), CancellationToken.None);
            var field = FlowCases.Field(net, loss);
            foreach (var time in new[] { 0.013, 0.21, 0.7, 1.9 })
            {
                var expected = PlainIntegrators.RungeKutta(field, FlowCases.Flat(trajectory.Run.Start), time, 4000);
                foreach (var (e, a) in expected.Zip(FlowCases.Flat(trajectory.At(time)))) Assert.Equal(e, a, 2e-8);
            }
        }
    }

    [Fact]
    public void The_run_is_that_of_the_explicit_method_and_its_ends_are_met()
    {
        var net = Architecture.Parse("2,2");
        var loss = QuadraticLoss.FromTarget([-1, 1, 3], Metric.Identity(3));
        var start = FilterFlow.RandomStart(net, 1, 5);
        var trajectory = FilterFlow.Trajectory(net, loss, start, new FlowOptions(), CancellationToken.None);
        var run = FilterFlow.Run(net, loss, start, new FlowOptions { Method = FlowMethod.Explicit }, CancellationToken.None);
        Assert.Equal(run.Time, trajectory.End);
        Assert.Equal(run.Limit.Filters.SelectMany(filter => filter), trajectory.Run.Limit.Filters.SelectMany(filter => filter));
        Assert.Equal(start.SelectMany(filter => filter), trajectory.At(0).SelectMany(filter => filter));
        Assert.Equal(run.Limit.Filters.SelectMany(filter => filter), trajectory.At(trajectory.End).SelectMany(filter => filter));

        // Continuous at the joints of the trace, whose times are those of steps.
        foreach (var (time, i) in run.Trace.Time.Select((time, i) => (time, i)))
        {
            var stack = trajectory.At(time);
            var function = new LayerProducts(net).EndToEnd(FlowCases.Flat(stack));
            foreach (var (expected, actual) in run.Trace.Function[i].Zip(function)) Assert.Equal(expected, actual, 1e-12);
        }
    }

    [Fact]
    public void An_event_of_one_weight_is_at_the_time_of_the_formula()
    {
        // w(t) = 3 + 2 exp(-2t).
        var trajectory = OneWeight();
        foreach (var level in new[] { 4.5, 4, 3.5, 3.001 })
        {
            var time = Assert.Single(trajectory.Times(filters => filters[0][0] - level));
            Assert.Equal(Math.Log(2 / (level - 3)) / 2, time, 1e-6);
        }

        Assert.Empty(trajectory.Times(filters => filters[0][0] - 6));
        Assert.Empty(trajectory.Times(filters => filters[0][0] - 2));
    }

    [Fact]
    public void Several_events_come_in_order_and_changes_back_count()
    {
        // sin(20 w) along w(t) = 3 + 2 exp(-2t) vanishes where 20 w is a multiple of pi.
        var times = OneWeight().Times(filters => Math.Sin(20 * filters[0][0]), samples: 16);
        var expected = Enumerable.Range(1, 100).Select(k => k * Math.PI / 20).Where(w => w is > 3.0001 and < 5).OrderDescending().Select(w => Math.Log(2 / (w - 3)) / 2).ToArray();
        Assert.Equal(expected.Length, times.Length);
        foreach (var (e, a) in expected.Zip(times)) Assert.Equal(e, a, 1e-5);
    }

    [Fact]
    public void An_event_is_no_artefact_of_the_steps()
    {
        // When the roots of the first filter of (3,2) collide or part, for two tolerances whose steps differ.
        var net = Architecture.Parse("3,2");
        static double Discriminant(ImmutableArray<ImmutableArray<double>> filters) => (filters[0][1] * filters[0][1]) - (4 * filters[0][0] * filters[0][2]);
        var events = 0;
        for (var item = 0; item < 6; item++)
        {
            var loss = QuadraticLoss.FromTarget(FlowCases.NormalTarget(4, 20 + item), Metric.Identity(4));
            ImmutableArray<double> Of(double tolerance) => FilterFlow.Trajectory(net, loss, FilterFlow.RandomStart(net, 1, item), new FlowOptions { Tolerance = tolerance }, CancellationToken.None).Times(Discriminant);
            ImmutableArray<double> usual = Of(1e-10), fine = Of(1e-12);
            Assert.Equal(fine.Length, usual.Length);
            foreach (var (a, b) in fine.Zip(usual)) Assert.Equal(1, b / a, 1e-6);
            events += fine.Length;
        }

        Assert.True(events > 0);
    }

    [Fact]
    public void What_is_zero_from_the_start_is_no_event_and_nothing_is_asked_of_a_run_at_rest()
    {
        Assert.Empty(OneWeight(3).Times(filters => filters[0][0] - 3));
        Assert.Equal(3, OneWeight(3).At(0)[0][0]);
        Assert.Empty(OneWeight(5).Times(filters => filters[0][0] - 5));
    }

    [Fact]
    public void Times_out_of_the_run_are_refused()
    {
        var trajectory = OneWeight();
        Assert.Contains("-1.0", Assert.Throws<ArgumentOutOfRangeException>(() => trajectory.At(-1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => trajectory.At(trajectory.End * 1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => trajectory.At(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => trajectory.Times(_ => 1, samples: 0));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => trajectory.Times(_ => 1, token: source.Token));
    }
}
