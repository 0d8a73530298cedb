using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A linear combination of the coefficients of a filter, with its value at one filter.</summary>
/// <param name="Terms">The nonzero factors by index.</param>
/// <param name="Value">The value.</param>
internal sealed record LinearForm(ImmutableSortedDictionary<int, Rational> Terms, Rational Value)
{
    /// <summary>The combination without terms.</summary>
    public static LinearForm Zero { get; } = new(ImmutableSortedDictionary<int, Rational>.Empty, Rational.Zero);

    /// <summary>One coefficient.</summary>
    public static LinearForm Coefficient(int index, Rational value) => new(Zero.Terms.Add(index, Rational.One), value);

    /// <summary>The sum with a multiple of another one.</summary>
    public LinearForm Plus(Rational factor, LinearForm other)
    {
        if (factor.IsZero || other.Terms.IsEmpty) return this;
        var terms = Terms.ToBuilder();
        foreach (var (index, c) in other.Terms)
        {
            var sum = terms.GetValueOrDefault(index) + (factor * c);
            if (sum.IsZero) terms.Remove(index);
            else terms[index] = sum;
        }

        return new LinearForm(terms.ToImmutable(), Value + (factor * other.Value));
    }

    /// <summary>The same as a polynomial in numbered variables.</summary>
    public MultivariatePolynomial<Rational> ToPolynomial(VariableList variables) => MultivariatePolynomial<Rational>.FromTerms(
        variables, Terms.Select(term => new PolynomialTerm<Rational>(term.Value, [.. Enumerable.Range(0, variables.Count).Select(i => i == term.Key ? 1 : 0)])));

    /// <inheritdoc/>
    public override string ToString()
    {
        if (Terms.IsEmpty) return "0";
        var text = new StringBuilder();
        foreach (var (index, c) in Terms)
        {
            var size = Rational.Abs(c);
            text.Append(c.Sign < 0 ? (text.Length == 0 ? "-" : " - ") : text.Length == 0 ? "" : " + ");
            if (size != Rational.One) text.Append(size).Append('*');
            text.Append('c').Append(index.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
