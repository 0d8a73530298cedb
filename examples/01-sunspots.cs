#:project ../src/LcnGeometry/LcnGeometry.csproj
#:property PublishAot=false

// Can a linear convolutional network with filters of sizes 3 and 2 be the best linear predictor of the sunspot numbers?
// Run from the root of the repository: dotnet run examples/01-sunspots.cs

using LcnGeometry;
using LcnGeometry.Algebra;

var net = Architecture.Parse("3,2");
var series = TimeSeries.ReadCsv("examples/data/sunspots.csv");
var loss = QuadraticLoss.FromSeries(series, net);
Console.WriteLine($"{series.Values.Length} years, {loss.Samples} windows of {net.EndToEndSize}");

// The best predictor without a network: an exact solution of the normal equations.
Console.WriteLine("Best filter: " + string.Join(", ", loss.Target.Select(w => Format(w.ToDouble()))));

// The network represents it exactly when its binary cubic form has a real root.
var membership = net.FunctionSpace().Contains(loss.Target);
Console.WriteLine(membership);

// Where is that root? An exact real number, to as many digits as wanted.
foreach (var root in new BinaryForm(loss.Target.AsSpan()).RealRoots())
    Console.WriteLine("Real root: " + Format(root.Value!.ToDouble()));

Console.WriteLine("Least squared error: " + Format(loss.Constant.ToDouble()));
Console.WriteLine("Of a constant guess: " + Format(loss.AtZero.ToDouble()));

static string Format(double value) => value.ToString("G8", System.Globalization.CultureInfo.InvariantCulture);
