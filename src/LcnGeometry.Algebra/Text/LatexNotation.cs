using System.Collections.Frozen;
using System.Globalization;

namespace LcnGeometry.Algebra;

/// <summary>Math mode of LaTeX.</summary>
internal sealed class LatexNotation : PolynomialNotation
{
    private static readonly FrozenSet<string> GreekLetters = FrozenSet.ToFrozenSet(
        [
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma",
            "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
        ],
        StringComparer.Ordinal);

    public override string Number(string digits) => digits;

    public override string Fraction(Integer numerator, Integer denominator) => $@"\frac{{{numerator}}}{{{denominator}}}";

    public override string Power(string variable, int exponent)
    {
        var (stem, subscript) = VariableSpelling.Subscripted(variable);
        var text = stem.Length == 1 ? stem : GreekLetters.Contains(stem) ? @"\" + stem : $@"\mathit{{{stem}}}";
        if (subscript.Length > 0) text += $"_{{{subscript}}}";
        return exponent == 1 ? text : text + "^{" + exponent.ToString(CultureInfo.InvariantCulture) + "}";
    }

    public override string Product(IReadOnlyList<string> factors) => string.Join(' ', factors);

    public override string Group(string sum) => $@"\left({sum}\right)";
}
