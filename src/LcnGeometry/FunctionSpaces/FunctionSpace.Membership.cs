using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>Decides whether a filter is representable by a stride-one architecture.</summary>
    /// <param name="filter">k̄ coefficients, index = exponent of x.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The verdict with the filter's root pattern, its position, and the count that decides.</returns>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    /// <exception cref="UnsupportedException">The architecture is not of stride one.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact, always decided.</para>
    /// <para><b>Method:</b> a nonzero form is a product of real layers exactly when it has at least as many real roots, with multiplicity and the
    /// root at infinity, as there are layers of odd degree; on the boundary exactly when at most e - 2 distinct ones have odd multiplicity.</para>
    /// <para><b>Cost:</b> one exact root pattern.</para>
    /// <para><b>Source:</b> A4 and A6 of the theory; arXiv 2108.01538.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// Architecture.Parse("2,2").FunctionSpace().Contains([1, 0, 1]).Verdict;   // Fails: x^2 + y^2 has no real root
    /// </code>
    /// </example>
    public Membership Contains(ImmutableArray<Rational> filter, CancellationToken token = default)
    {
        RequireStrideOne(UnsupportedFeature.StridedMembership);
        RequireLength(filter);
        var form = new BinaryForm(filter.AsSpan());
        if (form.IsZero) return new Membership(null, Architecture.EvenFilters, StratumPosition.Zero);
        var pattern = RootPattern.Of(form, token);
        return new Membership(pattern, Architecture.EvenFilters, PositionOf(pattern));
    }

    private void RequireLength(ImmutableArray<Rational> filter)
    {
        if (filter.IsDefault || filter.Length != AmbientDimension)
        {
            var count = filter.IsDefault ? 0 : filter.Length;
            throw new ArgumentException(
                $"The filter has {count} {(count == 1 ? "coefficient" : "coefficients")}; the end-to-end filter of {Architecture} has {AmbientDimension}.", nameof(filter));
        }
    }
}
