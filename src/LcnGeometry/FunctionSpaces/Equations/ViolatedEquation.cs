using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>An equation of the Zariski closure of a function space that a filter violates: proof that it is outside.</summary>
public sealed record ViolatedEquation
{
    private const int LargestExpanded = 4, MostTermsExpanded = 2, MostVariables = 100;

    private ViolatedEquation(string equation, Rational value) => (Equation, Value) = (equation, value);

    /// <summary>A polynomial in <c>c0, c1, ...</c> that vanishes on the function space; a large one as a determinant <c>det [[..], [..]]</c>.</summary>
    public string Equation { get; }

    /// <summary>Its value at the filter, not zero.</summary>
    public Rational Value { get; }

    /// <summary>The equation and the value.</summary>
    public override string ToString() => $"{Equation} = {Value}";

    internal EquationRow ToRow() => new(Equation, Value);

    internal static ViolatedEquation Of(MultivariatePolynomial<Rational> polynomial, Rational value) => new(polynomial.ToString(), value);

    internal static ViolatedEquation Of(LinearForm form) => new(form.ToString(), form.Value);

    /// <summary>The determinant of a square matrix.</summary>
    internal static ViolatedEquation Determinant(ImmutableArray<ImmutableArray<LinearForm>> matrix, int variables)
    {
        var value = FractionFree.Determinant(new Matrix<Rational>(matrix.Length, matrix.Length, (i, j) => matrix[i][j].Value));
        if (matrix.Length > LargestExpanded || variables > MostVariables || matrix.Any(row => row.Any(entry => entry.Terms.Count > MostTermsExpanded)))
        {
            return new ViolatedEquation($"det [{string.Join(", ", matrix.Select(row => $"[{string.Join(", ", row.AsEnumerable())}]"))}]", value);
        }

        var names = VariableList.Numbered("c", variables);
        var expanded = FractionFree.Determinant(new Matrix<MultivariatePolynomial<Rational>>(matrix.Length, matrix.Length, (i, j) => matrix[i][j].ToPolynomial(names)));
        return expanded.LeadingTerm.Coefficient.Sign < 0 ? Of(-expanded, -value) : Of(expanded, value);
    }
}
