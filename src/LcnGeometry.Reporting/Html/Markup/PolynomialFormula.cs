using LcnGeometry.Algebra;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>Polynomials in several variables as MathML.</summary>
internal static class PolynomialFormula
{
    private const int MostTerms = 60;

    /// <summary>A polynomial given as text; in type as it stands if it is long or none.</summary>
    /// <param name="text">For example <c>c1^2*c4 - c0</c>; the digits of a name, and what follows <c>_</c>, are indices.</param>
    /// <param name="isZero">Whether the formula says that it is zero.</param>
    internal static Element Of(string text, bool isZero = false)
    {
        try
        {
            var polynomial = MultivariatePolynomial.Parse(text);
            if (polynomial.TermCount is > 0 and <= MostTerms)
                return Formula.Inline(Sum(polynomial), isZero ? Formula.Operator("=") : null, isZero ? El("mn", "0") : null);
        }
        catch (FormatException)
        {
            // Shown as text below.
        }

        return Code(isZero ? text + " = 0" : text);
    }

    private static Element Sum(MultivariatePolynomial<Rational> polynomial)
    {
        var sum = Formula.Row();
        foreach (var term in polynomial.Terms)
        {
            var isNegative = term.Coefficient.Sign < 0;
            if (isNegative || !sum.IsEmpty) sum.Add(Formula.Operator(isNegative ? "−" : "+"));
            var magnitude = isNegative ? -term.Coefficient : term.Coefficient;
            var constant = term.Exponents.All(exponent => exponent == 0);
            if (magnitude != Rational.One || constant) sum.Add(Formula.Number(magnitude));
            for (var i = 0; i < term.Exponents.Length; i++)
            {
                if (term.Exponents[i] > 0) sum.Add(Factor(polynomial.Variables[i], term.Exponents[i]));
            }
        }

        return sum;
    }

    /// <summary><c>w_1_0</c> and <c>c12</c> with their indices below.</summary>
    private static Element Factor(string variable, int exponent)
    {
        var parts = variable.Split('_');
        var letters = parts[0].TrimEnd("0123456789".ToCharArray());
        var name = Formula.Name(letters.Length > 0 ? letters : parts[0]);
        string[] below = letters.Length > 0 && letters.Length < parts[0].Length ? [parts[0][letters.Length..], .. parts[1..]] : parts[1..];
        if (below.Length == 0) return exponent == 1 ? name : Formula.Power(name, Formula.Integer(exponent));
        var indices = Formula.Row();
        for (var i = 0; i < below.Length; i++) indices.Add(i == 0 ? null : Formula.Operator(","), El("mn", below[i]));
        return exponent == 1 ? Formula.Index(name, indices) : El("msubsup", name, indices, Formula.Integer(exponent));
    }
}
