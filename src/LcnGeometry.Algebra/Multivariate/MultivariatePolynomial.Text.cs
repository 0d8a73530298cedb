namespace LcnGeometry.Algebra;

public sealed partial class MultivariatePolynomial<T> : IPrintablePolynomial
{
    /// <summary>The terms in descending graded reverse lexicographic order: <c>x^2 + 2*x*y - 1/2</c>.</summary>
    public override string ToString() => ToString(PolynomialFormat.Plain);

    /// <summary>The polynomial in the syntax of a language, the terms in descending graded reverse lexicographic order.</summary>
    /// <param name="format">The language.</param>
    /// <exception cref="ArgumentException">A variable cannot be named so in that language.</exception>
    public string ToString(PolynomialFormat format)
    {
        var notation = PolynomialNotation.Of(format);
        notation.RequireVariables(Variables);
        return PolynomialPrinter.Join(PrintTerms(notation, Variables), notation);
    }

    IReadOnlyList<PrintedTerm> IPrintablePolynomial.PrintTerms(PolynomialNotation notation, IReadOnlyList<string> taken)
    {
        List<string> all = [.. taken.Union(Variables)];
        notation.RequireVariables(all);
        return PrintTerms(notation, all);
    }

    private List<PrintedTerm> PrintTerms(PolynomialNotation notation, IReadOnlyList<string> taken)
    {
        var terms = new List<PrintedTerm>(TermCount);
        var exponents = new int[Variables.Count];
        for (var i = 0; i < TermCount; i++)
        {
            PackedExponents.Unpack(Monomial(i), exponents);
            terms.Add(PolynomialPrinter.Term(notation, _coefficients[i], Variables, exponents, taken));
        }

        return terms;
    }
}
