using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The weights of a network: one filter per layer, over any domain of coefficients.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
public sealed class FilterStack<T>
    where T : IIntegralDomain<T>
{
    /// <summary>Creates the weights of an architecture.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="filters">One filter per layer, layer l of length k_l, index = exponent of x.</param>
    /// <exception cref="ArgumentException">The number of filters or the length of one does not fit.</exception>
    public FilterStack(Architecture architecture, ImmutableArray<ImmutableArray<T>> filters)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (filters.Length != architecture.Depth)
        {
            throw new ArgumentException($"{filters.Length} filters for the {architecture.Depth} layers of {architecture}.", nameof(filters));
        }

        for (var layer = 0; layer < filters.Length; layer++)
        {
            if (filters[layer].Length != architecture.Filters[layer])
            {
                throw new ArgumentException(
                    $"The filter of layer {layer + 1} has {filters[layer].Length} entries; {architecture} needs {architecture.Filters[layer]}.", nameof(filters));
            }
        }

        Architecture = architecture;
        Filters = filters;
    }

    /// <summary>The architecture.</summary>
    public Architecture Architecture { get; }

    /// <summary>One filter per layer.</summary>
    public ImmutableArray<ImmutableArray<T>> Filters { get; }

    /// <summary>The polynomial of one layer in its own variable, not upsampled.</summary>
    /// <param name="layer">0-based.</param>
    public Polynomial<T> LayerPolynomial(int layer) => new(Filters[layer].AsSpan());
}
