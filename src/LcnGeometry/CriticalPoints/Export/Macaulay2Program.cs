using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A Macaulay2 script.</summary>
internal sealed class Macaulay2Program : ExportProgram
{
    protected override string Comment => "--";

    protected override string Command => "M2 --script FILE";

    protected override IEnumerable<string> CoefficientNotes =>
    [
        "The number that is printed counts multiplicities.",
        "K: QQ is exact and lists the solutions; modulo a large prime the number is the same, with few exceptions, and comes much sooner.",
    ];

    protected override string Opening(ParameterSystem system, bool exact) => $"""
        K = {(exact ? "QQ" : $"ZZ/{Prime}")}
        R = K[{Names(system)}]

        """;

    protected override string Define(string name, string value) => $"{name} = {value}";

    protected override string Closing(ParameterSystem system, IReadOnlyList<string> equations) => $$"""
        I = ideal(
        {{Lines(equations, "  ")}})
        if (1_R % (I + ideal t)) != 0 then I = saturate(I, t)
        if dim I > 0 then print "infinitely many solutions" else print("solutions " | toString degree I)
        needsPackage "EigenSolver"
        if char K == 0 and dim I == 0 then (
          print toString gens R;
          scan(zeroDimSolve I, z -> print toString coordinates z))

        """;

    protected override string Print(MultivariatePolynomial<Rational> polynomial) => polynomial.ToString(PolynomialFormat.Macaulay2);
}
