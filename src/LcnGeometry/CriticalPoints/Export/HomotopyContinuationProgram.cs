using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A Julia program for HomotopyContinuation.jl.</summary>
internal sealed class HomotopyContinuationProgram : ExportProgram
{
    protected override string Comment => "#";

    protected override string Command => "julia FILE (needs the package HomotopyContinuation)";

    protected override IEnumerable<string> CoefficientNotes => ["The number that is printed leaves out multiple solutions."];

    protected override string Opening(ParameterSystem system, bool exact) => $"""
        using HomotopyContinuation

        @var {string.Join(' ', system.Unknowns)}

        """;

    protected override string Define(string name, string value) => $"{name} = {value}";

    protected override string Closing(ParameterSystem system, IReadOnlyList<string> equations) => $"""
        F = System([
        {Lines(equations, "    ")}]; variables = [{Names(system)}])
        result = solve(F)
        certificate = certify(F, result)
        println("solutions ", nnonsingular(result))
        println("certified distinct solutions ", ndistinct_certified(certificate), ", real ones among them ", ndistinct_real_certified(certificate))
        println([{Names(system)}])
        foreach(println, solutions(result))

        """;

    /// <remarks>A quotient of integers is a floating-point number in Julia; <c>//</c> makes a rational one.</remarks>
    protected override string Print(MultivariatePolynomial<Rational> polynomial) =>
        polynomial.ToString(PolynomialFormat.Plain).Replace("/", "//", StringComparison.Ordinal);
}
