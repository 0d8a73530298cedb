using LcnGeometry.Algebra;
using Bivariate = LcnGeometry.Algebra.Polynomial<LcnGeometry.Algebra.Polynomial<LcnGeometry.Algebra.Integer>>;

namespace LcnGeometry;

/// <summary>Greatest common divisors of polynomials in t whose coefficients are polynomials in s.</summary>
internal static class BivariateGcd
{
    /// <summary>A greatest common divisor, up to a rational factor.</summary>
    public static Bivariate Of(Bivariate left, Bivariate right, CancellationToken token)
    {
        if (left.IsZero) return right;
        if (right.IsZero) return left;
        var (leftContent, rightContent) = (Content(left, token), Content(right, token));
        var content = Bivariate.Constant(PolynomialGcd.Gcd(leftContent, rightContent, token));
        if (AreCoprimeAt(left, right, 1009, token) || AreCoprimeAt(left, right, -2003, token)) return content;
        var (a, b) = (Divide(left, leftContent), Divide(right, rightContent));
        var chain = Subresultants.Sequence(a, b, token);
        var divisor = chain.FirstOrDefault(s => !s.IsZero) ?? (a.Degree <= b.Degree ? a : b);
        return content * Divide(divisor, Content(divisor, token));
    }

    /// <summary>What is left of a polynomial when all factors that it has in common with another one are removed.</summary>
    public static Bivariate Without(Bivariate polynomial, Bivariate factors, CancellationToken token)
    {
        if (polynomial.IsZero) return polynomial;
        while (true)
        {
            polynomial = Divide(polynomial, Polynomial<Integer>.Constant(IntegerContent(polynomial)));
            var common = Of(polynomial, factors, token);
            if (common.IsConstant && common[0].IsConstant) return polynomial;
            polynomial = Divide(polynomial, Polynomial<Integer>.One, common);
        }
    }

    /// <summary>The quotient by a divisor whose integer content is removed first.</summary>
    public static Bivariate Divide(Bivariate polynomial, Polynomial<Integer> content, Bivariate? divisor = null)
    {
        if (divisor is null) return polynomial.Map(coefficient => Polynomial<Integer>.DivideExactly(coefficient, content));
        var integer = IntegerContent(divisor);
        return Bivariate.DivideExactly(polynomial, divisor.Map(c => c.Map(x => Integer.DivideExactly(x, integer))));
    }

    private static bool AreCoprimeAt(Bivariate left, Bivariate right, Integer s, CancellationToken token)
    {
        var (a, b) = (left.Map(c => c.Evaluate(s)), right.Map(c => c.Evaluate(s)));
        return a.Degree == left.Degree && b.Degree == right.Degree && PolynomialGcd.Gcd(a, b, token).IsConstant;
    }

    private static Polynomial<Integer> Content(Bivariate polynomial, CancellationToken token)
    {
        var content = Polynomial<Integer>.Zero;
        foreach (var coefficient in polynomial.Coefficients) content = PolynomialGcd.Gcd(content, coefficient, token);
        return content;
    }

    private static Integer IntegerContent(Bivariate polynomial)
    {
        Integer content = 0;
        foreach (var coefficient in polynomial.Coefficients) content = Integer.GreatestCommonDivisor(content, PolynomialContent.Of(coefficient));
        return content;
    }
}
