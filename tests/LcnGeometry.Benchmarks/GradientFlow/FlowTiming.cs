using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry.Benchmarks;

/// <summary>Runs of gradient flow by both methods, warm, on one thread: one line of JSON for each.</summary>
internal static class FlowTiming
{
    private static readonly (string Filters, string Strides)[] Nets = [("2,2", "1,1"), ("3,2", "1,1"), ("3,2", "2,1"), ("2,2,2", "1,1,1"), ("3,3,3", "1,1,1")];

    /// <summary>Prints for each run its data, its ends and the milliseconds of processor time that it took.</summary>
    /// <param name="seed">The seed of targets and starts.</param>
    /// <param name="runs">Runs for each architecture.</param>
    public static int Print(string seed, string runs)
    {
        var warm = Architecture.Parse("2,2");
        foreach (var method in Enum.GetValues<FlowMethod>())
        {
            // As many runs as the runtime needs to compile its best code.
            for (var round = 0; round < 300; round++)
                FilterFlow.Run(warm, QuadraticLoss.FromTarget([-1, 1, 3], Metric.Identity(3)), FilterFlow.RandomStart(warm, 0, round), new FlowOptions { Method = method, Project = round % 2 == 0 }, CancellationToken.None);
        }

        var key = long.Parse(seed, CultureInfo.InvariantCulture);
        foreach (var (filters, strides) in Nets)
        {
            var net = Architecture.Parse(filters, strides);
            for (var item = 0; item < int.Parse(runs, CultureInfo.InvariantCulture); item++)
            {
                var random = new CounterRandom(key + 1, item);
                ImmutableArray<Rational> target = [.. Enumerable.Range(0, net.EndToEndSize).Select(_ => Rational.RationalizeExactly(random.NextGaussian()))];
                var loss = QuadraticLoss.FromTarget(target, Metric.Identity(net.EndToEndSize));
                var start = FilterFlow.RandomStart(net, key, item);
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    filters = net.Filters,
                    strides = net.Strides,
                    target = target.Select(entry => entry.ToDouble()),
                    start = start.SelectMany(filter => filter),
                    @explicit = Measure(net, loss, start, new FlowOptions { Method = FlowMethod.Explicit }),
                    projected = Measure(net, loss, start, new FlowOptions { Method = FlowMethod.Explicit, Project = true }),
                    @implicit = Measure(net, loss, start, new FlowOptions()),
                }));
            }
        }

        return 0;
    }

    private static object Measure(Architecture net, QuadraticLoss loss, ImmutableArray<ImmutableArray<double>> start, FlowOptions options)
    {
        FlowRun Run() => FilterFlow.Run(net, loss, start, options, CancellationToken.None);
        var run = Run();
        return new { status = run.Status.ToString(), run.Steps, run.Time, weights = run.Limit.Filters.SelectMany(filter => filter), milliseconds = ProcessorTime.Of(() => Run()) };
    }
}
