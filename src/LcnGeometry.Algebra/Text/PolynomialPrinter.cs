using System.Buffers;
using System.Globalization;

namespace LcnGeometry.Algebra;

/// <summary>Prints sums of products of a coefficient with powers of variables.</summary>
internal static class PolynomialPrinter
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("+-() /,");
    private static readonly string[] DefaultNames = ["x", "y", "z", "u", "v", "w"];

    /// <summary>A variable name that is not taken.</summary>
    public static string FreshName(IReadOnlyList<string> taken) =>
        DefaultNames.Concat(Enumerable.Range(1, taken.Count + 1).Select(i => FormattableString.Invariant($"x{i}"))).First(name => !taken.Contains(name));

    /// <summary>Prints terms that have exponents for the given names, in the order in which they come.</summary>
    /// <exception cref="ArgumentException">The format cannot express a name.</exception>
    public static string Print<T>(IEnumerable<(T Coefficient, int[] Exponents)> terms, IReadOnlyList<string> names, PolynomialFormat format)
        where T : IIntegralDomain<T>
    {
        var notation = PolynomialNotation.Of(format);
        notation.RequireVariables(names);
        return Join([.. terms.Select(term => Term(notation, term.Coefficient, names, term.Exponents, names))], notation);
    }

    /// <summary>Joins printed terms; no terms are zero.</summary>
    public static string Join(IReadOnlyList<PrintedTerm> terms, PolynomialNotation notation) =>
        terms.Count == 0 ? notation.Sum([new PrintedTerm(false, notation.Number("0"))]) : notation.Sum(terms);

    /// <summary>One term; zero exponents do not show, nor does the coefficient one before a variable.</summary>
    /// <param name="notation">The language.</param>
    /// <param name="coefficient">Not zero.</param>
    /// <param name="names">The variables.</param>
    /// <param name="exponents">One exponent for each of them.</param>
    /// <param name="taken">The variables that a polynomial in the coefficient must not use for its own.</param>
    public static PrintedTerm Term<T>(
        PolynomialNotation notation, T coefficient, IReadOnlyList<string> names, ReadOnlySpan<int> exponents, IReadOnlyList<string> taken)
        where T : IIntegralDomain<T>
    {
        var printed = Coefficient(notation, coefficient, taken);
        var factors = new List<string>();
        for (var i = 0; i < exponents.Length; i++)
        {
            if (exponents[i] > 0) factors.Add(notation.Power(names[i], exponents[i]));
        }

        if (factors.Count == 0 || !printed.IsOne) factors.Insert(0, printed.Text);
        return new PrintedTerm(printed.IsNegative, factors.Count == 1 ? factors[0] : notation.Product(factors));
    }

    private static PrintedCoefficient Coefficient<T>(PolynomialNotation notation, T value, IReadOnlyList<string> taken)
        where T : IIntegralDomain<T> => value switch
        {
            Integer integer => Exact(notation, integer),
            Rational rational => Exact(notation, rational),
            IPrintablePolynomial polynomial => Nested(notation, polynomial.PrintTerms(notation, taken)),
            _ => Other(notation, Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty),
        };

    private static PrintedCoefficient Exact(PolynomialNotation notation, Rational value)
    {
        var magnitude = Rational.Abs(value);
        var text = magnitude.IsInteger ? notation.Number(magnitude.ToString()) : notation.Fraction(magnitude.Numerator, magnitude.Denominator);
        return new PrintedCoefficient(value.Sign < 0, text, magnitude == Rational.One);
    }

    private static PrintedCoefficient Nested(PolynomialNotation notation, IReadOnlyList<PrintedTerm> terms)
    {
        if (terms.Count == 1)
        {
            var (isNegative, text) = terms[0];
            return new PrintedCoefficient(isNegative, text, text == notation.Number("1"));
        }

        return new PrintedCoefficient(false, notation.Group(Join(terms, notation)), false);
    }

    /// <summary>A coefficient type that is not ours, such as a floating-point number: its own text, grouped unless it is a numeral.</summary>
    private static PrintedCoefficient Other(PolynomialNotation notation, string text)
    {
        var isNegative = text.StartsWith('-') && !text.AsSpan(1).ContainsAny("+-() ");
        var magnitude = isNegative ? text[1..] : text;
        var number = notation.Number(magnitude);
        if (magnitude.AsSpan().ContainsAny(Separators)) number = notation.Group(number);
        return new PrintedCoefficient(isNegative, number, magnitude == "1");
    }
}
