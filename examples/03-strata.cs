#:project ../src/LcnGeometry/LcnGeometry.csproj
#:property PublishAot=false

// The function space is cut into strata by the multiplicities of the roots; critical points are counted stratum by stratum.
// Run from the root of the repository: dotnet run examples/03-strata.cs

using LcnGeometry;
using LcnGeometry.Algebra;

var net = Architecture.Parse("2,2,2");
var space = net.FunctionSpace();
Console.WriteLine($"{net}: dimension {space.Dimension} in {space.AmbientDimension}, filling: {space.Filling}");
Console.WriteLine();
Console.WriteLine("real   complex  dim  position  real factorizations  critical  generic critical points");
foreach (var stratum in space.Strata())
{
    Console.WriteLine($"{stratum.Patterns[0],-7}{string.Join(",", stratum.Patterns[0].Complex),-9}{stratum.Dimension,3}  {stratum.Position,-10}"
        + $"{stratum.RealFactorizations,19}{stratum.CriticalFactorizations,10}{stratum.GenericCount,25}");
}

// Two ways to the number of critical points in the space of parameters, modulo layer scalings:
// the sum over complex strata of (factorizations into squarefree layers) times (critical functions there), and a closed form.
Console.WriteLine();
foreach (var text in (string[])["2,2", "3,2", "2,2,2", "3,3", "4,2", "3,2,2", "3,3,3", "5,4"])
{
    var one = Architecture.Parse(text);
    var complex = one.FunctionSpace().Strata().Select(stratum => stratum.Patterns[0].Complex).DistinctBy(pattern => string.Join(",", pattern));
    var sum = complex.Aggregate(Integer.Zero, (total, pattern) =>
        total + (CriticalPointCount.SquarefreeFactorizations(pattern, one.Filters) * CriticalPointCount.OnStratum(pattern)));
    Console.WriteLine($"{text,-6} strata {sum,6}   closed form {CriticalPointCount.OnParameters(one.Filters),6}");
}
