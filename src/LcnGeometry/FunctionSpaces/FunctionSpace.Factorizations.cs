using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>Every real way to factor a filter into the layers of a stride-one architecture.</summary>
    /// <param name="filter">k̄ coefficients, index = exponent of x.</param>
    /// <param name="limit">The largest number of factorizations to build; the count is complete all the same.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The exact count and the factorizations in normal form; layers are ordered, scalings are not counted.</returns>
    /// <exception cref="ArgumentException">The filter has another length, or the limit is negative.</exception>
    /// <exception cref="UnsupportedException">The architecture is not of stride one.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the count is exact; a filter is exact if it is rational (every rational one is recognized), else each coefficient is rigorously enclosed.</para>
    /// <para><b>Method:</b> roots are isolated exactly and enclosed with certificates, then handed to the layers in every way that fills them;
    /// a factor is rational exactly when an integer vector in its scaled enclosure divides the form with the right roots.</para>
    /// <para><b>Cost:</b> one certified root finding, then polynomial in the degree for each distinct factor.</para>
    /// <para><b>Source:</b> A7 of the theory.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// Architecture.Parse("3,2").FunctionSpace().Factor([0, -1, 0, 1]).Count;   // 3: x^3 - x has three real roots
    /// </code>
    /// </example>
    public FactorizationSet Factor(ImmutableArray<Rational> filter, int limit = 1000, CancellationToken token = default)
    {
        RequireStrideOne(UnsupportedFeature.StridedFactorizations);
        RequireLength(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var form = new BinaryForm(filter.AsSpan());
        if (form.IsZero) return new FactorizationSet(null, []);

        ImmutableArray<int> room = [.. Architecture.Filters.Select(k => k - 1)];
        var pattern = RootPattern.Of(form, token);
        var count = new FactorizationCounter(distinctWithinLayer: false).Count(RootGroup.OfReal(pattern), room, token);
        if (count.IsZero || limit == 0) return new FactorizationSet(count, []);

        var builder = new LayerFilterBuilder(form, token);
        var leading = filter.Last(c => !c.IsZero);
        var factorizations = ImmutableArray.CreateBuilder<Factorization>();
        foreach (var assignment in RootAssignment.Enumerate(builder.Groups, room, token).Take(limit))
        {
            var filters = assignment.Copies.Select(copies => builder.Build(copies, token)).ToArray();
            filters[0] = filters[0].Scale(leading);
            factorizations.Add(new Factorization([.. filters], assignment));
        }

        if (count <= limit && count != factorizations.Count)
        {
            throw new InvariantViolationException(
                $"the number of factorizations built ({factorizations.Count}) equals the count ({count})", $"{Architecture} and filter {string.Join(',', filter)}");
        }

        return new FactorizationSet(count, factorizations.ToImmutable());
    }
}
