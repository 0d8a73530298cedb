using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>
/// Strata of two blocks with one unknown root, at values of the root where the linear equations leave a line f + z v: the equation of the other block is quadratic
/// in z and leaves at most two points, which are isolated.
/// </summary>
internal static class LineOfSolutions
{
    /// <summary>Counts these points; null where the solutions are not isolated, leave the open stratum, or are more than a line before the last equation.</summary>
    public static (int Distinct, int Simple)? Count(
        StratumEquations equations, EliminatedSystem system, Matrix<Polynomial<Rational>> linear, Polynomial<Rational> modulus, CancellationToken token)
    {
        if (modulus.IsConstant) return (0, 0);
        if (linear.Rows != linear.Columns - 1 || system.ScaleColumns != 1 || system.Others.Length != 1) return null;
        int distinct = 0, simple = 0;
        foreach (var solution in ResidueElimination.Solve(linear, modulus, token))
        {
            if (solution.Kernel.Length != 1 || CountOn(equations, system, solution, token) is not { } count) return null;
            distinct += count.Distinct;
            simple += count.Simple;
        }

        return (distinct, simple);
    }

    private static (int Distinct, int Simple)? CountOn(StratumEquations equations, EliminatedSystem system, ResidueSolution line, CancellationToken token)
    {
        var modulus = line.Modulus;
        var other = system.Others[0].Map(c => Polynomial<Polynomial<Rational>>.Constant(c.Map(x => (Rational)x)));
        var linear = line.Particular.Zip(line.Kernel[0], (at, along) => new Polynomial<Polynomial<Rational>>(at, along)).ToArray();

        // The two equations are -l1 and l0 times the same one, where l0 and l1 are the coefficients of the other form: take a combination that is not zero.
        const int weight = 7;
        var residuals = equations.Residuals(equations.OtherBlocks.Single(), [other], [.. linear], Polynomial<Polynomial<Rational>>.One);
        var combined = Reduce(residuals[0] + (Polynomial<Polynomial<Rational>>.FromInteger(weight) * residuals[1]));
        if (!IsUnit((Polynomial<Rational>.FromInteger(weight) * other[0][0]) - other[1][0])) return null;

        // The zero function, and factors f with a repeated root, would not be on the open stratum.
        if (!IsUnit(line.Particular.Aggregate(Polynomial<Rational>.Zero, (known, c) => PolynomialGcd.Gcd(known, c, token)))) return null;
        if (equations.LinearDegree > 1)
        {
            var discriminant = Reduce(Resultants.Discriminant(new Polynomial<Polynomial<Polynomial<Rational>>>(linear), equations.LinearDegree, token));
            if (discriminant.IsZero || !IsUnit(Resultants.Resultant(combined, 2, discriminant, discriminant.Degree, token))) return null;
        }

        var (quadratic, notQuadratic) = Split(modulus, combined[2]);
        var (linearPart, constant) = Split(notQuadratic, combined[1]);
        if (!IsUnitModulo(combined[0], constant)) return null;
        var discriminantOfTwo = (combined[1] * combined[1]) - (Polynomial<Rational>.FromInteger(4) * combined[0] * combined[2]);
        var (different, equal) = Split(quadratic, discriminantOfTwo);
        return ((2 * different.Degree) + equal.Degree + linearPart.Degree, (2 * different.Degree) + linearPart.Degree);

        Polynomial<Polynomial<Rational>> Reduce(Polynomial<Polynomial<Rational>> value) => value.Map(c => PolynomialDivision.DivideWithRemainder(c, modulus).Remainder);

        bool IsUnit(Polynomial<Rational> value) => IsUnitModulo(value, modulus);

        bool IsUnitModulo(Polynomial<Rational> value, Polynomial<Rational> part) => PolynomialGcd.Gcd(value, part, token).IsConstant;

        // The part of a modulus where a value does not vanish, and the part where it does.
        (Polynomial<Rational> Other, Polynomial<Rational> Vanishing) Split(Polynomial<Rational> part, Polynomial<Rational> value)
        {
            var vanishing = PolynomialGcd.Gcd(part, value, token);
            return (Polynomial<Rational>.DivideExactly(part, vanishing), vanishing);
        }
    }
}
