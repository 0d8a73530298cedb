using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The weights of a network with several directions: one tensor per layer, over any domain of coefficients.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
public sealed class GridFilterStack<T>
    where T : IIntegralDomain<T>
{
    /// <summary>Creates the weights of an architecture.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="filters">One tensor per layer in C order (the last direction runs fastest), index = exponents.</param>
    /// <exception cref="ArgumentException">The number of tensors or the number of entries of one does not fit.</exception>
    public GridFilterStack(GridArchitecture architecture, ImmutableArray<ImmutableArray<T>> filters)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (filters.IsDefault || filters.Length != architecture.Depth)
        {
            throw new ArgumentException($"{(filters.IsDefault ? 0 : filters.Length)} filters for the {architecture.Depth} layers of {architecture}.", nameof(filters));
        }

        for (var layer = 0; layer < filters.Length; layer++)
        {
            if (filters[layer].IsDefault || filters[layer].Length != architecture.EntryCounts[layer])
            {
                throw new ArgumentException(
                    $"The filter of layer {layer + 1} has {(filters[layer].IsDefault ? 0 : filters[layer].Length)} entries; {architecture} needs {architecture.EntryCounts[layer]}.", nameof(filters));
            }
        }

        Architecture = architecture;
        Filters = filters;
    }

    /// <summary>The architecture.</summary>
    public GridArchitecture Architecture { get; }

    /// <summary>One tensor per layer, in C order.</summary>
    public ImmutableArray<ImmutableArray<T>> Filters { get; }
}
