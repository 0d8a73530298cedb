using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A Singular script.</summary>
internal sealed class SingularProgram : ExportProgram
{
    protected override string Comment => "//";

    protected override string Command => "Singular -q FILE";

    protected override IEnumerable<string> CoefficientNotes =>
    [
        "The number that is printed counts multiplicities.",
        "R: characteristic 0 is exact and lists the solutions; modulo a large prime the number is the same, with few exceptions, and comes",
        "  much sooner.",
    ];

    protected override string Opening(ParameterSystem system, bool exact) => $"""
        ring R = {(exact ? "0" : Prime)}, ({Names(system)}), dp;
        option(redSB);

        """;

    protected override string Define(string name, string value) => $"poly {name} = {value};";

    protected override string Closing(ParameterSystem system, IReadOnlyList<string> equations) => $$"""
        ideal I =
        {{Lines(equations, "  ")}};
        ideal G = std(I);
        ideal H = quotient(G, t);
        while (size(reduce(H, G)) > 0) { G = std(H); H = quotient(G, t); }
        if (dim(G) > 0) { print("infinitely many solutions"); }
        if (dim(G) == 0) { print("solutions " + string(vdim(G))); }
        if (dim(G) < 0) { print("solutions 0"); }
        if (char(R) == 0 and dim(G) == 0)
        {
          LIB "solve.lib";
          def S = solve(G, 15, "nodisplay");
          setring S;
          print("one solution after the other, the unknowns in the order of the ring");
          SOL;
        }
        quit;

        """;

    /// <remarks>Singular reads <c>5/7*x</c> as a multiple by a fraction.</remarks>
    protected override string Print(MultivariatePolynomial<Rational> polynomial) => polynomial.ToString(PolynomialFormat.Plain);
}
