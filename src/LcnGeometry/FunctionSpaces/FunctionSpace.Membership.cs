using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>Decides whether a filter is representable, any strides.</summary>
    /// <param name="filter">k̄ coefficients, index = exponent of x.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The verdict, membership in the Zariski closure, the filter's root pattern and position, and what decides.</returns>
    /// <exception cref="ArgumentException">The filter has another length.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact; membership is always decided. The position in a thin space may be undecided, with the reason.</para>
    /// <para><b>Method:</b> stride one: a nonzero form is a product of real layers exactly when it has at least as many real roots, with multiplicity and the
    /// root at infinity, as there are layers of odd degree; on the boundary exactly when at most e - 2 distinct ones have odd multiplicity. Other strides:
    /// a layer behind strides of product S takes hyperroots of order S, the A for which x^S - A y^S divides the form; all ways to hand hyperroots to
    /// the layers are searched, highest step first: one over the complex numbers puts the filter into the closure, one that conjugation leaves as it is into the space.</para>
    /// <para><b>Cost:</b> stride one: one exact root pattern. Else certified roots for each step, and as many ways as repeated hyperroots leave: one for a generic filter of the closure.</para>
    /// <para><b>Source:</b> A4, A6, F4 and F7 of the theory; Kohn, Merkh, Montúfar, Trager, arXiv 2108.01538; Kohn, Montúfar, Shahverdi, Trager, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// Architecture.Parse("2,2").FunctionSpace().Contains([1, 0, 1]).Verdict;   // Fails: x^2 + y^2 has no real root
    /// Architecture.Parse("3,2", "2,1").FunctionSpace().Contains([1, 0, 0, 0, 1]).InZariskiClosure;   // Holds, and yet x^4 + y^4 is not representable
    /// </code>
    /// </example>
    public Membership Contains(ImmutableArray<Rational> filter, CancellationToken token = default)
    {
        RequireLength(filter);
        var form = new BinaryForm(filter.AsSpan());
        var needed = Architecture.IsStrideOne ? Architecture.EvenFilters : (int?)null;
        if (form.IsZero) return new Membership(null, StratumPosition.Zero) { RequiredRealRoots = needed, Smooth = Verdict.Of(Merged.Layers.Length == 1) };
        var pattern = RootPattern.Of(form, token);
        if (needed is not null) return new Membership(pattern, PositionOf(pattern)) { RequiredRealRoots = needed };
        return new StridedMembership(this, FilterHyperroots.Of(Architecture, filter, token)).Decide(pattern, token);
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
