using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The map from the filters of a network with activation z^r to the coefficients of its output.</summary>
public sealed class CoefficientMap
{
    internal CoefficientMap(MonomialNetwork network, VariableList parameters, MultivariatePolynomial<Integer> output)
    {
        Network = network;
        Parameters = parameters;
        var groups = output.Terms
            .GroupBy(term => term.Exponents[parameters.Count..], term => new PolynomialTerm<Integer>(term.Coefficient, term.Exponents[..parameters.Count]), ExponentOrder.Comparer)
            .OrderByDescending(group => group.Key, ExponentOrder.Comparer)
            .ToList();
        Monomials = [.. groups.Select(group => group.Key)];
        Coordinates = [.. groups.Select(group => MultivariatePolynomial<Integer>.FromTerms(parameters, group))];
    }

    /// <summary>The network.</summary>
    public MonomialNetwork Network { get; }

    /// <summary>The names of the filter entries: <c>w_2_0</c> is the entry of index 0 of the filter of layer 2.</summary>
    public VariableList Parameters { get; }

    /// <summary>The monomials that occur, as exponents of x0, x1, ..; lexicographically greatest first.</summary>
    public ImmutableArray<ImmutableArray<int>> Monomials { get; }

    /// <summary>The coefficient of each monomial, a polynomial in the filter entries.</summary>
    public ImmutableArray<MultivariatePolynomial<Integer>> Coordinates { get; }

    /// <summary>The coefficients of the output of given filters, in the order of <see cref="Monomials"/>.</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="filters">The weights.</param>
    /// <exception cref="ArgumentException">The weights belong to another architecture.</exception>
    public ImmutableArray<T> Evaluate<T>(FilterStack<T> filters)
        where T : IIntegralDomain<T>
    {
        var point = PointOf(filters);
        return [.. Coordinates.Select(coordinate => coordinate.Evaluate(T.FromInteger, point))];
    }

    /// <summary>The derivatives of the coefficients along all filter entries.</summary>
    /// <typeparam name="T">The coefficients.</typeparam>
    /// <param name="filters">The weights.</param>
    /// <returns>One row per monomial; columns ordered by layer, then by index within the layer.</returns>
    /// <exception cref="ArgumentException">The weights belong to another architecture.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> as exact as the arithmetic of <typeparamref name="T"/>.</para>
    /// <para><b>Method:</b> the coordinates are differentiated as polynomials.</para>
    /// <para><b>Cost:</b> linear in their terms for each column.</para>
    /// <para><b>Source:</b> calculus.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = new MonomialNetwork(Architecture.Parse("2,2"), power: 2);
    /// var weights = new FilterStack&lt;Integer&gt;(net.Architecture, [[0, 1], [1, 0]]);
    /// FractionFree.Rank(net.CoefficientMap().Jacobian(weights));   // 3: full at all nonzero filters
    /// </code>
    /// </example>
    public Matrix<T> Jacobian<T>(FilterStack<T> filters)
        where T : IIntegralDomain<T>
    {
        var point = PointOf(filters);
        var entries = Coordinates.Select(coordinate => Parameters.Select(name => coordinate.IsConstant ? T.Zero : coordinate.Derivative(name).Evaluate(T.FromInteger, point)).ToArray()).ToArray();
        return new Matrix<T>(Coordinates.Length, Parameters.Count, (row, column) => entries[row][column]);
    }

    private T[] PointOf<T>(FilterStack<T> filters)
        where T : IIntegralDomain<T>
    {
        ArgumentNullException.ThrowIfNull(filters);
        if (filters.Architecture != Network.Architecture) throw new ArgumentException($"The weights are those of {filters.Architecture}, not of {Network.Architecture}.", nameof(filters));
        return [.. filters.Filters.SelectMany(filter => filter)];
    }
}
