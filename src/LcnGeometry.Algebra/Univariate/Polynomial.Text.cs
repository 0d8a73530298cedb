namespace LcnGeometry.Algebra;

public sealed partial class Polynomial<T> : IPrintablePolynomial
{
    /// <summary>The polynomial in x, the highest power first: <c>3/2*x^2 - x + 1</c>.</summary>
    public override string ToString() => ToString(PolynomialFormat.Plain);

    /// <summary>The polynomial in the syntax of a language, the highest power first.</summary>
    /// <param name="format">The language.</param>
    /// <param name="variable">The name of the variable; coefficients that are polynomials in one variable take other names.</param>
    /// <exception cref="ArgumentException"><paramref name="variable"/> is not a variable name, or not one in that language.</exception>
    public string ToString(PolynomialFormat format, string variable = "x")
    {
        VariableList variables = [variable];
        var notation = PolynomialNotation.Of(format);
        notation.RequireVariables(variables);
        return PolynomialPrinter.Join(PrintTerms(notation, variables, variables), notation);
    }

    IReadOnlyList<PrintedTerm> IPrintablePolynomial.PrintTerms(PolynomialNotation notation, IReadOnlyList<string> taken)
    {
        var fresh = PolynomialPrinter.FreshName(taken);
        return PrintTerms(notation, [fresh], [.. taken, fresh]);
    }

    private List<PrintedTerm> PrintTerms(PolynomialNotation notation, IReadOnlyList<string> variable, IReadOnlyList<string> taken)
    {
        var terms = new List<PrintedTerm>();
        for (var i = Degree; i >= 0; i--)
        {
            if (!_coefficients[i].IsZero) terms.Add(PolynomialPrinter.Term(notation, _coefficients[i], variable, [i], taken));
        }

        return terms;
    }
}
