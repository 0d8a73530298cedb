#:project ../src/LcnGeometry/LcnGeometry.csproj
#:property PublishAot=false

// Every real way to factor a filter into the layers of a network, modulo layer scalings; which of them are critical for a generic loss.
// Run from the root of the repository: dotnet run examples/05-factorizations.cs

using LcnGeometry;
using LcnGeometry.Algebra;

Show("2,2,2", 0, -1, 0, 1);     // x^3 - x y^2 = x (x - y) (x + y): all six orders of its factors
Show("2,2,2", 0, 0, 1, 1);      // x^2 (x + y): a double root
Show("3,2", -2, 0, 1, 0);       // y (x^2 - 2 y^2): irrational filters, enclosed with a proved radius
Show("2,2", 1, 0, 1);           // x^2 + y^2: no real factorization

static void Show(string filters, params Rational[] filter)
{
    var net = Architecture.Parse(filters);
    var all = net.FunctionSpace().Factor([.. filter]);
    Console.WriteLine($"{new BinaryForm(filter)} into filters of sizes {filters}: {all.Count}");
    foreach (var factorization in all.Factorizations)
    {
        var layers = factorization.Filters.Select(layer => "[" + string.Join(", ", layer.ToScalars()) + "]");
        Console.WriteLine($"  {string.Join(" * ", layers)}  {factorization.Evidence}{(factorization.IsSquarefree ? "" : ", a layer with a double root")}");
    }
}
