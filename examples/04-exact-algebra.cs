#:project ../src/LcnGeometry/LcnGeometry.csproj
#:property PublishAot=false

// A tour of the exact algebra below: nothing here is rounded.
// Run from the root of the repository: dotnet run examples/04-exact-algebra.cs

using LcnGeometry.Algebra;

// Wilkinson's polynomial: twenty real roots, and what a change of the coefficient of x^19 in the seventh digit does to them.
var wilkinson = Polynomial<Rational>.One;
for (var root = 1; root <= 20; root++) wilkinson *= new Polynomial<Rational>(-root, 1);
var perturbed = wilkinson - Polynomial<Rational>.Monomial(new Rational(1, 1 << 23), 19);
Console.WriteLine($"real roots: {RealRoots.Count(wilkinson)} before, {RealRoots.Count(perturbed)} after");

// Real algebraic numbers: a polynomial and an interval, compared exactly.
var sqrt2 = RealRoots.Isolate(Polynomial.Parse("x^2 - 2"))[1].Value;
var other = RealRoots.Isolate(Polynomial.Parse("x^4 - 10*x^2 + 1"))[3].Value; // sqrt(2) + sqrt(3)
Console.WriteLine($"sqrt(2) < sqrt(2) + sqrt(3): {sqrt2.CompareTo(other) < 0}");
Console.WriteLine($"sign of x^4 - 4 at sqrt(2): {sqrt2.SignOf(Polynomial.Parse("x^4 - 4"))}");

// The pattern of a binary form: real roots and complex pairs with their multiplicities, infinity included.
var form = new BinaryForm(0, 0, 1, 0, 2, 0, 1, 0); // x^2 y (x^2 + y^2)^2
Console.WriteLine($"{form} has pattern {RootPattern.Of(form)}");

// Generic discriminants.
for (var degree = 2; degree <= 5; degree++)
    Console.WriteLine($"the discriminant of degree {degree} has {GenericDiscriminant.OfDegree(degree).TermCount} terms");
Console.WriteLine(GenericDiscriminant.OfDegree(3));
