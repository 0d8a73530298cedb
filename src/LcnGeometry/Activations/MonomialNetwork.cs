using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A convolutional network with the activation z^r after every layer but the last: its output is a form of degree r^(L-1) in the inputs that it sees.</summary>
/// <remarks>
/// The functions of one output neuron, as coefficient vectors, form a cone; its Zariski closure is the neurovariety. Scalings of the filters that leave the function
/// alone are those with ∏ c_l^(d_l) = 1, d_l = r^(L-l); since d_L = 1, the scale of the function is that of the last filter, over the real numbers too.
/// For r above 1 and nonzero filters, whatever the strides (F19 of the theory; src/decisions/0020 has the proofs): the map from filters modulo scalings to functions
/// is finite and an immersion; two filter stacks have the same function exactly when they differ by zeros that move from one end of some
/// filters to the other, with no shift in total; every real function in the complex image has real filters.
/// </remarks>
public sealed partial class MonomialNetwork : IEquatable<MonomialNetwork>
{
    /// <summary>The largest exponent that is accepted.</summary>
    public const int LargestPower = 1_000_000;

    /// <summary>Creates a network.</summary>
    /// <param name="architecture">Filter sizes and strides.</param>
    /// <param name="power">The exponent r of the activation, at least 1; 1 gives the linear network.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is below 1 or above <see cref="LargestPower"/>.</exception>
    /// <exception cref="ArgumentException">The powers r^(L-1), ..., r, 1 have too many digits together.</exception>
    public MonomialNetwork(Architecture architecture, int power)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (power is < 1 or > LargestPower)
        {
            throw new ArgumentOutOfRangeException(nameof(power), $"The exponent of the activation is {power}; it must be at least 1 and at most {LargestPower}.");
        }

        const double MostBits = 1e8;
        if (architecture.Depth * (double)architecture.Depth / 2 * Math.Log2(power) > MostBits)
        {
            throw new ArgumentException($"The degrees of {architecture.Depth} layers with activation x^{power} have too many digits.", nameof(architecture));
        }

        Architecture = architecture;
        Power = power;
        LayerDegrees = ActivationCounts.LayerDegrees(architecture.Depth, power);
    }

    /// <summary>Filter sizes and strides.</summary>
    public Architecture Architecture { get; }

    /// <summary>The exponent r of the activation.</summary>
    public int Power { get; }

    /// <summary>The degrees of the output in the filters of the layers: r^(L-1), ..., r, 1.</summary>
    public ImmutableArray<Integer> LayerDegrees { get; }

    /// <summary>The degree of the output in the inputs: r^(L-1).</summary>
    public Integer PolynomialDegree => LayerDegrees[0];

    /// <summary>The number of inputs that one output neuron sees.</summary>
    public int VariableCount => Architecture.EndToEndSize;

    /// <summary>The dimension of the set of functions, scale included: the number of filter entries less the scalings between layers.</summary>
    public int Dimension => Architecture.RootCount + 1;

    /// <summary>The degree of the neurovariety as a projective variety.</summary>
    public Integer NeurovarietyDegree => Power == 1 ? Architecture.FunctionSpace().Degree : ActivationCounts.ParameterDegree(Architecture.Filters, Power);

    /// <summary>The number of filter stacks, modulo scalings and over the complex numbers, that have the function of generic filters.</summary>
    public Integer GenericPreimages => Power > 1 ? 1 : Integer.DivideExactly(ActivationCounts.ParameterDegree(Architecture.Filters, 1), NeurovarietyDegree);

    /// <summary>Is the map from filters modulo scalings an immersion at all nonzero filters?</summary>
    public Verdict Immersion => Verdict.Of(Power > 1 || HasUniquePositions);

    /// <summary>Is every real function in the Zariski closure one of the network?</summary>
    public Verdict ZariskiClosed => Power > 1 ? Verdict.Holds : Architecture.FunctionSpace().ZariskiClosed;

    /// <summary>Is the neurovariety smooth away from zero?</summary>
    public Verdict SmoothAwayFromZero => Power > 1 ? Verdict.Of(HasUniquePositions) : Architecture.FunctionSpace().SmoothAwayFromZero;

    // Whether indices j_1..j_L are told by the position sum of S_l j_l: then no zeros can move between filters without a shift in total.
    private bool HasUniquePositions
    {
        get
        {
            var kept = Enumerable.Range(0, Architecture.Depth).Where(l => Architecture.Filters[l] > 1).ToArray();
            return kept.Zip(kept.Skip(1)).All(pair => Architecture.StrideProducts[pair.Second] >= Architecture.StrideProducts[pair.First] * Architecture.Filters[pair.First]);
        }
    }

    /// <summary>The number of complex critical parameters of a squared loss, modulo layer scalings and with nonzero function, for generic data.</summary>
    /// <param name="token">Stops a long computation.</param>
    public Integer GenericCriticalPoints(CancellationToken token = default) => ActivationCounts.CriticalPoints(Architecture.Filters, Power, token);

    /// <inheritdoc/>
    public bool Equals(MonomialNetwork? other) => other is not null && Power == other.Power && Architecture == other.Architecture;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MonomialNetwork);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Architecture, Power);

    /// <summary>Equality of architecture and exponent.</summary>
    public static bool operator ==(MonomialNetwork? left, MonomialNetwork? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of architecture or exponent.</summary>
    public static bool operator !=(MonomialNetwork? left, MonomialNetwork? right) => !(left == right);

    /// <summary><c>(3,2) with activation x^2</c>.</summary>
    public override string ToString() => $"{Architecture} with activation x^{Power}";
}
