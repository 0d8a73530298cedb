using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry.Benchmarks;

/// <summary>Our own times on data sets from a file: warm, in one process, the start solutions at hand.</summary>
internal static class CriticalPointTiming
{
    private const int Rounds = 5;
    private const double WarmUpSeconds = 3;
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Prints one row for each data set.</summary>
    /// <param name="file">A list of <c>{"name", "filters", "strides", "q", "u"}</c>, the numbers of q and u as text.</param>
    public static int Print(string file)
    {
        var sets = JsonSerializer.Deserialize<List<DataSet>>(File.ReadAllText(file), Json) ?? throw new FormatException($"{file} is empty.");
        var rows = new List<Row>();
        foreach (var group in sets.GroupBy(set => (string.Join(',', set.Filters), string.Join(',', set.Strides))))
        {
            Case[] cases = [.. group.Select(set => new Case(set))];
            var start = Environment.CpuUsage.TotalTime;
            while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < WarmUpSeconds)
            {
                foreach (var one in cases)
                {
                    one.Track();
                    one.Certify();
                    one.Complete();
                }
            }

            foreach (var (set, one) in group.Zip(cases))
            {
                var result = one.Complete();
                rows.Add(new Row(
                    set.Name,
                    Least(() => one.Track()),
                    Least(() => one.Certify()),
                    Least(() => one.Complete()),
                    Wall(() => one.Complete()),
                    (int)result.Completeness.Expected,
                    (int)result.Completeness.Certified,
                    result.Completeness.Verdict.ToString()));
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(rows, Json));
        return 0;
    }

    /// <summary>Milliseconds of processor time, of all threads together; the least of several rounds.</summary>
    private static double Least(Action action) => Enumerable.Range(0, Rounds).Min(_ => ProcessorTime.Of(action));

    /// <summary>Milliseconds on the clock; the least of several calls.</summary>
    private static double Wall(Action action)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            least = Math.Min(least, clock.Elapsed.TotalMilliseconds);
        }

        return least;
    }

    private sealed record DataSet(string Name, ImmutableArray<int> Filters, ImmutableArray<int> Strides, string[][] Q, string[] U);

    /// <param name="Name">The data set.</param>
    /// <param name="Milliseconds">Paths from the start solutions to all critical functions, without certification.</param>
    /// <param name="CertifiedMilliseconds">Paths, certification, and proof that the list is complete.</param>
    /// <param name="CompleteMilliseconds">The same, and everything that is said about the real ones: root patterns, factorizations, kinds.</param>
    /// <param name="CompleteWallMilliseconds">The last, on the clock.</param>
    /// <param name="Expected">Critical parameters for generic data.</param>
    /// <param name="Certified">Critical parameters certified.</param>
    /// <param name="Verdict">On completeness.</param>
    private sealed record Row(
        string Name,
        double Milliseconds,
        double CertifiedMilliseconds,
        double CompleteMilliseconds,
        double CompleteWallMilliseconds,
        int Expected,
        int Certified,
        string Verdict);

    /// <summary>One data set, ready to be solved at three depths.</summary>
    private sealed class Case
    {
        private static readonly StartLibrary Starts = new(null);
        private static readonly CriticalSystemSolver Solver = new();
        private static readonly CriticalPointOptions Options = new() { Solver = Solver };

        private readonly Architecture _net;
        private readonly QuadraticLoss _loss;
        private readonly (ProductMap Map, int Count)[] _strata;

        public Case(DataSet set)
        {
            _net = new Architecture(set.Filters, set.Strides);
            var target = set.U.Select(Rational.Parse).ToImmutableArray();
            _loss = QuadraticLoss.FromTarget(target, Metric.FromMatrix(new Matrix<Rational>(target.Length, target.Length, (i, j) => Rational.Parse(set.Q[i][j]))));
            _strata = [.. CriticalStratum.All(_net).Where(stratum => !stratum.IsUnconstrained).Select(stratum => (StratumMap.Of(stratum), (int)stratum.GenericCount))];
        }

        /// <summary>The number of paths that arrived.</summary>
        public int Track()
        {
            var arrived = 0;
            var linear = _loss.Q.Multiply(_loss.Target.AsSpan());
            foreach (var (map, count) in _strata)
            {
                var start = Starts.Get(map, count, CancellationToken.None);
                var target = LaneData<Lanes>.Of(DataScaling.Normalize(_loss.Q, linear, out _));
                var ends = new PathTracker<Lanes>(map).Track(LaneData<Lanes>.Of(start.Data), target, start.Solutions, TrackerOptions.Standard, CancellationToken.None);
                arrived += ends.Count(end => end.Status == PathStatus.Arrived);
            }

            return arrived;
        }

        /// <summary>The number of certified critical functions with a constraint.</summary>
        public int Certify()
        {
            var linear = _loss.Q.Multiply(_loss.Target.AsSpan());
            return _strata.Sum(stratum => Solver.Solve(stratum.Map, _loss.Q, linear, stratum.Count).Boxes.Length);
        }

        public CriticalPointSet Complete() => CriticalPoints.Find(_net, _loss, Options);
    }
}
