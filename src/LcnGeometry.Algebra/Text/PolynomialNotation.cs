using System.Text;

namespace LcnGeometry.Algebra;

/// <summary>How one language writes the pieces of a polynomial.</summary>
internal abstract class PolynomialNotation
{
    /// <summary>The notation of a format.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such format.</exception>
    public static PolynomialNotation Of(PolynomialFormat format) => format switch
    {
        PolynomialFormat.Plain => LinearNotation.Plain,
        PolynomialFormat.LaTeX => new LatexNotation(),
        PolynomialFormat.SymPy => LinearNotation.SymPy,
        PolynomialFormat.Macaulay2 => LinearNotation.Macaulay2,
        PolynomialFormat.AngouriMath => LinearNotation.AngouriMath,
        PolynomialFormat.MathML => new MathMLNotation(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), $"{format} is not a polynomial format."),
    };

    /// <summary>A number without sign, as digits or whatever its type prints.</summary>
    public abstract string Number(string digits);

    /// <summary>A positive fraction as a factor.</summary>
    public abstract string Fraction(Integer numerator, Integer denominator);

    /// <summary>A power of a variable with an exponent of at least 1.</summary>
    public abstract string Power(string variable, int exponent);

    /// <summary>The product of at least two factors.</summary>
    public abstract string Product(IReadOnlyList<string> factors);

    /// <summary>The sum of at least one term with its signs.</summary>
    public virtual string Sum(IReadOnlyList<PrintedTerm> terms)
    {
        var text = new StringBuilder(terms[0].IsNegative ? "-" : string.Empty).Append(terms[0].Text);
        foreach (var (isNegative, term) in terms.Skip(1)) text.Append(isNegative ? " - " : " + ").Append(term);
        return text.ToString();
    }

    /// <summary>A sum as a factor.</summary>
    public abstract string Group(string sum);

    /// <summary>Refuses variables that the language cannot express or would confuse.</summary>
    /// <exception cref="ArgumentException">A name is reserved there, or two names would be written alike.</exception>
    public virtual void RequireVariables(IReadOnlyList<string> names)
    {
    }
}
