using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>All parameters of a function that have given invariants, and the tangent kernels there.</summary>
/// <remarks>The invariants, the squared norm of each layer's filter less that of the next one's, are constant along gradient flow.</remarks>
public sealed class InvariantFiber
{
    // Entries of all kernels together; beyond this they say less than they cost.
    private const long MostKernelEntries = 60_000;

    internal InvariantFiber(
        ImmutableArray<Rational> invariants, Integer? count, int dimension, ImmutableArray<FiberParameter> parameters, ImmutableArray<TangentKernel> kernels, KernelAgreement agreement)
    {
        Invariants = invariants;
        Count = count;
        Dimension = dimension;
        Parameters = parameters;
        Kernels = kernels;
        Agreement = agreement;
    }

    /// <summary>The squared norm of each layer's filter less that of the next one's: one number less than there are layers.</summary>
    public ImmutableArray<Rational> Invariants { get; }

    /// <summary>The exact number of parameters; null when there are infinitely many, which happens for the zero function only.</summary>
    public Integer? Count { get; }

    /// <summary>The dimension of the set of parameters; -1 when it is empty.</summary>
    public int Dimension { get; }

    /// <summary>The parameters: all of them, or the first ones of a long list; none when there are infinitely many.</summary>
    public ImmutableArray<FiberParameter> Parameters { get; }

    /// <summary>The tangent kernel for each of the first factorizations, in their order; for the zero function the one kernel, if there is only one.</summary>
    public ImmutableArray<TangentKernel> Kernels { get; }

    /// <summary>Whether the tangent kernel is the same at all parameters.</summary>
    public KernelAgreement Agreement { get; }

    /// <summary>All parameters of a function that have given invariants.</summary>
    /// <param name="space">The function space of a network, any strides.</param>
    /// <param name="filter">The function: k̄ coefficients, index = exponent of x.</param>
    /// <param name="invariants">For each layer but the last the squared norm of its filter less that of the next one's.</param>
    /// <param name="limit">The largest number of factorizations, and of parameters, to build; the count is complete all the same.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The exact count, the parameters with certified scales, and the tangent kernel at each.</returns>
    /// <exception cref="ArgumentException">The filter or the list of invariants has another length, or the limit is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the count is exact; every number is exact or rigorously enclosed. That kernels agree is said only with a proof, that they differ only when their enclosures are disjoint.</para>
    /// <para><b>Method:</b> every real factorization has exactly one rescaling by positive numbers with these invariants: the smallest squared norm is the positive
    /// solution of a polynomial equation whose left side increases, which is bracketed in rational arithmetic. Of the signs those with product one remain: 2^(L-1).
    /// For the zero function some filter of least norm is zero, and the others lie on spheres.</para>
    /// <para><b>Cost:</b> one factorization of the filter, then for each factorization k̄ squared times the number of parameters.</para>
    /// <para><b>Source:</b> G2, G3, F20 and F21 of the theory; Achour, Kohn, Rauhut, arXiv 2507.06367.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var fiber = InvariantFiber.Of(Architecture.Parse("3,2").FunctionSpace(), [-6, 11, -6, 1], [0]);
    /// fiber.Count;               // 6: three factorizations, two choices of signs
    /// fiber.Agreement.Verdict;   // Fails: the three kernels have different traces
    /// </code>
    /// </example>
    public static InvariantFiber Of(FunctionSpace space, ImmutableArray<Rational> filter, ImmutableArray<Rational> invariants, int limit = 1000, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        return Of(space, filter, space.Factor(filter, limit, token), invariants, limit, token);
    }

    /// <summary>The same, with the factorizations at hand.</summary>
    internal static InvariantFiber Of(
        FunctionSpace space, ImmutableArray<Rational> filter, FactorizationSet set, ImmutableArray<Rational> invariants, int limit, CancellationToken token)
    {
        var net = space.Architecture;
        if (invariants.IsDefault || invariants.Length != net.Depth - 1)
        {
            throw new ArgumentException(
                $"{Quantity.Of(invariants.IsDefault ? 0 : invariants.Length, "invariant")} for {net}: give {net.Depth - 1}, one for each pair of neighboring layers.", nameof(invariants));
        }

        if (set.Count is not { } factorizations) return ZeroFiber.Of(net, invariants, limit, token);
        if (factorizations.IsZero)
        {
            return new InvariantFiber(invariants, 0, -1, [], [], KernelAgreement.Holds("There is no parameter: the function is not representable.", Evidence.Exact));
        }

        var gaps = InvariantScale.Gaps(invariants);
        var parameters = ImmutableArray.CreateBuilder<FiberParameter>();
        var kernels = ImmutableArray.CreateBuilder<TangentKernel>();
        var mostKernels = MostKernelEntries / ((long)net.EndToEndSize * net.EndToEndSize);
        for (var i = 0; i < set.Factorizations.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            if (parameters.Count >= limit && kernels.Count >= mostKernels) break;
            var scaled = ScaledFactorization.Of(net, set.Factorizations[i].Filters, gaps, TangentKernel.UsualBits, token);
            foreach (var (filters, signs) in scaled.Parameters().Take(limit - parameters.Count)) parameters.Add(new FiberParameter(filters, i, signs));
            if (kernels.Count < mostKernels) kernels.Add(scaled.Kernel());
        }

        var agreement = new KernelComparison(space, filter, set, gaps).Of(kernels.ToImmutable(), token);
        return new InvariantFiber(invariants, factorizations * Integer.Pow(2, net.Depth - 1), 0, parameters.ToImmutable(), kernels.ToImmutable(), agreement);
    }

    internal FiberSection ToSection() => new()
    {
        Invariants = [.. Invariants.Select(d => (Scalar)d)],
        Count = Count,
        Finite = Count is not null,
        Dimension = Dimension,
        Parameters = [.. Parameters.Select(parameter => parameter.ToRow())],
        Kernels = [.. Kernels.Select((kernel, i) => kernel.ToRow(Parameters.IsEmpty || Parameters[0].Factorization is null ? null : i + 1))],
        Agree = Agreement.ToRow(),
    };
}
