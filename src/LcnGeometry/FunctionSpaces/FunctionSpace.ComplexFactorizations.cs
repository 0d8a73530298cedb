using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>Every way to factor a filter into the layers of an architecture over the complex numbers, any strides.</summary>
    /// <param name="filter">k̄ coefficients, index = exponent of x.</param>
    /// <param name="limit">The largest number of factorizations to build; the count is complete all the same.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The exact count and the factorizations in normal form, each with its conjugate beside it; layers are ordered, scalings are not counted. None exactly when the filter is outside the Zariski closure.</returns>
    /// <exception cref="ArgumentException">The filter has another length, or the limit is negative.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the count is exact, and so is what is said to be real, conjugate, critical or squarefree; a filter with rational real and imaginary
    /// parts is exact, else each part is rigorously enclosed.</para>
    /// <para><b>Method:</b> as for real factorizations, but every root is handed out by itself. A factorization is critical exactly when a layer has a root a and the layers before it, of
    /// strides of product S, all roots of x^S = a y^S: a comparison of numbers of copies.</para>
    /// <para><b>Cost:</b> one certified root finding, then polynomial in the degree for each distinct factor. The count is a multinomial coefficient for distinct roots and stride one.</para>
    /// <para><b>Source:</b> A7, F7 and F12 of the theory; Kohn, Montúfar, Shahverdi, Trager, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var space = Architecture.Parse("3,2", "2,1").FunctionSpace();
    /// space.FactorComplex([1, 0, 0, 0, 1]).Count;   // 2, conjugate: x^2 + i and x^2 - i, either layer takes either one
    /// </code>
    /// </example>
    public ComplexFactorizationSet FactorComplex(ImmutableArray<Rational> filter, int limit = 1000, CancellationToken token = default)
    {
        RequireLength(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (filter.All(c => c.IsZero)) return new ComplexFactorizationSet(null, []);
        var hyperroots = FilterHyperroots.Of(Architecture, filter, token);
        var count = hyperroots.Count(real: false, token);
        if (count.IsZero || limit == 0) return new ComplexFactorizationSet(count, []);

        ImmutableArray<ComplexFactorization> factorizations = [.. new ComplexFactorizationList(Architecture, hyperroots, filter.Last(c => !c.IsZero), token).Take(limit)];
        if (count <= limit && count != factorizations.Length)
        {
            throw new InvariantViolationException(
                $"the number of complex factorizations built ({factorizations.Length}) equals the count ({count})", $"{Architecture} and filter {string.Join(',', filter)}");
        }

        return new ComplexFactorizationSet(count, factorizations);
    }
}
