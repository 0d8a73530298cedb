#:project ../src/LcnGeometry/LcnGeometry.csproj
#:property PublishAot=false

// Where does gradient flow take a function from here? That is up to the tangent kernel K at the filters: the function w moves along -K grad loss(w).
// Filters with the same function and the same conserved quantities can have different kernels, unless strides forbid it.
// Run from the root of the repository: dotnet run examples/08-tangent-kernels.cs

using System.Globalization;
using LcnGeometry;
using LcnGeometry.Algebra;

Show("3,2", "1,1", [-6, 11, -6, 1], 0);      // (x - 1)(x - 2)(x - 3), filters of equal norm: three kernels
Show("2,2", "1,1", [2, 3, 1], 0);            // (x + 1)(x + 2), filters of equal norm: the two orders have one kernel
Show("2,2", "1,1", [2, 3, 1], 1);            // with norms that differ they have two
Show("3,2", "2,1", [2, 3, 3, 3, 1], 1);      // stride two: one factorization, one kernel, always
Show("3,2", "2,1", [-1, 0, 0, 0, 1], 1);     // but for singular functions: here the function space crosses itself

static void Show(string filters, string strides, Rational[] filter, Rational difference)
{
    var space = Architecture.Parse(filters, strides).FunctionSpace();
    var fiber = InvariantFiber.Of(space, [.. filter], [difference]);
    Console.WriteLine($"{space.Architecture}, {new BinaryForm(filter)}, |w_1|^2 - |w_2|^2 = {difference}: {fiber.Count} parameters");
    foreach (var kernel in fiber.Kernels) Console.WriteLine($"  trace {Text(kernel.Trace.Midpoint.ToDouble())}, eigenvalues {string.Join(", ", kernel.ApproximateEigenvalues().Select(Text))}");
    var flow = RiemannianFlow.Of(space);
    Console.WriteLine($"  one kernel: {fiber.Agreement.Verdict}; at every {(flow.OnAllNonzero ? "nonzero" : "smooth")} function: {flow.Verdict}; there, if norms are equal: {flow.Balanced.Verdict}");
}

static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
