#:project ../src/LcnGeometry/LcnGeometry.csproj
#:property PublishAot=false

// Gradient flow from random starts: what it conserves, where it ends, and whether filters repeat across layers there.
// The target has no real root, so it lies outside the function space of two filters of size two.
// Run from the root of the repository: dotnet run examples/06-gradient-flow.cs

using System.Globalization;
using LcnGeometry;

var net = Architecture.Parse("2,2");
var loss = QuadraticLoss.FromTarget([2, 1, 1], Metric.Identity(3));
Console.WriteLine($"target (2, 1, 1): {net.FunctionSpace().Contains(loss.Target).Verdict}");

for (var item = 1; item <= 4; item++)
{
    var start = FilterFlow.RandomStart(net, seed: 1, item);
    var run = FilterFlow.Run(net, loss, start, new FlowOptions(), CancellationToken.None);
    var invariant = run.Invariants[0];
    Console.WriteLine($"start {item}: {run.Status} at loss {Round(run.Limit.Loss)}, pattern {run.Pattern?.ToString() ?? "-"}, "
        + $"function ({string.Join(", ", run.Limit.Function.Select(Round))})");
    Console.WriteLine($"  |w1|^2 - |w2|^2 was {Round(invariant.Value)} and drifted by less than 1e-6: {Math.Abs(invariant.Drift) < 1e-6}");
}

static string Round(double value) => (Math.Round(value, 4) + 0.0).ToString("F4", CultureInfo.InvariantCulture);
