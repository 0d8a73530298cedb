using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry.Benchmarks;

/// <summary>How the cost grows with the degree and with the number of paths: all strata of binary forms of a degree, random data, warm.</summary>
internal static class GrowthTiming
{
    private const int Seed = 7;
    private const double WarmUpSeconds = 8;

    /// <summary>Prints one row for each degree, and the fitted powers.</summary>
    public static int Print(int largestDegree)
    {
        WarmUp();
        Console.WriteLine("| degree | strata | paths | start solutions | tracked | tracked and certified | for each path |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        List<(double Paths, double Time)> strataTimes = [], degreeTimes = [];
        for (var degree = 2; degree <= largestDegree; degree++)
        {
            var (form, linear) = Data(degree + 1);
            var exact = DataScaling.Normalize(form, linear, out _);
            var starts = new StartLibrary(null);
            var solver = new CriticalSystemSolver();
            double monodromy = 0, tracked = 0, certified = 0;
            var paths = 0;
            var strata = Strata(degree).ToArray();
            foreach (var (map, count) in strata)
            {
                var before = Environment.CpuUsage.TotalTime;
                var start = starts.Get(map, count, CancellationToken.None);
                monodromy += (Environment.CpuUsage.TotalTime - before).TotalSeconds;
                var from = LaneData<Lanes>.Of(start.Data);
                var to = LaneData<Lanes>.Of(exact);
                var tracker = new PathTracker<Lanes>(map);
                if (solver.Solve(map, form, linear, count).Boxes.Length != count) throw new InvalidOperationException($"{map} is incomplete.");
                tracked += ProcessorTime.Of(() => tracker.Track(from, to, start.Solutions, TrackerOptions.Standard, CancellationToken.None));
                var time = ProcessorTime.Of(() => solver.Solve(map, form, linear, count));
                certified += time;
                paths += count;
                if (degree == largestDegree) strataTimes.Add((count, time));
            }

            degreeTimes.Add((degree, certified));
            Console.WriteLine(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| {degree} | {strata.Length} | {paths} | {monodromy:F2} s | {tracked:F2} ms | {certified:F2} ms | {1000 * certified / paths:F0} µs |"));
        }

        Console.WriteLine(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Time for a stratum of degree {largestDegree}: (paths)^{Slope(strataTimes.Select(p => (Math.Log(p.Paths), Math.Log(p.Time)))):F2}. Time for a degree: {Math.Exp(Slope(degreeTimes.Select(p => (p.Paths, Math.Log(p.Time))))):F1} for each step of the degree."));
        return 0;
    }

    /// <summary>Lets the runtime compile for good.</summary>
    private static void WarmUp()
    {
        var solver = new CriticalSystemSolver();
        var start = Environment.CpuUsage.TotalTime;
        while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < WarmUpSeconds)
        {
            for (var degree = 2; degree <= 5; degree++)
            {
                var (form, linear) = Data(degree + 1);
                foreach (var (map, count) in Strata(degree)) solver.Solve(map, form, linear, count);
            }
        }
    }

    private static IEnumerable<(ProductMap Map, int Count)> Strata(int degree) =>
        CriticalStratum.All(new Architecture([.. Enumerable.Repeat(2, degree)]))
            .Where(stratum => !stratum.IsUnconstrained)
            .Select(stratum => (StratumMap.Of(stratum), (int)stratum.GenericCount));

    private static (Matrix<Rational> Form, ImmutableArray<Rational> Linear) Data(int size)
    {
        var random = new CounterRandom(Seed, size);
        Rational[] entries = [.. Enumerable.Range(0, size * size).Select(_ => Draw(random))];
        var form = new Matrix<Rational>(size, size, (i, j) =>
        {
            var sum = i == j ? new Rational(1, 10) : Rational.Zero;
            for (var k = 0; k < size; k++) sum += entries[(i * size) + k] * entries[(j * size) + k];
            return sum;
        });
        return (form, [.. Enumerable.Range(0, size).Select(_ => Draw(random))]);
    }

    private static Rational Draw(CounterRandom random) => new((int)Math.Round(1000 * random.NextGaussian()), 1000);

    private static double Slope(IEnumerable<(double X, double Y)> points)
    {
        var list = points.ToArray();
        double x = list.Average(p => p.X), y = list.Average(p => p.Y);
        return list.Sum(p => (p.X - x) * (p.Y - y)) / list.Sum(p => (p.X - x) * (p.X - x));
    }
}
