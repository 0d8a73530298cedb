using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>Every real way to factor a filter into the layers of an architecture, any strides.</summary>
    /// <param name="filter">k̄ coefficients, index = exponent of x.</param>
    /// <param name="limit">The largest number of factorizations to build; the count is complete all the same.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The exact count and the factorizations in normal form; layers are ordered, scalings are not counted.</returns>
    /// <exception cref="ArgumentException">The filter has another length, or the limit is negative.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the count is exact; a filter is exact if it is rational (every rational one is recognized), else each coefficient is rigorously enclosed.</para>
    /// <para><b>Method:</b> roots are isolated exactly and enclosed with certificates, then handed to the layers in every way that fills them;
    /// a layer behind strides of product S takes hyperroots of order S, the highest step first. A factor is rational exactly when an integer vector in its scaled enclosure divides the form with the right roots.</para>
    /// <para><b>Cost:</b> one certified root finding, then polynomial in the degree for each distinct factor.</para>
    /// <para><b>Source:</b> A7, F7 and F12 of the theory; Kohn, Montúfar, Shahverdi, Trager, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// Architecture.Parse("3,2").FunctionSpace().Factor([0, -1, 0, 1]).Count;   // 3: x^3 - x has three real roots
    /// </code>
    /// </example>
    public FactorizationSet Factor(ImmutableArray<Rational> filter, int limit = 1000, CancellationToken token = default) =>
        Factor(filter, limit, LayerFilterBuilder.UsualRelativeBits, token);

    /// <summary>The same, with coefficients that are not rational enclosed to a given relative accuracy.</summary>
    internal FactorizationSet Factor(ImmutableArray<Rational> filter, int limit, int relativeBits, CancellationToken token)
    {
        RequireLength(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (filter.All(c => c.IsZero)) return new FactorizationSet(null, []);
        var hyperroots = FilterHyperroots.Of(Architecture, filter, token);
        var count = hyperroots.Count(real: true, token);
        if (count.IsZero || limit == 0) return new FactorizationSet(count, []);

        ImmutableArray<Factorization> factorizations = [.. new FactorizationList(Architecture, hyperroots, filter.Last(c => !c.IsZero), relativeBits, token).Take(limit)];
        if (count <= limit && count != factorizations.Length)
        {
            throw new InvariantViolationException(
                $"the number of factorizations built ({factorizations.Length}) equals the count ({count})", $"{Architecture} and filter {string.Join(',', filter)}");
        }

        return new FactorizationSet(count, factorizations);
    }
}
