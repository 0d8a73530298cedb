#:project ../src/LcnGeometry/LcnGeometry.csproj
#:property PublishAot=false

// Which filters can a network represent? With stride one a count of real roots decides.
// Run from the root of the repository: dotnet run examples/02-membership.cs

using LcnGeometry;
using LcnGeometry.Algebra;

var net = Architecture.Parse("2,2,2");
var space = net.FunctionSpace();
Console.WriteLine($"Filters of sizes {net}: every end-to-end filter has {net.EndToEndSize} coefficients; at least {net.EvenFilters} real roots are needed.");

Show("three real roots", 0, -1, 0, 1);         // x^3 - x y^2
Show("one real root", 1, 0, 0, 1);             // x^3 + y^3
Show("roots at zero and infinity", 0, 1, 1, 0); // x y (x + y): infinity is a root like any other
Show("a double root", 0, 0, 1, 1);             // x^2 (x + y): on the boundary
Show("the zero filter", 0, 0, 0, 0);

void Show(string what, params Rational[] filter)
{
    var answer = space.Contains([.. filter]);
    Console.WriteLine($"{what,-28}{string.Join(", ", filter),-16}{answer.Verdict,-8}{answer.Position,-10}{answer.Pattern?.ToString() ?? "-"}");
}
