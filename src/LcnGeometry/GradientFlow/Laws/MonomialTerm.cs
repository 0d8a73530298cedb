using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A term of small degree: its variables by index, ascending, each as often as its exponent says.</summary>
internal readonly record struct MonomialTerm(Integer Coefficient, ImmutableArray<int> Factors)
{
    /// <summary>The terms of a polynomial.</summary>
    public static ImmutableArray<MonomialTerm> Of(MultivariatePolynomial<Integer> polynomial) =>
        [.. polynomial.Terms.Select(term => new MonomialTerm(term.Coefficient, Expand(term.Exponents)))];

    private static ImmutableArray<int> Expand(ImmutableArray<int> exponents)
    {
        var factors = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < exponents.Length; i++)
        {
            for (var k = 0; k < exponents[i]; k++) factors.Add(i);
        }

        return factors.ToImmutable();
    }
}
