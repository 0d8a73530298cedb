#:project ../src/LcnGeometry/LcnGeometry.csproj
#:property PublishAot=false

// A network that can represent the target exactly, and still has a local minimum of positive loss that catches training.
// Two filters of size 2 represent the quadratics with real roots. With the identity or the Bombieri metric every other critical point is
// a saddle when the target is one of them; with other metrics it need not be. We search among small integer data, and prove what we find.
// Run from the root of the repository: dotnet run examples/07-trapped-inside.cs

using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

var net = Architecture.Parse("2,2");
var space = net.FunctionSpace();
var shown = 0;
for (var item = 0; shown < 2; item++)
{
    // Q = A^T A + 1, u: integers.
    var random = new CounterRandom(seed: 1, item);
    int[] a = [.. Enumerable.Range(0, 9).Select(_ => Digit(random))];
    var q = new Matrix<Rational>(3, 3, (i, j) => Enumerable.Range(0, 3).Aggregate((Rational)(i == j ? 1 : 0), (sum, k) => sum + (a[(3 * k) + i] * a[(3 * k) + j])));
    ImmutableArray<Rational> u = [.. Enumerable.Range(0, 3).Select(_ => (Rational)Digit(random))];
    if (u.All(x => x.IsZero) || !space.Contains(u).Verdict.Equals(Verdict.Holds)) continue;

    var loss = QuadraticLoss.FromTarget(u, Metric.FromMatrix(q));
    var points = CriticalPoints.Find(net, loss);
    if (!points.Completeness.Verdict.Equals(Verdict.Holds)) continue;
    foreach (var point in points)
    {
        if (point.Kind != CriticalPointKind.LocalMinimum) continue;
        shown++;
        var rows = string.Join(", ", Enumerable.Range(0, 3).Select(i => $"[{string.Join(", ", q.Row(i))}]"));
        Console.WriteLine($"data set {item}: target ({string.Join(", ", u)}) with real roots, Q = [{rows}]");
        Console.WriteLine($"  all critical points: {points.Completeness}");
        Console.WriteLine($"  local minimum, {point.Evidence.ToString().ToLowerInvariant()}: ({string.Join(", ", point.Function.Select(c => Round(c.Midpoint)))}), pattern {point.RealPattern}, loss {Round(point.Loss.Midpoint)}");
        Console.WriteLine($"  its filters are proportional: {point.Factorizations[0].RepeatedFilters.Length == 1}");

        var caught = 0;
        for (var start = 1; start <= 100; start++)
        {
            var run = FilterFlow.Run(net, loss, FilterFlow.RandomStart(net, seed: 1, start), new FlowOptions(), CancellationToken.None);
            if (run.Limit.Function.Select((w, i) => Math.Abs(w - point.Function[i].Midpoint)).Max() < 1e-4) caught++;
        }

        Console.WriteLine($"  gradient flow ends there from {caught} of 100 random starts");

        // Windows of one series overlap: with two or more outputs Q_00 + Q_22 - Q_11 > 0 for every data set (F15).
        Console.WriteLine(q[0, 0] + q[2, 2] > q[1, 1]
            ? "  Q_00 + Q_22 > Q_11: the inequality that two or more outputs force on Q holds"
            : "  Q_00 + Q_22 <= Q_11: only data with a single output can have this Q");
    }
}

static int Digit(CounterRandom random) => (int)Math.Floor(11 * random.NextDouble()) - 5;

static string Round(double value) => (Math.Round(value, 4) + 0.0).ToString("F4", CultureInfo.InvariantCulture);
