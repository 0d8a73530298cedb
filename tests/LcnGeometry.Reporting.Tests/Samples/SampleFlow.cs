using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Flow runs for samples: gradient flow of |w1 * w2 * ... - u|^2 by fixed Runge-Kutta steps, stride one.</summary>
internal static class SampleFlow
{
    private const int Steps = 1200;
    private const double Step = 0.03;

    internal static FlowRunRow Run(ImmutableArray<int> filters, double[] target, TestRandom random)
    {
        var start = filters.Select(size => Enumerable.Range(0, size).Select(_ => (2.4 * random.Unit()) - 1.2).ToArray()).ToArray();
        var state = start.Select(filter => (double[])filter.Clone()).ToArray();
        var balance = Balance(state);
        List<double> times = [], losses = [], drifts = [];
        List<ImmutableArray<double>> functions = [];
        double drift = 0;
        var kept = -1;
        for (var i = 0; i <= Steps; i++)
        {
            var now = Balance(state);
            for (var l = 0; l < now.Length; l++) drift = Math.Max(drift, Math.Abs(now[l] - balance[l]) / (Norm(state[l]) + Norm(state[l + 1])));
            if (IsKept(i, kept))
            {
                kept = i;
                times.Add(i * Step);
                var product = Product(state);
                functions.Add([.. product]);
                losses.Add(Loss(product, target));
                drifts.Add(drift);
            }

            state = Advance(state, target);
        }

        var limit = Product(state);
        var roots = state.Select(filter => SampleRoots.Of(filter)).ToImmutableArray();
        return new FlowRunRow
        {
            Init = [.. start.Select(filter => filter.ToImmutableArray())],
            Status = FlowStatus.Converged,
            Steps = Steps,
            Time = Steps * Step,
            GradientNorm = 3.2e-11,
            Limit = new FlowLimitRow
            {
                Filters = [.. state.Select(filter => filter.ToImmutableArray())],
                Function = [.. limit],
                RealPattern = SampleRoots.Pattern(roots),
                Loss = Loss(limit, target),
                Separation = 0.31,
                Spread = 0.004,
                Roots = [.. roots.Select(list => list.Select(root => new LimitRoot(root.Real, root.Imaginary)).ToImmutableArray())],
                RepeatedFilters = SampleRoots.Repeated(state),
            },
            Invariants = [.. balance.Select((value, l) => new InvariantRow([l + 1, l + 2], value, drift))],
            Trace = new FlowTraceRow { Time = [.. times], Loss = [.. losses], Function = [.. functions], Drift = [.. drifts] },
        };
    }

    internal static double[] Product(IEnumerable<double[]> filters) => filters.Aggregate(new[] { 1.0 }, Multiply);

    // Growing gaps: every step at first, then about one in twelve of what has passed.
    private static bool IsKept(int i, int before) => i == Steps || i - before > before / 12;

    private static double[][] Advance(double[][] state, double[] target)
    {
        var a = Slope(state, target);
        var b = Slope(Moved(state, a, Step / 2), target);
        var c = Slope(Moved(state, b, Step / 2), target);
        var d = Slope(Moved(state, c, Step), target);
        return Moved(Moved(Moved(Moved(state, a, Step / 6), b, Step / 3), c, Step / 3), d, Step / 6);
    }

    private static double[][] Slope(double[][] state, double[] target)
    {
        var gradient = Product(state);
        for (var i = 0; i < gradient.Length; i++) gradient[i] = -2 * (gradient[i] - target[i]);
        var slope = new double[state.Length][];
        for (var l = 0; l < state.Length; l++)
        {
            var rest = Product(state.Where((_, other) => other != l));
            slope[l] = new double[state[l].Length];
            for (var i = 0; i < slope[l].Length; i++)
            {
                for (var j = 0; j < rest.Length; j++) slope[l][i] += rest[j] * gradient[i + j];
            }
        }

        return slope;
    }

    private static double[][] Moved(double[][] state, double[][] slope, double by)
    {
        var moved = new double[state.Length][];
        for (var l = 0; l < state.Length; l++)
        {
            moved[l] = new double[state[l].Length];
            for (var i = 0; i < moved[l].Length; i++) moved[l][i] = state[l][i] + (by * slope[l][i]);
        }

        return moved;
    }

    private static double[] Multiply(double[] a, double[] b)
    {
        var product = new double[a.Length + b.Length - 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++) product[i + j] += a[i] * b[j];
        }

        return product;
    }

    private static double[] Balance(double[][] state) => [.. state.Zip(state.Skip(1), (one, next) => Norm(one) - Norm(next))];

    private static double Norm(double[] filter) => filter.Sum(x => x * x);

    private static double Loss(double[] product, double[] target) => product.Zip(target, (p, u) => (p - u) * (p - u)).Sum();
}
