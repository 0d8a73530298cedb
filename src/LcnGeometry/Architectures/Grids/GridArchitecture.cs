using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A single-channel linear convolutional network on signals with any number of directions: images have two, volumes three.</summary>
/// <remarks>
/// Layer l is a cross-correlation without padding, with a filter of k_l^i entries and stride s_l^i in direction i. The composition of all layers is
/// one convolution; its filter, read as a polynomial with one variable for each direction (index = exponents), is the product of the layers'
/// polynomials, layer l in the powers <c>S_l^i = s_1^i ... s_(l-1)^i</c> of the variables (D8 of the theory). Filters are kept in C order: the last direction runs fastest.
/// </remarks>
public sealed class GridArchitecture : IEquatable<GridArchitecture>
{
    /// <summary>The largest number of directions that is accepted.</summary>
    public const int MostDirections = 16;

    /// <summary>Creates an architecture.</summary>
    /// <param name="filters">For each layer the sizes of its filter in every direction, each at least 1; at least one layer and one direction.</param>
    /// <param name="strides">For each layer its stride in every direction, each at least 1; omitted, all strides are 1.</param>
    /// <exception cref="ArgumentException">A size or stride is below 1, the numbers of layers or directions differ, or the end-to-end filter is too large.</exception>
    public GridArchitecture(ImmutableArray<ImmutableArray<int>> filters, ImmutableArray<ImmutableArray<int>>? strides = null)
    {
        if (filters.IsDefaultOrEmpty || filters[0].IsDefaultOrEmpty) throw new ArgumentException("An architecture has at least one layer, and at least one direction.", nameof(filters));
        if (filters[0].Length > MostDirections) throw new ArgumentException($"{filters[0].Length} directions are more than the {MostDirections} that are accepted.", nameof(filters));
        Filters = filters;
        Strides = strides ?? [.. filters.Select(filter => filter.Select(_ => 1).ToImmutableArray())];
        RequireDirections(Filters, "filter", nameof(filters));
        RequireDirections(Strides, "stride", nameof(strides));
        Directions = [.. Enumerable.Range(0, filters[0].Length).Select(direction => new Architecture([.. Filters.Select(filter => filter[direction])], [.. Strides.Select(stride => stride[direction])]))];
        Integer entries = 1, parameters = 0;
        foreach (var direction in Directions) entries *= direction.EndToEndSize;
        foreach (var filter in Filters) parameters += filter.Aggregate(Integer.One, (product, size) => product * size);
        if (entries > Architecture.LargestEndToEndSize || parameters > Architecture.LargestEndToEndSize)
        {
            throw new ArgumentException($"The end-to-end filter would have {entries} entries, the layers {parameters}; at most {Architecture.LargestEndToEndSize} are accepted.", nameof(filters));
        }

        EntryCounts = [.. Filters.Select(filter => filter.Aggregate(1, (product, size) => product * size))];
        EndToEndEntries = (int)entries;
    }

    /// <summary>For each layer the sizes of its filter in every direction.</summary>
    public ImmutableArray<ImmutableArray<int>> Filters { get; }

    /// <summary>For each layer its stride in every direction.</summary>
    public ImmutableArray<ImmutableArray<int>> Strides { get; }

    /// <summary>What the network does along each direction: all layers, with their sizes and strides there.</summary>
    public ImmutableArray<Architecture> Directions { get; }

    /// <summary>The number of layers.</summary>
    public int Depth => Filters.Length;

    /// <summary>The number of entries of each layer's filter.</summary>
    public ImmutableArray<int> EntryCounts { get; }

    /// <summary>The size of the end-to-end filter in every direction.</summary>
    public ImmutableArray<int> EndToEndSize => [.. Directions.Select(direction => direction.EndToEndSize)];

    /// <summary>The stride of the end-to-end convolution in every direction.</summary>
    public ImmutableArray<Integer> EndToEndStride => [.. Directions.Select(direction => direction.EndToEndStride)];

    /// <summary>The number of entries of the end-to-end filter.</summary>
    public int EndToEndEntries { get; }

    /// <summary>The directions in which the end-to-end filter has more than one entry, 0-based.</summary>
    public ImmutableArray<int> ActiveDirections => [.. Enumerable.Range(0, Directions.Length).Where(direction => Directions[direction].EndToEndSize > 1)];

    /// <summary>Whether every layer has more than one entry in at most one direction: then the end-to-end filter is an outer product.</summary>
    public bool IsSeparable => Filters.All(filter => filter.Count(size => size > 1) <= 1);

    /// <summary>Reads sizes such as <c>3x3,2x2</c> and, optionally, strides such as <c>2x2,1x1</c>; a plain stride holds in every direction.</summary>
    /// <exception cref="FormatException">A list is empty or an entry is not made of integers.</exception>
    /// <exception cref="ArgumentException">See the constructor.</exception>
    public static GridArchitecture Parse(string filters, string? strides = null)
    {
        var sizes = GridText.Sizes(filters, "filter size");
        if (strides is null) return new GridArchitecture(sizes);
        var directions = sizes[0].Length;
        return new GridArchitecture(sizes, [.. GridText.Sizes(strides, "stride").Select(stride => stride.Length == 1 ? [.. Enumerable.Repeat(stride[0], directions)] : stride)]);
    }

    /// <summary>A network with one direction.</summary>
    internal static GridArchitecture Of(Architecture line) => new([.. line.Filters.Select(size => ImmutableArray.Create(size))], [.. line.Strides.Select(stride => ImmutableArray.Create(stride))]);

    /// <summary>The set of end-to-end filters that the network can represent.</summary>
    public GridFunctionSpace FunctionSpace() => new(this);

    /// <inheritdoc/>
    public bool Equals(GridArchitecture? other) => other is not null && Directions.SequenceEqual(other.Directions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GridArchitecture);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var direction in Directions) hash.Add(direction);
        return hash.ToHashCode();
    }

    /// <summary>Equality of sizes and strides.</summary>
    public static bool operator ==(GridArchitecture? left, GridArchitecture? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of sizes or strides.</summary>
    public static bool operator !=(GridArchitecture? left, GridArchitecture? right) => !(left == right);

    /// <summary><c>(3x3,2x2)</c>, with strides other than one appended as in <c>(3x3,2x2) strides (2x2,1x1)</c>.</summary>
    public override string ToString() => Strides.All(stride => stride.All(s => s == 1))
        ? $"({GridText.Of(Filters)})"
        : $"({GridText.Of(Filters)}) strides ({GridText.Of(Strides)})";

    private void RequireDirections(ImmutableArray<ImmutableArray<int>> rows, string what, string parameter)
    {
        if (rows.Length != Depth) throw new ArgumentException($"{Quantity.Of(rows.Length, what)} for {Quantity.Of(Depth, "layer")}: give one {what} for each layer (the last stride never changes the function space).", parameter);
        for (var layer = 0; layer < rows.Length; layer++)
        {
            if (rows[layer].IsDefault || rows[layer].Length != Filters[0].Length)
            {
                throw new ArgumentException($"The {what} of layer {layer + 1} has {(rows[layer].IsDefault ? 0 : rows[layer].Length)} directions; the filter of layer 1 has {Filters[0].Length}.", parameter);
            }
        }
    }
}
